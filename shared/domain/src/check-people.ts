import type { QuietHours } from '@huiyin/schemas/ladder.ts'
import type { DepartmentDuty, Person, Stretch } from '@huiyin/schemas/person.ts'
import type { DutyRoster } from '@huiyin/schemas/roster.ts'
import type { RuleProblem } from '@huiyin/schemas/rule-problem.ts'
import { quietHoursNeverEnd } from './escalation/problems.ts'
import { neverEnds } from './escalation/quiet-hours.ts'
import type { House } from './escalation/recipients.ts'
import { endsBeforeItStarts, ownDeputy, personUnknown, rosterUnknown } from './rule-problems.ts'

/** What is wrong with a person; who stands in may be added later. */
export const checkPerson = ({ id, name, deputy, leave }: Person): RuleProblem[] => [
  ...(deputy === id ? [ownDeputy(name)] : []),
  ...stretches('leave', leave)
]

/** What is wrong with how a department is reached. */
export const checkDuty = (
  { head, roster }: DepartmentDuty,
  { persons, rosters }: Pick<House, 'persons' | 'rosters'>
): RuleProblem[] => [
  ...(head === undefined || persons.some(({ id }) => id === head) ? [] : [personUnknown('head', head)]),
  ...(roster === undefined || rosters.some(({ id }) => id === roster) ? [] : [rosterUnknown('roster', roster)])
]

/** What is wrong with a roster; where nobody is on duty the ladders that use it say. */
export function checkRoster({ weekly, dated }: DutyRoster, { persons }: Pick<House, 'persons'>): RuleProblem[] {
  const known = new Set(persons.map(({ id }) => id))
  const unknown = (where: string, people: readonly string[]) =>
    people.filter(id => !known.has(id)).map(id => personUnknown(where, id))
  return [
    ...weekly.flatMap(({ people }, i) => unknown(`weekly/${i}/people`, people)),
    ...dated.flatMap(({ people }, i) => unknown(`dated/${i}/people`, people)),
    ...stretches('dated', dated)
  ]
}

/** Quiet hours that never end would hold back what is not urgent for good (R37). */
export const checkQuietHours = (hours: QuietHours): RuleProblem[] => (neverEnds(hours) ? [quietHoursNeverEnd()] : [])

const stretches = (where: string, all: readonly Stretch[]) =>
  all.flatMap(({ from, to }, i) => (from < to ? [] : [endsBeforeItStarts(`${where}/${i}`, from, to)]))
