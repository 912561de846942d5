import type { Cut } from '@huiyin/domain/search-text.ts'
import { DEFAULT_POLICY } from '@huiyin/schemas/policy.ts'
import { type Model, openModel } from '../model.ts'
import { type Asking, lotsOf } from './asked.ts'
import { macroF1Interval } from './bootstrap.ts'
import { type Figures, openTally, share } from './figures.ts'
import { openJudge, type Said } from './judge.ts'
import { MODEL_TASK, type Task } from './tasks.ts'

export interface Evaluating extends Asking {
  /** Below this confidence a person looks first; the policy's by default. */
  reviewBelow?: number
  /** The shipped weights by default. */
  model?: Model
  cut: Cut
  /** Hears after each lot how many bytes and texts are done. */
  tell?: (bytes: number, texts: number) => void
}

/** What becomes of comments: which want something and are taken for nothing, and how many a person looks at. */
export interface Reviews {
  reviewBelow: number
  /** Comments that want something. */
  wanting: number
  /** Of these, called other with confidence, and not urgent: neither ticket nor review. */
  missed: number
  reviewed: number
}

export interface Evaluation extends Figures {
  task: Task
  model: string
  macroF1Interval: [low: number, high: number]
  /** Of the label among all classes. */
  reviews?: Reviews
  /** Texts classified per second, on one core. */
  perSecond: number
  /** Lines that cannot be understood. */
  bad: number
  /** Lines that tell nothing of the task, or another class than asked for. */
  leftOut: number
}

/** Names that `classes` may not have in this task; undefined when it may have them all. */
export function unknownClass(task: Task, classes: readonly string[], model: Model): string | undefined {
  const of = MODEL_TASK[task]
  const all = of ? model.headOf(of, true).classes : []
  return classes.find(name => !all.includes(name))
}

/**
 * Measures a model on labelled files, in one pass. Throws INVALID_REQUEST with file and line for a line that cannot be
 * understood, and for a file in which there is nothing to measure.
 */
export async function evaluate(options: Evaluating): Promise<Evaluation> {
  const { task, cut, classes, model = openModel(), reviewBelow = DEFAULT_POLICY.reviewBelow } = options
  const judge = openJudge({ task, cut, model, ...(classes && { classes }) })
  const tally = openTally()
  const reviews: Reviews = { reviewBelow, wanting: 0, missed: 0, reviewed: 0 }
  const read = { bytes: 0, bad: 0, leftOut: 0, texts: 0 }
  let took = 0

  for await (const lot of lotsOf(options, read)) {
    const texts = lot.map(({ text }) => text)
    if (took === 0) judge(texts) // the first call compiles
    const { answers, took: lately } = judge(texts)
    took += lately
    lot.forEach(({ right, source }, i) => {
      const answer = answers[i]!
      tally.add({ right, ...answer, ...(source !== undefined && { source }) })
      count(reviews, right, answer)
    })
    read.texts += lot.length
    options.tell?.(read.bytes, read.texts)
  }

  const figures = tally.figures()
  return {
    task,
    model: model.manifest.model,
    ...figures,
    macroF1Interval: macroF1Interval(figures.confusion),
    ...(task === 'intent' && !classes && { reviews }),
    perSecond: Math.round(share(figures.count, took) * 1000),
    bad: read.bad,
    leftOut: read.leftOut
  }
}

function count(reviews: Reviews, right: string, { said, confidence = 1, urgent }: Said): void {
  const isReviewed = confidence < reviews.reviewBelow
  if (isReviewed) reviews.reviewed++
  if (right === 'other') return
  reviews.wanting++
  if (said === 'other' && !isReviewed && !urgent) reviews.missed++
}
