import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { withLock } from './lock.ts'

const HERE = join(import.meta.dirname, '..')
const WITH_PARENT = join(HERE, 'WithParent.java')
const KAFKA_POM = join(HERE, 'kafka/pom.xml')
const ELASTICSEARCH_POM = join(HERE, 'elasticsearch/pom.xml')
const ES_NODE = join(HERE, 'elasticsearch/EsNode.java')
export const NO_MAVEN =
  'Maven (mvn) is needed once, to fetch Kafka and Elasticsearch from Maven Central: install it, or let ENGINES_CACHE name a folder where they are'

interface Home {
  name: string
  sources: string[]
}

const run = promisify(execFile)

const KAFKA = { name: 'kafka', sources: [KAFKA_POM, WITH_PARENT] }
const ELASTICSEARCH = { name: 'elasticsearch', sources: [ELASTICSEARCH_POM, WITH_PARENT, ES_NODE] }

/** Whether both homes are there, or Maven is, which can make them. */
export async function canHaveJars(): Promise<boolean> {
  const folders = await Promise.all([KAFKA, ELASTICSEARCH].map(folderOf))
  if (folders.every(existsSync)) return true

  return run('mvn', ['-v']).then(
    () => true,
    () => false
  )
}

/** Everything that Kafka needs but its data: `lib/*`, `classes`, and `data`, a formatted empty log. */
export const kafkaHome = (jdk: string) =>
  cached(KAFKA, async home => {
    await fetchJars(KAFKA_POM, join(home, 'lib'))
    await compile(jdk, home, [WITH_PARENT])
    await format(jdk, home)
  })

/** Everything that Elasticsearch needs but its data: `lib/*`, `classes`, and `modules` with the transport. */
export const elasticsearchHome = (jdk: string) =>
  cached(ELASTICSEARCH, async home => {
    await fetchJars(ELASTICSEARCH_POM, join(home, 'lib'))
    await moveTransport(jdk, home)
    await compile(jdk, home, [WITH_PARENT, ES_NODE])
  })

/** The settings of Kafka that a formatted log depends on. */
export const kafkaSettings = (data: string, port: number, controller: number) => `
process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:${controller}
listeners=PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controller}
controller.listener.names=CONTROLLER
listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
inter.broker.listener.name=PLAINTEXT
log.dirs=${data}
log.cleaner.dedupe.buffer.size=16777216
offsets.topic.replication.factor=1
offsets.topic.num.partitions=4
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
transaction.state.log.num.partitions=4
group.initial.rebalance.delay.ms=0
`

/**
 * The folder that `make` fills, made once for the same sources and shared by all runs and checkouts.
 * It takes its name only when it is whole. One at a time: Maven's own repository suffers no two.
 */
async function cached(home: Home, make: (folder: string) => Promise<void>): Promise<string> {
  const folder = await folderOf(home)
  if (existsSync(folder)) return folder

  return withLock(join(cacheFolder(), 'lock'), async () => {
    if (existsSync(folder)) return folder
    const making = await mkdtemp(join(cacheFolder(), 'making-'))
    try {
      await make(making)
      await rename(making, folder)
    } finally {
      await rm(making, { recursive: true, force: true })
    }
    return folder
  })
}

const cacheFolder = () => process.env.ENGINES_CACHE ?? join(homedir(), '.cache/huiyin/engines')

const folderOf = async ({ name, sources }: Home) => join(cacheFolder(), `${name}-${await digest(sources)}`)

async function digest(files: string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const file of files) hash.update(await readFile(file))
  return hash.digest('hex').slice(0, 12)
}

async function fetchJars(pom: string, lib: string) {
  console.error(`Fetching from Maven Central what ${pom} names; later runs find it in the cache`)
  try {
    await run('mvn', ['-q', '-B', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${lib}`])
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') throw new Error(NO_MAVEN)
    throw error
  }
}

const compile = (jdk: string, home: string, sources: string[]) =>
  run(join(jdk, 'javac'), ['--release', '21', '-cp', join(home, 'lib/*'), '-d', join(home, 'classes'), ...sources])

// A formatted log knows neither its path nor its ports: every launch begins with a copy.
async function format(jdk: string, home: string) {
  const settings = join(home, 'server.properties')
  const storage = ['-cp', join(home, 'lib/*'), 'kafka.tools.StorageTool', 'format']
  await writeFile(settings, kafkaSettings(join(home, 'data'), 9092, 9093))
  await run(join(jdk, 'java'), [...storage, '-t', 'aHVpeWluLWVuZ2luZXM0Mg', '-c', settings])
}

// Elasticsearch takes its transport as a module only, and a module is jars beside a descriptor.
async function moveTransport(jdk: string, home: string) {
  const module = join(home, 'modules/transport-netty4')
  await mkdir(module, { recursive: true })
  const jars = (await readdir(join(home, 'lib'))).filter(jar => /^(netty-|transport-netty4)/.test(jar))
  await Promise.all(jars.map(jar => rename(join(home, 'lib', jar), join(module, jar))))
  await describe(jdk, module, jars.find(jar => jar.startsWith('transport-netty4'))!)
}

async function describe(jdk: string, module: string, jar: string) {
  await run(join(jdk, 'jar'), ['xf', jar, 'META-INF/es-plugins'], { cwd: module })
  const text = await readFile(join(module, 'META-INF/es-plugins/transport-netty4/plugin-descriptor.properties'), 'utf8')
  await writeFile(join(module, 'plugin-descriptor.properties'), text.replace(/^modulename=.*/m, ''))
  await rm(join(module, 'META-INF'), { recursive: true })
}
