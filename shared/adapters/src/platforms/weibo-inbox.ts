import type { Clock } from '@huiyin/ports/clock.ts'
import type { CommentPage, NativeUnreadable } from '@huiyin/ports/platform.ts'
import { isObject } from './http.ts'
import type { WeiboCall } from './weibo-call.ts'
import { belowAll, nativeOf, readWeiboRow, type WeiboRow } from './weibo-comments.ts'
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
/** What we wrote ourselves is the lesser part: of 100 calls a day it gets 24. */
const OWN_EVERY = 60 * 60_000
/** Where the office wants the fresh within a minute, in one of so many rounds. */
const OWN_SHARE = 4
const MINUTE = 60_000

interface Stream {
  since: string
  /** The walk at hand: the next page begins at `max`; the bound rises to `mark` when it ends. */
  walk?: { max: string; mark: string }
}

interface WeiboCursor {
  inbox: Stream
  own: Stream
  /** When what we wrote was read last, and how many rounds ended since. */
  ownAt: number
  rounds: number
  turn: 'inbox' | 'own'
  /** Roots that had to be climbed to, of comments that may be met again. */
  roots: Record<string, string>
}

const NOTHING: WeiboCursor = {
  inbox: { since: '0' },
  own: { since: '0' },
  ownAt: 0,
  rounds: 0,
  turn: 'inbox',
  roots: {}
}

export interface Inbox {
  call: WeiboCall
  roots: Roots
  clock: Clock
  uid: string
  /** When the office began to use Huiyin for the account. */
  startedAt: number
  /** Expected delay of what is fresh, in ms, where the account names one. */
  fresh?: number
}

/** One step: one page of one list. */
export async function readInbox(of: Inbox, given: unknown, signal?: AbortSignal): Promise<CommentPage> {
  const cursor = isObject(given) ? { ...NOTHING, ...(given as Partial<WeiboCursor>) } : NOTHING
  const { turn } = cursor
  const path = turn === 'inbox' ? '/2/comments/to_me.json' : '/2/comments/by_me.json'
  const stream = cursor[turn]
  const params = { since_id: stream.since, count: COUNT, ...(stream.walk && { max_id: stream.walk.max }) }
  const list = await of.call.rows(path, params, 'inbox', signal)

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
  const next = nextOf(of, stream, belowAll(list), rows)
  return { comments, unreadable, ...onward(of, { ...cursor, [turn]: next, roots }) }
}

const larger = (a: string, b: string) => (BigInt(a) > BigInt(b) ? a : b)

function nextOf(
  { clock, startedAt }: Inbox,
  { since, walk }: Stream,
  below: string | undefined,
  rows: WeiboRow[]
): Stream {
  const settled = rows.filter(({ comment }) => comment.publishedAt <= clock.now() - OVERLAP)
  const mark = settled.reduce((top, { id }) => larger(top, id), walk?.mark ?? since)
  const newest = Math.max(...rows.map(({ comment }) => comment.publishedAt))
  const far = rows.length > 0 && newest < startedAt - HISTORY
  if (below === undefined || far) return { since: mark }
  // A list that does not go down is not followed, and nothing is taken as read.
  if (walk && BigInt(below) >= BigInt(walk.max)) return { since }
  return { since, walk: { max: below, mark } }
}

function onward(of: Inbox, cursor: WeiboCursor): { cursor: WeiboCursor; more: boolean } {
  if (cursor[cursor.turn].walk) return { cursor, more: true }
  const now = of.clock.now()
  if (cursor.turn === 'own') {
    return { cursor: { ...cursor, turn: 'inbox', ownAt: now, rounds: 0, roots: stillMet(cursor) }, more: false }
  }
  const rounds = cursor.rounds + 1
  if (ownIsDue(of, cursor.ownAt, rounds, now)) return { cursor: { ...cursor, rounds, turn: 'own' }, more: true }
  return { cursor: { ...cursor, rounds, roots: stillMet(cursor) }, more: false }
}

const ownIsDue = ({ fresh }: Inbox, ownAt: number, rounds: number, now: number) =>
  now - ownAt >= OWN_EVERY || (fresh !== undefined && fresh < MINUTE && rounds >= OWN_SHARE)

/** Only what is above a bound is met again. */
function stillMet({ roots, inbox, own }: WeiboCursor): Record<string, string> {
  const bound = BigInt(inbox.since) < BigInt(own.since) ? BigInt(inbox.since) : BigInt(own.since)
  const kept = Object.entries(roots).filter(([id]) => BigInt(id) > bound)
  return Object.fromEntries(kept.slice(-ROOTS_LIMIT))
}
