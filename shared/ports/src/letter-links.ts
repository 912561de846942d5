import { linkInvalid } from '@huiyin/domain/errors.ts'
import { letterRow, readLetterLink, signLetterLink } from '@huiyin/domain/letters/letter-link.ts'
import type { Letter, LetterDelivery } from '@huiyin/schemas/letter.ts'
import { getLetter, LETTER_DELIVERIES } from './letters.ts'
import type { Records } from './records.ts'
import { signingSecret } from './signing-secret.ts'

/** Kind of the records to which the tokens lead. */
const KIND = 'letter-link'

export interface LetterLinks {
  /** Makes the link's token, the same for the same delivery and expiry; done before the letter leaves. */
  issue: (delivery: string, expiresAt: number) => Promise<string>
  /** Throws LINK_INVALID or LINK_EXPIRED. */
  resolve: (token: string, now: number) => Promise<{ letter: Letter; delivery: LetterDelivery }>
}

/** Links by which a letter is received without an account. */
export function openLetterLinks(records: Records): LetterLinks {
  const secret = signingSecret(records, 'letter-link')

  return {
    async issue(delivery, expiresAt) {
      const key = await secret()
      await records.create(KIND, { id: letterRow(delivery, key), value: { delivery } })
      return signLetterLink(delivery, expiresAt, key)
    },
    async resolve(token, now) {
      const { row } = readLetterLink(token, await secret(), now)
      const found = await records.get<{ delivery: string }>(KIND, row)
      const id = found?.document.value.delivery
      const delivery = id && (await records.get<LetterDelivery>(LETTER_DELIVERIES, id))?.document.value
      const letter = delivery && (await getLetter(records, delivery.letter))
      if (!delivery || !letter) throw linkInvalid('its letter is not kept here')
      return { letter, delivery }
    }
  }
}
