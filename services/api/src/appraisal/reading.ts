import { checkMay } from '@huiyin/domain/roles/check-may.ts'
import { mayDo, mayEverywhere } from '@huiyin/domain/roles/may-do.ts'
import { appraisalNotFound, appraisalOf, sheetOfSubject, sheetsOf } from '@huiyin/ports/appraisal/records.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { Appraisal, AppraisalRow, AppraisalSheet } from '@huiyin/schemas/appraisal.ts'
import type { ApiPorts } from '../ports.ts'
import { belongingOf } from '../register/belonging.ts'
import { byRank, rowOf } from './view.ts'

/** Those who lead read what was made; those whom it is about read what the head has confirmed. */
export const readsDrafts = (actor: Actor): boolean => mayEverywhere(actor, 'appraisal.read')

type Ports = Pick<ApiPorts, 'records' | 'book'>

/** As those read it whom it is about: the newest revision that the head has confirmed; undefined while there is none. */
export function confirmedOf(appraisal: Appraisal): Appraisal | undefined {
  const last = appraisal.revisions.findLast(({ confirmed }) => confirmed)
  if (!last || last.n === appraisal.revision) return last && appraisal
  const revisions = appraisal.revisions.filter(({ n }) => n <= last.n)
  return { ...appraisal, revision: last.n, revisions, state: 'confirmed' }
}

/** Throws APPRAISAL_NOT_FOUND, also for one that is not confirmed yet and somebody may not read before. */
export async function appraisalFor({ records }: Ports, actor: Actor, id: string): Promise<Appraisal> {
  const appraisal = await appraisalOf(records, id)
  const read = readsDrafts(actor) ? appraisal : confirmedOf(appraisal)
  if (!read) throw appraisalNotFound(`appraisal "${id}"`)
  return read
}

/** Throws APPRAISAL_NOT_FOUND, NOT_ALLOWED. */
export async function sheetFor(
  ports: Ports,
  actor: Actor,
  of: { appraisal: string; subject: string; revision?: number | undefined }
): Promise<{ appraisal: Appraisal; sheet: AppraisalSheet }> {
  const appraisal = await appraisalFor(ports, actor, of.appraisal)
  checkMay(actor, 'appraisal.read', belongingOf(ports, { kind: appraisal.kind, id: of.subject }, actor))
  const { revision = appraisal.revision } = of
  const isConfirmed = appraisal.revisions.some(one => one.n === revision && one.confirmed)
  if (!isConfirmed && !readsDrafts(actor))
    throw appraisalNotFound(`confirmed revision ${revision} of "${appraisal.id}"`)
  return { appraisal, sheet: await sheetOfSubject(ports.records, appraisal, of.subject, revision) }
}

/** The results of those of whom somebody may read, the best first. */
export async function rowsFor(ports: Ports, actor: Actor, { id, revision }: Appraisal): Promise<AppraisalRow[]> {
  const rows: AppraisalRow[] = []
  for await (const sheet of sheetsOf(ports.records, id, revision)) {
    if (mayDo(actor, 'appraisal.read', belongingOf(ports, sheet.subject, actor))) rows.push(rowOf(sheet))
  }
  return rows.sort(byRank)
}
