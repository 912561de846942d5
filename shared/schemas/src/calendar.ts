import { type Static, Type } from 'typebox'
import { Instant } from './names.ts'
import { parser } from './parse.ts'

/** A day of the proleptic Gregorian calendar in the calendar's own zone, such as `2026-02-14`. */
export const DayDate = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' })

/** Wall time, `00:00` to `24:00`. */
export const TimeOfDay = Type.String({ pattern: '^(([01]\\d|2[0-3]):[0-5]\\d|24:00)$' })

/** Half-open: the end belongs to it no more. */
export const Interval = Type.Object({ start: TimeOfDay, end: TimeOfDay }, { additionalProperties: false })
export type Interval = Static<typeof Interval>

const Hours = Type.Array(Interval, { maxItems: 24 })

/** What is open on each day of the week; an empty list is a day off. */
export const Week = Type.Object(
  { mon: Hours, tue: Hours, wed: Hours, thu: Hours, fri: Hours, sat: Hours, sun: Hours },
  { additionalProperties: false }
)
export type Week = Static<typeof Week>

const Reason = Type.String({ minLength: 1, maxLength: 100 })

/** Weekly hours that stand in for the usual ones between two days, both included: summer hours. */
export const Season = Type.Object(
  { from: DayDate, to: DayDate, week: Week, workday: Hours, reason: Reason },
  { additionalProperties: false }
)
export type Season = Static<typeof Season>

const dated = {
  date: DayDate,
  /** The last day of a range; absent: this one day. */
  to: Type.Optional(DayDate),
  reason: Reason,
  /** The year of the notice that it was taken from; absent: the office's own, which no notice changes. */
  notice: Type.Optional(Type.Integer())
}

/** Replaces the day wholly: off, worked with the hours of a worked day, or with hours of its own (R12). */
export const Override = Type.Union([
  Type.Object({ ...dated, kind: Type.Literal('off') }, { additionalProperties: false }),
  Type.Object({ ...dated, kind: Type.Literal('workday') }, { additionalProperties: false }),
  Type.Object({ ...dated, kind: Type.Literal('hours'), hours: Hours }, { additionalProperties: false })
])
export type Override = Static<typeof Override>

/** R17: what counts time, when messages wait, and who is on duty are three calendars. */
export const CalendarPurpose = Type.Union([Type.Literal('counting'), Type.Literal('quiet'), Type.Literal('duty')])
export type CalendarPurpose = Static<typeof CalendarPurpose>

/** One version of a calendar (R12–R15); immutable. */
export const Calendar = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,59}$' }),
    version: Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9.-]{0,59}$' }),
    name: Type.String({ minLength: 1, maxLength: 100 }),
    purpose: CalendarPurpose,
    /** IANA name; days and hours are meant there. */
    zone: Type.String(),
    /** From when this version counts, UTC in ms. */
    effectiveFrom: Instant,
    week: Week,
    /** Hours of a weekend that is worked. */
    workday: Hours,
    seasons: Type.Array(Season, { maxItems: 100 }),
    days: Type.Array(Override, { maxItems: 10_000 }),
    /** Years whose holidays are known (R14); `all` where holidays change nothing, as round the clock. */
    years: Type.Union([Type.Literal('all'), Type.Array(Type.Integer({ minimum: 1970, maximum: 2999 }))])
  },
  { additionalProperties: false }
)
export type Calendar = Static<typeof Calendar>

export const parseCalendar = parser(Calendar, 'calendar')

/** What the State Council announced for a year, as holiday-cn writes it; a day that is not off is worked. */
export const HolidayNotice = Type.Object({
  year: Type.Integer({ minimum: 1970, maximum: 2999 }),
  papers: Type.Array(Type.String()),
  days: Type.Array(Type.Object({ name: Reason, date: DayDate, isOffDay: Type.Boolean() }))
})
export type HolidayNotice = Static<typeof HolidayNotice>

export const parseHolidayNotice = parser(HolidayNotice, 'holiday notice')

const Length = Type.Integer({ minimum: 1 })

/**
 * What a due time is counted in (R10). CALENDAR_HOURS: natural time. WORKING_HOURS: time that the calendar has open.
 * WORKDAYS: the same time of day, so many worked days on. CALENDAR_ROLL: natural time; what falls outside the open
 * hours is due when they open next. `ms` are milliseconds.
 */
export const Target = Type.Union([
  Type.Object({ kind: Type.Literal('CALENDAR_HOURS'), ms: Length }),
  Type.Object({ kind: Type.Literal('WORKING_HOURS'), ms: Length }),
  Type.Object({ kind: Type.Literal('WORKDAYS'), days: Length }),
  Type.Object({ kind: Type.Literal('CALENDAR_ROLL'), ms: Length })
])
export type Target = Static<typeof Target>

/** R18. */
export const PauseReason = Type.Union([
  Type.Literal('awaiting_citizen'),
  Type.Literal('platform_outage'),
  Type.Literal('legal_hold'),
  Type.Literal('superior_instruction')
])
export type PauseReason = Static<typeof PauseReason>

/** `to` is when it ended or, while it lasts, when it ends by itself. Half-open instants, UTC in ms. */
export const Pause = Type.Object({ from: Instant, to: Instant, reason: PauseReason })
export type Pause = Static<typeof Pause>

/** Instants, UTC in ms, half-open. */
export const Span = Type.Object({ from: Instant, to: Instant })
export type Span = Static<typeof Span>

/** Days in a row that were left out; without a reason they are ordinary days off of the week. */
export const SkippedDays = Type.Object({ from: DayDate, to: DayDate, reason: Type.Optional(Type.String()) })
export type SkippedDays = Static<typeof SkippedDays>

/** Why a due time is what it is (R16). */
export const DueExplanation = Type.Object({
  target: Target,
  start: Instant,
  dueAt: Instant,
  /** Counted before `start`, under an earlier version of calendar or policy; in ms of the target. */
  used: Type.Integer({ minimum: 0 }),
  counted: Type.Array(Span),
  skipped: Type.Array(SkippedDays),
  /** Days with other hours than their weekday's, as far as time was counted on them. */
  replaced: Type.Array(
    Type.Object({
      date: DayDate,
      kind: Type.Union([Type.Literal('workday'), Type.Literal('hours')]),
      reason: Type.String()
    })
  ),
  /** Pauses between start and due time. */
  pauses: Type.Array(Pause),
  /** CALENDAR_ROLL: when it would have been due, outside the open hours. */
  rolledFrom: Type.Optional(Instant),
  /** Years that it reaches into whose holidays are not known: then it is provisional (R14). */
  unknownYears: Type.Array(Type.Integer()),
  zone: Type.String(),
  calendar: Type.Object({ id: Type.String(), version: Type.String() }),
  policy: Type.Optional(Type.String())
})
export type DueExplanation = Static<typeof DueExplanation>
