import { storeRefused } from '@huiyin/domain/errors.ts'
import { idOf } from '@huiyin/domain/ids.ts'
import { allowed, allowedAt, type Lane, taken } from '@huiyin/domain/token-bucket.ts'
import type { Channel, DeliveryOutcome } from '@huiyin/ports/channel.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { ChannelState } from '@huiyin/schemas/alert.ts'

/**
 * How each channel stands: what its limits leave, the pause that the other side asked for, and whether it is out
 * of order. In the store, so that several alerters keep one robot's limits together (R43).
 */
const KIND = 'channel'
/** A channel that is out of order is tried once more after so long: somebody may have mended it on the other side. */
const PROBE_EVERY = 3_600_000
/** One that hangs is left alone for a moment; the others behind it would hang as well. */
const HANGING = 10_000

/** `atOnce`: so many messages. `at`: none before. `disabled`: none until it is mended. */
export type Admission = { atOnce: number } | { at: number } | { disabled: string }

export async function admission(
  records: Records,
  { name, limits = [] }: Channel,
  lane: Lane,
  now: number
): Promise<Admission> {
  const { bucket, pausedUntil = 0, disabled } = (await read(records, name)).state
  if (disabled && now < disabled.at + PROBE_EVERY) return { disabled: disabled.reason }
  if (pausedUntil > now) return { at: pausedUntil }
  const atOnce = allowed(bucket, limits, lane, now)
  return atOnce > 0 ? { atOnce } : { at: allowedAt(bucket, limits, lane, now) }
}

/** So many messages are about to leave. */
export async function takeTokens(
  records: Records,
  { name, limits = [] }: Channel,
  count: number,
  now: number
): Promise<void> {
  if (limits.length === 0) return
  await change(records, name, state => {
    let { bucket } = state
    for (let i = 0; i < count; i++) {
      const { tokens, at } = taken(bucket, limits, now)
      bucket = { tokens: [...tokens], at }
    }
    return { ...state, ...(bucket && { bucket }) }
  })
}

/** Keeps what an outcome says of the channel itself. The reason when it is out of order and was not before. */
export async function learn(
  records: Records,
  name: string,
  result: DeliveryOutcome,
  now: number
): Promise<string | undefined> {
  if (result.outcome === 'sent') return enable(records, name)
  if (result.outcome === 'unknown') return pauseUntil(records, name, now + HANGING)
  if (result.outcome === 'later' && result.everything) return pauseUntil(records, name, now + result.retryAfterMs)
  if (result.outcome !== 'disabled') return
  const { reason } = result
  let before: ChannelState = {}
  await change(records, name, state => {
    before = state
    return { ...state, disabled: { reason, at: now } }
  })
  return before.disabled?.reason === reason ? undefined : reason
}

/** At start: a person has been here, whatever was out of order may be mended. */
export async function enableAll(records: Records, channels: readonly Channel[]): Promise<void> {
  for (const { name } of channels) await enable(records, name)
}

async function enable(records: Records, name: string): Promise<undefined> {
  const { state } = await read(records, name)
  if (state.disabled) await change(records, name, ({ disabled: _, ...mended }) => mended)
}

async function pauseUntil(records: Records, name: string, until: number): Promise<undefined> {
  await change(records, name, state => ({ ...state, pausedUntil: Math.max(until, state.pausedUntil ?? 0) }))
}

async function read(records: Records, name: string) {
  const found = await records.get<ChannelState>(KIND, idOf(name))
  return { state: found?.document.value ?? {}, version: found?.version }
}

async function change(records: Records, name: string, next: (state: ChannelState) => ChannelState): Promise<void> {
  while (true) {
    const { state, version } = await read(records, name)
    const entry = { id: idOf(name), value: next(state) }
    if (version === undefined) {
      if (await records.create(KIND, entry)) return
      continue
    }
    const put = await records.putIfUnchanged(KIND, entry, version)
    if (put.outcome === 'put') return
    if (put.outcome === 'refused') throw storeRefused(put.reason)
  } // another alerter was faster: look again
}
