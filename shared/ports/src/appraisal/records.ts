import { subjectKey } from '@huiyin/domain/appraisal/subjects.ts'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { Appraisal, AppraisalSheet } from '@huiyin/schemas/appraisal.ts'
import type { Rating } from '@huiyin/schemas/rating.ts'
import type { Subject } from '@huiyin/schemas/register.ts'
import type { Records } from '../records.ts'
import { entriesOf } from '../rule-records.ts'

/** Kinds of the records. A sheet is written before the appraisal names its revision, and never changed after. */
export const APPRAISAL = 'appraisal'
export const SHEET = 'appraisal-sheet'
export const RATING = 'rating'

const revisionOf = (appraisal: string, revision: number) => `${appraisal}/${String(revision).padStart(4, '0')}/`

export const sheetId = (appraisal: string, revision: number, subject: Pick<Subject, 'kind' | 'id'>): string =>
  revisionOf(appraisal, revision) + subjectKey(subject)

export const appraisalNotFound = (what: string) =>
  new HuiyinError('APPRAISAL_NOT_FOUND', `There is no ${what}; GET /api/appraisals lists what was made`)

/** Throws APPRAISAL_NOT_FOUND. */
export async function appraisalOf(records: Pick<Records, 'get'>, id: string): Promise<Appraisal> {
  const found = await records.get<Appraisal>(APPRAISAL, id)
  if (!found) throw appraisalNotFound(`appraisal "${id}"`)
  return found.document.value
}

/** All that were made; a house has some a year. */
export const allAppraisals = async (records: Pick<Records, 'list'>): Promise<Appraisal[]> =>
  (await Array.fromAsync(entriesOf<Appraisal>(records, APPRAISAL))).map(({ value }) => value)

/** Throws APPRAISAL_NOT_FOUND. */
export async function sheetOfSubject(
  records: Pick<Records, 'get'>,
  { id, kind }: Pick<Appraisal, 'id' | 'kind'>,
  subject: string,
  revision: number
): Promise<AppraisalSheet> {
  const found = await records.get<AppraisalSheet>(SHEET, sheetId(id, revision, { kind, id: subject }))
  if (!found) throw appraisalNotFound(`sheet of "${subject}" in appraisal "${id}", revision ${revision}`)
  return found.document.value
}

/** The sheets of one revision, one after the other. */
export async function* sheetsOf(
  records: Pick<Records, 'list'>,
  appraisal: string,
  revision: number
): AsyncGenerator<AppraisalSheet> {
  for await (const { value } of entriesOf<AppraisalSheet>(records, SHEET, revisionOf(appraisal, revision))) yield value
}

export async function* allRatings(records: Pick<Records, 'list'>, post?: string): AsyncGenerator<Rating> {
  for await (const { value } of entriesOf<Rating>(records, RATING, post && `${post}/`)) yield value
}
