import type { Actor } from '@huiyin/schemas/actor.ts'
import type { AppraisalRules, Consequence } from '@huiyin/schemas/appraisal-rules.ts'
import type { RegisterEntry, Ruling } from '@huiyin/schemas/register.ts'
import { dueTime } from '../calendar/due-time.ts'
import { refOf } from '../rules.ts'
import type { Of } from './commands.ts'
import type { Changed, RegisterAt } from './decide.ts'
import { entryState, outsiderNeeded, secondPerson } from './refusals.ts'

/** A second person decides that it is so, and what follows. */
export function rule(entry: RegisterEntry, command: Of<'rule'>, at: RegisterAt): Changed {
  if (entry.state !== 'proposed') throw entryState(entry, 'decided')
  const { actor } = command
  checkOutsider(entry, actor)
  if (actor.id === entry.by.id) throw secondPerson('The decision', 'the one who entered it')
  const ruling = rulingOf(entry, command, at)
  const { appealWithin } = at.rules.register
  return {
    entry: {
      ...entry,
      state: 'decided',
      ruling,
      appealUntil: dueTime({ kind: 'WORKDAYS', days: appealWithin }, at.now, at.calendar).dueAt,
      calendar: refOf(at.calendar)
    },
    happened: { type: 'register.decided', data: toldOf(entry, ruling) }
  }
}

/** Throws OUTSIDER_NEEDED. */
export function checkOutsider({ subject, training }: RegisterEntry, { id }: Actor): void {
  if (!training && subject.kind === 'person' && subject.id === id) throw outsiderNeeded()
}

function rulingOf(entry: RegisterEntry, command: Of<'rule'>, { now, rules: { register } }: RegisterAt): Ruling {
  const { actor: by, why, after } = command
  const said = { by, at: now, why }
  switch (entry.kind) {
    case 'violation': {
      const nth = after.length + 1
      return { ...said, nth, after: after.slice(-50), ...ofConsequence(consequenceOf(register, nth)) }
    }
    case 'incident': {
      const severity = command.severity ?? entry.severity ?? 'minor'
      return { ...said, severity, points: register.incidents[severity] }
    }
    case 'reward':
      return { ...said, points: command.points ?? register.reward }
    default:
      return { ...said, points: 0 }
  }
}

/** What follows from the nth violation; the last of the table counts for all after it. */
export const consequenceOf = ({ violations }: AppraisalRules['register'], nth: number): Consequence =>
  violations[Math.min(nth, violations.length) - 1]!

export const ofConsequence = ({ id, zh, en, points }: Consequence) => ({ consequence: { id, zh, en }, points })

export const toldOf = ({ kind, subject }: RegisterEntry, { nth, consequence, severity, points }: Ruling) => ({
  ...{ kind, subject: subject.kind, of: subject.id, points },
  ...(nth !== undefined && { nth }),
  ...(consequence && { consequence: consequence.id }),
  ...(severity && { severity })
})
