import { HuiyinError } from '@huiyin/domain/errors.ts'
import { digest, idOf } from '@huiyin/domain/ids.ts'
import type { Find, SavedSearch, SavedSearchBody, TellFinds } from '@huiyin/schemas/saved-search.ts'
import type { Records } from './records.ts'
import { entriesOf } from './rule-records.ts'

export const SEARCHES = 'saved-search'
export const FINDS = 'saved-search-find'
const AT_MOST = 50

const startOf = (person: string) => `${idOf(person)}/`

/** The id among all searches of the house. */
export const searchId = (person: string, own: string): string => startOf(person) + own

/** All that somebody keeps; of everybody when nobody is named. */
export async function savedSearches(records: Pick<Records, 'list'>, person?: string): Promise<SavedSearch[]> {
  const found = await Array.fromAsync(
    entriesOf<SavedSearch>(records, SEARCHES, person === undefined ? undefined : startOf(person))
  )
  return found.map(({ value }) => value)
}

/** Throws SEARCH_NOT_FOUND. */
export async function savedSearch(records: Pick<Records, 'get'>, id: string): Promise<SavedSearch> {
  const found = await records.get<SavedSearch>(SEARCHES, id)
  if (!found) throw new HuiyinError('SEARCH_NOT_FOUND', 'There is no such saved search; list yours again')
  return found.document.value
}

/** Keeps a search, in the place of the one with the same id. Throws TOO_MANY beyond 50 of one person. */
export async function keepSearch(
  records: Records,
  { person, own, body, at }: { person: string; own: string; body: SavedSearchBody; at: number }
): Promise<SavedSearch> {
  const id = searchId(person, own)
  const kept = await records.list(SEARCHES, { prefix: startOf(person), atMost: AT_MOST })
  if (kept.length >= AT_MOST && kept.every(one => one.id !== id))
    throw new HuiyinError('TOO_MANY', `Expected at most ${AT_MOST} saved searches; remove one before you keep another`)
  const value: SavedSearch = { ...body, id, person, at }
  await records.put<SavedSearch>(SEARCHES, { id, value })
  await records.refresh()
  return value
}

/** Throws SEARCH_NOT_FOUND. What it found is not told any more. */
export async function removeSearch(records: Records, id: string): Promise<SavedSearch> {
  const found = await savedSearch(records, id)
  await records.remove(SEARCHES, id)
  await records.refresh()
  return found
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** Eight in the morning of Asia/Shanghai is midnight UTC. */
const PERIOD: Record<Telling, number> = { soon: 5 * MINUTE, hourly: HOUR, daily: 24 * HOUR }
/** What was found at the end of a period is seen by lists so much later (ms). */
const LATE = 15_000

/** How somebody is told of what a search finds. */
export type Telling = Exclude<TellFinds, 'never'>

/** When the period ends in which something was found, and when all that was found in it can be told; UTC in ms. */
export function periodOf(tell: Telling, at: number): { end: number; tellAt: number } {
  const end = (Math.floor(at / PERIOD[tell]) + 1) * PERIOD[tell]
  return { end, tellAt: end + LATE }
}

/** Notes what searches found, each once for ever; `tellAt`: when its owner can be told. */
export async function noteFinds(
  records: Pick<Records, 'createEach'>,
  finds: readonly { find: Find; tellAt: number }[]
): Promise<void> {
  const rows = finds.map(({ find, tellAt }) => ({
    ...{ id: `${find.search}/${digest(find.of)}`, value: find, dueAt: tellAt }
  }))
  const once = [...new Map(rows.map(row => [row.id, row])).values()]
  if (once.length > 0) await records.createEach<Find>(FINDS, once)
}
