import type { Classification } from '@huiyin/schemas/classification.ts'
import { NO_DEPARTMENT } from '@huiyin/schemas/department-classes.ts'
import type { TaskName } from '../model.ts'
import { CLASSES } from '../training/examples.ts'

export const TASKS = ['intent', 'sentiment', 'dept', 'urgent'] as const
export type Task = (typeof TASKS)[number]

/** A line of a labelled file; which of its fields are there hangs on what the file is about. */
export type Row = {
  text: string
  label?: string
  sentiment?: string
  department?: string
  source?: string
  urgent?: boolean | number
}

export type Answer = { said: string; confidence?: number }

/** The task as the model names it; urgency comes from the lexicon. */
export const MODEL_TASK: Record<Task, TaskName | undefined> = {
  intent: 'label',
  sentiment: 'sentiment',
  dept: 'department',
  urgent: undefined
}

/** What may be right in a task. */
export const RIGHT_CLASSES: Record<Task, readonly string[]> = {
  intent: CLASSES.label,
  sentiment: CLASSES.sentiment,
  dept: [...CLASSES.department, NO_DEPARTMENT],
  urgent: ['urgent', 'calm']
}

/** What the classifier says in a task. */
export const SAID: Record<Task, (of: Classification) => Answer> = {
  intent: ({ label, confidence }) => ({ said: label, confidence }),
  sentiment: ({ sentiment }) => ({ said: sentiment.name }),
  dept: ({ departments }) => ({ said: departments[0]!.name, confidence: departments[0]!.confidence }),
  urgent: ({ urgent }) => ({ said: urgent ? 'urgent' : 'calm' })
}

const isSentiment = (name: string | undefined) => name !== undefined && CLASSES.sentiment.includes(name)

/** The right answer of a line: comments and the corpus tell several; a file of one task calls its own `label`. */
export const RIGHT: Record<Task, (row: Row) => string | undefined> = {
  intent: ({ label }) => label,
  sentiment: ({ label, sentiment }) => sentiment ?? (isSentiment(label) ? label : undefined),
  dept: ({ label, sentiment, department }) => department ?? (sentiment === undefined ? label : undefined),
  urgent: ({ urgent }) => (urgent ? 'urgent' : 'calm')
}
