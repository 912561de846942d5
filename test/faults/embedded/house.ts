import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'

const ROOT = join(import.meta.dirname, '../../..')
const PRELOAD = join(import.meta.dirname, 'preload.ts')
const MAIN = join(ROOT, 'services/embedded/src/main.ts')
const COMPILED = join(ROOT, '.cache/faults')
const START_WITHIN = 120_000

/** `npm start` in a process of its own. */
export interface EmbeddedHouse {
  url: string
  /** Resolves once it says that it is ready; throws with its words when it ends instead. */
  start: () => Promise<void>
  end: (signal: NodeJS.Signals) => Promise<void>
  signal: (signal: 'SIGSTOP' | 'SIGCONT') => void
  /** How it ended, if it has, and the last that it said. */
  lastWords: () => string
  /** Its machine's clock is wrong by so many ms, or it has slept for so long. */
  tell: (what: { wrong?: number; slept?: number }) => Promise<void>
  /** Another one over the same folder, or a copy: how it ended, and what it said. */
  another: (environment?: Record<string, string>) => Promise<{ code: number | null; said: string }>
}

export function embeddedHouse(
  environment: Record<string, string>,
  port: number,
  onLine?: (line: string) => void
): EmbeddedHouse {
  const told = { wrong: 0, slept: 0 }
  let child: ChildProcess | undefined
  let words = () => ''

  const launch = (more: Record<string, string>) => {
    const { NODE_OPTIONS: _, ...rest } = process.env
    return spawn(process.execPath, ['--import', PRELOAD, MAIN], {
      env: { ...rest, NODE_COMPILE_CACHE: COMPILED, FAULTS_TOLD: JSON.stringify(told), ...environment, ...more },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc']
    })
  }
  const runs = () => child !== undefined && child.exitCode === null && child.signalCode === null

  return {
    url: `http://127.0.0.1:${port}`,
    async start() {
      if (runs()) return
      const mine = launch({ HUIYIN_PORT: String(port) })
      child = mine
      const said = wordsOf(mine)
      words = said
      if (onLine) for (const stream of [mine.stdout!, mine.stderr!]) createInterface(stream).on('line', onLine)
      const late = Date.now() + START_WITHIN
      while (!said().includes('is ready')) {
        if (mine.exitCode !== null || Date.now() > late)
          throw new Error(`npm start ended with ${mine.exitCode}: ${said()}`)
        await sleep(100)
      }
    },
    async end(signal) {
      if (!runs()) return
      const exit = once(child!, 'exit')
      child!.kill('SIGCONT')
      child!.kill(signal)
      await exit
    },
    signal: signal => void child?.kill(signal),
    lastWords: () => `${runs() ? 'it runs' : `it ended with ${child?.exitCode}`}: ${words().slice(-1_500)}`,
    async tell(what) {
      Object.assign(told, what)
      if (!runs()) return
      const heard = once(child!, 'message')
      child!.send(told)
      await heard
    },
    async another(more = {}) {
      const other = launch({ HUIYIN_PORT: '0', ...more })
      const said = wordsOf(other)
      const late = setTimeout(() => other.kill('SIGTERM'), START_WITHIN / 2)
      const [code] = (await once(other, 'close')) as [number | null]
      clearTimeout(late)
      return { code, said: said() }
    }
  }
}

function wordsOf(child: ChildProcess): () => string {
  let said = ''
  for (const stream of [child.stdout!, child.stderr!])
    stream.on('data', (data: Buffer) => {
      said = (said + data).slice(-4_000)
    })
  return () => said
}
