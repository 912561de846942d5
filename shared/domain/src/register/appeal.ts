import type { AppraisalRules } from '@huiyin/schemas/appraisal-rules.ts'
import { REGISTER_LIMITS, type RegisterEntry, type Ruling } from '@huiyin/schemas/register.ts'
import { dueTime } from '../calendar/due-time.ts'
import { refOf } from '../rules.ts'
import type { Of } from './commands.ts'
import type { Changed, RegisterAt } from './decide.ts'
import { appealTooLate, entryInvalid, entryState, secondPerson } from './refusals.ts'
import { checkOutsider, ofConsequence, toldOf } from './rule.ts'

/** Against a decision, once, until the deadline. What was upheld or changed after an appeal is final. */
export function appeal(entry: RegisterEntry, { actor: by, grounds }: Of<'appeal'>, at: RegisterAt): Changed {
  const { now, rules, calendar } = at
  if (entry.state !== 'decided') throw entryState(entry, 'appealed against')
  if (entry.appealUntil !== undefined && now >= entry.appealUntil) throw appealTooLate(entry.appealUntil)
  const { dueAt } = dueTime({ kind: 'WORKDAYS', days: rules.register.answerWithin }, now, calendar)
  const made = { n: entry.appeals.length + 1, by, at: now, grounds, dueAt, calendar: refOf(calendar) }
  return {
    entry: { ...entry, state: 'appealed', appeals: [...entry.appeals, made].slice(-REGISTER_LIMITS.appeals) },
    happened: { type: 'register.appealed', data: { kind: entry.kind, of: entry.subject.id, appeal: made.n } }
  }
}

/** Answered by somebody who has neither entered it nor decided it nor appealed. Late is better than never, and is noted. */
export function answer(entry: RegisterEntry, command: Of<'answer'>, { now, rules }: RegisterAt): Changed {
  const open = entry.appeals.at(-1)
  if (entry.state !== 'appealed' || !open) throw entryState(entry, 'answered')
  const { actor: by, outcome, why } = command
  checkOutsider(entry, by)
  checkThird(entry, by.id)
  const late = now > open.dueAt
  const answered = { ...open, answer: { by, at: now, outcome, why, ...(late && { late }) } }
  const ruling = outcome === 'changed' && entry.ruling ? changedRuling(entry, command, now, rules) : entry.ruling
  const told = { kind: entry.kind, of: entry.subject.id, appeal: open.n, outcome }
  return {
    entry: {
      ...entry,
      state: outcome,
      appeals: [...entry.appeals.slice(0, -1), answered],
      ...(ruling && { ruling }),
      ...(ruling !== entry.ruling && entry.ruling && { before: [...(entry.before ?? []), entry.ruling] })
    },
    happened: {
      type: 'register.answered',
      data: ruling && outcome === 'changed' ? { ...toldOf(entry, ruling), ...told } : told
    }
  }
}

function checkThird({ by, ruling, appeals }: RegisterEntry, id: string): void {
  if (appeals.at(-1)?.by.id === id) throw secondPerson('The answer', 'the one who appealed')
  if (by.id === id) throw secondPerson('The answer', 'the one who entered it')
  if (ruling?.by.id === id) throw secondPerson('The answer', 'the one who decided it')
}

function changedRuling(
  { kind, ruling }: RegisterEntry,
  { actor: by, why, consequence, severity, points }: Of<'answer'>,
  at: number,
  { register }: AppraisalRules
): Ruling {
  const said = { ...ruling!, by, at, why }
  if (kind === 'violation') {
    const found = register.violations.find(({ id }) => id === consequence)
    if (!found)
      throw entryInvalid(`body/consequence must be one of ${register.violations.map(({ id }) => id).join(', ')}`)
    return { ...said, ...ofConsequence(found) }
  }
  if (kind === 'incident') {
    if (!severity) throw entryInvalid('body/severity must say how grave the incident was')
    return { ...said, severity, points: register.incidents[severity] }
  }
  if (points === undefined) throw entryInvalid('body/points must say how many it is changed to')
  return { ...said, points }
}
