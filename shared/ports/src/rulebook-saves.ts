import { readCalendar } from '@huiyin/domain/calendar/check-calendar.ts'
import { checkDuty, checkPerson, checkQuietHours, checkRoster } from '@huiyin/domain/check-people.ts'
import { checkPolicy } from '@huiyin/domain/check-policy.ts'
import { rulesInvalid, versionExists } from '@huiyin/domain/errors.ts'
import { lintLadder } from '@huiyin/domain/escalation/lint.ts'
import type { House } from '@huiyin/domain/escalation/recipients.ts'
import { idOf } from '@huiyin/domain/ids.ts'
import { inThePast } from '@huiyin/domain/rule-problems.ts'
import type { Calendar } from '@huiyin/schemas/calendar.ts'
import { Ladder, QuietHours } from '@huiyin/schemas/ladder.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import { DepartmentDuty, Person } from '@huiyin/schemas/person.ts'
import { type Policy, parsePolicy, type Rules } from '@huiyin/schemas/policy.ts'
import { DutyRoster } from '@huiyin/schemas/roster.ts'
import type { RuleProblem } from '@huiyin/schemas/rule-problem.ts'
import { calendarStore } from './calendars.ts'
import type { Clock } from './clock.ts'
import type { Records } from './records.ts'
import { addVersion, putSeen, RULE_KINDS, tagOf } from './rule-records.ts'

/** A new version may begin so long (ms) before it is saved. */
const GRACE = 60_000

/** Shown on its own page: there is one of it. */
const THE_QUIET_HOURS = 'office'

/**
 * Each is seen by `rules` and `people` of this process when it answers. Versions of policies, calendars and ladders are
 * made once: VERSION_EXISTS for another content. People are changed by who saw them last (`seen`, the `tagOf` what they
 * saw; absent: nothing): else SOMEBODY_WAS_FASTER. RULES_INVALID carries `problems`.
 */
export interface RulebookSaves {
  savePolicy: (policy: Policy) => Promise<void>
  /** May begin in the past: notices of holidays do. Throws CALENDAR_INVALID. */
  saveCalendar: (calendar: Calendar) => Promise<void>
  saveLadder: (ladder: Ladder) => Promise<void>
  savePerson: (person: Person, seen?: string) => Promise<void>
  saveDuty: (duty: DepartmentDuty, seen?: string) => Promise<void>
  saveRoster: (roster: DutyRoster, seen?: string) => Promise<void>
  saveQuietHours: (hours: QuietHours, seen?: string) => Promise<void>
}

export interface SaveOptions {
  /** Versions may begin before they are saved: where there is none of the office's own, nothing was decided by another. */
  past?: boolean
  /** Whoever saves many refreshes before and after; what is saved is not seen by `rules` and `people` until then. */
  many?: boolean
}

type Around = SaveOptions & {
  clock: Clock
  refresh: () => Promise<void>
  rules: () => Rules
  people: () => House & { ladders: readonly Ladder[]; quietHours?: QuietHours }
}

const parseLadder = parser(Ladder, 'ladder')
const parsePerson = parser(Person, 'person')
const parseDuty = parser(DepartmentDuty, 'duty')
const parseRoster = parser(DutyRoster, 'roster')
const parseQuietHours = parser(QuietHours, 'quiet hours')

/** Over the records of one deployment; `refresh` reads the rules anew, as `rules` and `people` then give them. */
export function rulebookSaves(records: Records, around: Around): RulebookSaves {
  const { clock, refresh, rules, people, past = false, many = false } = around
  const early = (version: { effectiveFrom: number }) => (past ? [] : inThePast(version, clock.now() - GRACE))

  /** What is checked against the others is checked against what they are now, and seen at once. */
  const saved = async (work: () => Promise<void>) => {
    if (many) return work()
    await refresh()
    await work()
    await records.refresh()
    await refresh()
  }

  return {
    savePolicy: value =>
      saved(async () => {
        const policy = parsePolicy(value)
        const what = `Policy ${policy.version}`
        if (isThere(rules().policies, ({ version }) => version === policy.version, policy, what)) return
        refuse(what, [...early(policy), ...checkPolicy(policy, rules().calendars)])
        await addVersion(records, RULE_KINDS.policy, { id: policy.version, value: policy }, what)
      }),
    saveCalendar: value => saved(() => calendarStore(records).add(readCalendar(value))),
    saveLadder: value =>
      saved(async () => {
        const ladder = parseLadder(value)
        const { id, version } = ladder
        const what = `Ladder ${id}@${version}`
        if (isThere(people().ladders, one => one.id === id && one.version === version, ladder, what)) return
        refuse(what, [...early(ladder), ...lintLadder(ladder, { ...people(), now: clock.now() })])
        await addVersion(records, RULE_KINDS.ladder, { id: `${idOf(id)}@${idOf(version)}`, value: ladder }, what)
      }),
    savePerson: (value, seen) =>
      saved(async () => {
        const person = parsePerson(value)
        const what = `Person ${person.id}`
        refuse(what, checkPerson(person))
        await putSeen(records, RULE_KINDS.person, { id: idOf(person.id), value: person }, { seen, what })
      }),
    saveDuty: (value, seen) =>
      saved(async () => {
        const duty = parseDuty(value)
        const what = `Duty of ${duty.department}`
        refuse(what, checkDuty(duty, people()))
        await putSeen(records, RULE_KINDS.duty, { id: idOf(duty.department), value: duty }, { seen, what })
      }),
    saveRoster: (value, seen) =>
      saved(async () => {
        const roster = parseRoster(value)
        const what = `Roster ${roster.id}`
        refuse(what, checkRoster(roster, people()))
        await putSeen(records, RULE_KINDS.roster, { id: idOf(roster.id), value: roster }, { seen, what })
      }),
    saveQuietHours: (value, seen) =>
      saved(async () => {
        const hours = parseQuietHours(value)
        refuse('Quiet hours', checkQuietHours(hours))
        await putSeen(
          records,
          RULE_KINDS.quietHours,
          { id: THE_QUIET_HOURS, value: hours },
          { seen, what: 'Quiet hours' }
        )
      })
  }
}

/** Saved again it is the same; shipped versions are versions too. */
function isThere<V>(all: readonly V[], isIt: (one: V) => boolean, value: V, what: string): boolean {
  const found = all.find(isIt)
  if (found === undefined) return false
  if (tagOf(found) !== tagOf(value)) throw versionExists(what)
  return true
}

function refuse(what: string, problems: readonly RuleProblem[]): void {
  if (problems.some(({ refuses }) => refuses)) throw rulesInvalid(what, problems)
}
