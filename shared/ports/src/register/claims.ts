import { subjectKey } from '@huiyin/domain/appraisal/subjects.ts'
import { storeRefused } from '@huiyin/domain/errors.ts'
import { type Claim, countedBefore } from '@huiyin/domain/register/counted.ts'
import type { AppraisalRules } from '@huiyin/schemas/appraisal-rules.ts'
import type { RegisterEntry } from '@huiyin/schemas/register.ts'
import type { Records } from '../records.ts'

/**
 * In which order the violations of one subject were decided: one document per subject, so that of two that are decided
 * at once one is the first and the other the second.
 */
const CLAIMS = 'register-claims'
const AT_MOST = 1_000

/** Ids of the violations that count before this one; from now on this one counts before the next. */
export async function countBefore(
  records: Records,
  entry: RegisterEntry,
  { now, register }: { now: number; register: AppraisalRules['register'] }
): Promise<string[]> {
  const claims = await claim(records, entry, now)
  const ids = claims.map(one => one.entry)
  const found = await records.getMany<RegisterEntry>('register', ids)
  const others = new Map(found.flatMap(one => (one ? [[one.document.id, one.document.value] as const] : [])))
  return countedBefore(entry, { claims, others, now }, register)
}

async function claim(records: Records, { id: entry, subject }: RegisterEntry, at: number): Promise<Claim[]> {
  const id = subjectKey(subject)
  while (true) {
    const found = await records.get<Claim[]>(CLAIMS, id)
    const before = found?.document.value ?? []
    const claims = before.some(one => one.entry === entry)
      ? before.map(one => (one.entry === entry ? { ...one, at } : one))
      : [...before, { entry, at }].slice(-AT_MOST)
    const [put] = await records.putEach<Claim[]>(CLAIMS, [{ entry: { id, value: claims }, version: found?.version }])
    if (put?.outcome === 'refused') throw storeRefused(put.reason)
    if (put?.outcome === 'put') return claims
  }
}
