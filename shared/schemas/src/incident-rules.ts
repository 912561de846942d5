import { type Static, type TProperties, Type } from 'typebox'
import { Impact, InBoth, Procedure, Scale, StatementKind } from './incident.ts'
import { LetterTarget } from './letter.ts'
import { RiskLevel } from './names.ts'

const closed = <P extends TProperties>(properties: P) => Type.Object(properties, { additionalProperties: false })
const Id = Type.String({ pattern: '^[a-z][a-z0-9-]*$', maxLength: 60 })
const Name = Type.String({ minLength: 1, maxLength: 100 })
const Words = Type.Array(Name, { maxItems: 500 })
const HOUR = 3_600_000
const DAY = 24 * HOUR
const Duration = Type.Integer({ minimum: 0, maximum: 90 * DAY })
const From = Type.Integer({ minimum: 1, maximum: 1_000_000 })

/** How soon the watch calls something a burst. */
export const Sensitivity = Type.Union([Type.Literal('low'), Type.Literal('medium'), Type.Literal('high')])
export type Sensitivity = Static<typeof Sensitivity>

/** What an incident is about. The first whose share is reached counts, else the last, which asks nothing. */
export const Nature = closed({
  id: Id,
  name: InBoth,
  /** Codes of risk reasons, of which one tells it. */
  reasons: Type.Optional(Type.Array(Id, { maxItems: 100 })),
  words: Type.Optional(Words),
  departments: Type.Optional(Type.Array(Name, { maxItems: 100 })),
  /** Of the comments that were looked at, so many must tell it. */
  share: Type.Optional(Type.Number({ minimum: 0, maximum: 1 }))
})
export type Nature = Static<typeof Nature>

/** From these on the scale is reached; any of them is enough. */
export const ScaleStep = closed({
  scale: Scale,
  comments: Type.Optional(From),
  people: Type.Optional(From),
  accounts: Type.Optional(From),
  platforms: Type.Optional(From)
})
export type ScaleStep = Static<typeof ScaleStep>

/** One row of the table: at this nature and scale, the level by trend. */
export const LevelRow = closed({
  nature: Id,
  scale: Scale,
  rising: RiskLevel,
  steady: RiskLevel,
  falling: RiskLevel,
  impact: Impact
})
export type LevelRow = Static<typeof LevelRow>

/** Whom letters go to; an office above by its address. `channels`: the groups of all channels that are configured. */
export const TellWhom = Type.Union([LetterTarget, closed({ kind: Type.Literal('channels') })])
export type TellWhom = Static<typeof TellWhom>

export const ChainLink = closed({
  /** From this level on. */
  from: RiskLevel,
  to: Type.Array(TellWhom, { minItems: 1, maxItems: 50 }),
  /** They are asked to say that they have received it. */
  receipt: Type.Boolean()
})
export type ChainLink = Static<typeof ChainLink>

export const TrackRule = closed({
  id: Id,
  name: InBoth,
  procedure: Procedure,
  /** ms from the instant at which the procedure began. */
  within: Type.Integer({ minimum: 60_000, maximum: 90 * DAY }),
  by: Type.Union([Type.Literal('published'), Type.Literal('steps')])
})
export type TrackRule = Static<typeof TrackRule>

export const StepRule = closed({
  id: Id,
  name: InBoth,
  procedure: Procedure,
  owner: Name,
  /** Its deadline. */
  track: Type.Optional(Id),
  /** It is done when a statement of this kind is published. */
  byStatement: Type.Optional(StatementKind)
})
export type StepRule = Static<typeof StepRule>

/** What is about any of these opens no incident below the level. */
export const MuteRule = closed({
  name: Name,
  words: Words,
  accounts: Type.Optional(Type.Array(Type.String({ maxLength: 200 }), { maxItems: 200 })),
  below: RiskLevel,
  until: Type.Optional(Type.Integer({ minimum: 0 }))
})
export type MuteRule = Static<typeof MuteRule>

/** By which nature, scale and trend give an incident its level, and what is done at it. */
export const IncidentRules = closed({
  sensitivity: Sensitivity,
  natures: Type.Array(Nature, { minItems: 1, maxItems: 30 }),
  /** From small to huge. */
  scales: Type.Array(ScaleStep, { minItems: 1, maxItems: 4 }),
  trend: closed({
    /** So many times the rate of the look before: rising. */
    rising: Type.Number({ minimum: 1, maximum: 100 }),
    falling: Type.Number({ minimum: 0, maximum: 1 })
  }),
  levels: Type.Array(LevelRow, { minItems: 1, maxItems: 120 }),
  /** A level is lowered when the table has given a lower one for so long (ms). */
  lowerAfter: Duration,
  /** Its name, its words, and what is done at each level. */
  procedures: closed({ blue: Procedure, yellow: Procedure, orange: Procedure, red: Procedure }),
  /** From this level on letters are urgent. */
  urgentFrom: RiskLevel,
  /** Numbers of members at which people are told. */
  steps: Type.Array(From, { minItems: 1, maxItems: 20 }),
  chain: Type.Array(ChainLink, { maxItems: 20 }),
  tracks: Type.Array(TrackRule, { maxItems: 10 }),
  plan: Type.Array(StepRule, { maxItems: 40 }),
  mutes: Type.Array(MuteRule, { maxItems: 100 }),
  /** A false alarm stays silent until there are so many times the comments. */
  falseAlarmFactor: Type.Number({ minimum: 1, maximum: 100 }),
  /** One that was closed is reopened by as many new comments as the first step, within so long (ms); later it is a new one. */
  reopenWithin: Duration,
  /** What happened longer ago than this (ms) is told in one digest. */
  staleAfter: Type.Integer({ minimum: 60_000, maximum: 30 * DAY })
})
export type IncidentRules = Static<typeof IncidentRules>
