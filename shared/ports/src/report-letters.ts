import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { House as People } from '@huiyin/domain/escalation/recipients.ts'
import { idOf } from '@huiyin/domain/ids.ts'
import { letterPath } from '@huiyin/domain/letters/letter-path.ts'
import { textOf } from '@huiyin/domain/reports/say.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { Letter, LetterTarget } from '@huiyin/schemas/letter.ts'
import type { ReportFormat, ReportRevision } from '@huiyin/schemas/report.ts'
import type { Clock } from './clock.ts'
import { resolveRecipients, sendLetter } from './letters.ts'
import type { Records } from './records.ts'
import { noteLetter } from './reports.ts'
import { subjectOf, type Tell } from './tell.ts'

export interface SendReport {
  to: readonly LetterTarget[]
  receipt: boolean
  files: readonly ReportFormat[]
  by: Actor
  /** Tells one sending from another: sent again under the same, it is sent once. */
  key: string
}

type Ports = { records: Records; people: () => People; clock: Clock; tell: Tell }

const LINES = 12

/**
 * Sends a report by letter: its summary in the text, the files with it. Answers the letter's id. Throws REPORT_INVALID
 * where nobody of those named can be reached.
 */
export async function sendReport(ports: Ports, revision: ReportRevision, sending: SendReport): Promise<string> {
  const { records, people, clock, tell } = ports
  const now = clock.now()
  const to = await resolveRecipients({ records, people }, sending.to, { urgent: false }, now)
  if (to.length === 0)
    throw new HuiyinError(
      'REPORT_INVALID',
      'Nobody of those named can be reached; see who is on duty and by which channel'
    )
  const { report, document, files } = revision
  const id = idOf('report', report, String(revision.revision), sending.key)
  const letter: Letter = {
    ...{ id, about: 'report', of: report, title: document.title, to, by: sending.by, madeAt: now },
    ...{ urgent: false, receipt: sending.receipt, path: letterPath('report', report) },
    lines: [document.number, ...linesOf(revision)],
    files: files.filter(({ format }) => sending.files.includes(format)).map(({ format: _, ...file }) => file)
  }
  await tell(subjectOf('report', report), {
    type: 'report.sent',
    by: sending.by,
    data: { letter: id, revision: revision.revision, recipients: to.length, receipt: sending.receipt }
  })
  await sendLetter(records, letter)
  await noteLetter(records, report, id)
  return id
}

function linesOf({ document, why }: ReportRevision): string[] {
  const [summary] = document.sections
  const sentences = summary?.parts.flatMap(({ sentences }) => sentences.map(textOf)) ?? []
  return [...(why === undefined ? [] : [`更正说明：${why}`]), ...sentences]
    .slice(0, LINES)
    .map(line => line.slice(0, 1000))
}
