import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const SERVICE = join(import.meta.dirname, '../../services/cli/src/service.ts')
const PROFILED = join(import.meta.dirname, 'profiled.ts')

export interface RunningService {
  pid: number
  /** Resolves when it has ended, however. */
  exit: Promise<unknown>
  signal: (signal: NodeJS.Signals) => void
  /** Ends it in an orderly way. */
  stop: () => Promise<void>
  /** Ends it as a power cut does. */
  kill: () => Promise<void>
}

export interface SpawnOptions {
  /** Where its CPU profile goes: SIGUSR2 starts it, SIGUSR2 again writes it. */
  profile?: string
}

/** A service in a process of its own, as `npm run service -- NAME` starts it. */
export function spawnService(
  name: string,
  environment: Record<string, string>,
  { profile }: SpawnOptions = {}
): RunningService {
  const { NODE_OPTIONS: _, ...rest } = process.env
  const env = { ...rest, ...environment, ...(profile && { BENCH_PROFILE: profile }) }
  const before = profile ? ['--import', PROFILED] : []
  const child = spawn(process.execPath, [...before, SERVICE, name], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  const exit = once(child, 'exit')
  const end = (signal: NodeJS.Signals) => async () => {
    child.kill(signal)
    await exit
  }
  return { pid: child.pid!, exit, signal: child.kill.bind(child), stop: end('SIGTERM'), kill: end('SIGKILL') }
}
