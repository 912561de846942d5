import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Target } from '@huiyin/schemas/calendar.ts'
import { AMENDED_FROM, AMENDMENT } from './amendment.ts'

/**
 * Due times the slow way: minute after minute of Shanghai's wall time, each looked at by itself. Shares no line and no
 * idea with the calendars of the house but the notice of the State Council, which is data.
 */
export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
const EAST_8 = 8 * HOUR

type Day = { date: string; isOffDay: boolean }
type Notice = { year: number; days: Day[] }

const NOTICES = join(import.meta.dirname, '../../../shared/domain/data/holidays-cn.json')

const announced: ReadonlyMap<string, boolean> = new Map(
  (JSON.parse(readFileSync(NOTICES, 'utf8')) as Notice[]).flatMap(({ days }) =>
    days.map(({ date, isOffDay }) => [date, isOffDay] as const)
  )
)

const amended: ReadonlyMap<string, boolean> = new Map([
  ...announced,
  ...AMENDMENT.map(({ date, isOffDay }) => [date, isOffDay] as const)
])

/**
 * Which notice a clock goes by: the first, the amended one, or the first until the amendment and then the other, for
 * clocks that ran when it came.
 */
export type Notices = 'first' | 'amended' | 'amended-meanwhile'

export const noticesAt = (at: number): Notices => (at < AMENDED_FROM ? 'first' : 'amended')

const dateOf = (day: number) => new Date(day * DAY).toISOString().slice(0, 10)

const worked = { first: new Map<number, boolean>(), amended: new Map<number, boolean>() }

/** Whether people work on the day of an instant: the notice says so, or else it is one from Monday to Friday. */
function isWorkday(at: number, by: Notices): boolean {
  const notice = by === 'amended-meanwhile' ? (at < AMENDED_FROM ? 'first' : 'amended') : by
  const day = Math.floor((at + EAST_8) / DAY)
  const known = worked[notice].get(day)
  if (known !== undefined) return known
  const off = (notice === 'first' ? announced : amended).get(dateOf(day))
  const weekday = new Date(day * DAY).getUTCDay()
  const isWorked = off === undefined ? weekday !== 0 && weekday !== 6 : !off
  worked[notice].set(day, isWorked)
  return isWorked
}

/** 09:00–12:00 and 14:00–18:00 of a worked day. */
export function isOfficeMinute(at: number, by: Notices = noticesAt(at)): boolean {
  const minuteOfDay = Math.floor((at + EAST_8) / MINUTE) % 1440
  const isOpen = (minuteOfDay >= 540 && minuteOfDay < 720) || (minuteOfDay >= 840 && minuteOfDay < 1080)
  return isOpen && isWorkday(at, by)
}

export type Stretch = { from: number; to: number }

/** What of a minute counts, and how much of the target there is. */
function measure(target: Target, by: Notices): { left: number; counts: (at: number) => boolean } {
  if (target.kind === 'WORKING_HOURS') return { left: target.ms, counts: at => isOfficeMinute(at, by) }
  if (target.kind === 'WORKDAYS') return { left: target.days * DAY, counts: at => isWorkday(at, by) }
  return { left: target.ms, counts: () => true }
}

export type Counting = { pauses?: readonly Stretch[]; by?: Notices }

/** When a target that runs from an instant on is used up; what is paused does not count. */
export function dueAfter(target: Target, start: number, { pauses = [], by = noticesAt(start) }: Counting = {}): number {
  const { counts, left: length } = measure(target, by)
  const isPaused = (at: number) => pauses.some(({ from, to }) => from <= at && at < to)
  const edges = pauses.flatMap(({ from, to }) => [from, to])
  let left = length
  for (let at = start; ; ) {
    const minuteEnds = Math.floor(at / MINUTE) * MINUTE + MINUTE
    const until = edges.reduce((end, edge) => (edge > at && edge < end ? edge : end), minuteEnds)
    if (counts(at) && !isPaused(at)) {
      if (left <= until - at) return target.kind === 'CALENDAR_ROLL' ? opens(at + left, by, isPaused) : at + left
      left -= until - at
    }
    at = until
  }
}

/** The instant itself when the office is open, or else the next minute at which it is. */
function opens(at: number, by: Notices, isPaused: (at: number) => boolean): number {
  let minute = at
  while (!isOfficeMinute(minute, by) || isPaused(minute)) minute = Math.floor(minute / MINUTE) * MINUTE + MINUTE
  return minute
}
