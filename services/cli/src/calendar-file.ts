import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import { type HolidayNotice, parseHolidayNotice } from '@huiyin/schemas/calendar.ts'

export interface NoticeFile {
  name: string
  format: 'iCalendar' | 'JSON'
  notices: HolidayNotice[]
}

/**
 * Reads notices from a file: holiday-cn's JSON, one or an array, or an iCalendar. With `year` only that one's.
 * Throws INVALID_REQUEST for a file that is neither, or that has no notice (R14).
 */
export async function readNotices(path: string, year?: number): Promise<NoticeFile> {
  const name = basename(path)
  const text = (await read(path)).replace(/^\uFEFF/, '')
  const format = /^\s*BEGIN:VCALENDAR/i.test(text) ? 'iCalendar' : 'JSON'
  const found = format === 'JSON' ? noticesOfJson(text, name) : (await import('./calendar-ical.ts')).noticesOfIcal(text)
  const notices = year === undefined ? found : found.filter(notice => notice.year === year)
  if (notices.length > 0) return { name, format, notices: notices.toSorted((a, b) => a.year - b.year) }
  const expected = year === undefined ? 'days off and days worked' : `days of ${year}`
  throw new HuiyinError('INVALID_REQUEST', `${name}: expected ${expected}; there is none, so no year becomes known`)
}

async function read(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    throw new HuiyinError('INVALID_REQUEST', `${path} cannot be read: ${(error as Error).message}`, { cause: error })
  }
}

function noticesOfJson(text: string, name: string): HolidayNotice[] {
  try {
    const value: unknown = JSON.parse(text)
    return (Array.isArray(value) ? value : [value]).map(parseHolidayNotice)
  } catch (error) {
    const message = `${name}: expected an iCalendar, or JSON as of holiday-cn: ${(error as Error).message}`
    throw new HuiyinError('INVALID_REQUEST', message, { cause: error })
  }
}
