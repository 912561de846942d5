import { basename, dirname, extname, join } from 'node:path'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import type { Settings } from '@huiyin/schemas/settings.ts'
import { pino } from 'pino'
import { standardError } from './standard-error.ts'
import { type LogFile, logFile } from './watch/log-file.ts'
import { scrubbed } from './watch/scrub.ts'

/** Whoever runs the house as a whole; a service on its own goes by its own name. */
export const WHOLE = 'huiyin'

type Logging = Pick<Settings, 'logLevel' | 'logFile' | 'logDays' | 'logWarnMegabytes'>

export interface ProcessLogger extends Logger {
  /** Where the lines are kept too; absent: nowhere. */
  file?: LogFile
}

/**
 * A logger to the standard error, one JSON line per entry, and to the log file that the settings name; what looks like
 * a person's or a secret is taken out of each line. The file is brought to the disk when the process ends.
 */
export function processLogger({ logLevel, ...keeping }: Logging, name: string): ProcessLogger {
  const terminal = standardError()
  const file = keeping.logFile === undefined ? undefined : openFile(keeping, keeping.logFile, name)
  const write = (line: string) => {
    terminal.write(line)
    file?.write(line)
  }
  const lines = pino({ name, level: logLevel, base: { name }, hooks: { streamWrite: scrubbed } }, { write })
  if (file) process.once('exit', file.close)
  return {
    ...(logLevel === 'debug' && { debug: (fields: object, message: string) => lines.debug(fields, message) }),
    info: (fields, message) => lines.info(fields, message),
    warn: (fields, message) => lines.warn(fields, message),
    error: (fields, message) => lines.error(fields, message),
    ...(file && { file })
  }
}

function openFile(
  { logDays: days, logWarnMegabytes: warnMegabytes }: Omit<Logging, 'logLevel'>,
  path: string,
  name: string
): LogFile {
  const end = extname(path)
  const own = name === WHOLE ? path : join(dirname(path), `${basename(path, end)}-${name}${end}`)
  const told = (problem: string) => process.stderr.write(`huiyin: ${problem}\n`)
  return logFile({ path: own, days, warnMegabytes, now: Date.now, told })
}

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
  process.umask(0o077) // whatever is written is the house's own
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
