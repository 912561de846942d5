import { HuiyinError, storeRefused, versionExists } from '@huiyin/domain/errors.ts'
import { digest } from '@huiyin/domain/ids.ts'
import type { Entry, Records } from './records.ts'

/** Kinds of the records. Who signs in is another kind, `person`. */
export const RULE_KINDS = {
  policy: 'policy',
  /** Ids are `calendar@version`. */
  calendar: 'calendar',
  /** Ids are `ladder@version`. */
  ladder: 'ladder',
  person: 'staff',
  duty: 'duty',
  roster: 'roster',
  quietHours: 'quiet-hours'
} as const

const PAGE = 200

/** Every entry of a kind, by id. */
export async function* entriesOf<V>(records: Pick<Records, 'list'>, kind: string, prefix?: string) {
  for (let after: string | undefined; ; ) {
    const page = await records.list<V>(kind, { atMost: PAGE, ...(prefix && { prefix }), ...(after && { after }) })
    yield* page
    if (page.length < PAGE) return
    after = page.at(-1)!.id
  }
}

/** Tells one content from another, whatever the order of its fields: what a person saw before they changed it. */
export const tagOf = (value: unknown): string => digest(JSON.stringify(value, sorted))

const sorted = (_: string, value: unknown) =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value

type Adds = Pick<Records, 'create' | 'get'>

/** Makes an immutable version; made before with the same content is well. Throws VERSION_EXISTS for another content. */
export async function addVersion<V>(records: Adds, kind: string, entry: Entry<V>, what: string): Promise<void> {
  if (await records.create(kind, entry)) return
  const found = await records.get<V>(kind, entry.id)
  if (!found || tagOf(found.document.value) !== tagOf(entry.value)) throw versionExists(what)
}

type Puts = Pick<Records, 'create' | 'get' | 'putIfUnchanged'>

/**
 * Puts what a person changed over what they saw: `seen` is its tag, absent where there was nothing. What stands
 * already is well. Throws SOMEBODY_WAS_FASTER when something else stands there.
 */
export async function putSeen<V>(
  records: Puts,
  kind: string,
  entry: Entry<V>,
  { seen, what }: { seen?: string | undefined; what: string }
): Promise<void> {
  const found = await records.get<V>(kind, entry.id)
  if (!found && seen === undefined && (await records.create(kind, entry))) return
  if (!found) throw changedMeanwhile(what)
  const tag = tagOf(found.document.value)
  if (tag === tagOf(entry.value)) return
  if (tag !== seen) throw changedMeanwhile(what)
  const put = await records.putIfUnchanged(kind, entry, found.version)
  if (put.outcome === 'conflict') throw changedMeanwhile(what)
  if (put.outcome === 'refused') throw storeRefused(put.reason)
}

const changedMeanwhile = (what: string) =>
  new HuiyinError('SOMEBODY_WAS_FASTER', `${what} is not as you saw it; read it again before you change it`)
