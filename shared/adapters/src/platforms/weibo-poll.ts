import type { Clock } from '@huiyin/ports/clock.ts'
import type { CommentPage, NativeComment, NativeUnreadable } from '@huiyin/ports/platform.ts'
import { isObject } from './http.ts'
import type { WeiboCall } from './weibo-call.ts'
import { idOf, readWeiboRow, type WeiboRow } from './weibo-comments.ts'
import type { Roots } from './weibo-roots.ts'

/**
 * A round reads what citizens wrote to us (`to_me`), and now and then what we wrote ourselves (`by_me`).
 * `since_id` gives the newest page above the bound, so each list is walked down by `max_id` to an empty
 * page, and only then does the bound rise: to the newest id that is older than the overlap, because
 * Weibo shows some comments late.
 */
const COUNT = 200
const OVERLAP = 10 * 60_000
/** Before the account came to Huiyin: so far back its history is read. */
const HISTORY = 30 * 86_400_000
const ROOTS_LIMIT = 500

interface Stream {
  since: string
  /** The walk at hand: the next page begins at `max`; the bound rises to `mark` when it ends. */
  walk?: { max: string; mark: string }
}

interface WeiboCursor {
  inbox: Stream
  own: Stream
  ownAt: number
  turn: 'inbox' | 'own'
  /** Roots that had to be climbed to, of comments that may be met again. */
  roots: Record<string, string>
}

const NOTHING: WeiboCursor = { inbox: { since: '0' }, own: { since: '0' }, ownAt: 0, turn: 'inbox', roots: {} }

export interface Polled {
  call: WeiboCall
  roots: Roots
  clock: Clock
  uid: string
  /** When the office began to use Huiyin for the account. */
  startedAt: number
  /** How often `by_me` is read, in ms. */
  ownEvery: number
}

/** One step: one page of one list. */
export async function pollWeibo(of: Polled, given: unknown, signal?: AbortSignal): Promise<CommentPage> {
  const cursor = isObject(given) ? (given as unknown as WeiboCursor) : NOTHING
  const { turn } = cursor
  const path = turn === 'inbox' ? '/2/comments/to_me.json' : '/2/comments/by_me.json'
  const stream = cursor[turn]
  const params = { since_id: stream.since, count: COUNT, ...(stream.walk && { max_id: stream.walk.max }) }
  const answer = await of.call.get(path, params, signal)
  if (!answer.ok) throw await of.call.explain(answer.code)
  const list: unknown[] = isObject(answer.json) && Array.isArray(answer.json.comments) ? answer.json.comments : []

  const rows: WeiboRow[] = []
  const unreadable: NativeUnreadable[] = []
  for (const raw of list) {
    const row = readWeiboRow(raw, uid => turn === 'own' || uid === of.uid)
    if (typeof row === 'string') unreadable.push({ raw: JSON.stringify(raw), reason: row })
    else rows.push(row)
  }
  const found = await of.roots.of(rows, cursor.roots)
  const comments = rows.map((row, i) => nativeOf(row, found[i]!))
  const roots = { ...cursor.roots }
  rows.forEach((row, i) => {
    if (row.root === undefined && row.parent !== undefined) roots[row.id] = found[i]!
  })

  const next = nextOf(of, stream, list, rows)
  return { comments, unreadable, ...onward(of, { ...cursor, [turn]: next, roots }) }
}

const nativeOf = ({ comment, parent }: WeiboRow, root: string): NativeComment => ({
  ...comment,
  root,
  ...(parent !== undefined && { parent })
})

const larger = (a: string, b: string) => (BigInt(a) > BigInt(b) ? a : b)

function nextOf(
  { clock, startedAt }: Polled,
  { since, walk }: Stream,
  list: readonly unknown[],
  rows: WeiboRow[]
): Stream {
  const settled = rows.filter(({ comment }) => comment.publishedAt <= clock.now() - OVERLAP)
  const mark = settled.reduce((top, { id }) => larger(top, id), walk?.mark ?? since)
  const ids = list.flatMap(row => idOf(row) ?? []).map(BigInt)
  const newest = Math.max(...rows.map(({ comment }) => comment.publishedAt))
  const far = rows.length > 0 && newest < startedAt - HISTORY
  if (ids.length === 0 || far) return { since: mark }
  const lowest = ids.reduce((low, id) => (id < low ? id : low))
  return { since, walk: { max: String(lowest - 1n), mark } }
}

function onward({ clock, ownEvery }: Polled, cursor: WeiboCursor): { cursor: WeiboCursor; more: boolean } {
  if (cursor[cursor.turn].walk) return { cursor, more: true }
  const now = clock.now()
  if (cursor.turn === 'inbox' && now - cursor.ownAt >= ownEvery)
    return { cursor: { ...cursor, turn: 'own' }, more: true }
  const ownAt = cursor.turn === 'own' ? now : cursor.ownAt
  return { cursor: { ...cursor, turn: 'inbox', ownAt, roots: stillMet(cursor) }, more: false }
}

/** Only what is above a bound is met again. */
function stillMet({ roots, inbox, own }: WeiboCursor): Record<string, string> {
  const bound = BigInt(inbox.since) < BigInt(own.since) ? BigInt(inbox.since) : BigInt(own.since)
  const kept = Object.entries(roots).filter(([id]) => BigInt(id) > bound)
  return Object.fromEntries(kept.slice(-ROOTS_LIMIT))
}
