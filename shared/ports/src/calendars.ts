import { readCalendar } from '@huiyin/domain/calendar/check-calendar.ts'
import { HuiyinError, versionExists } from '@huiyin/domain/errors.ts'
import { DEFAULT_RULES, refOf } from '@huiyin/domain/rules.ts'
import type { Calendar } from '@huiyin/schemas/calendar.ts'
import type { Records } from './records.ts'
import { addVersion, entriesOf, RULE_KINDS } from './rule-records.ts'

const SHIPPED = DEFAULT_RULES.calendars

/** The versions of calendars that a deployment keeps; made once, never changed (R15). */
export interface CalendarStore {
  /** The newest version; the shipped one while none is kept. Throws INVALID_REQUEST when there is none. */
  newest: (id: string) => Promise<Calendar>
  /** The name of the version after the newest. */
  nextVersion: (id: string) => Promise<string>
  /** Throws CALENDAR_INVALID, or VERSION_EXISTS when that version is there with another content. */
  add: (calendar: Calendar) => Promise<void>
}

/** Kept among the other rules of a deployment; rejects with STORE_UNAVAILABLE while the store is away. */
export function calendarStore(records: Pick<Records, 'create' | 'get' | 'list' | 'refresh'>): CalendarStore {
  async function kept(id: string): Promise<Calendar[]> {
    await records.refresh()
    const found: Calendar[] = []
    for await (const { value } of entriesOf<Calendar>(records, RULE_KINDS.calendar, `${id}@`)) found.push(value)
    return found
  }

  return {
    async newest(id) {
      const newest = (await kept(id)).sort(byAge).at(-1)
      if (newest) return readCalendar(newest)
      const shipped = SHIPPED.findLast(calendar => calendar.id === id)
      if (shipped) return shipped
      const known = [...new Set(SHIPPED.map(calendar => `"${calendar.id}"`))].join(', ')
      throw new HuiyinError('INVALID_REQUEST', `Expected a calendar that is kept, or ${known}; "${id}" came`)
    },
    async nextVersion(id) {
      const numbers = (await kept(id)).map(({ version }) => Number(version)).filter(Number.isInteger)
      return String(Math.max(0, ...numbers) + 1)
    },
    async add(value) {
      const calendar = readCalendar(value)
      const id = refOf(calendar)
      if (SHIPPED.some(shipped => refOf(shipped) === id)) throw versionExists(`Calendar ${id}`)
      await addVersion(records, RULE_KINDS.calendar, { id, value: calendar }, `Calendar ${id}`)
    }
  }
}

/** The eldest first; of one instant by the numbers in their names: 10 comes after 9. */
export const byAge = (a: { version: string; effectiveFrom: number }, b: typeof a) =>
  a.effectiveFrom - b.effectiveFrom || a.version.localeCompare(b.version, 'en', { numeric: true })
