import type { Calendar, Target } from '@huiyin/schemas/calendar.ts'
import { officeCalendar } from '../src/calendar/office-calendar.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** Wall time in Shanghai, such as `2026-02-14 16:00`. */
export const at = (text: string) => Date.parse(`${text.replace(' ', 'T')}+08:00`)

export const shown = (instant: number) => new Date(instant + 8 * HOUR).toISOString().slice(0, 16).replace('T', ' ')

export const OFFICE = officeCalendar()

export const workingHours = (hours: number): Target => ({ kind: 'WORKING_HOURS', ms: hours * HOUR })
export const naturalHours = (hours: number): Target => ({ kind: 'CALENDAR_HOURS', ms: hours * HOUR })
export const workdays = (days: number): Target => ({ kind: 'WORKDAYS', days })
export const rolling = (hours: number): Target => ({ kind: 'CALENDAR_ROLL', ms: hours * HOUR })

export const office = (of: Partial<Calendar>): Calendar => ({ ...OFFICE, ...of })
