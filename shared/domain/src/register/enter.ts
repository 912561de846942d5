import { REGISTER_LIMITS, type RegisterEntry } from '@huiyin/schemas/register.ts'
import { dueTime } from '../calendar/due-time.ts'
import { refOf } from '../rules.ts'
import type { Of } from './commands.ts'
import type { Changed, RegisterAt } from './decide.ts'
import { entryInvalid, entryState } from './refusals.ts'

/** An entry is proposed; an objection is an appeal from the start. */
export function enter(entry: RegisterEntry | undefined, command: Of<'enter'>, at: RegisterAt): Changed {
  if (entry) throw entryState(entry, 'entered again')
  refuseUnclear(command, at.now)
  const { actor: by, kind, subject, title, text, severity, training, evidence, evidenceTotal, fact } = command
  const data = { kind, subject: subject.kind, of: subject.id, ...(fact !== undefined && { fact }) }
  const proposed = {
    ...{ id: at.id, kind, subject, at: command.at, title },
    ...(text !== undefined && { text }),
    ...(severity !== undefined && { severity }),
    ...(training && { training }),
    ...{ evidence: [...evidence], files: [], by, enteredAt: at.now, appeals: [] },
    ...(evidenceTotal !== undefined && { evidenceTotal }),
    ...(fact !== undefined && { fact }),
    state: 'proposed' as const
  }
  if (kind !== 'objection') return { entry: proposed, happened: { type: 'register.entered', data } }
  return objected(proposed, command, at)
}

function objected(
  proposed: Changed['entry'],
  { actor: by, text, about, until, calendar }: Of<'enter'>,
  at: RegisterAt
): Changed {
  const { dueAt } = dueTime({ kind: 'WORKDAYS', days: at.rules.register.answerWithin }, at.now, at.calendar)
  const appeal = { n: 1, by, at: at.now, grounds: text!, dueAt, calendar: refOf(at.calendar) }
  const data = { kind: 'objection', subject: proposed.subject.kind, of: proposed.subject.id, ...about }
  return {
    entry: {
      ...proposed,
      state: 'appealed',
      about: about!,
      appeals: [appeal],
      ...(until !== undefined && { appealUntil: until }),
      ...(calendar !== undefined && { calendar })
    },
    happened: { type: 'register.appealed', data }
  }
}

/** Throws INVALID_REQUEST. */
function refuseUnclear({ kind, at, training, severity, text, about, evidence, fact }: Of<'enter'>, now: number): void {
  if (at > now) throw entryInvalid('body/at must not be later than now: the register tells what has happened')
  if ((kind === 'training') !== (training !== undefined))
    throw entryInvalid('body/training says hours and participants of a training, and of nothing else')
  if (kind === 'incident' && severity === undefined)
    throw entryInvalid('body/severity must say how grave the incident was')
  if (kind !== 'incident' && severity !== undefined) throw entryInvalid('body/severity is of an incident only')
  if (kind === 'objection' && (about === undefined || text === undefined))
    throw entryInvalid('An objection names its appraisal and its grounds')
  if (evidence.length > REGISTER_LIMITS.evidence)
    throw entryInvalid(`body/evidence may have ${REGISTER_LIMITS.evidence} lines; ${evidence.length} came`)
  if (kind === 'violation' && evidence.length === 0 && fact === undefined && text === undefined)
    throw entryInvalid('A violation needs evidence, or words that say what was seen')
}

/** Taken back by who entered it, or refused by another, before it is decided; it stands as withdrawn. */
export function drop(entry: RegisterEntry, { actor: by, why }: Of<'drop'>, { now }: RegisterAt): Changed {
  if (entry.state !== 'proposed') throw entryState(entry, 'refused or taken back')
  return {
    entry: { ...entry, state: 'withdrawn', dropped: { by, at: now, why } },
    happened: { type: 'register.dropped', data: { kind: entry.kind, of: entry.subject.id } }
  }
}
