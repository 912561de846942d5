import { deliveryId } from '@huiyin/domain/escalation/delivery-id.ts'
import type { Alert, AlertRecipient, Delivery } from '@huiyin/schemas/alert.ts'

/** One alert to one recipient, by create under this id. */
export const deliveryOf = (alert: Alert, recipient: AlertRecipient): Delivery => ({
  id: deliveryId(alert.id, recipient),
  alert,
  channel: recipient.channel,
  ...(recipient.address !== undefined && { address: recipient.address }),
  state: 'pending',
  attempts: 0
})
