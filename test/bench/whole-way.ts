import { setTimeout as sleep } from 'node:timers/promises'
import type { Logs, Store } from '@huiyin/adapters/open.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'

const LOOK_EVERY = 20
const AT_ONCE = 1_000

type Kept = { store: Store; logs: Logs }

/**
 * Comments as if they had just been written, all within the last eight minutes before `now`,
 * in the order and at the distances in which they came.
 */
export function rebased(observations: readonly Observation[], now: number): Observation[] {
  const first = observations[0]!.publishedAt
  const last = observations.reduce((latest, { observedAt }) => Math.max(latest, observedAt), 0)
  const moved = (at: number) => Math.floor(now - 480_000 * ((last - at) / (last - first)))
  return observations.map(seen => ({
    ...seen,
    publishedAt: moved(seen.publishedAt),
    observedAt: moved(seen.observedAt)
  }))
}

/** Puts the comments on their topic. */
export async function fill({ logs }: Pick<Kept, 'logs'>, observations: readonly Observation[]): Promise<void> {
  for (let from = 0; from < observations.length; from += AT_ONCE)
    await logs.comments.append(observations.slice(from, from + AT_ONCE))
}

/** Waits until what stands on the topic, and its tickets, are found by search; asks for the first stage every so many ms. */
export async function caughtUp({ store, logs }: Kept, signal: AbortSignal, every = LOOK_EVERY): Promise<void> {
  await until(async () => (await logs.comments.lag('classifier')) === 0, signal, every)
  await until(async () => (await logs.classified.lag('desk')) === 0, signal)
  await Promise.all([store.comments.refresh(), store.tickets.refresh()])
}

/** Puts the comments on their topic and waits until they and their tickets are found by search; in ms. */
export async function wholeWay(kept: Kept, observations: readonly Observation[], signal: AbortSignal): Promise<number> {
  const began = performance.now()
  await fill(kept, observations)
  await caughtUp(kept, signal)
  return performance.now() - began
}

export async function until(done: () => Promise<boolean>, signal: AbortSignal, every = LOOK_EVERY): Promise<void> {
  while (!(await done())) await sleep(every, undefined, { signal })
}

export const found = async ({ store }: Kept) => ({
  comments: (await store.comments.search({ sort: 'newest', atMost: 1 })).total,
  tickets: (await store.tickets.search({ sort: 'newest', atMost: 1 })).total
})
