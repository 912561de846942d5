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

const startOf = (day: string) => Date.parse(`${day}T00:00:00+08:00`)

/**
 * Every version that was shipped: one per day on which a notice came, in force from the start of that day in Shanghai,
 * the first from ever. A clock keeps its version, so none that was shipped is left out later.
 */
export const OFFICE_VERSIONS: readonly Calendar[] = (() => {
  const versions: Calendar[] = []
  for (const notice of NOTICES) {
    const before = versions.at(-1)
    const made = { version: `cn-${notice.publishedOn}`, effectiveFrom: before ? startOf(notice.publishedOn) : 0 }
    versions.push(withNotice(before ?? BARE_OFFICE, notice, made).calendar)
  }
  return versions
})()

/**
 * Office hours Mon–Fri 09:00–12:00 and 14:00–18:00 with all notices up to a day, such as `2020-01-26`, in force from
 * ever: what an office counts by until it has a calendar of its own.
 */
export function officeCalendar(upTo = '9999-12-31'): Calendar {
  const known = NOTICES.findLastIndex(({ publishedOn }) => publishedOn <= upTo)
  return { ...(OFFICE_VERSIONS[known] ?? { ...BARE_OFFICE, version: 'cn-none' }), effectiveFrom: 0 }
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
