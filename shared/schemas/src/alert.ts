import { type Static, Type } from 'typebox'
import { BESIDE_CLOCKS } from './ladder.ts'
import { Instant, RiskLevel } from './names.ts'
import { ChannelKind } from './person.ts'

/** `warn`: a warn point before a due time. `breach`: it is over. The others say what a ladder is climbed for. */
export const AlertKind = Type.Union([Type.Literal('warn'), Type.Literal('breach'), ...BESIDE_CLOCKS])
export type AlertKind = Static<typeof AlertKind>

/** Who is told, by which channel; a group has neither address nor name. */
export const AlertRecipient = Type.Object({
  channel: ChannelKind,
  address: Type.Optional(Type.String()),
  /** Id of a person. */
  person: Type.Optional(Type.String())
})
export type AlertRecipient = Static<typeof AlertRecipient>

/** A stretch in which nobody could know or tell. */
export const AlertGap = Type.Object({ from: Instant, to: Instant, why: Type.String() })
export type AlertGap = Static<typeof AlertGap>

/**
 * One thing that has to be told, made once by create; its id is
 * `<ticket>/<clock or subject>/<event that set it>/<kind>/<warn point or rung>/<repeat>` (R40).
 * Recipients and channels are frozen in it; it names no citizen and carries no text of theirs.
 */
export const Alert = Type.Object({
  id: Type.String(),
  ticket: Type.String(),
  number: Type.String(),
  /** Id of the clock, or what else it is about. */
  clock: Type.String(),
  dueSetBy: Type.Integer(),
  kind: AlertKind,
  /** ms left before the due time at a warn point; 0 otherwise. */
  point: Type.Integer({ minimum: 0 }),
  rung: Type.Integer({ minimum: 0 }),
  repeat: Type.Integer({ minimum: 0 }),
  urgent: Type.Boolean(),
  level: RiskLevel,
  account: Type.String(),
  department: Type.Optional(Type.String()),
  /** When the clock is due, of a dispatch that of its department; of what has no clock, when it happened. */
  dueAt: Instant,
  madeAt: Instant,
  /** It goes into a digest: quiet hours gathered it (R37), or it fell due while nobody could tell (R30). */
  gather: Type.Optional(Type.Union([Type.Literal('quiet-hours'), Type.Literal('late')])),
  gap: Type.Optional(AlertGap),
  recipients: Type.Array(AlertRecipient)
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

/** One alert, or a digest of several, on its way to one recipient. Id: `<alert>/<channel>`, and the address if any. */
export const Delivery = Type.Object({
  id: Type.String(),
  /** Of a digest, the gravest. */
  alert: Alert,
  /** What a digest tells, the gravest first, and how many more it stands for. */
  digest: Type.Optional(Type.Array(Alert, { maxItems: 200 })),
  more: Type.Optional(Type.Integer({ minimum: 0 })),
  /** Digests of the ids of all alerts that it takes in. */
  taken: Type.Optional(Type.Array(Type.String())),
  channel: Type.String(),
  address: Type.Optional(Type.String()),
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
