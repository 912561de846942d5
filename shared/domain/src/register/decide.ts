import type { AppraisalRules } from '@huiyin/schemas/appraisal-rules.ts'
import type { Calendar } from '@huiyin/schemas/calendar.ts'
import type { EventType, HouseEvent } from '@huiyin/schemas/event.ts'
import { REGISTER_LIMITS, type RegisterEntry } from '@huiyin/schemas/register.ts'
import { keyReused, somebodyWasFaster } from '../errors.ts'
import { digest } from '../ids.ts'
import { add } from './add.ts'
import { answer, appeal } from './appeal.ts'
import type { RegisterCommand } from './commands.ts'
import { drop, enter } from './enter.ts'
import { entryNotFound } from './refusals.ts'
import { rule } from './rule.ts'

/**
 * One entry of the register, from its proposal to the end: proposed by one, decided by a second, appealed against until
 * a deadline in working days, answered by a third. Nothing is deleted; what counts for nothing stands as withdrawn.
 */

export interface RegisterAt {
  id: string
  /** UTC in ms. */
  now: number
  rules: AppraisalRules
  /** By which working days are counted. */
  calendar: Calendar
}

/** The entry without what `decide` itself keeps. */
export type Body = Omit<RegisterEntry, 'commands' | 'n'>

export type Happened = { type: EventType; data: HouseEvent['data'] }
export type Changed = { entry: Body; happened: Happened }

/** The entry as it then stands and what happened; without `happened` nothing did, the same was asked before. */
export type RegisterDecision = { entry: RegisterEntry; happened?: Happened }

/**
 * Pure. Throws ENTRY_NOT_FOUND, ENTRY_STATE, SECOND_PERSON_NEEDED, OUTSIDER_NEEDED, TOO_LATE, TOO_MANY, KEY_REUSED,
 * SOMEBODY_WAS_FASTER, INVALID_REQUEST.
 */
export function decideEntry(
  entry: RegisterEntry | undefined,
  command: RegisterCommand,
  at: RegisterAt
): RegisterDecision {
  const { key, seen, actor, ...asked } = command
  const mark = { id: key, digest: digest(JSON.stringify([actor.id, withoutFound(asked)])) }
  const before = entry?.commands.find(({ id }) => id === key)
  if (entry && before) {
    if (before.digest !== mark.digest) throw keyReused()
    return { entry }
  }
  if (entry && seen !== undefined && seen !== entry.n) throw somebodyWasFaster(lastOf(entry))
  const { entry: body, happened } = changed(entry, command, at)
  const commands = [...(entry?.commands ?? []), mark].slice(-REGISTER_LIMITS.commands)
  const n = (entry?.n ?? 0) + 1
  return { entry: { ...body, commands, n }, happened: { ...happened, data: { ...happened.data, n } } }
}

/** What the house itself found out for a command, and when it did, is no part of what was asked. */
const withoutFound = (asked: object) => ({
  ...asked,
  after: undefined,
  ...('files' in asked && { files: (asked.files as readonly { id: string }[]).map(({ id }) => id) })
})

function changed(entry: RegisterEntry | undefined, command: RegisterCommand, at: RegisterAt): Changed {
  if (command.type === 'enter') return enter(entry, command, at)
  if (!entry) throw entryNotFound(at.id)
  switch (command.type) {
    case 'add':
      return add(entry, command)
    case 'drop':
      return drop(entry, command, at)
    case 'rule':
      return rule(entry, command, at)
    case 'appeal':
      return appeal(entry, command, at)
    case 'answer':
      return answer(entry, command, at)
  }
}

const lastOf = ({ by, dropped, ruling, appeals }: RegisterEntry): string =>
  (dropped?.by ?? appeals.at(-1)?.answer?.by ?? appeals.at(-1)?.by ?? ruling?.by ?? by).name
