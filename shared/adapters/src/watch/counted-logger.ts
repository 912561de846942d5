import type { Logger } from '@huiyin/ports/logger.ts'
import type { Meter } from '@huiyin/ports/meter.ts'
import { codeOf } from './calls.ts'

/** Those beyond, should somebody put anything else there, are told together. */
const CODES = 200

/** The same logger; what it warns of is counted by code. */
export function countedLogger(logger: Logger, meter: Meter): Logger {
  const codes = new Set<string>()
  const count = (level: 'warn' | 'error', fields: object) => {
    const found = codeIn(fields)
    if (codes.size < CODES) codes.add(found)
    meter.add('errors_total', { level, code: codes.has(found) ? found : 'OTHER' })
  }
  const say = (level: 'warn' | 'error') => (fields: object, message: string) => {
    count(level, fields)
    logger[level](fields, message)
  }
  return {
    ...(logger.debug && { debug: (fields: object, message: string) => logger.debug!(fields, message) }),
    info: (fields, message) => logger.info(fields, message),
    warn: say('warn'),
    error: say('error')
  }
}

function codeIn({ code, error }: { code?: unknown; error?: unknown }): string {
  const found = code === undefined && error === undefined ? 'NONE' : codeOf(code === undefined ? error : { code })
  return found === 'UNEXPECTED' && error === undefined ? 'NONE' : found
}
