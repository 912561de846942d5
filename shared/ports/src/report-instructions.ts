import { untilNotAllowed } from '@huiyin/domain/cases/refusals.ts'
import { HuiyinError, instructionNotFound, keyReused, somebodyWasFaster } from '@huiyin/domain/errors.ts'
import type { House as People } from '@huiyin/domain/escalation/recipients.ts'
import { idOf } from '@huiyin/domain/ids.ts'
import { letterPath } from '@huiyin/domain/letters/letter-path.ts'
import { maskPersonal } from '@huiyin/domain/reply-check/mask-personal.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import { type Instruction, type InstructionBody, MOST_INSTRUCTIONS } from '@huiyin/schemas/instruction.ts'
import type { Letter } from '@huiyin/schemas/letter.ts'
import type { ReportRow } from '@huiyin/schemas/report.ts'
import type { Clock } from './clock.ts'
import { resolveRecipients, sendLetter } from './letters.ts'
import type { Records } from './records.ts'
import { changeReport, isRunning, REPORT, reportOf } from './reports.ts'
import { subjectOf, type Tell } from './tell.ts'

type Ports = { records: Records; people: () => People; clock: Clock; tell: Tell }

/** `key` tells one instruction from another: given twice under the same, it stands once. */
export type Instructing = { body: InstructionBody; by: Actor; key: string }

/**
 * A leader says what shall be done about a report; who it is for, or who had the report made, is told by letter where
 * they can be reached. Answers the report. Throws REPORT_NOT_FOUND, UNTIL_NOT_ALLOWED, TOO_MANY, KEY_REUSED.
 */
export async function instructReport(ports: Ports, report: string, { body, by, key }: Instructing): Promise<ReportRow> {
  const { records, clock, tell } = ports
  const row = await reportOf(records, report)
  const id = idOf(by.id, key)
  const before = instructionsOf(row).find(one => one.id === id)
  if (before) {
    if (before.text !== body.text || before.dueAt !== body.dueAt) throw keyReused()
    const letter = await letterOf(ports, row, before)
    if (letter) await sendLetter(records, letter) // the first time may have broken off before it
    return row
  }
  const now = clock.now()
  if (body.dueAt !== undefined && body.dueAt <= now) throw untilNotAllowed(now, undefined, body.dueAt)
  withInstruction(row, { ...body, id, by, at: now }) // what would be too much is told to nobody
  const said: Instruction = { ...body, id, by, at: now }
  const letter = await letterOf(ports, row, said)
  const made: Instruction = { ...said, ...(letter && { letter: letter.id }) }
  const { dueAt } = body
  const data = { instruction: id, ...(dueAt !== undefined && { dueAt }), ...(letter && { letter: letter.id }) }
  await tell(subjectOf('report', report), { type: 'report.instructed', by, data })
  await changeReport(records, report, row => withInstruction(row, made))
  if (letter) await sendLetter(records, letter)
  return reportOf(records, report)
}

/** Somebody says what came of an instruction. Throws REPORT_NOT_FOUND, INSTRUCTION_NOT_FOUND, SOMEBODY_WAS_FASTER. */
export async function instructionDone(
  { records, clock, tell }: Pick<Ports, 'records' | 'clock' | 'tell'>,
  { report, instruction: id }: { report: string; instruction: string },
  { text, by }: { text: string; by: Actor }
): Promise<ReportRow> {
  const row = await reportOf(records, report)
  const found = instructionsOf(row).find(one => one.id === id)
  if (!found) throw instructionNotFound(id, report)
  if (found.done) {
    if (found.done.by.id !== by.id || found.done.text !== text) throw somebodyWasFaster(found.done.by.name)
    return row
  }
  await tell(subjectOf('report', report), { type: 'report.instruction-done', by, data: { instruction: id } })
  const done = { by, at: clock.now(), text }
  await changeReport(records, report, row => ({
    ...row,
    instructions: instructionsOf(row).map(one => (one.id === id && !one.done ? { ...one, done } : one))
  }))
  const kept = await reportOf(records, report)
  const first = instructionsOf(kept).find(one => one.id === id)?.done
  if (first && (first.by.id !== by.id || first.text !== text)) throw somebodyWasFaster(first.by.name)
  return kept
}

