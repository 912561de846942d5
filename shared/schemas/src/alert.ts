import { type Static, Type } from 'typebox'
import { Instant, RiskLevel } from './names.ts'

/**
 * One thing that has to be told, made once by create; its id is
 * `<ticket>/<clock>/<event that set the due time>/<kind>/<warn point or rung>/<repeat>` (R40).
 * Recipients and channels are frozen in it; it names no citizen and carries no text of theirs.
 */
export const Alert = Type.Object({
  id: Type.String(),
  ticket: Type.String(),
  number: Type.String(),
  clock: Type.String(),
  dueSetBy: Type.Integer(),
  kind: Type.Union([Type.Literal('warn'), Type.Literal('breach')]),
  /** ms left before the due time at a warn point; 0 at the breach. */
  point: Type.Integer({ minimum: 0 }),
  urgent: Type.Boolean(),
  level: RiskLevel,
  account: Type.String(),
  department: Type.Optional(Type.String()),
  dueAt: Instant,
  madeAt: Instant,
  /** Names of the channels that it goes to. */
  channels: Type.Array(Type.String())
})
export type Alert = Static<typeof Alert>

export const DeliveryState = Type.Union([
  Type.Literal('pending'),
  Type.Literal('sending'),
  Type.Literal('sent'),
  Type.Literal('failed'),
  Type.Literal('unknown'),
  Type.Literal('cancelled')
])

/** One alert on its way through one channel. Id: `<alert>/<channel>`. */
export const Delivery = Type.Object({
  id: Type.String(),
  alert: Alert,
  channel: Type.String(),
  state: DeliveryState,
  attempts: Type.Integer({ minimum: 0 }),
  claim: Type.Optional(Type.Object({ token: Type.String(), at: Instant })),
  /** An earlier try may have told it. */
  perhapsRepeated: Type.Optional(Type.Boolean()),
  sentAt: Type.Optional(Instant),
  reason: Type.Optional(Type.String())
})
export type Delivery = Static<typeof Delivery>

/** How a channel stands, by its name: one ledger for all who send through it (R43). */
export const ChannelState = Type.Object({
  /** What is left of its limits. */
  bucket: Type.Optional(Type.Object({ tokens: Type.Array(Type.Number()), at: Instant })),
  /** Nothing leaves before: the other side asked for a pause. */
  pausedUntil: Type.Optional(Instant),
  /** Out of order until a person has mended it, and what is to be done. */
  disabled: Type.Optional(Type.Object({ reason: Type.String(), at: Instant }))
})
export type ChannelState = Static<typeof ChannelState>
