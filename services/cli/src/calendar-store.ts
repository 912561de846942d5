import { readCalendar } from '@huiyin/domain/calendar/check-calendar.ts'
import { officeCalendar } from '@huiyin/domain/calendar/office-calendar.ts'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { Calendar } from '@huiyin/schemas/calendar.ts'

/** Kind of the records; their ids are `calendar@version`. */
export const CALENDAR = 'calendar'

/** The versions of calendars that a deployment keeps; made once, never changed (R15). */
export interface CalendarStore {
  /** The newest version; of the office's calendar the shipped one while none is kept. Throws INVALID_REQUEST when there is none. */
  newest: (id: string) => Promise<Calendar>
  /** The name of the version after the newest. */
  nextVersion: (id: string) => Promise<string>
  /** Throws SOMEBODY_WAS_FASTER when that version is there already. */
  add: (calendar: Calendar) => Promise<void>
}

const number = ({ version }: Calendar) => Number(version)

export function calendarStore(records: Pick<Records, 'create' | 'list' | 'refresh'>): CalendarStore {
  async function newestKept(id: string): Promise<Calendar | undefined> {
    await records.refresh()
    const prefix = `${id}@`
    let newest: Calendar | undefined
    for (let after: string | undefined; ; ) {
      const page = await records.list<Calendar>(CALENDAR, { prefix, ...(after && { after }), atMost: 50 })
      for (const { value } of page) if (!newest || number(value) > number(newest)) newest = value
      if (page.length < 50) return newest && readCalendar(newest)
      after = page.at(-1)!.id
    }
  }

  return {
    async newest(id) {
      const found = (await newestKept(id)) ?? shipped(id)
      if (found) return found
      throw new HuiyinError('INVALID_REQUEST', `Expected a calendar that is kept, or "office"; "${id}" came`)
    },
    async nextVersion(id) {
      const newest = await newestKept(id)
      return String(newest ? number(newest) + 1 : 1)
    },
    async add(calendar) {
      const id = `${calendar.id}@${calendar.version}`
      if (await records.create(CALENDAR, { id, value: calendar })) return
      throw new HuiyinError('SOMEBODY_WAS_FASTER', `${id} was made meanwhile; run the import again`)
    }
  }
}

const shipped = (id: string) => (id === 'office' ? officeCalendar() : undefined)

/** Where nothing is kept yet: the shipped calendar, which can be read only. */
export const emptyStore: Pick<Records, 'create' | 'list' | 'refresh'> = {
  create: async () => false,
  list: async () => [],
  refresh: async () => {}
}
