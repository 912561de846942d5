import { accountId } from '@huiyin/domain/ids.ts'
import { calendarStore } from '@huiyin/ports/calendars.ts'
import type { Change } from '@huiyin/ports/keeping.ts'
import type { AccountInFile, TemplateInFile } from '@huiyin/schemas/api-settings.ts'
import type { Calendar } from '@huiyin/schemas/calendar.ts'
import type { Ladder } from '@huiyin/schemas/ladder.ts'
import type { Policy } from '@huiyin/schemas/policy.ts'
import type { SettingRevision } from '@huiyin/schemas/setting.ts'
import type { StoredAccount } from '@huiyin/schemas/stored-account.ts'
import { allTemplates, type KeptTemplate } from '../templates.ts'
import type { SettingsPorts } from './ports.ts'
import { saveSetting } from './save.ts'

/**
 * Makes what was count again, through the same door as a change and with all its checks. What is made of versions gets
 * a new one with the old content, from now on; a template is to be approved anew. Credentials stay as they are now.
 */
export async function restoreRevision(
  ports: SettingsPorts,
  { what, value, n }: SettingRevision,
  { by, seen }: { by: Change['by']; seen?: string | undefined }
): Promise<void> {
  const change: Change = { by, how: 'restored', of: n }
  const { map, clock, rulebook, records, book } = ports
  const from = clock.now()
  const save = (value: unknown) => saveSetting(ports, { what, value }, { change, seen })
  switch (what) {
    case 'departments':
      return value === null ? map.by(change).removeDepartments(seen ?? map.departments().tag) : save(value)
    case 'places':
      return value === null ? map.by(change).removePlaces(seen ?? map.places().tag) : save(value)
    case 'policies': {
      const old = value as Policy
      const version = another(old.version, rulebook.keptRules().policies)
      return save({ ...old, version, effectiveFrom: from })
    }
    case 'calendars': {
      const old = value as Calendar
      return save({ ...old, version: await calendarStore(records).nextVersion(old.id), effectiveFrom: from })
    }
    case 'ladders': {
      const old = value as Ladder
      const those = rulebook.people().ladders.filter(({ id }) => id === old.id)
      return save({ ...old, version: another(old.version, those), effectiveFrom: from })
    }
    case 'templates':
      return save(await nextTemplate(ports, value as KeptTemplate, from))
    case 'accounts': {
      const { account, state } = value as Pick<StoredAccount, 'account' | 'state'>
      await save(account satisfies AccountInFile)
      const standing = book.rows().find(row => accountId(row.account) === accountId(account))
      if (standing && standing.state !== state) await book.setState(account, state, change)
      return
    }
    default:
      return save(value)
  }
}

/** A name that no version has: `p-1` becomes `p-1.r2`. */
function another(version: string, all: readonly { version: string }[]): string {
  const names = new Set(all.map(one => one.version))
  const stem = version.replace(/\.r\d+$/, '').slice(0, 50)
  for (let n = 2; ; n++) if (!names.has(`${stem}.r${n}`)) return `${stem}.r${n}`
}

async function nextTemplate({ records }: SettingsPorts, { template }: KeptTemplate, from: number) {
  await records.refresh()
  const versions = (await allTemplates(records)).filter(one => one.template.id === template.id)
  const version = Math.max(...versions.map(one => one.template.version)) + 1
  const { approved: _, retiredAt: __, ...written } = template
  return { ...written, version, effectiveFrom: from } satisfies TemplateInFile
}
