import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type House, openHouse, type Start, together } from '@huiyin/adapters/house.ts'
import type { Logs, Store } from '@huiyin/adapters/open.ts'
import { readSettings } from '@huiyin/adapters/settings.ts'
import { start as desk } from '@huiyin/desk/main.ts'
import { commentId, threadKey } from '@huiyin/domain/ids.ts'
import type { Query } from '@huiyin/domain/search/query.ts'
import { classifying } from '@huiyin/embedded/classifying.ts'
import { silent } from '@huiyin/ports/logger.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'
import { start as scribe } from '@huiyin/scribe/main.ts'
import { generate } from './generate.ts'
import { figure, machine, table, verdict } from './machine.ts'

/** Delays in ms from the moment at which a collector had the comment to the answer of a search that shows it. */
export interface Delays {
  /** So many comments were put on the topic. */
  fed: number
  comments: number[]
  tickets: number[]
}

export type Shown = 'comments' | 'tickets'

export interface Rhythm {
  /** Comments per second. */
  rate: number
  seconds: number
  /** After so many seconds it is measured; until then everything grows warm. */
  warmUp?: number
  /** How long from one look to the next, in ms: each is a search that the engine has to answer too. */
  lookEvery?: number
  signal: AbortSignal
  /** Told of each delay. */
  onFound?: (what: Shown, ms: number) => void
}

const TICK = 50
const LOOK_EVERY = 20
const PROBES_PER_SECOND = 10
/** A word that stands in no other comment. */
const WORD = 'zqprobe'
const PATIENCE = 30_000
const BAR = 1_000

/**
 * Puts comments on their topic at a steady rate, ten a second among them that bear a word of their own, and asks the
 * searches of comments and tickets for it until all are found.
 */
export async function delays({ store, logs }: { store: Store; logs: Logs }, rhythm: Rhythm): Promise<Delays> {
  const { rate, seconds, warmUp = 5, lookEvery = LOOK_EVERY, signal, onFound } = rhythm
  const began = performance.now()
  const elapsed = () => (performance.now() - began) / 1000
  const since = Date.now()
  const total = seconds + warmUp
  const waiting = { comments: new Map<string, Waiting>(), tickets: new Map<string, Waiting>() }
  const found: Delays = { fed: 0, comments: [], tickets: [] }
  let fed = false

  async function feed() {
    const others = generate(Math.ceil(rate * total * 1.1), { seed: since % 1e6, repeats: false })
    let [sent, probes] = [0, 0]
    while (elapsed() < total && !signal.aborted) {
      const due = Math.floor(rate * elapsed()) - sent
      const now = Date.now()
      const part = Array.from({ length: due }, () => live(others.next().value!, now))
      const wanted = Math.floor(PROBES_PER_SECOND * elapsed())
      for (; probes < wanted; probes++) part.push(probe(probes, since, now))
      const at = performance.now()
      for (const { key, text } of part) {
        if (!text.includes(WORD) || elapsed() < warmUp) continue
        waiting.comments.set(key, { at, publishedAt: now })
        waiting.tickets.set(key, { at, publishedAt: now })
      }
      sent += due
      found.fed += part.length
      if (part.length > 0) await logs.comments.append(part)
      await sleep(TICK)
    }
    fed = true
  }

  /** Only what is still looked for is asked for: the answers would grow, and with them the work of the engine. */
  async function look(what: Shown, keys: (from: number) => Promise<string[]>) {
    const until = () => !fed || waiting[what].size > 0
    while (until() && elapsed() < total + PATIENCE / 1000) {
      const [oldest] = waiting[what].values()
      for (const key of oldest ? await keys(oldest.publishedAt) : []) {
        const looked = waiting[what].get(key)
        if (!looked) continue
        const ms = performance.now() - looked.at
        found[what].push(ms)
        onFound?.(what, ms)
        waiting[what].delete(key)
      }
      await sleep(lookEvery)
    }
    if (waiting[what].size > 0)
      throw new Error(`${waiting[what].size} ${what} were not found within ${PATIENCE / 1000} s`)
  }

  const where: Query = { type: 'says', phrases: [{ tokens: [WORD], weight: 1 }] }
  const newest = { where, sort: 'newest', atMost: 200 } as const
  await Promise.all([
    feed(),
    look('comments', async publishedFrom =>
      (await store.comments.search({ ...newest, publishedFrom })).rows.map(({ key }) => key)
    ),
    look('tickets', async openedFrom =>
      (await store.tickets.search({ ...newest, openedFrom })).rows.map(({ key }) => key)
    )
  ])
  return found
}

/** When the collector had it, in ms of `performance.now()`, and of the comment's own time. */
type Waiting = { at: number; publishedAt: number }

const live = (seen: Observation, now: number): Observation => ({ ...seen, publishedAt: now, observedAt: now })

function probe(n: number, since: number, now: number): Observation {
  const comment = `${since}${n}`
  const native = { platform: 'weibo', account: '1900000001', post: 'probe', root: comment, comment } as const
  return {
    id: commentId(native),
    key: threadKey(native),
    ...native,
    author: { id: `probe${n}`, name: `${n}` },
    ours: false,
    text: `${WORD} 我们小区门口的路灯坏了好几天，请问什么时候来修？`,
    publishedAt: now,
    observedAt: now,
    term: 1,
    source: 'poll',
    history: false
  }
}

/** One line per figure; false when the 99th percentile of either is not under the bar, in ms. */
export function reportDelays(found: Delays, bar = BAR): boolean {
  const rows = (['comments', 'tickets'] as const).map(name => {
    const sorted = found[name].toSorted((a, b) => a - b)
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
    return { name, n: sorted.length, p50: at(0.5), p99: at(0.99), worst: at(1) }
  })
  const lines = rows.map(({ name, n, p50, p99, worst }) => [name, ...[n, p50, p99, worst].map(figure)])
  const met = rows.every(({ p99 }) => p99 < bar)
  process.stdout.write(`${table([['ms until a search shows', 'looked for', 'p50', 'p99', 'worst'], ...lines])}\n\n`)
  process.stdout.write(`99th percentile under ${figure(bar)} ms: ${verdict(met)}\n`)
  return met
}

const SECONDS = 60

/** The delay in the embedded house at `n` comments per second. Exit code 1 when the 99th percentile is a second or more. */
export async function delay({ n, quick }: { n: number; quick: boolean }): Promise<void> {
  process.stdout.write(`SQLite, one process, ${figure(n)} comments/s\n${machine()}\n\n`)
  await inEmbedded(async (house, signal) => {
    if (!reportDelays(await delays(house, { rate: n, seconds: quick ? 10 : SECONDS, signal }))) process.exitCode = 1
  })
}

const PARTS: Start[] = [classifying, desk, scribe]

/** Works in an embedded house whose classifier, desk and scribe run; its data are gone afterwards. */
export async function inEmbedded(work: (house: House, signal: AbortSignal) => Promise<void>): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), 'huiyin-delay-'))
  const settings = await readSettings({ HUIYIN_DATA: data })
  const house = await openHouse({ settings, folder: join(data, 'office'), logger: silent })
  const ended = new AbortController()
  try {
    await together(ended.signal, [
      ...PARTS.map(start => (signal: AbortSignal) => start(house, signal)),
      async signal => {
        await work(house, signal)
        ended.abort()
      }
    ])
  } finally {
    await house.close()
    await rm(data, { recursive: true, force: true })
  }
}
