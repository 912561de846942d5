import { setTimeout as sleep } from 'node:timers/promises'
import { seeded } from '@huiyin/simulator/random.ts'
import type { Kill, Processes } from './collectors.ts'

/** What takes longer has gone wrong, in s. */
const PATIENCE = 120
/** Time in which all has to be in its place once nobody is killed any more, in s. */
const SETTLES = 90

const killers = seeded(11)

/** So many kills, evenly over the time (ms). */
export async function killOften(processes: Processes, times: number, over: number): Promise<void> {
  const begun = Date.now()
  for (let i = 0; i < times; i++) {
    await sleep(Math.max(0, begun + (over * (i + 0.5)) / times - Date.now()))
    await processes.killOne(killers)
  }
}

/** Since an instant. */
export const seconds = (since: number) => ((Date.now() - since) / 1000).toFixed(0)

/** Throws when it is not so within two minutes, with the last words of those that ended by themselves. */
export async function until(what: string, done: () => Promise<boolean>, { fallen }: Processes): Promise<void> {
  const late = Date.now() + PATIENCE * 1000
  while (!(await done())) {
    if (Date.now() > late) throw new Error(`${what}: not within ${PATIENCE} s; ended by themselves: ${fallen()}`)
    await sleep(500)
  }
}

/** The state as it is once it is good, or when the time for that is over. */
export async function lastOf<S>(state: () => Promise<S>, isGood: (state: S) => boolean): Promise<S> {
  const late = Date.now() + SETTLES * 1000
  while (true) {
    const now = await state()
    if (isGood(now) || Date.now() > late) return now
    await sleep(1_000)
  }
}

const IN_FLIGHT: Record<string, string> = { collector: 'a request', responder: 'a reply' }

/** How many were killed, and in the middle of what. */
export function figures(kills: readonly Kill[]): string {
  const said = Map.groupBy(kills, ({ service }) => service)
    .entries()
    .map(([service, of]) => {
      const at = (moment: Kill['moment']) => of.filter(one => one.moment === moment).length
      return (
        `${of.length} ${service}s, ${IN_FLIGHT[service]} in flight: ${at('asked')} before the platform met it, ` +
        `${at('done')} before its answer arrived, ${at('told')} right after; idle ${at(undefined)}`
      )
    })
  return `killed ${[...said].join('; ')}`
}
