import type { Stretch } from '@huiyin/schemas/person.ts'
import type { WeeklyStretch } from '@huiyin/schemas/roster.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const EAST_8 = 8 * 60 * MINUTE // China has had no summer time since 1991
const MONDAY = -3 * DAY - EAST_8 // 29 December 1969, 00:00 in Asia/Shanghai

/** Whether an instant lies in a half-open stretch. */
export const isWithin = ({ from, to }: Stretch, at: number): boolean => from <= at && at < to

/** 1 is Monday, 7 is Sunday, in Asia/Shanghai. */
const weekdayOf = (day: number) => (((((day - MONDAY) / DAY) % 7) + 7) % 7) + 1

const startOfDay = (at: number) => Math.floor((at + EAST_8) / DAY) * DAY - EAST_8

const msOf = (time: string) => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return (hours * 60 + minutes) * MINUTE
}

/** The stretches of a week as instants, those that touch `from` … `to`, in order of their start. */
export function instantsOf<W extends WeeklyStretch>(weekly: readonly W[], from: number, to: number) {
  const found: (Stretch & { of: W })[] = []
  for (let day = startOfDay(from) - DAY; day < to; day += DAY) {
    for (const of of weekly) {
      if (!of.days.includes(weekdayOf(day))) continue
      const [start, end] = [msOf(of.from), msOf(of.to)]
      const stretch = { from: day + start, to: day + (end > start ? end : end + DAY), of }
      if (stretch.to > from && stretch.from < to) found.push(stretch)
    }
  }
  return found.sort((a, b) => a.from - b.from)
}

/** The same time as stretches that neither touch nor overlap, in order. */
export function joined(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = []
  for (const { from, to } of stretches.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1)
    if (from >= to) continue
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else result.push({ from, to })
  }
  return result
}
