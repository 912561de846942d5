import { parseArgs } from 'node:util'
import { segmenter } from '@huiyin/adapters/jieba/segmenter.ts'
import type { Classify } from '@huiyin/ports/classify.ts'
import type { Classification } from '@huiyin/schemas/classification.ts'
import { openClassifier } from './classify.ts'
import { commentOf } from './evaluation/comment-of.ts'
import { figuresOf, type Judged, printFigures } from './evaluation/figures.ts'
import { readLines } from './lines.ts'

/** Measures the classifier on labelled files; `--held-out` are the corpus lines never trained on. */

type Line = {
  text: string
  label: string
  sentiment?: string
  department?: string
  source?: string
  urgent?: boolean | number
}

const NAMED: Record<string, (classification: Classification) => string> = {
  intent: ({ label }) => label,
  sentiment: ({ sentiment }) => sentiment.name,
  dept: ({ departments }) => departments[0]!.name,
  urgent: ({ urgent }) => (urgent ? 'urgent' : 'calm')
}

/** The right answer of a line: comments and the corpus tell several; a file of one task calls its own `label`. */
const RIGHT: Record<string, (line: Line) => string | undefined> = {
  intent: ({ label }) => label,
  sentiment: ({ label, sentiment }) => sentiment ?? (isSentiment(label) ? label : undefined),
  dept: ({ label, sentiment, department }) => department ?? (sentiment === undefined ? label : undefined),
  urgent: ({ urgent }) => (urgent ? 'urgent' : 'calm')
}
const isSentiment = (name: string) => name === 'negative' || name === 'neutral' || name === 'positive'

const { values } = parseArgs({
  options: {
    task: { type: 'string' },
    data: { type: 'string', multiple: true, default: [] },
    'held-out': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false }
  }
})

function fail(message: string): never {
  process.stderr.write(`${message}\n`)
  process.exit(2)
}

async function linesAsked(): Promise<Line[]> {
  const lines = values.data.flatMap(file => readLines<Line>(file))
  if (!values['held-out']) return lines
  const { isHeldOut, readCorpus } = await import('./corpus.ts')
  return [...lines, ...readCorpus().filter(({ text }) => isHeldOut(text))]
}

function judge(lines: readonly Line[], task: string, classify: Classify): { judged: Judged[]; perSecond: number } {
  const asked = lines.flatMap(line => {
    const right = RIGHT[task]!(line)
    return right === undefined ? [] : [{ right, source: line.source ?? 'corpus', comment: commentOf(line.text) }]
  })
  const comments = asked.map(({ comment }) => comment)
  classify(comments.slice(0, 500)) // the first call compiles
  const began = performance.now()
  const classifications = classify(comments)
  const perSecond = Math.round((asked.length / (performance.now() - began)) * 1000)
  const judged = asked.map(({ right, source }, i) => ({ right, source, said: NAMED[task]!(classifications[i]!) }))
  return { judged, perSecond }
}

const { task = '' } = values
if (!(task in NAMED)) fail(`Expected --task ${Object.keys(NAMED).join(' | ')}; got "${task}"`)
const lines = await linesAsked()
if (lines.length === 0) fail('Expected --data FILE (JSON Lines, may be repeated) or --held-out; got no lines')
const classify = openClassifier({ cut: segmenter().cut })
const { judged, perSecond } = judge(lines, task, classify)
const figures = { ...figuresOf(judged), perSecond }
process.stdout.write(values.json ? `${JSON.stringify(figures)}\n` : printFigures(figures))
