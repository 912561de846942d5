import { type Calendar, type HolidayNotice, parseHolidayNotice } from '@huiyin/schemas/calendar.ts'
import announced from '../../data/holidays-cn.json' with { type: 'json' }
import { withNotice } from './notices.ts'

export type Announced = HolidayNotice & { publishedOn: string }

/** What the State Council has announced, in order; where a year comes twice the later notice counts. */
export const NOTICES: readonly Announced[] = announced.map(one => ({
  ...parseHolidayNotice(one),
  publishedOn: one.publishedOn
}))

const HOURS = [
  { start: '09:00', end: '12:00' },
  { start: '14:00', end: '18:00' }
]

/** Usual office hours before anything is known of holidays. */
export const BARE_OFFICE: Calendar = {
  id: 'office',
  version: 'bare',
  name: '机关工作时间',
  purpose: 'counting',
  zone: 'Asia/Shanghai',
  effectiveFrom: 0,
  week: { mon: HOURS, tue: HOURS, wed: HOURS, thu: HOURS, fri: HOURS, sat: [], sun: [] },
  workday: HOURS,
  seasons: [],
  days: [],
  years: []
}

/**
 * Office hours Mon–Fri 09:00–12:00 and 14:00–18:00 with all notices up to a day, such as `2020-01-26`:
 * what an office counts by until it has a calendar of its own.
 */
export function officeCalendar(upTo = '9999-12-31'): Calendar {
  const known = NOTICES.filter(({ publishedOn }) => publishedOn <= upTo)
  const version = `cn-${known.at(-1)?.publishedOn ?? 'none'}`
  return known.reduce((calendar, notice) => withNotice(calendar, notice, { version, effectiveFrom: 0 }).calendar, {
    ...BARE_OFFICE,
    version
  })
}

/** Every hour of every day; holidays change nothing. */
export const ROUND_THE_CLOCK: Calendar = (() => {
  const all = [{ start: '00:00', end: '24:00' }]
  return {
    ...BARE_OFFICE,
    id: 'round-the-clock',
    version: '1',
    name: '全天候',
    week: { mon: all, tue: all, wed: all, thu: all, fri: all, sat: all, sun: all },
    workday: all,
    years: 'all'
  }
})()
