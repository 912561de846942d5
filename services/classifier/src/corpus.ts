import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import type { Label, SentimentName } from '@huiyin/schemas/names.ts'
import { readLines } from './lines.ts'

/** A short comment of the house's own corpus, with how it is to be read. */
export interface CorpusLine {
  text: string
  label: Label
  sentiment: SentimentName
  department?: string
  /** Danger now. */
  urgent?: boolean
}

const CORPUS = new URL('../corpus/', import.meta.url)

/** One line in three is never trained on; which one is told by its text alone. */
export const isHeldOut = (text: string): boolean => createHash('sha1').update(text).digest()[0]! % 3 === 0

/** All lines of corpus/*.jsonl, files in the order of their names. */
export const readCorpus = (): CorpusLine[] =>
  readdirSync(CORPUS)
    .filter(name => name.endsWith('.jsonl'))
    .sort()
    .flatMap(name => readLines<CorpusLine>(new URL(name, CORPUS)))
