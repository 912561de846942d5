import { digest } from '@huiyin/domain/ids.ts'
import type { Batch, EventLog, Following, ReaderOptions } from '@huiyin/ports/event-log.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import type { Meter } from '@huiyin/ports/meter.ts'
import { called, type Heard } from './calls.ts'
import type { Signs } from './signs.ts'

export interface WatchedLog<E> {
  topic: string
  meter: Meter
  signs: Signs
  logger: Logger
  /** Told once a batch is committed, in the group's name. */
  committed?: (group: string, events: readonly E[]) => void
}

/** Of groups that people make, as of webhooks, there may be many: they are told together. */
export const groupName = (group: string) => /^[a-z-]{1,40}/.exec(group)?.[0] ?? 'other'

/** The same log; calls are timed, and so is each batch from its handing out to its commit. */
export function watchedLog<E extends { key: string; id: string }>(log: EventLog<E>, of: WatchedLog<E>): EventLog<E> {
  const { topic, meter, signs } = of
  const groups = new Map<string, number>()
  const heard = (call: string): Heard => ({
    done: seconds => meter.observe('log_call_duration_seconds', { topic, call }, seconds),
    failed: code => meter.add('log_call_failures_total', { topic, call, code })
  })
  const [append, lag, commit] = [heard('append'), heard('lag'), heard('commit')]

  meter.read('reader_lag_events', async () => (await Promise.all(Array.from(groups.keys(), lagsOf))).flat())
  meter.read('reader_fetch_age_seconds', () =>
    Array.from(groups.keys()).flatMap(group => {
      const at = log.lastFetch?.(group)
      if (at === undefined) return []
      return [{ labels: { topic, group: groupName(group) }, value: (performance.now() - at) / 1_000 }]
    })
  )

  async function lagsOf(group: string) {
    const lags = (await log.lags?.(group)) ?? new Map([[0, await log.lag(group)]])
    return Array.from(lags, ([partition, value]) => ({
      labels: { topic, group: groupName(group), partition: String(partition) },
      value
    }))
  }

  const watchedBatch = (batch: Batch<E>, group: string): Batch<E> => {
    const began = performance.now()
    const name = groupName(group)
    if (batch.unreadable.length > 0) meter.add('unreadable_events_total', { topic }, batch.unreadable.length)
    signs.taken(topic, group)
    return {
      ...batch,
      async commit() {
        await called(signs, commit, batch.commit)
        meter.observe('batch_duration_seconds', { group: name }, (performance.now() - began) / 1_000)
        meter.add('batch_events_total', { group: name }, batch.events.length)
        of.committed?.(group, batch.events)
        trace(of, { group: name }, batch.events, 'read')
      }
    }
  }

  async function* read(options: ReaderOptions): AsyncGenerator<Batch<E>> {
    const { group } = options
    groups.set(group, (groups.get(group) ?? 0) + 1)
    signs.done(topic, group) // it is known from its beginning, also where nothing comes for long
    try {
      for await (const batch of log.read(options)) {
        yield watchedBatch(batch, group)
        signs.done(topic, group)
      }
    } finally {
      signs.done(topic, group)
      const left = groups.get(group)! - 1
      if (left > 0) groups.set(group, left)
      else groups.delete(group)
    }
  }

  return {
    ...log,
    async append(events) {
      const positions = await called(signs, append, () => log.append(events))
      trace(of, {}, events, 'appended')
      return positions
    },
    read,
    follow: (options): Following<E> => log.follow(options),
    lag: group => called(signs, lag, () => log.lag(group))
  }
}

/** By these digests one finds the same comment in the lines of every process. */
function trace<E extends { id: string }>(
  { topic, logger }: WatchedLog<E>,
  facts: object,
  events: readonly E[],
  what: string
): void {
  if (!logger.debug || events.length === 0) return
  logger.debug({ topic, ...facts, traces: events.map(({ id }) => digest(id)) }, what)
}
