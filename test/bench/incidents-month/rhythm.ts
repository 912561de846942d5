import { daysOf } from '@huiyin/domain/calendar/days.ts'
import { officeCalendar } from '@huiyin/domain/calendar/office-calendar.ts'
import type { Random } from '@huiyin/simulator/random.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const SHANGHAI = 8 * HOUR
const HOURS = [
  1, 0.6, 0.3, 0.2, 0.2, 0.4, 1.2, 2.4, 3.6, 3.8, 3.6, 3.6, 4.6, 4, 3.2, 3, 3.2, 3.6, 4, 4.8, 6, 6.4, 5, 2.6
]
const days = daysOf(officeCalendar())

/** 0–23, in Shanghai. */
export const hourOf = (at: number) => Math.floor(((at + SHANGHAI) % DAY) / HOUR)

export const isWorked = (at: number): boolean => days(Math.floor((at + SHANGHAI) / DAY)).open.length > 0

/** How much is written in the hour of an instant beside the other hours: less and later on days off, most in the evening. */
export function volumeAt(at: number): number {
  const hour = hourOf(at)
  return isWorked(at) ? HOURS[hour]! : (HOURS[(hour + 23) % 24]! + HOURS[hour]!) * 0.42
}

/** How many come where so many are expected. */
export function poisson(random: Random, mean: number): number {
  if (mean > 50) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)))
  let count = 0
  for (let left = Math.exp(-mean), product = random(); product > left; product *= random()) count++
  return count
}

export const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
