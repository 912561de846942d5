import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DEPARTMENT_CLASSES } from '@huiyin/schemas/department-classes.ts'
import { isHeldOut, readCorpus } from '../corpus.ts'
import { readLines } from '../lines.ts'
import type { TaskName } from '../model.ts'
import { labelsRead } from './readings.ts'

/** Who wrote a text: writers of letters, their titles, people who chat, people whose comments were read, us, operators. */
export type Origin = 'letter' | 'title' | 'chat' | 'feeling' | 'reading' | 'own' | 'correction'

/** A text with what is known of it: a task without a class learns nothing from it. It counts as much as `weight` says. */
export interface Example {
  text: string
  classes: Partial<Record<TaskName, string>>
  origin: Origin
  weight: number
}

/** One line of a data file: `title` is the writer's own, where there is one. */
export interface DataLine {
  text: string
  label: string
  title?: string
  source?: string
  sentiment?: string
}

/** The classes of each task, in the order of the weights. */
export const CLASSES: Record<TaskName, string[]> = {
  label: ['inquiry', 'suggestion', 'complaint', 'other'],
  sentiment: ['negative', 'neutral', 'positive'],
  department: [...DEPARTMENT_CLASSES],
  danger: ['danger']
}

/** The answer of a task with one class where it is not that. */
export const CALM = 'calm'
/** Whoever wrote of their day there was in no danger. */
const CALM_SOURCE = /^SMP2020/

/** How far each source is from comments under posts; a source that is not named counts 1. */
const SOURCE_WEIGHT: Record<string, number> = {
  '首都之窗(北京)': 0.3,
  '人民网领导留言板(浙江/杭州)': 0.7,
  'weibo_senti_100k(子集)': 0.6
}
const TITLE_WEIGHT = 0.5
/** Most of the texts that were read want nothing, more than under an office's posts. */
const READ_OTHER_WEIGHT = 0.4

const weightOf = ({ source = '' }: DataLine) => SOURCE_WEIGHT[source] ?? 1

const letters = (line: DataLine): Example[] => {
  const classes = { label: line.label }
  const letter: Example = { text: line.text, classes, origin: 'letter', weight: weightOf(line) }
  if (!line.title) return [letter]
  return [letter, { text: line.title, classes, origin: 'title', weight: letter.weight * TITLE_WEIGHT }]
}

export const ownExamples = (): Example[] =>
  readCorpus()
    .filter(line => !isHeldOut(line.text))
    .map(({ text, label, sentiment, department, urgent }) => ({
      text,
      classes: { label, sentiment, ...(department && { department }), danger: urgent ? 'danger' : CALM },
      origin: 'own',
      weight: 1
    }))

/** Public texts whose label was read by us; their sentiment, where the file is one of sentiment. */
function readTexts(feelings: readonly DataLine[], more: readonly DataLine[]): Example[] {
  const labels = labelsRead()
  const known = (line: DataLine): Example[] => {
    const label = labels(line.text)
    if (label === undefined) return []
    return [
      { text: line.text, classes: { label }, origin: 'reading', weight: label === 'other' ? READ_OTHER_WEIGHT : 1 }
    ]
  }
  return [...feelings, ...more].flatMap(known)
}

/**
 * Everything that is trained on: the public files in `folder` and the house's own corpus. Expects intent, other,
 * sentiment, dept and dept_seg (.train.jsonl), and reads offensive where it is there.
 */
export function readExamples(folder: string): Example[] {
  const fileOf = (name: string) => join(folder, `${name}.train.jsonl`)
  const lines = (name: string) => readLines<DataLine>(fileOf(name))
  const feelings = lines('sentiment')
  const departments = [...lines('dept'), ...lines('dept_seg')]
  const own = ownExamples()
  const readings = readTexts(feelings, existsSync(fileOf('offensive')) ? lines('offensive') : [])
  const readBefore = new Set(readings.map(({ text }) => text))
  return [
    ...lines('intent').flatMap(letters),
    ...lines('other')
      .filter(({ text }) => !readBefore.has(text))
      .map(({ text, label }): Example => ({ text, classes: { label }, origin: 'chat', weight: 1 })),
    ...feelings.map(
      (line): Example => ({
        text: line.text,
        classes: { sentiment: line.label, ...(CALM_SOURCE.test(line.source ?? '') && { danger: CALM }) },
        origin: 'feeling',
        weight: weightOf(line)
      })
    ),
    ...departments.map(
      ({ text, label }): Example => ({ text, classes: { department: label }, origin: 'letter', weight: 1 })
    ),
    ...readings,
    ...own
  ]
}
