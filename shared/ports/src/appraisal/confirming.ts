import { dueTime } from '@huiyin/domain/calendar/due-time.ts'
import { HuiyinError, storeRefused } from '@huiyin/domain/errors.ts'
import { secondPerson } from '@huiyin/domain/register/refusals.ts'
import { calendarAt, refOf } from '@huiyin/domain/rules.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { Appraisal } from '@huiyin/schemas/appraisal.ts'
import type { RegisterPorts } from '../register/entries.ts'
import { subjectOf } from '../tell.ts'
import { APPRAISAL, appraisalNotFound } from './records.ts'

/**
 * The head confirms the revision that they saw; from then on those whom it is about read it, and may object until a
 * deadline in working days. The same again changes nothing. Throws APPRAISAL_NOT_FOUND, SOMEBODY_WAS_FASTER when another
 * revision was made meanwhile, SECOND_PERSON_NEEDED for who made it.
 */
export async function confirmAppraisal(
  { records, clock, tell, rules }: RegisterPorts,
  { id, revision, by }: { id: string; revision: number; by: Actor }
): Promise<Appraisal> {
  while (true) {
    const found = await records.get<Appraisal>(APPRAISAL, id)
    if (!found) throw appraisalNotFound(`appraisal "${id}"`)
    const before = found.document.value
    const newest = before.revisions.at(-1)!
    if (newest.n !== revision)
      throw new HuiyinError('SOMEBODY_WAS_FASTER', `${newest.by.name} made revision ${newest.n}; read that one first`)
    if (before.state === 'confirmed') return before
    if (newest.by.id === by.id) throw secondPerson('The confirmation', 'the one who made it')
    const now = clock.now()
    const calendar = calendarAt(rules(), 'office', now)
    const { accounts: _, ...who } = by
    const value: Appraisal = {
      ...before,
      state: 'confirmed',
      revisions: [...before.revisions.slice(0, -1), { ...newest, confirmed: { by: who, at: now } }],
      objectUntil: dueTime({ kind: 'WORKDAYS', days: before.rules.objectWithin }, now, calendar).dueAt,
      calendar: refOf(calendar)
    }
    await tell(subjectOf('appraisal', id), { type: 'appraisal.confirmed', by, data: { revision } })
    const [put] = await records.putEach<Appraisal>(APPRAISAL, [{ entry: { id, value }, version: found.version }])
    if (put?.outcome === 'refused') throw storeRefused(put.reason)
    if (put?.outcome === 'put') return value
  }
}
