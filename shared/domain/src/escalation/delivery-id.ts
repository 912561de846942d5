import type { AlertRecipient } from '@huiyin/schemas/alert.ts'
import { digest, idOf } from '../ids.ts'
import { recipientKey } from './recipients.ts'

/** Of the delivery of an alert, or of a digest by its mark: a group by its channel's name, a person by a digest. */
export const deliveryId = (alert: string, recipient: AlertRecipient): string =>
  recipient.address === undefined
    ? `${alert}/${recipient.channel}`
    : `${alert}/${recipient.channel}/${digest(recipientKey(recipient))}`

/** Of the row in which an alert waits for the next digest to one recipient. */
export const gatheredId = (alert: string, recipient: AlertRecipient): string =>
  idOf(gatheredFor(recipient), digest(alert))

/** The same for all that waits for one recipient. */
export const gatheredFor = (recipient: AlertRecipient): string => digest(recipientKey(recipient))
