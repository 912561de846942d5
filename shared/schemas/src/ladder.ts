import { type Static, Type } from 'typebox'
import { Instant } from './names.ts'
import { ChannelKind } from './person.ts'
import { WeeklyStretch, Zone } from './roster.ts'

const Id = Type.String({ minLength: 1, maxLength: 100 })
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** What a ladder is climbed for beside the clocks. `dispatched`: a department is asked to act, until it signs for it. */
export const BESIDE_CLOCKS = [
  Type.Literal('risk-rose'),
  Type.Literal('urgent'),
  Type.Literal('dispatched'),
  Type.Literal('unsigned-dispatch'),
  Type.Literal('reported-upward'),
  Type.Literal('supervised'),
  Type.Literal('reopened-often'),
  Type.Literal('incident-rising')
] as const

/** What a ladder is climbed for. */
export const TriggerKind = Type.Union([Type.Literal('approaching'), Type.Literal('breached'), ...BESIDE_CLOCKS])
export type TriggerKind = Static<typeof TriggerKind>

/** Whom a rung tells: a person, who is on duty, the head of the ticket's or a named department, or a group's channel. */
export const Target = Type.Union([
  Type.Object({ kind: Type.Literal('person'), person: Id }, { additionalProperties: false }),
  Type.Object({ kind: Type.Literal('roster'), roster: Id }, { additionalProperties: false }),
  Type.Object(
    { kind: Type.Literal('department-head'), department: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })) },
    { additionalProperties: false }
  ),
  Type.Object({ kind: Type.Literal('channel'), channel: ChannelKind }, { additionalProperties: false })
])
export type Target = Static<typeof Target>

export const Rung = Type.Object(
  {
    /** ms from the trigger. */
    after: Type.Integer({ minimum: 0, maximum: 90 * DAY }),
    to: Type.Array(Target, { minItems: 1, maxItems: 20 }),
    /** Channels by which persons are told. */
    by: Type.Array(ChannelKind, { minItems: 1, maxItems: 10 }),
    /** Told again every so many ms, so many times; without `times` for as long as the rung stands. */
    repeat: Type.Optional(
      Type.Object(
        {
          every: Type.Integer({ minimum: MINUTE, maximum: 30 * DAY }),
          times: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 }))
        },
        { additionalProperties: false }
      )
    ),
    /** Told again when an acknowledgement has run out (R33). */
    untilAcknowledged: Type.Boolean()
  },
  { additionalProperties: false }
)
export type Rung = Static<typeof Rung>

/** Who is told, after how long, how often (R32). A version is immutable; an escalation keeps the one it began under. */
export const Ladder = Type.Object(
  {
    id: Id,
    version: Id,
    effectiveFrom: Instant,
    /** What it is climbed for. */
    for: Type.Array(TriggerKind, { minItems: 1, maxItems: 10 }),
    /** Climbed for what is urgent, or for what is not. */
    urgent: Type.Boolean(),
    /** What is not urgent waits for the end of the quiet hours (R37). */
    keepsQuietHours: Type.Boolean(),
    rungs: Type.Array(Rung, { minItems: 1, maxItems: 20 })
  },
  { additionalProperties: false }
)
export type Ladder = Static<typeof Ladder>

/** When only urgent alerts are told (R37); apart from counting hours and rosters (R17). */
export const QuietHours = Type.Object(
  { version: Id, zone: Zone, weekly: Type.Array(WeeklyStretch, { maxItems: 50 }) },
  { additionalProperties: false }
)
export type QuietHours = Static<typeof QuietHours>
