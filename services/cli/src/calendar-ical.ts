import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { HolidayNotice } from '@huiyin/schemas/calendar.ts'
import ICAL from 'ical.js'

type Day = HolidayNotice['days'][number]

/** A year has seven holidays by law; fewer days are the neighbours' that reach into it. */
const FEWEST_DAYS = 7
const MOST_DAYS_OF_EVENT = 60
const HOLIDAYS = /元旦|春节|清明节?|劳动节|端午节?|中秋节?|国庆节?/g

/**
 * The notices in an iCalendar of days off and days worked, one per year.
 * Throws INVALID_REQUEST for what is none, or an event that does not say whether its days are off or worked.
 */
export function noticesOfIcal(text: string): HolidayNotice[] {
  const days = componentOf(text).getAllSubcomponents('vevent').flatMap(daysOf)
  const byYear = Map.groupBy(days, ({ date }) => Number(date.slice(0, 4)))
  for (const [year, few] of byYear) {
    if (few.length >= FEWEST_DAYS || !few.every(({ date }) => date.slice(5, 7) === '12')) continue
    const next = byYear.get(year + 1)
    if (!next) continue
    next.unshift(...few) // New Year's holiday that begins in December
    byYear.delete(year)
  }
  return Array.from(byYear, ([year, days]) => ({ year, papers: [], days }))
}

function componentOf(text: string) {
  try {
    return new ICAL.Component(ICAL.parse(text))
  } catch (error) {
    throw refused(`expected an iCalendar; ${(error as Error).message}`)
  }
}

function daysOf(component: InstanceType<typeof ICAL.Component>): Day[] {
  const event = new ICAL.Event(component)
  const summary = event.summary?.trim() ?? ''
  const { startDate: start } = event
  if (!start) throw refused(`expected a DTSTART in each event; "${summary}" has none`)
  if (!start.isDate) throw refused(`expected whole days; "${summary}" begins at ${start.toString()}`)
  if (event.isRecurring()) throw refused(`expected days of one year; "${summary}" comes again and again`)
  const isOffDay = isOff(component, summary)
  const name = nameOf(summary)
  const end = event.endDate
  const days: Day[] = []
  const day = start.clone()
  do {
    days.push({ name, date: day.toString(), isOffDay })
    day.adjust(1, 0, 0, 0)
  } while (day.compare(end) < 0 && days.length <= MOST_DAYS_OF_EVENT)
  if (days.length > MOST_DAYS_OF_EVENT)
    throw refused(`expected at most ${MOST_DAYS_OF_EVENT} days; "${summary}" has more`)
  return days
}

function isOff(component: InstanceType<typeof ICAL.Component>, summary: string): boolean {
  const special = String(component.getFirstPropertyValue('x-apple-special-day') ?? '')
  if (special === 'WORK-HOLIDAY') return true
  if (special === 'ALTERNATE-WORKDAY') return false
  if (/班/.test(summary)) return false // 上班(补春节假期) names both
  if (/[休假]/.test(summary)) return true
  throw refused(`expected 休, 假 or 班 in each event, or X-APPLE-SPECIAL-DAY; "${summary}" has none`)
}

function nameOf(summary: string): string {
  const names = summary.match(HOLIDAYS)?.map(name => (/[明午秋庆]$/.test(name) ? `${name}节` : name))
  return names?.join('、') ?? (summary || '节假日')
}

const refused = (what: string) => new HuiyinError('INVALID_REQUEST', `iCalendar: ${what}`)
