import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import type { Settings } from '@huiyin/schemas/settings.ts'
import { destination, pino } from 'pino'

/** A logger to the standard error, one JSON line per entry. */
export const processLogger = ({ logLevel }: Settings, name: string): Logger =>
  pino({ name, level: logLevel, base: { name } }, destination(2))

const SYSTEM_MESSAGES: Record<string, (error: NodeJS.ErrnoException & { port?: number; path?: string }) => string> = {
  EADDRINUSE: ({ port }) => `Port ${port} is in use; end what listens there, or choose another HUIYIN_PORT`,
  EACCES: ({ port, path }) =>
    path ? `${path} may not be read or written` : `Port ${port} may not be used by this person`,
  ENOSPC: () => 'The disk is full; nothing was lost, make room and start again',
  ENOENT: ({ path }) => `${path} is not there`,
  ENOTDIR: ({ path }) => `${path} is not in a folder`
}

/** What a person at the terminal is told: one sentence for what can be expected, everything for a mistake of ours. */
export function explain(error: unknown): string {
  if (error instanceof HuiyinError) return error.message
  const system = SYSTEM_MESSAGES[(error as NodeJS.ErrnoException)?.code ?? '']
  if (system) return system(error as NodeJS.ErrnoException)
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

/**
 * Runs a program until it ends or is asked to (SIGTERM, SIGINT): it then finishes the work at hand.
 * A second signal ends it at once. Exit code 1 with a sentence when it cannot go on.
 */
export async function runProcess(program: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const asked = new AbortController()
  for (const name of ['SIGTERM', 'SIGINT'] as const) {
    process.on(name, () => (asked.signal.aborted ? process.exit(130) : asked.abort()))
  }
  const watch = process.env.npm_lifecycle_event === undefined ? undefined : endWithParent(asked)
  try {
    await program(asked.signal)
    process.exitCode = 0
  } catch (error) {
    process.stderr.write(`huiyin: ${explain(error)}\n`)
    process.exitCode = 1
  } finally {
    clearInterval(watch)
  }
}

/** A SIGTERM to npm ends the shell in between and reaches nobody else: when that is gone, we were asked to end. */
function endWithParent(asked: AbortController): NodeJS.Timeout {
  const parent = process.ppid
  return setInterval(() => process.ppid !== parent && asked.abort(), 500).unref()
}
