import { ackRow, readAck, signAck } from '@huiyin/domain/ack-link.ts'
import { linkInvalid } from '@huiyin/domain/errors.ts'
import type { Records } from './records.ts'
import { signingSecret } from './signing-secret.ts'

/** Kind of the records to which the tokens lead: they hold the ticket's id, which no link may. */
const KIND = 'ack'

/** Who was alerted: a person by their id, or a group by the name of its channel. */
export interface AckRecipient {
  id: string
  name: string
}

export interface Acknowledgeable {
  ticket: { id: string; number: string }
  /** Id of the alert. */
  alert: string
  recipient: AckRecipient
  expiresAt: number
}

/** What stands behind a link. */
export interface Acked {
  /** Id of the ticket. */
  ticket: string
  number: string
  alert: string
  recipient: AckRecipient
}

type Row = Omit<Acked, 'number'>

export interface AckLinks {
  /** Makes the link's token, the same for the same alert, recipient and expiry; done before the alert leaves. */
  issue: (of: Acknowledgeable) => Promise<string>
  /** Throws LINK_INVALID or LINK_EXPIRED. */
  resolve: (token: string, now: number) => Promise<Acked>
}

/** Links by which an alert is acknowledged without an account. */
export function openAckLinks(records: Records): AckLinks {
  const secret = signingSecret(records, 'ack-link')

  return {
    async issue({ ticket, alert, recipient, expiresAt }) {
      const key = await secret()
      const value: Row = { ticket: ticket.id, alert, recipient }
      await records.create<Row>(KIND, { id: ackRow(alert, recipient.id, key), value })
      return signAck({ ticket: ticket.number, alert, recipient: recipient.id, expiresAt }, key)
    },
    async resolve(token, now) {
      const { ticket: number, row } = readAck(token, await secret(), now)
      const found = await records.get<Row>(KIND, row)
      if (!found) throw linkInvalid('its alert is not kept here')
      return { ...found.document.value, number }
    }
  }
}
