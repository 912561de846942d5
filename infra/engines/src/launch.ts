import { rmSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { alive } from './alive.ts'
import { elasticsearchRecipe } from './elasticsearch.ts'
import { freePorts } from './free-ports.ts'
import { findJdk } from './jdk.ts'
import { BRIEFLY, type Jvm, type Recipe, startJvm } from './jvm.ts'
import { kafkaRecipe } from './kafka.ts'

export const NO_JDK =
  'A JDK of version 21 or later is needed to start Kafka and Elasticsearch: set JAVA_HOME, or install one under /usr/lib/jvm'

export type EngineName = 'kafka' | 'elasticsearch'

export interface Engines {
  /** The address of Kafka, empty when it was not asked for. */
  brokers: string
  /** The URL of Elasticsearch, empty when it was not asked for. */
  elasticsearch: string
  /** Sends the signal, SIGKILL unless told otherwise, and waits for the end when the signal brings it. */
  kill: (engine: EngineName, signal?: NodeJS.Signals) => Promise<void>
  /** Ends the engine in an orderly way if it still runs; starts it on the same port over the same data. */
  restart: (engine: EngineName) => Promise<void>
  /** Ends both and removes their data. */
  stop: () => Promise<void>
}

export interface LaunchOptions {
  /** Where the data goes, and stays after stop; without it, a temporary folder. */
  dir?: string
  kafka?: boolean
  elasticsearch?: boolean
  /** They run for long, or are measured: the JVM compiles what it runs as well as it can. */
  long?: boolean
}

interface Started {
  jvm: Jvm
  port: number
}

/**
 * Starts a Kafka broker and an Elasticsearch node of our own, on free ports, without Docker.
 * They end with `stop`, and with this process however it ends; they do not keep it alive.
 */
export async function launchEngines(options: LaunchOptions = {}): Promise<Engines> {
  const jdk = await findJdk()
  if (!jdk) throw new Error(NO_JDK)

  const folder = options.dir ? await keptFolder(options.dir) : await temporaryFolder()
  const { kafka: log = true, elasticsearch: store = true } = options
  const flags = options.long ? [] : BRIEFLY
  const begun = [
    log && start(ports => kafkaRecipe(jdk, join(folder.path, 'kafka'), ports, flags)),
    store && start(ports => elasticsearchRecipe(jdk, join(folder.path, 'elasticsearch'), ports, flags))
  ]
  const [kafka, elasticsearch] = await bothOrNone(begun, folder.remove)
  return handle({ kafka, elasticsearch }, folder.remove)
}

function handle(engines: Record<EngineName, Started | undefined>, remove: () => Promise<void>): Engines {
  const { kafka, elasticsearch } = engines
  const jvm = (name: EngineName) => {
    const engine = engines[name]
    if (!engine) throw new Error(`"${name}" was not launched`)
    return engine.jvm
  }
  return {
    brokers: kafka ? `127.0.0.1:${kafka.port}` : '',
    elasticsearch: elasticsearch ? `http://127.0.0.1:${elasticsearch.port}` : '',
    kill: async (name, signal) => jvm(name).kill(signal),
    restart: async name => jvm(name).restart(),
    async stop() {
      await Promise.all([kafka?.jvm.kill(), elasticsearch?.jvm.kill()])
      await remove()
    }
  }
}

async function bothOrNone(begun: (false | Promise<Started>)[], remove: () => Promise<void>) {
  const settled = await Promise.allSettled(begun)
  const failure = settled.find(result => result.status === 'rejected')
  const started = settled.map(result => (result.status === 'fulfilled' && result.value) || undefined)
  if (!failure) return started

  await Promise.all(started.map(engine => engine?.jvm.kill()))
  await remove()
  throw failure.reason
}

// A free port can be taken before the engine binds it: then with others.
async function start(recipe: (ports: number[]) => Promise<Recipe>, attempts = 3): Promise<Started> {
  const ports = await freePorts(2)
  try {
    return { jvm: await startJvm(await recipe(ports)), port: ports[0]! }
  } catch (error) {
    if (attempts > 1 && String(error).includes('Address already in use')) return start(recipe, attempts - 1)
    throw error
  }
}

async function keptFolder(dir: string) {
  await mkdir(dir, { recursive: true })
  return { path: await realpath(dir), remove: async () => {} }
}

async function temporaryFolder() {
  await sweep()
  const path = await mkdtemp(join(await realpath(tmpdir()), `huiyin-engines-${process.pid}-`))
  process.once('exit', () => rmSync(path, { recursive: true, force: true }))
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) }
}

// What a launcher that was killed could not remove; its engines ended with it.
async function sweep() {
  for (const name of await readdir(tmpdir())) {
    const pid = Number(/^huiyin-engines-(\d+)-/.exec(name)?.[1])
    if (pid && !alive(pid)) await rm(join(tmpdir(), name), { recursive: true, force: true })
  }
}
