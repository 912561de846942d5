import { storeRefused } from '@huiyin/domain/errors.ts'
import { textHash } from '@huiyin/domain/ids.ts'
import type { RegisterCommand } from '@huiyin/domain/register/commands.ts'
import { decideEntry } from '@huiyin/domain/register/decide.ts'
import { entryNotFound } from '@huiyin/domain/register/refusals.ts'
import { calendarAt } from '@huiyin/domain/rules.ts'
import type { Rules } from '@huiyin/schemas/policy.ts'
import type { RegisterEntry } from '@huiyin/schemas/register.ts'
import type { Clock } from '../clock.ts'
import { houseSetting } from '../house-settings.ts'
import type { Records } from '../records.ts'
import { entriesOf } from '../rule-records.ts'
import { subjectOf, type Tell } from '../tell.ts'
import { countBefore } from './claims.ts'

/** One register: violations, incidents, rewards, trainings, and objections against appraisals. */
export const REGISTER = 'register'

/** Deadlines are counted in the working days of this calendar. */
const OFFICE = 'office'

export interface RegisterPorts {
  records: Records
  clock: Clock
  tell: Tell
  /** The calendars that there are. */
  rules: () => Rules
}

/** The id of what somebody enters under a key: sent again, it is the same entry. */
export const entryIdOf = (actor: string, key: string): string => textHash(`${actor}/${key}`).slice(0, 24)

/**
 * Decides on what is there, tells, and puts it if nobody was faster; otherwise looks again and decides again. What the
 * log does not take is not done. Throws what `decideEntry` refuses, STORE_REFUSED, LOG_UNAVAILABLE.
 */
export async function actOnEntry(ports: RegisterPorts, id: string, command: RegisterCommand): Promise<RegisterEntry> {
  const { records, clock, tell } = ports
  while (true) {
    const found = await records.get<RegisterEntry>(REGISTER, id)
    const now = clock.now()
    const rules = await houseSetting(records, 'appraisal-rules')
    const counted = await withCounted(ports, found?.document.value, command, now)
    const at = { id, now, rules, calendar: calendarAt(ports.rules(), OFFICE, now) }
    const { entry, happened } = decideEntry(found?.document.value, counted, at)
    if (!happened) return entry
    await tell(subjectOf('register', id), { type: happened.type, by: command.actor, data: happened.data })
    const [put] = await records.putEach<RegisterEntry>(REGISTER, [
      { entry: { id, value: entry }, version: found?.version }
    ])
    if (put?.outcome === 'refused') throw storeRefused(put.reason)
    if (put?.outcome === 'put') return entry
  }
}

/** How many violations count before this one is found out as it is decided. */
async function withCounted(
  { records }: RegisterPorts,
  entry: RegisterEntry | undefined,
  command: RegisterCommand,
  now: number
): Promise<RegisterCommand> {
  if (command.type !== 'rule' || entry?.kind !== 'violation' || entry.state !== 'proposed') return command
  const { register } = await houseSetting(records, 'appraisal-rules')
  return { ...command, after: await countBefore(records, entry, { now, register }) }
}

/** Throws ENTRY_NOT_FOUND. */
export async function entryOf(records: Pick<Records, 'get'>, id: string): Promise<RegisterEntry> {
  const found = await records.get<RegisterEntry>(REGISTER, id)
  if (!found) throw entryNotFound(id)
  return found.document.value
}

/** Every entry, by id; as fresh as a list. */
export async function* allEntries(records: Pick<Records, 'list'>): AsyncGenerator<RegisterEntry> {
  for await (const { value } of entriesOf<RegisterEntry>(records, REGISTER)) yield value
}
