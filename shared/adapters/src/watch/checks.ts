import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { Check } from '@huiyin/ports/check.ts'
import type { World } from '../open.ts'
import type { Signs } from './signs.ts'

/** Whoever does not answer for so long is not reachable, in ms. */
const PATIENCE = 2_000
/** Kafka answers a reader twice a second, with events or without; a batch that is at hand holds it up. In ms. */
const FETCHED_WITHIN = 30_000
/** Beyond it an instance sets due times that others do not share, in ms. */
const SKEW = 2_000
/** Leases are beaten every second, in ms. */
const BEATEN_WITHIN = 10_000
/** Nothing takes so long without asking store or log for anything, in ms. */
const STUCK = 15 * 60_000

export interface Checked {
  world: Pick<World, 'store' | 'logs' | 'clockSkew'>
  signs: Signs
  monotonic: () => number
}

/** What the process needs to do its work, one line each; no detail holds a secret. */
export async function readiness({ world, signs, monotonic }: Checked): Promise<Check[]> {
  const { store, logs, clockSkew } = world
  return Promise.all([
    reachable('store', () => store.records.get('probe', 'probe')),
    reachable('log', () => logs.events.lag('scribe')),
    ...signs.readers().map(async ({ topic, group }) => {
      const at = logs[topic as keyof typeof logs]?.lastFetch?.(group)
      const ago = at === undefined ? 0 : performance.now() - at
      const detail = at === undefined ? 'reads' : `the log answered ${seconds(ago)} s ago`
      return { name: `reader ${topic}/${group}`, ok: ago <= FETCHED_WITHIN, detail }
    }),
    clock(clockSkew?.()),
    ...leases(signs, monotonic())
  ])
}

/** Whether it goes on; one that has stopped for good is better begun anew. */
export async function liveness({ world, signs, monotonic }: Checked): Promise<Check[]> {
  const now = monotonic()
  const since = (what: string, at: number | undefined) => (at !== undefined && now - at > STUCK ? [what] : [])
  const held = [
    ...signs.readers().flatMap(({ group, atHandSince }) => since(`the batch of ${group}`, atHandSince)),
    ...signs.rounds().flatMap(({ name, busySince }) => since(`the round “${name}”`, busySince))
  ]
  const stuck = now - signs.lastCall() > STUCK ? held : []
  const silent = await readersLeft(world, signs)
  const detail = [
    ...stuck.map(what => `${what} has been at hand for more than ${STUCK / 60_000} min without a call`),
    ...silent.map(group => `the log has not answered ${group} for more than ${STUCK / 60_000} min, and is there`)
  ]
  return [{ name: 'alive', ok: detail.length === 0, detail: detail.join('; ') || 'goes on' }]
}

/** Readers that are alone with it: the log answers others. */
async function readersLeft({ logs }: Checked['world'], signs: Signs): Promise<string[]> {
  const left = signs.readers().filter(({ topic, group, atHandSince }) => {
    const at = logs[topic as keyof typeof logs]?.lastFetch?.(group)
    return atHandSince === undefined && at !== undefined && performance.now() - at > STUCK
  })
  if (left.length === 0 || !(await reachable('log', () => logs.events.lag('scribe'))).ok) return []
  return left.map(({ group }) => group)
}

function clock(skew: number | undefined): Check {
  if (skew === undefined) return { name: 'clock', ok: true, detail: 'not compared with the log’s yet' }
  const detail = `the log’s clock is ${skew >= 0 ? 'ahead' : 'behind'} by ${seconds(Math.abs(skew))} s`
  return { name: 'clock', ok: Math.abs(skew) <= SKEW, detail }
}

function leases(signs: Signs, now: number): Check[] {
  return signs.rounds().flatMap(({ name, endedWellAt }) => {
    if (!name.endsWith(' leases')) return []
    const ok = endedWellAt !== undefined && now - endedWellAt <= BEATEN_WITHIN
    const detail = endedWellAt === undefined ? 'not beaten yet' : `beaten ${seconds(now - endedWellAt)} s ago`
    return [{ name, ok, detail }]
  })
}

const seconds = (ms: number) => (ms / 1_000).toFixed(1)

/** Whether something answers in time. */
export async function reachable(name: string, ask: () => Promise<unknown>): Promise<Check> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error(`no answer within ${PATIENCE / 1_000} s`)), PATIENCE)
  try {
    await Promise.race([ask(), late.promise])
    return { name, ok: true, detail: 'answers' }
  } catch (error) {
    return { name, ok: false, detail: error instanceof HuiyinError ? error.code : (error as Error).message }
  } finally {
    clearTimeout(timer)
  }
}
