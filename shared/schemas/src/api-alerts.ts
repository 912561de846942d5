import { type Static, Type } from 'typebox'
import { Alert, AlertKind, Delivery } from './alert.ts'

/** What the api says of alerts. */

/** How one alert, or a digest that tells it, fared on the way to one recipient. No address is shown. */
export const DeliveryRow = Type.Object({
  ...Type.Pick(Delivery, ['channel', 'state', 'attempts', 'perhapsRepeated', 'sentAt', 'reason']).properties,
  /** Name of the person; absent for a group, and for one who is not known any more. */
  person: Type.Optional(Type.String()),
  /** What was told in one message with it, and how many more. */
  digest: Type.Optional(
    Type.Object({
      members: Type.Array(
        Type.Object({ ticket: Type.String(), number: Type.String(), kind: AlertKind, urgent: Type.Boolean() })
      ),
      more: Type.Integer()
    })
  )
})
export type DeliveryRow = Static<typeof DeliveryRow>

/** What was told, and how it fared on the way to each who was told. */
export const AlertRow = Type.Object({
  ...Type.Omit(Alert, ['recipients', 'dueSetBy']).properties,
  /** By which channels, and to whom: the name of a person, absent for a group. */
  to: Type.Array(Type.Pick(DeliveryRow, ['channel', 'person'])),
  deliveries: Type.Array(DeliveryRow)
})
export type AlertRow = Static<typeof AlertRow>

/** The newest first. `complete` is false when there are too many to be sure of that. */
export const AlertList = Type.Object({ rows: Type.Array(AlertRow), complete: Type.Boolean() })
export type AlertList = Static<typeof AlertList>
