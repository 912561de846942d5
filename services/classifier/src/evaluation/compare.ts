import type { Cut } from '@huiyin/domain/search-text.ts'
import type { Classify } from '@huiyin/ports/classify.ts'
import { TEXT_LIMIT } from '@huiyin/schemas/comment.ts'
import { openClassifier } from '../classify.ts'
import type { Model } from '../model.ts'
import { commentOf } from './comment-of.ts'
import { type Figures, openTally, type Tally } from './figures.ts'
import { RIGHT, RIGHT_CLASSES, type Row, SAID, type Task } from './tasks.ts'

/** Labelled lines by which two models are compared. */
export interface MeasuredSet {
  name: string
  rows: AsyncIterable<Row[]> | Iterable<Row[]>
  /** The new model has learnt from them: they show that it has, not that it is better. */
  learnt?: boolean
}

export interface Comparison {
  set: string
  task: Task
  count: number
  before: number
  after: number
  learnt: boolean
}

const COMPARED = ['intent', 'sentiment', 'dept'] as const
/** A model whose macro-F1 is lower by more is worse. */
export const WORSE_BY = 0.005

type Both = [before: Tally, after: Tally]

/** Macro-F1 of both models on each set, for each task that its lines tell of. */
export async function compare(
  sets: readonly MeasuredSet[],
  { before, after, cut }: { before: Model; after: Model; cut: Cut }
): Promise<Comparison[]> {
  const open = (model: Model) => openClassifier({ cut, model, evidence: 'none' })
  const both = [open(before), open(after)] as const
  const found: Comparison[] = []
  for (const { name: set, rows, learnt = false } of sets) {
    const tallies = new Map<Task, Both>()
    for await (const some of rows) addEach(tallies, some, both)
    for (const [task, tallied] of tallies) {
      const [was, is] = tallied.map(tally => tally.figures()) as [Figures, Figures]
      found.push({ set, task, count: is.count, before: was.macroF1, after: is.macroF1, learnt })
    }
  }
  return found
}

function addEach(tallies: Map<Task, Both>, rows: readonly Row[], both: readonly [Classify, Classify]): void {
  const comments = rows.map(({ text }) => commentOf(text.slice(0, TEXT_LIMIT)))
  const said = both.map(classify => classify(comments))
  for (const task of COMPARED) {
    rows.forEach((row, i) => {
      const right = RIGHT[task](row)
      if (right === undefined || !RIGHT_CLASSES[task].includes(right)) return
      const tallied = tallies.get(task) ?? [openTally(), openTally()]
      tallies.set(task, tallied)
      for (const [which, tally] of tallied.entries()) tally.add({ right, ...SAID[task](said[which]![i]!) })
    })
  }
}

/** Where the new model is worse; what it has learnt from tells nothing. */
export const worseThanBefore = (comparisons: readonly Comparison[]): Comparison[] =>
  comparisons.filter(({ before, after, learnt }) => !learnt && before - after > WORSE_BY)
