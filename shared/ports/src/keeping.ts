import { type Actor, system } from '@huiyin/schemas/actor.ts'
import type { HouseEvent } from '@huiyin/schemas/event.ts'
import type { SettingHow, SettingRevision } from '@huiyin/schemas/setting.ts'
import type { Clock } from './clock.ts'
import type { EventLog } from './event-log.ts'
import type { Entry, EntryPut, Records } from './records.ts'
import { entriesOf, tagOf } from './rule-records.ts'
import { type SettingKind, settingKind } from './setting-kinds.ts'
import { addRevision, lastRevision, revisionsOf } from './setting-revisions.ts'
import { subjectOf, teller } from './tell.ts'

/** Who changes settings, and how. */
export interface Change {
  by: Actor
  /** `saved` where it is absent. */
  how?: Exclude<SettingHow, 'found'>
  /** The revision that is restored. */
  of?: number
}

export interface KeepingPorts {
  events: Pick<EventLog<HouseEvent>, 'append'>
  clock: Clock
}

/**
 * The same records, but what is written there of a setting leaves a revision, and the log is told before it is written:
 * if the log refuses, nothing is changed. In this order: the event, the change, its revision. Who ends between the
 * first two leaves an event whose `tag` no revision has; between the last two a change that the next one finds and
 * notes as `found`, as it does with what stood there before anything was noted. What is refused or overtaken by the
 * check of its version leaves no revision.
 */
export function keeping(records: Records, ports: KeepingPorts, change: Change): Records {
  const noted = async <R>(
    kind: SettingKind,
    entry: Entry,
    write: () => Promise<R>,
    isDone: (result: R) => boolean
  ): Promise<R> => {
    const of = { what: kind.what, id: kind.idOf(entry) }
    const value = kind.told(entry.value)
    const tag = tagOf(value)
    const last = await caughtUp(records, kind, of.id, ports.clock.now())
    if (!kind.versioned && last?.tag === tag) return write() // sealed anew, or the same once more
    const { by, how = 'saved' } = change
    const n = (last?.n ?? 0) + 1
    const data = { what: of.what, id: of.id, n, how, tag, ...(change.of !== undefined && { of: change.of }) }
    await teller(ports.events, ports.clock)(subjectOf('settings', of.what, of.id), {
      type: 'settings.changed',
      by,
      data
    })
    const result = await write()
    if (!isDone(result)) return result
    const { accounts: _, ...who } = by
    const at = ports.clock.now()
    const revision: SettingRevision = { ...of, n, at, by: who, how, tag, value }
    await addRevision(records, change.of === undefined ? revision : { ...revision, of: change.of })
    return result
  }

  return {
    ...records,
    create: async (kind, entry) => {
      const setting = settingKind(kind)
      const write = () => records.create(kind, entry)
      if (!setting || (await records.get(kind, entry.id))) return write()
      return noted(setting, entry, write, made => made)
    },
    putIfUnchanged: (kind, entry, version) => {
      const setting = settingKind(kind)
      const write = () => records.putIfUnchanged(kind, entry, version)
      return setting ? noted(setting, entry, write, ({ outcome }) => outcome === 'put') : write()
    },
    putEach: async <V>(kind: string, puts: readonly EntryPut<V>[]) => {
      const setting = settingKind(kind)
      if (!setting) return records.putEach(kind, puts)
      const results = []
      for (const put of puts) {
        const write = async () => (await records.putEach(kind, [put]))[0]!
        results.push(await noted(setting, put.entry, write, ({ outcome }) => outcome === 'put'))
      }
      return results
    }
  }
}

/** Notes what stands and no revision has; answers the last revision. */
async function caughtUp(
  records: Records,
  kind: SettingKind,
  id: string,
  at: number
): Promise<SettingRevision | undefined> {
  let last = await lastRevision(records, { what: kind.what, id })
  for (const value of await unnoted(records, kind, id, last)) {
    const found = { what: kind.what, id, n: (last?.n ?? 0) + 1, at, by: system('house'), how: 'found' as const }
    last = await addRevision(records, { ...found, tag: tagOf(value), value })
  }
  return last
}

async function unnoted(
  records: Records,
  kind: SettingKind,
  id: string,
  last: SettingRevision | undefined
): Promise<unknown[]> {
  const shipped = last ? undefined : kind.shipped(id)
  const before = shipped === undefined ? [] : [kind.told(shipped)]
  if (kind.versioned) return [...before, ...(await unnotedVersions(records, kind, id, before.map(tagOf)))]
  const standing = await records.get(kind.kind, kind.recordOf(id))
  if (!standing) return before
  const value = kind.told(standing.document.value)
  return tagOf(value) === last?.tag ? [] : [value]
}

async function unnotedVersions(records: Records, kind: SettingKind, id: string, known: readonly string[]) {
  await records.refresh()
  const tags = new Set(known)
  for (const { tag } of await revisionsOf(records, { what: kind.what, id })) tags.add(tag)
  const found: unknown[] = []
  for await (const entry of entriesOf(records, kind.kind)) {
    if (kind.idOf(entry) !== id) continue
    const value = kind.told(entry.value)
    if (!tags.has(tagOf(value))) found.push(value)
  }
  return found.sort(byBeginning)
}

const byBeginning = (a: unknown, b: unknown) => beginningOf(a) - beginningOf(b)

function beginningOf(value: unknown): number {
  const { effectiveFrom, template } = value as { effectiveFrom?: number; template?: { effectiveFrom: number } }
  return effectiveFrom ?? template?.effectiveFrom ?? 0
}
