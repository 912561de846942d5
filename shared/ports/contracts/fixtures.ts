import { commentId, textHash, threadKey, ticketId, ticketNumber } from '@huiyin/domain/ids.ts'
import type { Query } from '@huiyin/domain/search/query.ts'
import { searchPhrases } from '@huiyin/domain/search-text.ts'
import type { Classification } from '@huiyin/schemas/classification.ts'
import type { StoredComment } from '@huiyin/schemas/comment.ts'
import type { HistoryRow } from '@huiyin/schemas/event.ts'
import type { Reply, Ticket } from '@huiyin/schemas/ticket.ts'
import type { Test } from 'tap'
import type { PutResult, Version } from '../src/documents.ts'

/** What a contract gets from an adapter's test: a fresh and empty store, and what may be done to it. */
export interface Opened<P> {
  port: P
  /** A second handle on the same data, at the same time; absent where the adapter cannot. */
  again?: () => Promise<P>
  /** Present when `port` speaks through a proxy that can lose answers; `again` then goes past it. */
  losing?: Losing
  close: () => Promise<void>
}

/**
 * Runs `call`; the store executes its first writing request, but the answer is lost. Before the adapter can
 * ask again, `meanwhile` runs to its end.
 */
export type Losing = <T>(call: () => Promise<T>, meanwhile?: () => Promise<unknown>) => Promise<T>

/** Opens a store for one test and closes it behind it. */
export type On<P> = (t: Test) => Promise<Opened<P>>

export const opener =
  <P>(open: () => Promise<Opened<P>>): On<P> =>
  async t => {
    const opened = await open()
    t.teardown(opened.close)
    return opened
  }

/** The version of a put that must have won. */
export function versionOf(result: PutResult | undefined): Version {
  if (result?.outcome === 'put') return result.version
  throw new Error(`Expected a put; the outcome was ${JSON.stringify(result)}`)
}

/** Puts for documents that must not exist yet. */
export const puts = <D>(...documents: D[]) => documents.map(document => ({ document }))

/** What a test says that needs lost answers, where none can be lost. */
export const ANSWERS_AT_HOME = 'this store answers in the same process'

/** Each run of text between blanks, and each "quoted" one, stands in one of the texts. */
export const says = (text: string): Query => ({
  type: 'all',
  of: searchPhrases(text, run => [run]).map(tokens => ({ type: 'says', phrases: [{ tokens, weight: 1 }] }))
})

/** Why a contract does not run, or false. */
export interface ContractOptions {
  skip?: string | false
}

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE

/** Noon of 2026-11-21 in Shanghai. */
export const NOON = Date.UTC(2026, 10, 21, 4)

const THREAD = { platform: 'weibo', account: '1001', post: 'p1', root: 'c1' } as const

/** A comment of a citizen as the classifier sees a question about water in the street. */
export const classification = (overrides: Partial<Classification> = {}): Classification => ({
  model: 'fixture-1',
  words: '小区 门口 积水',
  label: 'inquiry',
  confidence: 0.9,
  sentiment: { name: 'neutral', score: 0 },
  risk: { score: 10, level: 'blue', reasons: [] },
  urgent: false,
  departments: [],
  ...overrides
})

/** A stored comment; its id and key follow from its native ids when they are not given. */
export function comment(overrides: Partial<StoredComment> = {}): StoredComment {
  const native = { ...THREAD, comment: 'c1', ...overrides }
  const publishedAt = overrides.publishedAt ?? NOON
  const text = overrides.text ?? '请问小区门口的积水什么时候能处理？'
  return {
    id: commentId(native),
    key: threadKey(native),
    ...native,
    author: { id: 'u1', name: '城南居民' },
    ours: false,
    text,
    publishedAt,
    observedAt: publishedAt + MINUTE,
    term: 1,
    source: 'poll',
    history: false,
    firstText: text,
    firstObservedAt: publishedAt + MINUTE,
    classification: classification(),
    state: 'visible',
    ...overrides
  }
}

/** An open ticket with one turn and one running clock; `says` is the excerpt of that turn. */
export function ticket({
  says = '路灯坏了三天没人修',
  ...overrides
}: Partial<Ticket> & { says?: string } = {}): Ticket {
  const id = overrides.id ?? ticketId({ ...THREAD, comment: 'c1', author: { id: 'u1' } })
  const openedAt = overrides.openedAt ?? NOON
  const native = { ...THREAD, ...overrides }
  return {
    id,
    key: threadKey(native),
    number: ticketNumber(id),
    ...native,
    citizen: { id: 'u1', name: '城南居民' },
    status: 'open',
    review: false,
    openedAt,
    label: 'complaint',
    confidence: 0.9,
    sentiment: 'negative',
    urgent: false,
    risk: { score: 20, level: 'blue', reasons: [] },
    words: '',
    turns: [{ n: 1, by: 'citizen', comment: 'weibo/1001/p1/c1/c1', at: openedAt, excerpt: says }],
    lastTurn: 1,
    owed: [{ comment: 'weibo/1001/p1/c1/c1', native: 'c1', publishedAt: openedAt }],
    met: {},
    clocks: [runningUntil(openedAt + 24 * HOUR, openedAt)],
    cycles: [{ n: 1, openedAt }],
    dispatches: [],
    bornAt: openedAt,
    replies: [],
    commands: [],
    n: 3,
    unpublished: [],
    ...overrides
  }
}

/** A reply of 李静 to the citizen of `ticket`. */
export const reply = (id: string, state: Reply['state']): Reply => ({
  id,
  kind: 'final',
  to: { comment: 'weibo/1001/p1/c1/c1', native: 'c1', publishedAt: NOON },
  answers: [],
  text: '已处理',
  hash: textHash('已处理'),
  state,
  author: { id: 'li', name: '李静', role: 'editor' },
  draftedAt: NOON,
  attempt: 0
})

/** A running first clock that is due at the instant. */
export const runningUntil = (dueAt: number, startedAt = dueAt - 24 * HOUR): Ticket['clocks'][number] => ({
  id: 'first-1',
  kind: 'first',
  cycle: 1,
  policy: 'default-3',
  calendar: 'round-the-clock@1',
  target: { kind: 'CALENDAR_HOURS', ms: 24 * HOUR },
  urgent: false,
  startedAt,
  countedFrom: startedAt,
  used: 0,
  pauses: [],
  dueAt,
  dueSetBy: 3,
  warnBefore: [],
  warned: []
})

/** The `n`-th row of a ticket's timeline. */
export const historyRow = (overrides: Partial<HistoryRow> & { ticket: string; n: number }): HistoryRow => ({
  id: `${overrides.ticket}#${overrides.n}`,
  key: 'weibo/1001/p1/c1',
  type: 'clock.warned',
  at: NOON + overrides.n * MINUTE,
  actor: { id: 'system:desk', name: 'desk', role: 'system' },
  data: { clock: 'first-1' },
  partition: 0,
  offset: String(overrides.n),
  ...overrides
})

/** Fields that no schema of today knows, with names that trouble search engines. */
export const UNKNOWN_FIELDS = { 'a..b': 1, '': 'empty key', later: { '.': [{ deep: [1, 'two', null] }] } }

/** The document under every version of the house: unknown fields do not trouble the type. */
export const withUnknownFields = <D extends object>(document: D): D => ({ ...document, ...UNKNOWN_FIELDS })
