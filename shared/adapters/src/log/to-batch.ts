import type { Batch, Position, Unreadable } from '@huiyin/ports/event-log.ts'
import { isOfLaterRelease } from './later-release.ts'

/** A value as it stands in a log. */
export interface LogRecord extends Position {
  value: string
}

/** The batch that these records are; those that cannot be parsed are set apart. Throws EVENT_UNKNOWN. */
export function toBatch<E>(
  records: readonly LogRecord[],
  parse: (value: unknown) => E,
  commit: () => Promise<void>
): Batch<E> {
  const events: E[] = []
  const positions: Position[] = []
  const unreadable: Unreadable[] = []
  for (const { partition, offset, value } of records) {
    const position = { partition, offset }
    try {
      events.push(parse(json(value)))
      positions.push(position)
    } catch (error) {
      if (isOfLaterRelease(error)) throw error
      unreadable.push({ position, raw: value, reason: (error as Error).message })
    }
  }
  return { events, positions, unreadable, commit }
}

function json(value: string): unknown {
  try {
    return JSON.parse(value)
  } catch {
    throw new TypeError('Expected JSON') // the parser's own message would quote the text
  }
}
