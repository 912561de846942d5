import { type Static, Type } from 'typebox'
import { CommentRow, TicketRow } from './api.ts'
import { Instant, PlatformName } from './names.ts'

/** What the leaders' dashboards are told. Days are those of Asia/Shanghai. */

export const BoardSpan = Type.Union([
  Type.Literal('today'),
  Type.Literal('week'),
  Type.Literal('month'),
  Type.Literal('quarter')
])
export type BoardSpan = Static<typeof BoardSpan>

/** From (inclusive) to (exclusive); `until`: what is counted ends there, before `to` where the period is not over. */
export const BoardPeriod = Type.Object({ name: Type.String(), from: Instant, to: Instant, until: Instant })
export type BoardPeriod = Static<typeof BoardPeriod>

const Told = Type.Union([Type.Number(), Type.Null()])

/**
 * Times in ms, shares 0 … 1. Null: nothing to reckon from, or fewer than the minimum sample (`sample` says how many there
 * were), or not counted yet.
 */
export const BoardNumber = Type.Object({
  value: Told,
  sample: Type.Optional(Type.Integer({ minimum: 0 })),
  before: Told,
  beforeSample: Type.Optional(Type.Integer({ minimum: 0 }))
})
export type BoardNumber = Static<typeof BoardNumber>

export const BoardFigure = Type.Object({
  /** Code of the table of figures; its words stand in `definitions`. */
  figure: Type.String(),
  ...BoardNumber.properties
})
export type BoardFigure = Static<typeof BoardFigure>

const Words = Type.Object({ zh: Type.String(), en: Type.String() })

/** What a figure is called and how it is counted. */
export const BoardDefinition = Type.Object({
  name: Words,
  definition: Words,
  /** `share` is 0 … 1, `ms` a stretch of time; all others are numbers of things. */
  unit: Type.String(),
  /** The figures whose lists are behind it: itself, or what it is a share of. */
  rows: Type.Array(Type.String())
})
export type BoardDefinition = Static<typeof BoardDefinition>

/** `at`: where the hour or day begins. Points that have not begun yet are left out. */
export const BoardPoint = Type.Object({ at: Instant, value: Type.Number(), before: Type.Optional(Type.Number()) })
export type BoardPoint = Static<typeof BoardPoint>

export const BoardUnit = Type.Union([Type.Literal('hour'), Type.Literal('day')])
export type BoardUnit = Static<typeof BoardUnit>

export const BoardSeries = Type.Object({ figure: Type.String(), unit: BoardUnit, points: Type.Array(BoardPoint) })
export type BoardSeries = Static<typeof BoardSeries>

/** How many of a whole have a value; `before` in the period compared with. */
export const BoardPart = Type.Object({ key: Type.String(), value: Type.Integer(), before: Type.Integer() })
export type BoardPart = Static<typeof BoardPart>

export const BoardTopic = Type.Object({ phrase: Type.String(), value: Type.Integer(), before: Type.Integer() })
export type BoardTopic = Static<typeof BoardTopic>

/** An account (accountId()) or a department, by figures. */
export const BoardRank = Type.Object({
  key: Type.String(),
  name: Type.String(),
  platform: Type.Optional(PlatformName),
  numbers: Type.Record(Type.String(), BoardNumber)
})
export type BoardRank = Static<typeof BoardRank>

/** How the house stands at `asOf`, whatever the period; each is a figure of `definitions` with a list behind it. */
export const BoardNow = Type.Object({ figure: Type.String(), value: Type.Integer() })
export type BoardNow = Static<typeof BoardNow>

/** The house still reads its tickets after a start: what is counted from them is null so long. */
export const BoardCounting = Type.Object({ done: Type.Integer(), of: Type.Integer() })
export type BoardCounting = Static<typeof BoardCounting>

const Told1 = {
  span: BoardSpan,
  period: BoardPeriod,
  /** The same stretch of the period before. */
  compared: BoardPeriod,
  /** When it was counted. */
  asOf: Instant,
  minimumSample: Type.Integer(),
  counting: Type.Optional(BoardCounting),
  /** The log is away since then: what has changed in tickets meanwhile is not counted. */
  staleSince: Type.Optional(Instant)
}

export const BoardOverview = Type.Object({
  ...Told1,
  figures: Type.Array(BoardFigure),
  now: Type.Array(BoardNow),
  series: Type.Array(BoardSeries),
  /** Of the citizens' comments of the period. */
  mixes: Type.Object({
    label: Type.Array(BoardPart),
    level: Type.Array(BoardPart),
    sentiment: Type.Array(BoardPart)
  }),
  topics: Type.Array(BoardTopic),
  /** The one with the most comments first. */
  accounts: Type.Array(BoardRank),
  /** The one with the most dispatches first. */
  departments: Type.Array(BoardRank),
  definitions: Type.Record(Type.String(), BoardDefinition)
})
export type BoardOverview = Static<typeof BoardOverview>

const Feelings = { negative: Type.Integer(), neutral: Type.Integer(), positive: Type.Integer() }

export const Mood = Type.Object(Feelings)
export type Mood = Static<typeof Mood>

