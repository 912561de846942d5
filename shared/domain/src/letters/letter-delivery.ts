import type { Letter, LetterDelivery, LetterReceipt, LetterRecipient } from '@huiyin/schemas/letter.ts'
import { recipientKey } from '../escalation/recipients.ts'
import { idOf } from '../ids.ts'

const HOUR = 3_600_000

/** Id of the delivery of a letter to one recipient; `n` is 0, and one more each time that it is sent again. */
export const letterDeliveryId = (letter: string, { channel, address = '' }: LetterRecipient, n: number): string =>
  idOf(letter, channel, address, String(n))

/** Each address once, whoever it stands for. */
export const distinctRecipients = (to: readonly LetterRecipient[]): LetterRecipient[] =>
  [...new Map(to.toReversed().map(one => [recipientKey(one), one])).values()].reverse()

/** As it stands before anything was tried. */
export const letterDelivery = (letter: Letter, to: LetterRecipient, n: number, now: number): LetterDelivery => ({
  id: letterDeliveryId(letter.id, to, n),
  letter: letter.id,
  ...{ n, to, state: 'pending', attempts: 0, madeAt: now }
})

/** Whoever was asked to say that they received it should have, so many ms after it was sent. */
export const receiptWithin = ({ urgent }: Pick<Letter, 'urgent'>): number => (urgent ? HOUR : 24 * HOUR)

/** Sent, asked for, and nobody has said for too long that it was received. */
export const isReceiptLate = (
  letter: Pick<Letter, 'urgent' | 'receipt'>,
  { state, sentAt }: Pick<LetterDelivery, 'state' | 'sentAt'>,
  received: LetterReceipt | undefined,
  now: number
): boolean =>
  letter.receipt && state === 'sent' && sentAt !== undefined && !received && now >= sentAt + receiptWithin(letter)
