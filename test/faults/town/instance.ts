import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { type FaultProxy, type HttpMatch, httpProxy, type KafkaMatch, kafkaProxy } from '@huiyin/engines/fault-proxy.ts'
import type { Told } from './serve.ts'

const SERVE = join(import.meta.dirname, 'serve.ts')
/** So many lines are kept of one that ends by itself. */
const LAST_WORDS = 15
/** As long as those who run services wait before they start one again, in ms. */
const BACK_OFF = 1_000
const START_WITHIN = 90_000

/** One that ended although nobody had ended it. */
export interface Fall {
  name: string
  at: number
  code: number | null
  words: string[]
}

/** One process of a service, behind proxies of its own, started again whenever it ends by itself. */
export interface Instance {
  name: string
  service: string
  /** Of the api: where it listens. */
  url: string
  kafka: FaultProxy<KafkaMatch>
  store: FaultProxy<HttpMatch>
  falls: readonly Fall[]
  /** Ends it as a power cut does; it stays away until `start`. */
  kill: () => Promise<void>
  /** Ends it in an orderly way; it stays away until `start`. */
  stop: () => Promise<void>
  /** Resolves once it is at work. */
  start: () => Promise<void>
  signal: (signal: 'SIGSTOP' | 'SIGCONT') => void
  /** Its machine's clock is wrong by so many ms from now on. */
  putWrong: (ms: number) => Promise<void>
  /** So much time has passed for everybody, in ms. */
  passed: (ms: number) => Promise<void>
  close: () => Promise<void>
}

export interface InstanceOptions {
  name: string
  service: string
  brokers: string
  elasticsearch: string
  environment: Record<string, string>
  port: number
  onLine?: (line: string) => void
}

export async function openInstance(options: InstanceOptions): Promise<Instance> {
  const { name, service, brokers, elasticsearch, port, onLine } = options
  const kafka = await kafkaProxy({ target: brokers })
  const store = await httpProxy({ target: elasticsearch })
  const falls: Fall[] = []
  const told: Told = { ahead: 0, wrong: 0 }
  let child: ChildProcess | undefined
  let wanted = false
  let up = Promise.withResolvers<void>()

  function launch(): void {
    const { NODE_OPTIONS: _, ...rest } = process.env
    const mine = spawn(process.execPath, [SERVE, service, String(told.ahead), String(told.wrong)], {
      env: {
        ...rest,
        ...options.environment,
        HUIYIN_LOG: `kafka://${kafka.address}`,
        HUIYIN_STORE: store.address,
        HUIYIN_PORT: String(port),
        HUIYIN_LOG_LEVEL: 'info'
      },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc']
    })
    child = mine
    const words: string[] = []
    createInterface(mine.stderr!).on('line', line => {
      words.push(line)
      if (words.length > LAST_WORDS) words.shift()
      onLine?.(`${name} ${line}`)
      if (line.includes(service === 'api' ? '"msg":"listens"' : '"msg":"started"')) up.resolve()
    })
    mine.once('exit', async code => {
      if (child !== mine || !wanted) return
      falls.push({ name, at: Date.now(), code, words })
      await sleep(BACK_OFF)
      if (child === mine && wanted) launch()
    })
  }

  const runs = () => child !== undefined && child.exitCode === null && child.signalCode === null

  async function end(signal: NodeJS.Signals): Promise<void> {
    wanted = false
    up = Promise.withResolvers()
    if (!runs()) return
    const exit = once(child!, 'exit')
    child!.kill('SIGCONT')
    child!.kill(signal)
    await exit
  }

  async function tell(): Promise<void> {
    if (!runs() || !child!.connected) return
    const heard = once(child!, 'message', { signal: AbortSignal.timeout(START_WITHIN) })
    const ended = once(child!, 'exit', { signal: AbortSignal.timeout(START_WITHIN) })
    child!.send(told)
    await Promise.race([heard, ended]) // a new one is told as it starts
    for (const one of [heard, ended]) one.catch(() => {})
  }

  return {
    ...{ name, service, kafka, store, falls },
    url: `http://127.0.0.1:${port}`,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    async start() {
      if (!wanted) {
        wanted = true
        launch()
      }
      const late = sleep(START_WITHIN, 'late', { ref: false })
      if ((await Promise.race([up.promise, late])) === 'late') throw new Error(`${name} did not start in time`)
    },
    signal: signal => void child?.kill(signal),
    putWrong(ms) {
      told.wrong = ms
      return tell()
    },
    passed(ms) {
      told.ahead = ms
      return tell()
    },
    async close() {
      await end('SIGKILL')
      await Promise.all([kafka.close(), store.close()])
    }
  }
}
