import { isReceiptLate } from '@huiyin/domain/letters/letter-delivery.ts'
import { maskPersonal } from '@huiyin/domain/reply-check/mask-personal.ts'
import { type Delivered, recipientRef } from '@huiyin/ports/letters.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { LetterCounts, LetterRow, LetterSent, LetterView, OwnLetterList } from '@huiyin/schemas/api-letters.ts'
import type { Letter } from '@huiyin/schemas/letter.ts'

/** A letter as the api tells it: masked, as it leaves by every channel. */

const who = ({ id, name }: Actor) => ({ id, name })

const headOf = ({ id, about, of, title, urgent, level, receipt, by, madeAt }: Letter) => ({
  ...{ id, about, of, title: maskPersonal(title), urgent, receipt, madeAt, by: who(by) },
  ...(level !== undefined && { level })
})

const bodyOf = ({ lines, path, files = [] }: Letter) => ({
  lines: lines.map(maskPersonal),
  files,
  ...(path !== undefined && { path })
})

export function letterRow(letter: Letter, delivered: readonly Delivered[], now: number): LetterRow {
  return { ...headOf(letter), counts: countsOf(letter, delivered, now) }
}

export function letterView(letter: Letter, delivered: readonly Delivered[], now: number): LetterView {
  const byRecipient = Map.groupBy(delivered, ({ delivery }) => recipientRef(delivery.to))
  const to = [...new Map(letter.to.map(one => [recipientRef(one), one]))].map(([ref, { channel, name, person }]) => ({
    ...{ ref, channel, name },
    ...(person !== undefined && { person }),
    sent: (byRecipient.get(ref) ?? []).map(one => sentOf(letter, one, now))
  }))
  const n = Math.max(-1, ...delivered.map(({ delivery }) => delivery.n)) + 1
  return { ...headOf(letter), ...bodyOf(letter), counts: countsOf(letter, delivered, now), n, to }
}

/** `delivered` are those of the person. */
export const ownRow = (letter: Letter, delivered: readonly Delivered[]): OwnLetterList['rows'][number] => ({
  ...headOf(letter),
  ...bodyOf(letter),
  received: delivered.some(({ received }) => received !== undefined)
})

function sentOf(letter: Letter, { delivery, received }: Delivered, now: number): LetterSent {
  const { n, state, attempts, madeAt, sentAt, perhapsRepeated, reason } = delivery
  return {
    ...{ n, state, attempts, madeAt, late: isReceiptLate(letter, delivery, received, now) },
    ...(sentAt !== undefined && { sentAt }),
    ...(perhapsRepeated && { perhapsRepeated }),
    ...(reason !== undefined && { reason }),
    ...(received && { received: { at: received.at, by: who(received.by) } })
  }
}

const FAILED: ReadonlySet<string> = new Set(['failed', 'unknown'])

/** Whoever received one sending has received the letter. */
function countsOf(letter: Letter, delivered: readonly Delivered[], now: number): LetterCounts {
  const each = [...Map.groupBy(delivered, ({ delivery }) => recipientRef(delivery.to)).values()]
  const lastOf = (sendings: readonly Delivered[]) => sendings.at(-1)!
  const state = (sendings: readonly Delivered[]) => lastOf(sendings).delivery.state
  const isReceived = (sendings: readonly Delivered[]) => sendings.some(({ received }) => received !== undefined)
  const count = (is: (sendings: readonly Delivered[]) => boolean) => each.filter(is).length
  return {
    recipients: letter.to.length,
    sent: count(one => state(one) === 'sent'),
    waiting: letter.to.length - count(one => state(one) === 'sent' || FAILED.has(state(one))),
    failed: count(one => FAILED.has(state(one))),
    received: count(isReceived),
    late: count(one => !isReceived(one) && isReceiptLate(letter, lastOf(one).delivery, undefined, now))
  }
}
