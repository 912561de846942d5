import { textHash } from '@huiyin/domain/ids.ts'
import type { Clock } from './clock.ts'
import type { Batch, Position } from './event-log.ts'
import type { Records } from './records.ts'

/** Kind of the records below. */
export const PARKED = 'parked'

/** The longest raw text that is kept, in bytes of UTF-8. */
const RAW_LIMIT = 200 * 1024

/** What could not be understood, kept as it came, with the reason; it can be read by a person and replayed. */
export interface Parked {
  topic: string
  position?: Position
  raw: string
  /** The raw text was longer and is cut; `sha256` is that of the whole. */
  cut: boolean
  sha256: string
  reason: string
  /** When it was met first. */
  at: number
}

/**
 * Keeps what cannot be parsed, once: its id is made of the topic and the raw text, so that meeting it
 * again changes nothing. Answers the id. Rejects when the store does not answer; nothing may be
 * committed then.
 */
export async function park(
  records: Records,
  { topic, position, raw, reason, at }: Omit<Parked, 'cut' | 'sha256'>
): Promise<string> {
  const kept = cutBytes(raw, RAW_LIMIT)
  const value: Parked = { topic, raw: kept, cut: kept.length < raw.length, sha256: textHash(raw), reason, at }
  if (position) value.position = position
  const id = textHash(`${topic}\n${raw}`)
  await records.create(PARKED, { id, value })
  return id
}

/** The same batches; what in each was unreadable is parked before the batch is handed out. */
export async function* readable<E>(
  batches: AsyncIterable<Batch<E>>,
  records: Records,
  topic: string,
  clock: Clock
): AsyncGenerator<Batch<E>> {
  for await (const batch of batches) {
    for (const { position, raw, reason } of batch.unreadable) {
      await park(records, { topic, position, raw, reason, at: clock.now() })
    }
    yield batch
  }
}

function cutBytes(text: string, limit: number): string {
  const bytes = Buffer.from(text)
  if (bytes.length <= limit) return text
  let end = limit
  while (end > 0 && (bytes[end]! & 0xc0) === 0x80) end-- // not inside a character
  return bytes.subarray(0, end).toString()
}