export const MoodPoint = Type.Object({ at: Instant, ...Feelings, before: Type.Optional(Mood) })
export type MoodPoint = Static<typeof MoodPoint>

/** `key`: accountId(), or the name of a department, topic or place. */
export const MoodPart = Type.Object({ key: Type.String(), name: Type.String(), ...Feelings, before: Mood })
export type MoodPart = Static<typeof MoodPart>

export const MoodNote = Type.Object({
  at: Instant,
  kind: Type.Union([Type.Literal('post'), Type.Literal('incident')]),
  id: Type.String(),
  title: Type.String(),
  account: Type.Optional(Type.String()),
  link: Type.Optional(Type.String())
})
export type MoodNote = Static<typeof MoodNote>

export const BoardMood = Type.Object({
  ...Told1,
  unit: BoardUnit,
  total: Mood,
  before: Mood,
  series: Type.Array(MoodPoint),
  annotations: Type.Array(MoodNote),
  accounts: Type.Array(MoodPart),
  departments: Type.Array(MoodPart),
  topics: Type.Array(MoodPart),
  places: Type.Array(MoodPart),
  /** Words that more comments hold than in the period before, the most surprising first. */
  grown: Type.Array(Type.Object({ word: Type.String(), value: Type.Integer(), before: Type.Integer() })),
  examples: Type.Array(CommentRow),
  definitions: Type.Record(Type.String(), BoardDefinition)
})
export type BoardMood = Static<typeof BoardMood>

/** By what a list behind a number can be narrowed, with `key`. */
export const BoardBy = Type.Union([
  Type.Literal('label'),
  Type.Literal('level'),
  Type.Literal('sentiment'),
  Type.Literal('platform'),
  Type.Literal('account'),
  Type.Literal('department'),
  Type.Literal('place'),
  Type.Literal('topic'),
  Type.Literal('word')
])
export type BoardBy = Static<typeof BoardBy>

/** One thing that was counted: exactly one of ticket, comment, post and incident says what it was. */
export const BoardRow = Type.Object({
  /** The instant by which it was counted. */
  at: Instant,
  /** Of times and scores: how much it adds. */
  value: Type.Optional(Type.Number()),
  ticket: Type.Optional(TicketRow),
  comment: Type.Optional(CommentRow),
  /** A comment that was collected only after the number had been counted. */
  late: Type.Optional(Type.Literal(true)),
  post: Type.Optional(
    Type.Object({
      id: Type.String(),
      platform: PlatformName,
      account: Type.String(),
      accountName: Type.String(),
      title: Type.Optional(Type.String()),
      link: Type.Optional(Type.String())
    })
  ),
  incident: Type.Optional(
    Type.Object({
      id: Type.String(),
      number: Type.String(),
      title: Type.String(),
      level: Type.String(),
      state: Type.String()
    })
  )
})
export type BoardRow = Static<typeof BoardRow>

export const BoardRows = Type.Object({
  figure: Type.String(),
  /** Equals the number that was shown, but for comments that were collected since (`late`). */
  total: Type.Integer(),
  rows: Type.Array(BoardRow),
  after: Type.Optional(Type.String()),
  period: BoardPeriod,
  asOf: Instant,
  definition: BoardDefinition,
  counting: Type.Optional(BoardCounting),
  staleSince: Type.Optional(Instant),
  now: Instant
})
export type BoardRows = Static<typeof BoardRows>

/** What somebody is told of, again and again. */
export const BoardSubscriptionBody = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 60 }),
    view: Type.Union([Type.Literal('overview'), Type.Literal('mood')]),
    /** The view's own part of the address, such as `span=week&account=wechat%2Fgh_1`. */
    place: Type.String({ maxLength: 500 }),
    every: Type.Union([Type.Literal('daily'), Type.Literal('weekly')]),
    /** Of `weekly`: 1 is Monday, 7 Sunday; Monday where it is absent. */
    weekday: Type.Optional(Type.Integer({ minimum: 1, maximum: 7 })),
    /** Time of day in Asia/Shanghai. */
    at: Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' })
  },
  { additionalProperties: false }
)
export type BoardSubscriptionBody = Static<typeof BoardSubscriptionBody>

/** `seen`: the tag of what one saw; without it whatever stands there is changed. */
export const BoardSubscriptionChange = Type.Object(
  { ...BoardSubscriptionBody.properties, seen: Type.Optional(Type.String({ maxLength: 40 })) },
  { additionalProperties: false }
)

export const BoardSubscriptionRow = Type.Object({
  id: Type.String(),
  /** Of what one chose: another when that was changed. */
  tag: Type.String(),
  ...BoardSubscriptionBody.properties,
  madeAt: Instant,
  nextAt: Instant,
  /** When it was sent last. */
  sentAt: Type.Optional(Instant),
  /** Whether its owner is reached by mail or robot. */
  reached: Type.Boolean()
})
export type BoardSubscriptionRow = Static<typeof BoardSubscriptionRow>

export const BoardSubscriptionList = Type.Object({ rows: Type.Array(BoardSubscriptionRow) })
export type BoardSubscriptionList = Static<typeof BoardSubscriptionList>
