import { isUrgent } from '@huiyin/domain/opening.ts'
import type { Cut } from '@huiyin/domain/search-text.ts'
import { TEXT_LIMIT } from '@huiyin/schemas/comment.ts'
import { openClassifier, openShares } from '../classify.ts'
import { type Model, openModel } from '../model.ts'
import { wordsOf } from '../words.ts'
import { commentOf } from './comment-of.ts'
import { type Answer, MODEL_TASK, SAID, type Task } from './tasks.ts'

/** `urgent`: it gets a ticket whatever its label. */
export type Said = Answer & { urgent?: boolean }

/** Answers texts, and tells how long the classifier took for them (ms). */
export type Judge = (texts: readonly string[]) => { answers: Said[]; took: number }

export interface JudgeOptions {
  task: Task
  cut: Cut
  /** The shipped weights by default. */
  model?: Model
  /** Chooses between these classes alone. */
  classes?: readonly string[]
}

const door = (text: string) => text.slice(0, TEXT_LIMIT) // as comments are cut when they are taken in

export function openJudge({ task, cut, model = openModel(), classes }: JudgeOptions): Judge {
  const judge = classes ? amongClasses(task, classes, model, cut) : amongAll(task, model, cut)
  return texts => judge(texts.map(door))
}

function amongAll(task: Task, model: Model, cut: Cut): Judge {
  const classify = openClassifier({ cut, model })
  const sureness = task === 'sentiment' ? openSureness(model, cut) : undefined
  return texts => {
    const comments = texts.map(text => commentOf(text))
    const began = performance.now()
    const classifications = classify(comments)
    const took = performance.now() - began
    const answers = classifications.map((of, i): Said => {
      const answer = { ...SAID[task](of), urgent: isUrgent(of) }
      return sureness ? { ...answer, confidence: sureness(texts[i]!, answer.said) } : answer
    })
    return { answers, took }
  }
}

/** A classification does not say how sure it is of its sentiment: the share of what it says is. */
function openSureness(model: Model, cut: Cut): (text: string, said: string) => number {
  const sharesOf = openShares(model)
  const { classes } = model.headOf('sentiment', true)
  return (text, said) => sharesOf(text, wordsOf(text, cut)).sentiment[classes.indexOf(said)]!
}

/** By the likeliest of the classes named. */
function amongClasses(task: Task, names: readonly string[], model: Model, cut: Cut): Judge {
  const sharesOf = openShares(model)
  const of = MODEL_TASK[task]!
  const all = model.headOf(of, true).classes
  const answer = (text: string): Said => {
    const shares = sharesOf(text, wordsOf(text, cut))[of]
    const share = (name: string) => shares[all.indexOf(name)]!
    const said = names.reduce((best, name) => (share(name) > share(best) ? name : best))
    return { said, confidence: share(said) / names.reduce((sum, name) => sum + share(name), 0) }
  }
  return texts => {
    const began = performance.now()
    const answers = texts.map(answer)
    return { answers, took: performance.now() - began }
  }
}
