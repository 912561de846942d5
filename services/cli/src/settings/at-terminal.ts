import type { House } from '@huiyin/adapters/house.ts'
import { settingsDesk } from '@huiyin/api/settings/desk.ts'
import { type CalendarStore, calendarStore } from '@huiyin/ports/calendars.ts'
import { keeping } from '@huiyin/ports/keeping.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { SettingKey } from '@huiyin/ports/setting-revisions.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { ImportReport, RevisionList } from '@huiyin/schemas/api-settings.ts'
import type { Department } from '@huiyin/schemas/departments.ts'
import type { SettingName } from '@huiyin/schemas/setting.ts'

/** The settings, taken out and in by who sits at the terminal of the machine: `by` is their name on it. */
export interface SettingsAtTerminal {
  export: (what: readonly SettingName[] | undefined, by: string) => Promise<string>
  /** Without a digest a dry run. Throws as the api does. */
  import: (text: string, digest: string | undefined, by: string) => Promise<ImportReport>
  /** Throws SETTING_NOT_FOUND. */
  history: (of: SettingKey, by: string) => Promise<RevisionList>
  /** As they count now. */
  departments: () => Promise<Department[]>
}

type Ports = Pick<House, 'rulebook' | 'accounts' | 'map' | 'vault' | 'outbound' | 'logs' | 'clock'> & {
  records: Records
}

export function settingsAtTerminal({ accounts: book, logs, outbound: addresses, ...ports }: Ports): SettingsAtTerminal {
  const desk = settingsDesk({ ...ports, book, addresses, events: logs.events })
  return {
    export: (what, by) => desk.export(atTerminal(by), what),
    import: (text, digest, by) => desk.import(text, { by: atTerminal(by), digest }),
    history: ({ what, id }, by) => desk.history({ what, id }, { ...atTerminal(by), role: 'administrator' }),
    departments: async () => {
      await ports.map.refresh()
      return [...ports.map.now().departments]
    }
  }
}

const atTerminal = (by: string): Actor => ({ id: by, name: by, role: 'system' })

type Kept = Pick<House, 'logs' | 'clock'> & { store: Pick<House['store'], 'records'> }

/** Calendars whose new versions are noted as somebody's. */
export const calendarsBy = ({ store, logs, clock }: Kept, by: string): CalendarStore =>
  calendarStore(keeping(store.records, { events: logs.events, clock }, { by: atTerminal(by) }))
