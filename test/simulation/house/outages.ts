import { seeded } from '@huiyin/simulator/random.ts'
import type { Outage } from '../reference/facts.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../reference/minutes.ts'

/** When something does not work. */
export interface Outages {
  /** No service ticks. */
  ticks: readonly Outage[]
  /** The whole machine sleeps: no tick, no comment, no act. */
  asleep: readonly Outage[]
  /** The collectors bring nothing. */
  collectors: readonly Outage[]
}

export function outages(seed: number, from: number, days: number): Outages {
  const ticks = some(seeded(seed), from, { days, perDay: 0.2, longest: 100 * MINUTE })
  const asleep = ticks.filter((_, i) => i % 2 === 0)
  const collectors = some(seeded(seed + 1), from, { days, perDay: 0.12, longest: 9 * HOUR })
  return { ticks, asleep, collectors: [...collectors, ...asleep] }
}

export const wholeSecond = (at: number): number => Math.ceil(at / SECOND) * SECOND

export const isWithin = (outages: readonly Outage[], at: number): boolean =>
  outages.some(({ from, to }) => from <= at && at < to)

/** The first whole second at or after an instant at which somebody ticks. */
export function awakeBy(outages: readonly Outage[], at: number): number {
  const second = wholeSecond(at)
  return outages.find(({ from, to }) => from <= second && second < to)?.to ?? second
}

/** Some stretches, one a day at most, at whole seconds. */
function some(random: () => number, begins: number, of: { days: number; perDay: number; longest: number }): Outage[] {
  const found: Outage[] = []
  for (let day = 0; day < of.days; day++) {
    if (random() >= of.perDay) continue
    const from = wholeSecond(begins + day * DAY + random() * 14 * HOUR)
    found.push({ from, to: wholeSecond(from + 10 * MINUTE + random() * of.longest) })
  }
  return found
}
