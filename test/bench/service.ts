import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const SERVICE = join(import.meta.dirname, '../../services/cli/src/service.ts')

export interface RunningService {
  pid: number
  /** Resolves when it has ended, however. */
  exit: Promise<unknown>
  /** Ends it in an orderly way. */
  stop: () => Promise<void>
  /** Ends it as a power cut does. */
  kill: () => Promise<void>
}

/** A service in a process of its own, as `npm run service -- NAME` starts it. */
export function spawnService(name: string, environment: Record<string, string>): RunningService {
  const { NODE_OPTIONS: _, ...rest } = process.env
  const child = spawn(process.execPath, [SERVICE, name], {
    env: { ...rest, ...environment },
    stdio: ['ignore', 'ignore', 'inherit']
  })
  const exit = once(child, 'exit')
  const end = (signal: NodeJS.Signals) => async () => {
    child.kill(signal)
    await exit
  }
  return { pid: child.pid!, exit, stop: end('SIGTERM'), kill: end('SIGKILL') }
}
