import { PRIVATE } from '@huiyin/domain/private-post.ts'
import type { CommentPage, NativeComment, NativeUnreadable } from '@huiyin/ports/platform.ts'
import { isObject } from './http.ts'
import { linked, type MastodonCall, type Query, taken } from './mastodon-call.ts'
import { commentOf, compareIds, idOf, readStatus } from './mastodon-status.ts'
import type { Kept, Threads } from './mastodon-threads.ts'

/**
 * What calls us by name. The first walk goes down from the newest by `max_id`. From then on the newest page is asked
 * for; where it does not reach what is known, as after an outage, `min_id` gives the page just above that until none
 * comes. Servers count calls with such an id apart: 300 in 15 minutes.
 */
const COUNT = 80
const NEWEST = 40
/** Before the account came to Huiyin: so far back its history is read. */
export const HISTORY = 30 * 86_400_000
const KEPT = 100

interface InboxCursor {
  /** The newest notification that was read. */
  min?: string
  /** There is more between that and the newest than one page. */
  climbs?: boolean
  /** The first walk: the next page lies below `max`; when it ends one goes on above `top`. */
  walk?: { max: string; top: string }
  /** Where the newest belong, should what they answer be deleted. */
  threads: Kept
}

export interface Reading {
  call: MastodonCall
  threads: Threads
  us: string
  /** When the office began to use Huiyin for the account. */
  startedAt: number
}

/** One page. Rejects with PlatformError, or NoAnswer. */
export async function mastodonInbox(of: Reading, given: unknown, signal?: AbortSignal): Promise<CommentPage> {
  const cursor: InboxCursor = isObject(given) ? (given as unknown as InboxCursor) : { threads: {} }
  of.threads.recall(cursor.threads)
  const { json, link } = await taken(of.call.get('/api/v1/notifications', queryOf(cursor), signal), 'notifications')
  const rows: unknown[] = Array.isArray(json) ? json : []
  const ids = rows.flatMap(row => idOf(row) ?? []).sort(compareIds)
  const { comments, unreadable } = await readRows(of, newOf(cursor, rows, ids), signal)
  const threads = lately(cursor.threads, comments)
  return { comments, unreadable, ...onward(of, cursor, { ids, rows, link }, threads) }
}

const known = (id: string | undefined, { min, walk }: InboxCursor) =>
  !walk && min !== undefined && id !== undefined && compareIds(id, min) <= 0

/** A newest page that does not reach what is known is read again from below. */
function newOf(cursor: InboxCursor, rows: readonly unknown[], ids: readonly string[]): readonly unknown[] {
  const { min, climbs, walk } = cursor
  if (walk || min === undefined) return rows
  const reaches = climbs || known(ids.at(0), cursor)
  return reaches ? rows.filter(row => !known(idOf(row), cursor)) : []
}

const queryOf = ({ min, climbs, walk }: InboxCursor): Query => [
  ['types[]', 'mention'],
  ['include_filtered', 'true'], // what the account's own filters put aside was written to the office all the same
  ['limit', String(walk || climbs || min === undefined ? COUNT : NEWEST)],
  ...(walk ? ([['max_id', walk.max]] as const) : []),
  ...(climbs && min !== undefined ? ([['min_id', min]] as const) : [])
]

async function readRows({ threads, us }: Reading, rows: readonly unknown[], signal?: AbortSignal) {
  const comments: NativeComment[] = []
  const unreadable: NativeUnreadable[] = []
  const statuses = rows.flatMap(row => {
    if (!isObject(row) || row.type !== 'mention' || !isObject(row.status)) return []
    const status = readStatus(row.status)
    if (typeof status === 'string') unreadable.push({ raw: JSON.stringify(row.status), reason: status })
    return typeof status === 'string' || status.reblog ? [] : [status]
  })
  statuses.sort((one, other) => compareIds(one.id, other.id)) // what is answered before its answer
  for (const status of statuses) comments.push(commentOf(status, await threads.placeOf(status, signal), us))
  return { comments: comments.reverse(), unreadable }
}

type Came = { ids: readonly string[]; rows: readonly unknown[]; link: string | undefined }

function onward({ startedAt }: Reading, cursor: InboxCursor, { ids, rows, link }: Came, threads: Kept) {
  const oldest = ids.at(0)
  const newest = ids.at(-1)
  const { min, walk } = cursor
  if (min !== undefined && !walk) {
    const moved = newest !== undefined && compareIds(newest, min) > 0
    if (!moved) return { cursor: { min, threads }, more: false }
    if (cursor.climbs) return { cursor: { min: newest, climbs: true, threads }, more: true }
    if (known(oldest, cursor)) return { cursor: { min: newest, threads }, more: false }
    return { cursor: { min, climbs: true, threads }, more: true }
  }
  const top = walk?.top ?? newest
  if (top === undefined) return { cursor: { threads }, more: false }
  const max = lowerOf(linked(link, 'next', 'max_id'), link === undefined ? oldest : undefined)
  const moved = max !== undefined && (!walk || compareIds(max, walk.max) < 0)
  const far = rows.some(row => isObject(row) && Date.parse(String(row.created_at)) < startedAt - HISTORY)
  if (oldest === undefined || !moved || far) return { cursor: { min: top, threads }, more: walk !== undefined }
  return { cursor: { walk: { max, top }, threads }, more: true }
}

const lowerOf = (told: string | undefined, own: string | undefined) => told ?? own

function lately(kept: Kept, comments: readonly NativeComment[]): Kept {
  const found = comments.filter(({ post }) => post !== PRIVATE).map(of => [of.comment, [of.post, of.root]])
  const all = Object.entries({ ...kept, ...(Object.fromEntries(found) as Kept) })
  return Object.fromEntries(all.sort(([one], [other]) => compareIds(one, other)).slice(-KEPT))
}