const tooMany = () =>
  new HuiyinError('TOO_MANY', `A report keeps ${MOST_INSTRUCTIONS} instructions at most, and it has as many`)

export const instructionsOf = ({ instructions = [] }: Pick<ReportRow, 'instructions'>): readonly Instruction[] =>
  instructions

/** Throws TOO_MANY: none that stands is pushed out by another. */
function withInstruction(row: ReportRow, made: Instruction): ReportRow {
  const there = instructionsOf(row)
  if (there.some(({ id }) => id === made.id)) return row
  if (there.length >= MOST_INSTRUCTIONS) throw tooMany()
  return { ...row, instructions: [...there, made] }
}

/** A line of a letter has 1,000 units at most; no character is parted. */
const LINE = /.{1,500}/gsu

/** Masked before it is parted: half a telephone number is not seen to be one. */
const linesOf = (text: string): string[] => maskPersonal(text).match(LINE) ?? []

type Telling = Pick<Ports, 'records' | 'people'>

/** Undefined where nobody can be reached: the instruction stands all the same. */
async function letterOf(ports: Telling, row: ReportRow, { id, text, to, by, at }: Instruction) {
  const recipients = await resolveRecipients(ports, to ?? [madeBy(row)], { urgent: false }, at)
  if (recipients.length === 0) return
  const letter: Letter = {
    ...{ id: idOf('report', row.id, 'instruction', id), about: 'report', of: row.id, by, madeAt: at },
    ...{ title: `批示：${row.title}`.slice(0, 200), lines: [...linesOf(`${by.name}：${text}`), row.number] },
    ...{ urgent: false, receipt: true, to: recipients, path: letterPath('report', row.id) }
  }
  return letter
}

const madeBy = (row: ReportRow) => ({ kind: 'person' as const, person: row.by.id })

const LOOKED_AT = 100

/**
 * Deadlines that have passed without a word of what came of it: who it was for and who gave it are told by letter, each
 * once, however many processes look. Answers how many were told of.
 */
export async function tellLateInstructions(
  ports: Pick<Ports, 'records' | 'people' | 'clock'>,
  by: Actor
): Promise<number> {
  const { records, clock } = ports
  const now = clock.now()
  let told = 0
  for (const { id } of await records.due<ReportRow>(REPORT, now, LOOKED_AT)) {
    const row = await reportOf(records, id) // search lags a second behind
    const late = instructionsOf(row).filter(one => isRunning(one) && one.dueAt! <= now)
    for (const one of late) {
      const letter = await lateLetter(ports, row, one, by)
      if (letter) await sendLetter(records, letter)
    }
    const ids = new Set(late.map(({ id }) => id))
    const passed = (one: Instruction) => (ids.has(one.id) && isRunning(one) ? { ...one, lateAt: now } : one)
    await changeReport(records, id, row =>
      late.length === 0 ? row : { ...row, instructions: instructionsOf(row).map(passed) }
    )
    told += late.length
  }
  return told
}

async function lateLetter(ports: Telling, row: ReportRow, one: Instruction, by: Actor): Promise<Letter | undefined> {
  const targets = [...(one.to ?? [madeBy(row)]), { kind: 'person' as const, person: one.by.id }]
  const to = await resolveRecipients(ports, targets, { urgent: false }, one.dueAt!)
  if (to.length === 0) return
  return {
    ...{ id: idOf('report', row.id, 'instruction', one.id, 'late'), about: 'report', of: row.id, by },
    ...{ madeAt: one.dueAt!, title: `批示办理逾期：${row.title}`.slice(0, 200) },
    lines: ['尚未反馈办理情况', ...linesOf(`${one.by.name}：${one.text}`), row.number],
    ...{ urgent: false, receipt: false, to, path: letterPath('report', row.id) }
  }
}
