import { settingNotFound } from '@huiyin/domain/errors.ts'
import { mayDo } from '@huiyin/domain/roles/may-do.ts'
import { settingChanges } from '@huiyin/domain/settings/changes.ts'
import { revisionOf, revisionsOf, type SettingKey, settingHeads } from '@huiyin/ports/setting-revisions.ts'
import { subjectOf, teller } from '@huiyin/ports/tell.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type {
  ImportReport,
  RevisionList,
  SettingLast,
  SettingList,
  SettingOverview
} from '@huiyin/schemas/api-settings.ts'
import type { SettingHead, SettingName, SettingRevision } from '@huiyin/schemas/setting.ts'
import { SETTING_NAMES } from '@huiyin/schemas/setting-names.ts'
import { type ImportOptions, importSettings } from './import.ts'
import { fileOf, itemsOf } from './items.ts'
import { readAll, type SettingsPorts } from './ports.ts'
import { restoreRevision } from './restore.ts'
import { writeYaml } from './yaml.ts'

/** The settings of the house, for the api and for the command line. */
export interface SettingsDesk {
  overview: () => Promise<SettingOverview>
  list: (what: SettingName) => Promise<SettingList>
  /** As `actor` may see it. The newest first. Throws SETTING_NOT_FOUND where nothing was ever saved. */
  history: (of: SettingKey, actor: Actor, before?: number) => Promise<RevisionList>
  /** Throws SETTING_NOT_FOUND. */
  revision: (of: SettingKey, n: number, actor: Actor) => Promise<SettingLast & { value: unknown }>
  /** Throws what the save throws, SETTING_NOT_FOUND. */
  restore: (of: SettingKey, n: number, by: { by: Actor; seen?: string | undefined }) => Promise<SettingLast>
  /** What the house keeps of its own, as YAML; the log has who took it. */
  export: (by: Actor, what?: readonly SettingName[]) => Promise<string>
  import: (text: string, options: ImportOptions) => Promise<ImportReport>
}

const PAGE = 50
const MOST_CHANGES = 200

export function settingsDesk(ports: SettingsPorts): SettingsDesk {
  const { records } = ports
  const keptIds = async () => {
    await readAll(ports)
    const kept = new Map<SettingName, Set<string>>(SETTING_NAMES.map(what => [what, new Set()]))
    for (const { what, id } of itemsOf(await fileOf(ports))) kept.get(what)!.add(id)
    return kept
  }

  return {
    async overview() {
      const [kept, heads] = [await keptIds(), await settingHeads(records)]
      const rows = SETTING_NAMES.map(what => {
        const last = heads.filter(head => head.what === what).reduce(later, undefined)
        return { what, kept: kept.get(what)!.size, ...(last && { last: { id: last.id, ...lastOf(last) } }) }
      })
      return { rows }
    },
    async list(what) {
      const kept = (await keptIds()).get(what)!
      const heads = new Map((await settingHeads(records, what)).map(head => [head.id, head]))
      const rows = [...new Set([...kept, ...heads.keys()])].sort().map(id => {
        const last = heads.get(id)
        return { id, kept: kept.has(id), ...(last && { last: lastOf(last) }) }
      })
      return { rows }
    },
    async history(of, actor, before = Number.MAX_SAFE_INTEGER) {
      await records.refresh()
      const all = await revisionsOf(records, of)
      if (all.length === 0) throw settingNotFound(`saved setting ${of.what} "${of.id}"`)
      const page = all.filter(({ n }) => n < before).slice(-PAGE)
      const rows = page.map(revision => {
        const previous = all.findLast(({ n }) => n < revision.n)
        const changes = previous ? settingChanges(shown(previous, actor), shown(revision, actor)) : []
        const more = Math.max(0, changes.length - MOST_CHANGES)
        return { ...lastOf(revision), changes: changes.slice(0, MOST_CHANGES), more }
      })
      const first = page[0]?.n ?? 1
      return { rows: rows.toReversed(), ...(all.some(({ n }) => n < first) && { before: first }) }
    },
    async revision(of, n, actor) {
      const found = await existing(of, n)
      return { ...lastOf(found), value: shown(found, actor) }
    },
    async restore(of, n, { by, seen }) {
      const found = await existing(of, n)
      await readAll(ports)
      await restoreRevision(ports, found, { by, seen })
      await records.refresh()
      return lastOf((await revisionsOf(records, of)).at(-1)!)
    },
    async export(by, what) {
      await readAll(ports)
      const file = await fileOf(ports)
      const names = Object.entries(file).filter(
        ([name]) => !what || name === 'huiyin-settings' || what.includes(name as SettingName)
      )
      const data = { what: what ? what.join(' ') : 'all' }
      await teller(ports.events, ports.clock)(subjectOf('export', 'settings'), { type: 'exported', by, data })
      return writeYaml(Object.fromEntries(names))
    },
    import: (text, options) => importSettings(ports, text, options)
  }

  async function existing(of: SettingKey, n: number): Promise<SettingRevision> {
    const found = await revisionOf(records, of, n)
    if (!found) throw settingNotFound(`revision ${n} of ${of.what} "${of.id}"`)
    return found
  }
}

const later = (one: SettingHead | undefined, other: SettingHead): SettingHead =>
  one && one.at >= other.at ? one : other

const lastOf = ({ n, at, by, how, of }: SettingHead): SettingLast => ({
  ...{ n, at, how, by: { id: by.id, name: by.name } },
  ...(of !== undefined && { of })
})

/** Where somebody is reached is shown to those who keep it, and to nobody else. */
function shown({ what, value }: SettingRevision, actor: Actor): unknown {
  if ((what !== 'people' && what !== 'duties') || mayDo(actor, 'duty.configure')) return value
  return { ...(value as object), contacts: [] }
}
