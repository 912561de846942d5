import { randomUUID } from 'node:crypto'
import type { Channel } from '@huiyin/ports/channel.ts'
import type { Versioned } from '@huiyin/ports/documents.ts'
import { LETTER_DELIVERIES } from '@huiyin/ports/letters.ts'
import type { Entry } from '@huiyin/ports/records.ts'
import type { Letter, LetterDelivery } from '@huiyin/schemas/letter.ts'
import { type Claimed, type LetterPorts, mayRepeat } from './ports.ts'
import { endAs } from './settle.ts'

/** After so long nobody is working on it any more. */
const CLAIM_HOLDS = 120_000
const LOST = '发送中断，不能确定对方是否已收到；请核对后决定是否重发。'

export type Found = Versioned<Entry<LetterDelivery>>

/**
 * Takes a delivery for this process, right before it leaves. Undefined when another was faster, and when nobody knows
 * whether it left and it may not be repeated: then it ends as unknown.
 */
export async function claim(
  ports: LetterPorts,
  { letter, channel, found }: { letter: Letter; channel: Channel; found: Found },
  now: number
): Promise<Claimed | undefined> {
  const { value: before } = found.document
  const wasLeft = before.state === 'sending'
  if (wasLeft && !mayRepeat(letter, before, channel)) {
    await endAs(ports, { letter, delivery: before, version: found.version }, { state: 'unknown', reason: LOST }, now)
    return
  }
  const perhapsRepeated = wasLeft || before.perhapsRepeated === true
  const delivery: LetterDelivery = {
    ...before,
    state: 'sending',
    attempts: before.attempts + 1,
    ...(perhapsRepeated && { perhapsRepeated }),
    claim: { token: randomUUID(), at: now }
  }
  const entry = { id: delivery.id, value: delivery, dueAt: now + CLAIM_HOLDS }
  const [put] = await ports.records.putEach(LETTER_DELIVERIES, [{ entry, version: found.version }])
  return put?.outcome === 'put' ? { letter, delivery, version: put.version } : undefined
}

/** Gives back what was claimed and did not leave. */
export async function release({ records }: LetterPorts, { delivery, version }: Claimed, now: number): Promise<void> {
  const { claim: _, ...rest } = delivery
  const value: LetterDelivery = { ...rest, state: 'pending', attempts: rest.attempts - 1 }
  await records.putEach(LETTER_DELIVERIES, [{ entry: { id: value.id, value, dueAt: now }, version }])
}
