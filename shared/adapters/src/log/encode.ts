import { eventTooLarge } from '@huiyin/domain/errors.ts'

/** The largest event, in bytes of UTF-8 JSON. */
export const LARGEST_EVENT = 256 * 1024

/** The event as it stands in a log; throws EVENT_TOO_LARGE over 256 KB. */
export function encode(event: { key: string }): { key: string; value: Buffer } {
  const value = Buffer.from(JSON.stringify(event))
  if (value.length > LARGEST_EVENT) throw eventTooLarge(value.length)
  return { key: event.key, value }
}
