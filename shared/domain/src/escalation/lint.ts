import type { Ladder, QuietHours, Rung } from '@huiyin/schemas/ladder.ts'
import type { Person, Stretch } from '@huiyin/schemas/person.ts'
import type { DutyRoster } from '@huiyin/schemas/roster.ts'
import type { Problem } from './problems.ts'
import * as problem from './problems.ts'
import { neverEnds } from './quiet-hours.ts'
import { type About, type House, presentOrDeputy, reachedBy } from './recipients.ts'
import { changesOf, gapsBetween, onDuty, rosterGaps } from './roster.ts'

/** So far ahead rosters and leave are looked at (R36): 14 days in ms. */
export const LOOK_AHEAD = 14 * 24 * 3_600_000

/** `departments` may be left out where no rung means a head; `now` in ms, UTC. */
export type LintedAgainst = Omit<House, 'departments'> & {
  departments?: House['departments']
  quietHours?: QuietHours
  now: number
}

/**
 * What is wrong with a ladder as the house stands, for the 14 days from `now` (R36). A rung for the ticket's own
 * department is looked at for every department there is. One that `refuses` must not be saved.
 */
export function lintLadder(ladder: Ladder, against: LintedAgainst): Problem[] {
  const { departments = [], quietHours, now } = against
  const house: House = { ...against, departments }
  const within = { from: now, to: now + LOOK_AHEAD }
  if (ladder.rungs.length === 0) return [problem.noRungs()]
  return [
    ...(ladder.keepsQuietHours && (ladder.urgent || ladder.for.includes('urgent'))
      ? [problem.quietHoursBlockUrgent()]
      : []),
    ...(ladder.keepsQuietHours && quietHours && neverEnds(quietHours) ? [problem.quietHoursNeverEnd()] : []),
    ...ladder.rungs.flatMap((rung, i) => [
      ...timing(ladder, rung, i),
      ...channels(rung, i, house),
      ...rosters(rung, i, house, within),
      ...persons(rung, i, house, within),
      ...reach(ladder, rung, i, house, within)
    ])
  ]
}

function timing({ rungs }: Ladder, { after, repeat }: Rung, rung: number): Problem[] {
  const before = rungs[rung - 1]?.after
  const next = rungs[rung + 1]?.after
  const found = before !== undefined && after <= before ? [problem.afterNotIncreasing({ rung }, after, before)] : []
  if (!repeat) return found
  if (repeat.times === undefined) return [...found, problem.repeatsNeverEnd({ rung })]
  const told = next === undefined ? repeat.times : Math.max(0, Math.ceil((next - after) / repeat.every) - 1)
  return told < repeat.times ? [...found, problem.repeatsCutOff({ rung }, repeat.times, told)] : found
}

function channels({ by, to }: Rung, rung: number, { channels }: House): Problem[] {
  const groups = to.filter(target => target.kind === 'channel').map(({ channel }) => channel)
  const missing = [...new Set([...by, ...groups])].filter(name => !channels.includes(name))
  return missing.map(name => problem.channelNotConfigured({ rung }, name))
}

function rosters(rung: Rung, at: number, house: House, within: Stretch): Problem[] {
  return rostersOf(rung, house).flatMap(roster =>
    rosterGaps(roster, house.persons, within).map(gap => problem.rosterEmpty({ rung: at }, roster.name, gap))
  )
}

const rostersOf = ({ to }: Rung, { rosters }: House): DutyRoster[] =>
  to
    .filter(target => target.kind === 'roster')
    .map(target => rosters.find(({ id }) => id === target.roster))
    .filter(roster => roster !== undefined)

/** Those whom a rung names or who come to be on duty in it. */
function namedBy(rung: Rung, house: House, within: Stretch): Person[] {
  const named = rung.to.filter(target => target.kind === 'person').map(({ person }) => person)
  const heads = rung.to
    .filter(target => target.kind === 'department-head')
    .flatMap(({ department }) => house.departments.filter(one => (department ?? one.department) === one.department))
    .map(({ head }) => head)
  const duty = rostersOf(rung, house).flatMap(roster =>
    changesOf({ rosters: [roster], persons: [] }, within).flatMap(at => onDuty(roster, at))
  )
  const ids = new Set([...named, ...heads, ...duty])
  return house.persons.filter(({ id }) => ids.has(id))
}

function persons(rung: Rung, at: number, house: House, within: Stretch): Problem[] {
  const named = namedBy(rung, house, within)
  const silent = named.filter(({ contacts }) => !contacts.some(({ channel }) => rung.by.includes(channel)))
  const alone = named.flatMap(person =>
    gapsBetween(
      changesOf({ rosters: [], persons: house.persons }, within),
      within.to,
      instant => presentOrDeputy(house.persons, person.id, instant) !== undefined
    ).map(leave => problem.onLeaveWithoutDeputy({ rung: at }, person.name, leave))
  )
  return [...alone, ...silent.map(({ name }) => problem.noAddress({ rung: at }, name, rung.by))]
}

function reach(ladder: Ladder, rung: Rung, at: number, house: House, within: Stretch): Problem[] {
  const changes = changesOf(house, within)
  const gaps = aboutEach(ladder, rung, house).map(about =>
    gapsBetween(changes, within.to, instant => reachedBy(house, rung, about, instant).length > 0)
  )
  const never = gaps.every(([gap]) => gap?.from === within.from && gap.to === within.to)
  if (never) return [problem.rungUnreachable({ rung: at })]
  const [first] = gaps.flat()
  return first && at === ladder.rungs.length - 1 ? [problem.lastRungMayReachNobody({ rung: at }, first)] : []
}

/** Each kind of ticket that makes a difference to whom the rung means. */
function aboutEach({ urgent }: Ladder, { to }: Rung, { departments }: House): About[] {
  const about = { urgent, level: 'blue' } as const
  const ownHead = to.some(target => target.kind === 'department-head' && target.department === undefined)
  if (!ownHead) return [about]
  return [about, ...departments.map(({ department }) => ({ ...about, department }))]
}
