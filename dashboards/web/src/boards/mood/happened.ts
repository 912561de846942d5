import type { BoardMood, MoodNote } from '@huiyin/schemas/api-boards.ts'
import { momentsOf } from '../moments.ts'

/** What happened in one hour or on one day, under one sign. */
export type Happened = { sign: string; at: number; notes: readonly MoodNote[] }

/** The notes of a period by the moments of its axis, in their order. */
export function happenedIn({ annotations, period, unit }: BoardMood): Happened[] {
  const moments = momentsOf(period, unit)
  const momentOf = (at: number) => moments.filter(moment => moment <= at).at(-1) ?? period.from
  const byMoment = new Map<number, MoodNote[]>()
  for (const note of [...annotations].sort((a, b) => a.at - b.at)) {
    const moment = momentOf(note.at)
    byMoment.set(moment, [...(byMoment.get(moment) ?? []), note])
  }
  return [...byMoment].map(([at, notes], index) => ({ sign: String(index + 1), at, notes }))
}
