import { createHash } from 'node:crypto'
import type { House } from '@huiyin/adapters/house.ts'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import { type AppraisalFormat, printOverview, printSheet } from '@huiyin/ports/appraisal/printing.ts'
import { appraisalOf, sheetOfSubject, sheetsOf } from '@huiyin/ports/appraisal/records.ts'
import { subjectOf, teller } from '@huiyin/ports/tell.ts'
import type { Subject } from '@huiyin/schemas/register.ts'
import type { PieceOf, Pieces } from '../files/piece.ts'
import type { Carried } from '../files/write.ts'

/** A sheet, or without `subject` the results of all. */
export type ToPrint = { appraisal: string; subject?: string; format: AppraisalFormat; by: string }

/** Appraisals as files, as who sits at the terminal of the machine takes them out. */
export interface AppraisalPrints extends Pieces {
  /** Whose sheets there are, in the newest revision. Throws APPRAISAL_NOT_FOUND. */
  subjects: (of: { appraisal: string }) => Promise<Subject[]>
  /** Says in the trail who takes it out, and holds it for `piece` until the next. Throws PRINTER_MISSING. */
  print: (of: ToPrint) => Promise<Carried>
}

type Ports = Pick<House, 'clock' | 'logs' | 'printer'> & { store: Pick<House['store'], 'records'> }

export function appraisalPrints({ store: { records }, clock, logs, printer }: Ports): AppraisalPrints {
  const ports = { records, clock, printer }
  const tell = teller(logs.events, clock)
  let held: { sha256: string; content: Buffer } | undefined

  async function printed({ appraisal: id, subject, format }: ToPrint) {
    const appraisal = await appraisalOf(records, id)
    const { revision } = appraisal
    if (subject === undefined) {
      const lines = await Array.fromAsync(sheetsOf(records, id, revision), ({ posts: _, lines: __, ...line }) => line)
      return { revision, name: id, content: await printOverview(ports, { appraisal, lines }, format) }
    }
    const sheet = await sheetOfSubject(records, appraisal, subject, revision)
    return {
      revision,
      name: [id, ...new Set([sheet.subject.name, sheet.subject.id])].join('-'),
      content: await printSheet(ports, { appraisal, sheet }, format)
    }
  }

  return {
    async subjects({ appraisal }) {
      await records.refresh()
      const { revision } = await appraisalOf(records, appraisal)
      return Array.fromAsync(sheetsOf(records, appraisal, revision), ({ subject }) => subject)
    },
    async print(of) {
      const { revision, name, content } = await printed(of)
      const { appraisal: id, subject, format } = of
      const by = { id: of.by, name: of.by, role: 'system' }
      const data = { what: 'appraisal', id, format, revision, ...(subject !== undefined && { subject }) }
      await tell(subjectOf('export', 'appraisal', id), { type: 'exported', by, data })
      held = { sha256: createHash('sha256').update(content).digest('hex'), content }
      return { name: `${fileName(name)}.${format}`, sha256: held.sha256, bytes: content.length }
    },
    async piece({ sha256, from, length }: PieceOf) {
      if (held?.sha256 !== sha256)
        throw new HuiyinError('ATTACHMENT_DAMAGED', 'Another was printed meanwhile; run it again')
      return held.content.subarray(from, from + length).toString('base64')
    }
  }
}

/** Without what a file's name may not hold. */
const fileName = (name: string) => name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_').slice(0, 120)
