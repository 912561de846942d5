import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { readSettings } from '@huiyin/adapters/settings.ts'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { AppraisalJob } from '@huiyin/ports/appraisal/jobs.ts'
import { APPRAISAL_FORMATS, type AppraisalFormat } from '@huiyin/ports/appraisal/printing.ts'
import { SUBJECT_KINDS } from '@huiyin/schemas/appraisal-names.ts'
import type { SubjectKind } from '@huiyin/schemas/appraisal-rules.ts'
import type { AppraisalDesk } from './appraisals/desk.ts'
import { writeFiles } from './files/write.ts'
import { shareBar, terminalLogger, timedBar } from './terminal.ts'
import { who } from './who.ts'
import { inWorld, isOwned, standingFolder } from './world.ts'

export interface FilesCommand {
  out: string
  format?: string
}

export interface MakeCommand extends Partial<FilesCommand> {
  year: string
  quarter?: string
  kind?: string[]
  why?: string
}

const PAUSE = 300

/** Has a period appraised and waits for it. Throws INVALID_REQUEST for options that mean nothing, and why it was not made. */
export async function appraisalMakeCommand(options: MakeCommand, signal: AbortSignal): Promise<string> {
  const asked = askedOf(options)
  const { out, format } = options
  const wanted = out === undefined ? undefined : { out, format: formatOf(format) }
  return withAppraisals(signal, async appraisals => {
    const job = await appraisals.ask({ ...asked, key: randomUUID(), by: who() })
    const made = await ended(appraisals, job, signal)
    const files = wanted ? await saved(appraisals, made, wanted, signal) : nextText(made)
    return `The appraisal of ${job} is made: ${made.join(', ')}. A head confirms it; until then it is a draft.\n${files}`
  })
}

/** Writes the results and the sheets of an appraisal that was made. Throws APPRAISAL_NOT_FOUND, PRINTER_MISSING. */
export async function appraisalSaveCommand(
  id: string,
  { out, format }: FilesCommand,
  signal: AbortSignal
): Promise<string> {
  const wanted = { out, format: formatOf(format) }
  return withAppraisals(signal, appraisals => saved(appraisals, [id], wanted, signal))
}

async function withAppraisals<T>(signal: AbortSignal, work: (appraisals: AppraisalDesk) => Promise<T>): Promise<T> {
  const settings = await readSettings(process.env)
  const folder = isOwned(settings) ? standingFolder(settings) : settings.data
  const world = { settings, folder, logger: terminalLogger, signal, services: false }
  return inWorld(world, ({ appraisals }) => work(appraisals))
}

/** Ids of what was made. */
async function ended(appraisals: AppraisalDesk, job: string, signal: AbortSignal): Promise<string[]> {
  const bar = timedBar()
  try {
    while (true) {
      const row = await appraisals.round({ job })
      if (row.endedAt !== undefined) return madeOf(row)
      bar.moves(row.of === 0 ? 0 : Math.min(1, row.done / row.of), `${row.done.toLocaleString('en-US')} tickets`)
      await sleep(PAUSE, undefined, { signal })
    }
  } finally {
    bar.end()
  }
}

function madeOf({ made = [], failed }: AppraisalJob): string[] {
  if (failed) throw new HuiyinError(failed.code as HuiyinError['code'], failed.message)
  return made
}

/** The results of all, and the sheet of each. */
async function saved(
  appraisals: AppraisalDesk,
  ids: readonly string[],
  { out, format }: { out: string; format: AppraisalFormat },
  signal: AbortSignal
): Promise<string> {
  const bar = shareBar('files')
  let written = 0
  try {
    for (const appraisal of ids) {
      const subjects = await appraisals.subjects({ appraisal })
      for (const subject of [undefined, ...subjects]) {
        signal.throwIfAborted()
        const of = { appraisal, format, by: who(), ...(subject && { subject: subject.id }) }
        await writeFiles(appraisals, [await appraisals.print(of)], out)
        written += 1
        bar.moves(written, Math.max(written, subjects.length + 1))
      }
    }
  } finally {
    bar.end()
  }
  return `${out} holds ${written} ${written === 1 ? 'file' : 'files'}: the results, and the sheet of each.\n`
}

const nextText = (made: readonly string[]) =>
  made.length === 0
    ? ''
    : `Save its files: huiyin appraisal save ${made[0]} --out <folder>, or GET /api/appraisals/${made[0]}/file?format=xlsx\n`

function formatOf(format = 'xlsx'): AppraisalFormat {
  const found = APPRAISAL_FORMATS.find(one => one === format)
  if (found) return found
  throw new HuiyinError('INVALID_REQUEST', `Expected --format ${APPRAISAL_FORMATS.join(', ')}; "${format}" came`)
}

function askedOf({ year, quarter, kind = [], why }: MakeCommand) {
  const unknown = kind.find(one => !(SUBJECT_KINDS as readonly string[]).includes(one))
  if (unknown !== undefined)
    throw new HuiyinError('INVALID_REQUEST', `Expected one of ${SUBJECT_KINDS.join(', ')}; "${unknown}" came`)
  return {
    year: numberIn('--year', year, 2000, 9000),
    ...(quarter !== undefined && { quarter: numberIn('--quarter', quarter, 1, 4) }),
    kinds: kind.length > 0 ? (kind as SubjectKind[]) : SUBJECT_KINDS,
    ...(why !== undefined && { why })
  }
}

function numberIn(option: string, text: string, least: number, most: number): number {
  const number = Number(text)
  if (Number.isInteger(number) && number >= least && number <= most) return number
  throw new HuiyinError(
    'INVALID_REQUEST',
    `Expected a whole number from ${least} to ${most} after ${option}; "${text}" came`
  )
}
