import { parseArgs } from 'node:util'
import { segmenter } from '@huiyin/adapters/jieba/segmenter.ts'
import type { Cut } from '@huiyin/domain/search-text.ts'
import type { Classification } from '@huiyin/schemas/classification.ts'
import { openClassifier, openShares } from './classify.ts'
import { commentOf } from './evaluation/comment-of.ts'
import { figuresOf, type Judged, printFigures } from './evaluation/figures.ts'
import { readLines } from './lines.ts'
import { openModel, type TaskName } from './model.ts'
import { wordsOf } from './words.ts'

/**
 * Measures the classifier on labelled files; `--held-out` are the corpus lines never trained on. `--classes a,b`
 * has it choose between these alone, and leaves out the lines of others.
 */

type Line = {
  text: string
  label: string
  sentiment?: string
  department?: string
  source?: string
  urgent?: boolean | number
}

type Answer = Pick<Judged, 'said' | 'confidence'>

const NAMED: Record<string, (classification: Classification) => Answer> = {
  intent: ({ label, confidence }) => ({ said: label, confidence }),
  sentiment: ({ sentiment }) => ({ said: sentiment.name }),
  dept: ({ departments }) => ({ said: departments[0]!.name, confidence: departments[0]!.confidence }),
  urgent: ({ urgent }) => ({ said: urgent ? 'urgent' : 'calm' })
}

const TASK: Record<string, TaskName> = { intent: 'label', sentiment: 'sentiment', dept: 'department' }

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
    classes: { type: 'string' },
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

/** Answers texts by the likeliest of the classes named. Fails when the task has no such class. */
function amongClasses(task: string, names: readonly string[], cut: Cut): (texts: readonly string[]) => Answer[] {
  const model = openModel()
  const sharesOf = openShares(model)
  const all = model.manifest.tasks.find(({ name }) => name === TASK[task])?.classes ?? []
  const unknown = names.find(name => !all.includes(name))
  if (unknown !== undefined) fail(`Expected --classes of ${task} among ${all.join(',')}; got "${unknown}"`)
  const answer = (text: string): Answer => {
    const shares = sharesOf(text, wordsOf(text, cut))[TASK[task]!]
    const share = (name: string) => shares[all.indexOf(name)]!
    const said = names.reduce((best, name) => (share(name) > share(best) ? name : best))
    return { said, confidence: share(said) / names.reduce((sum, name) => sum + share(name), 0) }
  }
  return texts => texts.map(answer)
}

function amongAll(task: string, cut: Cut): (texts: readonly string[]) => Answer[] {
  const classify = openClassifier({ cut })
  return texts => classify(texts.map(text => commentOf(text))).map(NAMED[task]!)
}

function judge(lines: readonly Line[], task: string, names?: readonly string[]) {
  const asked = lines.flatMap(line => {
    const right = RIGHT[task]!(line)
    if (right === undefined || (names && !names.includes(right))) return []
    return [{ right, source: line.source ?? 'corpus', text: line.text }]
  })
  const { cut } = segmenter()
  const answers = names ? amongClasses(task, names, cut) : amongAll(task, cut)
  const texts = asked.map(({ text }) => text)
  answers(texts.slice(0, 500)) // the first call compiles
  const began = performance.now()
  const answered = answers(texts)
  const perSecond = Math.round((asked.length / (performance.now() - began)) * 1000)
  const judged: Judged[] = asked.map(({ right, source }, i) => ({ right, source, ...answered[i]! }))
  return { judged, perSecond }
}

const { task = '' } = values
if (!(task in NAMED)) fail(`Expected --task ${Object.keys(NAMED).join(' | ')}; got "${task}"`)
const lines = await linesAsked()
if (lines.length === 0) fail('Expected --data FILE (JSON Lines, may be repeated) or --held-out; got no lines')
const { judged, perSecond } = judge(lines, task, values.classes?.split(','))
const figures = { ...figuresOf(judged), perSecond }
process.stdout.write(values.json ? `${JSON.stringify(figures)}\n` : printFigures(figures))
