import { segmenter } from '@huiyin/adapters/jieba/segmenter.ts'
import { isHeldOut, readCorpus } from '@huiyin/classifier/corpus.ts'
import { type Comparison, compare, type MeasuredSet, worseThanBefore } from '@huiyin/classifier/evaluation/compare.ts'
import type { Row } from '@huiyin/classifier/evaluation/tasks.ts'
import { streamLines } from '@huiyin/classifier/lines.ts'
import { openModel, type Weights } from '@huiyin/classifier/model.ts'
import type { Learned } from '@huiyin/ports/corrections.ts'
import { figure, tableText, three } from '../table.ts'

export interface Judging {
  /** None when there is nothing to compare with. */
  before?: Weights
  after: Weights
  files: readonly string[]
  learned: readonly Learned[]
}

/** A table for the person; `worse` says by how much and on what, when the new weights are worse than the old ones. */
export type Verdict = { text: string; worse: string | undefined }

/** Measures both on the files given, on the corpus lines never learnt from, and on what people have taught. */
export async function judgeModels({ before, after, files, learned }: Judging): Promise<Verdict> {
  if (!before) return { text: 'There are no older weights to compare with.\n', worse: undefined }
  const taught = new Set(learned.map(({ text }) => text))
  const isNew = ({ text }: Row) => !taught.has(text)
  const sets: MeasuredSet[] = [
    ...files.map(file => ({ name: file, rows: rowsOf(file, isNew) })),
    { name: 'corpus, held out', rows: [readCorpus().filter(row => isHeldOut(row.text) && isNew(row))] },
    { name: 'corrections (learnt from)', rows: [[...learned]], learnt: true }
  ]
  const found = await compare(sets, { before: openModel(before), after: openModel(after), cut: segmenter().cut })
  const worse = worseThanBefore(found)
  return { text: comparisonTable(found), worse: worse.length > 0 ? worse.map(sentence).join('; ') : undefined }
}

async function* rowsOf(file: string, isNew: (row: Row) => boolean): AsyncGenerator<Row[]> {
  for await (const lines of streamLines<Row>(file)) yield lines.map(({ row }) => row).filter(isNew)
}

const comparisonTable = (found: readonly Comparison[]) =>
  tableText([
    ['macro-F1 on', 'task', 'texts', 'before', 'after', 'change'],
    ...found.map(({ set, task, count, before, after }) => [
      set,
      task,
      figure(count),
      three(before),
      three(after),
      `${after < before ? '−' : '+'}${three(Math.abs(after - before))}`
    ])
  ])

const sentence = ({ set, task, before, after }: Comparison) =>
  `macro-F1 of ${task} on ${set} falls by ${three(before - after)}, from ${three(before)} to ${three(after)}`
