import type { House } from '@huiyin/adapters/house.ts'
import { tick } from '@huiyin/alerter/tick.ts'
import { inHouse } from './in-house.ts'
import { figure, machine, table, verdict } from './machine.ts'
import { alerterOf } from './scanner-alerter.ts'
import { fill } from './scanner-fill.ts'
import { rush } from './scanner-rush.ts'

const NINE = Date.parse('2026-11-23T09:00:00+08:00')
/** When many are due at once: later than the first tick, earlier than those that fill the store. */
const RUSH = NINE + 3_600_000
const OWED = { normal: 9_000, urgent: 1_000 }
const TICKS = 50

/**
 * What a tick of the alerter costs over `n` open tickets of which none is due, and how long it takes until the
 * alerts of 10,000 that come due within one second are in the ledger, 1,000 of them urgent.
 */
export async function scanner({ engines, n }: { engines: boolean; n: number }): Promise<void> {
  const facts = machine()
  let now = NINE
  const setNow = (at: number) => {
    now = at
  }
  await inHouse({ engines, clock: { now: () => now } }, async house => {
    say(`${engines ? 'Kafka and Elasticsearch' : 'SQLite, one process'}\n${facts}\n`)
    const filled = await fill(house, n, NINE)
    say(`${figure(n)} open tickets, none due; put in ${filled.toFixed(0)} s, ${figure(n / filled)}/s`)
    say(`${table(await quiet(house, engines ? 50 : 5))}\n`)
    say(`${figure(OWED.normal + OWED.urgent)} more, all due within one second, ${figure(OWED.urgent)} of them urgent`)
    say(table(await rush(house, setNow, { ...OWED, at: RUSH, goal: 30 })))
  })
}

const say = (line: string) => process.stdout.write(`${line}\n`)

/** Ticks while nothing is due; the goal is for a tick, in ms. */
async function quiet(house: House, goal: number): Promise<string[][]> {
  const { tickets } = house.store
  const due = await timed(() => tickets.due('nextDueAt', NINE, 10_000))
  const ticks = await timed(() => tick(alerterOf(house), NINE))
  const [found] = await tickets.due('nextDueAt', NINE, 1)
  if (found) throw new Error(`None should be due, ${found} is`)
  return [
    ['ms', 'median', 'p95', 'goal', ''],
    ['the list of what is due', ...quantiles(due), '', ''],
    ['a tick of the alerter', ...quantiles(ticks), `< ${goal}`, verdict(at(ticks, 0.95) < goal)]
  ]
}

/** In ms, the shortest first. */
async function timed(work: () => Promise<unknown>): Promise<number[]> {
  const took: number[] = []
  for (let i = 0; i < TICKS; i++) {
    const began = performance.now()
    await work()
    took.push(performance.now() - began)
  }
  return took.sort((a, b) => a - b)
}

const at = (sorted: readonly number[], quantile: number) => sorted[Math.floor((sorted.length - 1) * quantile)]!
const quantiles = (sorted: readonly number[]) => [at(sorted, 0.5).toFixed(2), at(sorted, 0.95).toFixed(2)]
