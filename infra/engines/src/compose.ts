import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { freePorts } from './free-ports.ts'
import type { Engines } from './launch.ts'
import { elasticsearchIsReady, kafkaAnswers } from './probe.ts'

const FILE = join(import.meta.dirname, '../compose.yaml')
const START_WITHIN = 180_000

const run = promisify(execFile)

/** Whether a Docker daemon answers. */
export const hasDocker = () =>
  run('docker', ['info'], { timeout: 10_000 }).then(
    () => true,
    () => false
  )

/** Starts both engines by Docker Compose, on free ports, as a project of our own. */
export async function composeEngines(): Promise<Pick<Engines, 'brokers' | 'elasticsearch' | 'stop'>> {
  const [kafka, elasticsearch] = await freePorts(2)
  const compose = composer({ KAFKA_PORT: String(kafka), ELASTICSEARCH_PORT: String(elasticsearch) })
  const brokers = `127.0.0.1:${kafka}`
  const url = `http://127.0.0.1:${elasticsearch}`
  const stop = async () => void (await compose('down', '--volumes', '--timeout', '1'))
  try {
    await compose('up', '--detach')
    await answering(brokers, url)
  } catch (error) {
    await stop()
    throw error
  }
  return { brokers, elasticsearch: url, stop }
}

function composer(ports: Record<string, string>) {
  const project = `huiyin-engines-${process.pid}`
  const env = { ...process.env, ...ports }
  return (...args: string[]) => run('docker', ['compose', '-p', project, '-f', FILE, ...args], { env })
}

async function answering(brokers: string, url: string) {
  const until = performance.now() + START_WITHIN
  while (!(await kafkaAnswers(brokers)) || !(await elasticsearchIsReady(url))) {
    if (performance.now() > until) throw new Error('The engines started by Docker Compose did not answer in time')
    await sleep(500)
  }
}
