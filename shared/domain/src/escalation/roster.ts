import type { Person, Stretch } from '@huiyin/schemas/person.ts'
import type { DutyRoster } from '@huiyin/schemas/roster.ts'
import { instantsOf, isWithin, joined } from './stretches.ts'

/** Ids of those whose shift it is; dated shifts replace the weekly ones. */
function onShift({ dated, weekly }: DutyRoster, at: number): string[] {
  const ofTheDay = dated.filter(shift => isWithin(shift, at))
  const shifts = ofTheDay.length > 0 ? ofTheDay : instantsOf(weekly, at, at + 1).map(({ of }) => of)
  return shifts.flatMap(({ people }) => people)
}

/** Ids of those who are told at an instant: whose shift it is and, while they hand over, whose it was. */
export const onDuty = (roster: DutyRoster, at: number): string[] => [
  ...new Set([...onShift(roster, at), ...onShift(roster, at - roster.handOver)])
]

/** The instants from `from` on and before `to` at which a roster or somebody's leave may change who is told. */
export function changesOf(
  { rosters, persons }: { rosters: readonly DutyRoster[]; persons: readonly Person[] },
  { from, to }: Stretch
): number[] {
  const shifts = rosters.flatMap(({ weekly, dated, handOver }) =>
    [...instantsOf(weekly, from - handOver, to), ...dated].flatMap(one => [
      one.from,
      one.to,
      one.from + handOver,
      one.to + handOver
    ])
  )
  const leaves = persons.flatMap(({ leave }) => leave.flatMap(one => [one.from, one.to]))
  const within = [...shifts, ...leaves].filter(at => from < at && at < to)
  return [from, ...new Set(within)].sort((a, b) => a - b)
}

/** When, in a stretch of time, `holds` is not true at the instants where it may change. */
export function gapsBetween(changes: readonly number[], end: number, holds: (at: number) => boolean): Stretch[] {
  const pieces = changes.map((from, i) => ({ from, to: changes[i + 1] ?? end }))
  return joined(pieces.filter(({ from }) => !holds(from)))
}

/** When nobody is on shift, or everybody who is has leave. Handing over fills no gap. */
export function rosterGaps(roster: DutyRoster, persons: readonly Person[], within: Stretch): Stretch[] {
  const present = (id: string, at: number) =>
    persons.some(person => person.id === id && !person.leave.some(leave => isWithin(leave, at)))
  return gapsBetween(changesOf({ rosters: [roster], persons }, within), within.to, at =>
    onShift(roster, at).some(id => present(id, at))
  )
}
