import { join } from 'node:path'
import { macroF1Interval } from '@huiyin/classifier/evaluation/bootstrap.ts'
import { type Figures, figuresOf } from '@huiyin/classifier/evaluation/figures.ts'
import { SIZE } from '@huiyin/classifier/features.ts'
import { readLines } from '@huiyin/classifier/lines.ts'
import { CLASSES, type DataLine, type Example, readExamples } from '@huiyin/classifier/training/examples.ts'
import { type TrainedHead, trainTask } from '@huiyin/classifier/training/heads.ts'
import { type Matrix, readTexts } from '@huiyin/classifier/training/matrix.ts'
import { RECIPES } from '@huiyin/classifier/training/recipes.ts'
import { scoreRow } from '@huiyin/classifier/training/svm.ts'
import type { Cut } from '@huiyin/domain/search-text.ts'

const SEED = 1
const LETTER_LABELS = CLASSES.label.filter(name => name !== 'other')

type Letter = DataLine & { source: string }
type Told = Pick<Figures, 'count' | 'accuracy' | 'macroF1'> & { interval: [low: number, high: number] }

/** What the label is worth on letters of a source from which nothing was learnt. */
export interface LeftOut {
  source: string
  /** Chosen among the three labels of letters. */
  three: Told
  /** Among all four; the Weibo posts of other.dev are asked too. */
  four: Told
}

/** Every source, and with a * all that begin alike: attachments of one collection know each other. */
export function sourcesOf(letters: readonly { source: string }[]): string[] {
  const sources = Array.from(new Set(letters.map(({ source }) => source))).sort()
  const heads = Map.groupBy(
    sources.filter(source => source.includes('_')),
    source => source.split('_')[0]!
  )
  return [...sources, ...Array.from(heads).flatMap(([head, of]) => (of.length > 1 ? [`${head}*`] : []))]
}

const isOf = (name: string, source: string) =>
  name.endsWith('*') ? source.startsWith(name.slice(0, -1)) : source === name

/**
 * Leaves one source of letters after the other out of training and asks all its letters, train and dev together. All
 * else is learnt as for the shipped weights, the label alone; scores are taken before they are packed into 8 bits.
 */
export function* leaveOneOut(folder: string, cut: Cut): Generator<LeftOut> {
  const rows = <Row extends DataLine>(name: string) => readLines<Row>(join(folder, `${name}.jsonl`))
  const letters = [...rows<Letter>('intent.train'), ...rows<Letter>('intent.dev')]
  const chat = rows('other.dev')
  const examples = readExamples(folder).filter(({ classes }) => classes.label !== undefined)
  const texts = (lines: readonly { text: string }[]) => lines.map(({ text }) => text)
  const matrix = readTexts(texts(examples), cut)
  const chatMatrix = readTexts(texts(chat), cut)

  for (const source of sourcesOf(letters)) {
    const out = letters.filter(letter => isOf(source, letter.source))
    const heads = learnWithout(out, examples, matrix)
    const asked = readTexts(texts(out), cut)
    const three = told(out, answers(heads, asked, LETTER_LABELS))
    const all = [...answers(heads, asked, CLASSES.label), ...answers(heads, chatMatrix, CLASSES.label)]
    yield { source, three, four: told([...out, ...chat], all) }
  }
}

/** The heads of the label, from every example but those with the text or the title of a letter left out. */
function learnWithout(out: readonly Letter[], examples: readonly Example[], matrix: Matrix): TrainedHead[] {
  const unknown = new Set(out.flatMap(({ text, title }) => (title ? [text, title] : [text])))
  const left = examples.map(example => (unknown.has(example.text) ? { ...example, classes: {} } : example))
  return trainTask('label', { matrix, examples: left, recipe: RECIPES.label, seed: SEED, tell: () => {} })
}

function answers(heads: readonly TrainedHead[], matrix: Matrix, among: readonly string[]): string[] {
  const sample = { ...matrix, features: SIZE, classes: new Uint8Array(0), counts: new Float64Array(0) }
  return Array.from(matrix.short, (isShort, row) => {
    const scores = scoreRow(sample, row, heads.find(({ name }) => name === (isShort === 1 ? 'short' : 'long'))!)
    const scoreOf = (name: string) => scores[CLASSES.label.indexOf(name)]!
    return among.reduce((best, name) => (scoreOf(name) > scoreOf(best) ? name : best))
  })
}

function told(lines: readonly DataLine[], said: readonly string[]): Told {
  const { count, accuracy, macroF1, confusion } = figuresOf(
    lines.map(({ label, source = '' }, i) => ({ right: label, said: said[i]!, source }))
  )
  return { count, accuracy, macroF1, interval: macroF1Interval(confusion) }
}
