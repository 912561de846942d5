import { segmenter } from '@huiyin/adapters/jieba/segmenter.ts'
import { openWatch } from '@huiyin/analyst/watch/watch.ts'
import { openClassifier } from '@huiyin/classifier/classify.ts'
import type { Signal } from '@huiyin/domain/incidents/signal.ts'
import type { Classified } from '@huiyin/schemas/comment.ts'
import type { Burst } from './incidents-month/bursts.ts'
import { burstsOf, month } from './incidents-month/month.ts'
import type { MonthOptions } from './incidents-month/options.ts'

/** How a burst was noticed. */
export interface Noticed {
  burst: Burst
  /** Comments of it that had come by then; undefined: never noticed. */
  after: number | undefined
  /** ms since its first comment. */
  late: number | undefined
  phrase: string | undefined
  /** Rises that were of it. */
  rises: number
  /** Of its comments, how many are in subjects that rose as it. */
  held: number
}

export interface MonthResult {
  noticed: Noticed[]
  /** Rises that are of no burst. */
  wrong: Signal[]
  rises: number
  comments: number
  /** ms in take and tick. */
  watched: number
  /** ms of processor time in them, which neighbours do not slow. */
  busy: number
  /** Longest ms of one call. */
  longest: number
  /** Bytes of heap in use after a collection, and what is held, day by day. */
  memory: { day: number; heap: number; comments: number; subjects: number; words: number }[]
  signals: { rise: number; growth: number; calm: number }
}

const AT_ONCE = 10
const OF_BURST = 0.5

/** Plays a month to a watch and counts what it tells. `collect` frees what can be freed, where the runtime can. */
export function play(options: MonthOptions, collect: () => void = () => {}): MonthResult {
  const { cut } = segmenter()
  const classify = openClassifier({ cut, evidence: 'none' })
  const watch = openWatch({ cut })
  const bursts = burstsOf(options)
  const burstOf = new Map<string, number>()
  const came = bursts.map(() => 0)
  const firstAt = bursts.map(({ sayings }) => sayings[0]!.at)
  const noticed = bursts.map(
    (burst): Noticed => ({ burst, after: undefined, late: undefined, phrase: undefined, rises: 0, held: 0 })
  )
  const subjects = new Map<string, number>()
  const result: MonthResult = {
    noticed,
    wrong: [],
    rises: 0,
    comments: 0,
    watched: 0,
    busy: 0,
    longest: 0,
    memory: [],
    signals: { rise: 0, growth: 0, calm: 0 }
  }

  function hear(signals: readonly Signal[], now: number): void {
    for (const signal of signals) {
      result.signals[signal.type]++
      if (signal.type !== 'rise') continue
      result.rises++
      const counts = new Map<number, number>()
      for (const { id } of signal.comments) {
        const burst = burstOf.get(id)
        if (burst !== undefined) counts.set(burst, (counts.get(burst) ?? 0) + 1)
      }
      const [most] = [...counts].sort(([, a], [, b]) => b - a)
      if (!most || most[1] < OF_BURST * signal.comments.length) {
        result.wrong.push(signal)
        continue
      }
      const one = noticed[most[0]]!
      one.rises++
      subjects.set(signal.subject, most[0])
      if (one.after !== undefined) continue
      one.after = came[most[0]]!
      one.late = now - firstAt[most[0]]!
      one.phrase = signal.phrase
    }
  }

  let day = 0
  for (const said of month(options)) {
    const classifications = classify(said.map(({ seen }) => seen))
    for (let from = 0; from < said.length; from += AT_ONCE) {
      const some = said.slice(from, from + AT_ONCE)
      const classified = some.map(({ seen }, i): Classified => {
        return { id: seen.id, key: seen.key, observation: seen, classification: classifications[from + i]! }
      })
      for (const { seen, burst } of some) {
        if (burst === undefined) continue
        burstOf.set(seen.id, burst)
        came[burst]!++
      }
      const now = some.at(-1)!.seen.observedAt
      const [began, used] = [performance.now(), process.cpuUsage()]
      const signals = [...watch.take(classified, now), ...watch.tick(now)]
      const took = performance.now() - began
      const { user, system } = process.cpuUsage(used)
      result.watched += took
      result.busy += (user + system) / 1_000
      result.longest = Math.max(result.longest, took)
      hear(signals, now)
    }
    result.comments += said.length
    for (const { seen, burst } of said) {
      const subject = burst === undefined ? undefined : watch.subjectOf(seen.id)
      if (subject !== undefined && subjects.get(subject) === burst) noticed[burst!]!.held++
    }
    collect()
    const { comments, subjects: many, words } = watch.size()
    result.memory.push({ day, heap: process.memoryUsage().heapUsed, comments, subjects: many, words })
    day++
  }
  return result
}
