import { changeOf } from '@huiyin/domain/appraisal/changes.ts'
import { appraisalId, periodBefore } from '@huiyin/domain/appraisal/period.ts'
import { ranked } from '@huiyin/domain/appraisal/result.ts'
import { sheetOf } from '@huiyin/domain/appraisal/sheet.ts'
import { subjectKey } from '@huiyin/domain/appraisal/subjects.ts'
import { HuiyinError, storeRefused } from '@huiyin/domain/errors.ts'
import {
  APPRAISAL_LIMITS,
  type Appraisal,
  type AppraisalRevision,
  type AppraisalSheet
} from '@huiyin/schemas/appraisal.ts'
import type { Records } from '../records.ts'
import { tagOf } from '../rule-records.ts'
import { subjectOf } from '../tell.ts'
import type { MakingPorts, Writing } from './making.ts'
import { APPRAISAL, SHEET, sheetId, sheetsOf } from './records.ts'

/** Writes the sheets of a revision, then the appraisal that names it: until then nobody sees them. */
export async function writeAppraisal(ports: MakingPorts, writing: Writing): Promise<Appraisal> {
  const { records, clock, tell } = ports
  const { kind, period, asOf, rules, making, only } = writing
  const id = appraisalId(period, kind)
  const found = await records.get<Appraisal>(APPRAISAL, id)
  const standing = found?.document.value
  const revision = (standing?.revision ?? 0) + 1
  if (revision > APPRAISAL_LIMITS.revisions)
    throw new HuiyinError('TOO_MANY', `Appraisal ${id} has ${APPRAISAL_LIMITS.revisions} revisions; it takes no more`)
  const before = appraisalId(periodBefore(period), kind)
  const earlier = await records.get<Appraisal>(APPRAISAL, before)
  const old = await sheetsBySubject(records, standing)
  const sheets = await madeSheets(records, writing, { id, revision, earlier: earlier?.document.value })
  await keepSheets(records, id, revision, sheets)
  const changes = standing ? sheets.flatMap(sheet => changeOf(old.get(subjectKey(sheet.subject)), sheet) ?? []) : []
  const { accounts: _, ...by } = making.by
  const one: AppraisalRevision = {
    ...{ n: revision, by, at: clock.now(), subjects: sheets.length, rules: tagOf(rules) },
    ...(making.why !== undefined && { why: making.why }),
    ...{ changes: changes.slice(0, APPRAISAL_LIMITS.changes), changed: changes.length }
  }
  const appraisal: Appraisal = {
    ...{ id, kind, period, asOf, revision, rules, state: 'made' },
    ...(only && { only: [...only] }),
    revisions: [...(standing?.revisions ?? []), one],
    ...(earlier && { before })
  }
  const data = { kind, revision, subjects: sheets.length, changed: changes.length, rules: one.rules }
  await tell(subjectOf('appraisal', id), { type: 'appraisal.made', by: making.by, data })
  const [put] = await records.putEach<Appraisal>(APPRAISAL, [
    { entry: { id, value: appraisal }, version: found?.version }
  ])
  if (put?.outcome === 'refused') throw storeRefused(put.reason)
  if (put?.outcome === 'conflict')
    throw new HuiyinError('SOMEBODY_WAS_FASTER', `Appraisal ${id} was changed meanwhile; make it again`)
  await records.refresh()
  return appraisal
}

async function sheetsBySubject(
  records: Records,
  standing: Appraisal | undefined
): Promise<Map<string, AppraisalSheet>> {
  const sheets = new Map<string, AppraisalSheet>()
  if (!standing) return sheets
  for await (const sheet of sheetsOf(records, standing.id, standing.revision))
    sheets.set(subjectKey(sheet.subject), { ...sheet, posts: [] }) // what is compared are figures
  return sheets
}

async function madeSheets(
  records: Records,
  { kind, period, asOf, rules, appraised, counting }: Writing,
  { id, revision, earlier }: { id: string; revision: number; earlier: Appraisal | undefined }
): Promise<AppraisalSheet[]> {
  const sheets: AppraisalSheet[] = []
  for (const one of appraised) {
    const before =
      earlier &&
      (await records.get<AppraisalSheet>(SHEET, sheetId(earlier.id, earlier.revision, { kind, id: one.subject.id })))
    const options = { appraisal: id, revision, period, asOf, rules }
    sheets.push(sheetOf(one, counting.of(one), options, before?.document.value))
  }
  return ranked(sheets)
}

/** What an attempt that broke off has left of the same revision goes. */
async function keepSheets(
  records: Records,
  appraisal: string,
  revision: number,
  sheets: readonly AppraisalSheet[]
): Promise<void> {
  const ids = new Set(sheets.map(({ subject }) => sheetId(appraisal, revision, subject)))
  for await (const { subject } of sheetsOf(records, appraisal, revision)) {
    const id = sheetId(appraisal, revision, subject)
    if (!ids.has(id)) await records.remove(SHEET, id)
  }
  for (const value of sheets)
    await records.put<AppraisalSheet>(SHEET, { id: sheetId(appraisal, revision, value.subject), value })
}
