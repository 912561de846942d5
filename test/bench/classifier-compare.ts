import { join } from 'node:path'
import { isHeldOut, readCorpus } from '@huiyin/classifier/corpus.ts'
import { figuresOf } from '@huiyin/classifier/evaluation/figures.ts'
import { readLines } from '@huiyin/classifier/lines.ts'
import type { Baseline } from './classifier-natural.ts'
import type { Ours } from './classifier-ours.ts'
import { sample } from './classifier-texts.ts'

export interface Row {
  text: string
  label: string
  source?: string
}

/** What natural learns from and what both are asked. */
export interface Matter {
  train: Row[]
  test: Row[]
  told: string
}

export interface Compared {
  name: string
  count: number
  ours: { accuracy: number; macroF1: number }
  natural: { accuracy: number; macroF1: number }
}

/** natural takes some 12 ms for a letter, learning or answering: all of them are a minute and a half. */
const QUICK = { train: 600, test: 120 }

export function corpusMatter({ quick }: { quick: boolean }): Matter {
  const corpus = readCorpus()
  const all = {
    train: corpus.filter(({ text }) => !isHeldOut(text)),
    test: corpus.filter(({ text }) => isHeldOut(text))
  }
  return {
    ...(quick ? sampled(all, QUICK) : all),
    told:
      'Comments written for this house. Both have learnt from the same two thirds of them and are asked the third that ' +
      'neither has seen. natural knows only these; ours, as shipped, has learnt from public letters and posts too ' +
      '(services/classifier/weights/README.md), which --data DIR gives to natural as well.'
  }
}

export function letterMatter(folder: string, { quick }: { quick: boolean }): Matter {
  const rows = (...names: string[]) => names.flatMap(name => readLines<Row>(join(folder, `${name}.jsonl`)))
  const all = { train: rows('intent.train', 'other.train'), test: rows('intent.dev', 'other.dev') }
  return {
    ...(quick ? sampled(all, QUICK) : all),
    told:
      'Public letters and posts. natural has learnt from the train files, which ours has learnt from too; both are asked ' +
      'the dev files. Among three labels natural chooses between these three; ours chooses between four, and "other" is ' +
      'a miss.'
  }
}

/** The rows with the lowest sha1. */
const sampled = ({ train, test }: Pick<Matter, 'train' | 'test'>, most: typeof QUICK) => ({
  train: sample(train, most.train),
  test: sample(test, most.test)
})

const LETTER_LABELS = ['complaint', 'inquiry', 'suggestion']

/** Both over the same rows, among all four labels and, where letters were asked, on the three that letters have. */
export function compare({ test }: Pick<Matter, 'test'>, ours: Ours, natural: Baseline, letters: boolean): Compared[] {
  const said = ours(test.map(({ text }) => text)).map(({ label }) => label)
  const four = compared('four labels', test, said, row => natural(row.text))
  if (!letters) return [four]
  const three = test.flatMap((row, i) => (LETTER_LABELS.includes(row.label) ? [{ row, said: said[i]! }] : []))
  return [
    compared(
      'three labels',
      three.map(({ row }) => row),
      three.map(({ said }) => said),
      row => natural(row.text, LETTER_LABELS)
    ),
    four
  ]
}

function compared(name: string, rows: Row[], ours: readonly string[], natural: (row: Row) => string): Compared {
  const judge = (say: (row: Row, i: number) => string) => {
    const { accuracy, macroF1 } = figuresOf(
      rows.map((row, i) => ({ right: row.label, said: say(row, i), source: row.source ?? 'corpus' }))
    )
    return { accuracy, macroF1 }
  }
  return { name, count: rows.length, ours: judge((_, i) => ours[i]!), natural: judge(natural) }
}
