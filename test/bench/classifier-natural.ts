import { createRequire } from 'node:module'
import { wordsOf } from '@huiyin/classifier/words.ts'
import type { Cut } from '@huiyin/domain/search-text.ts'

interface Bayes {
  addDocument: (words: string[], label: string) => void
  train: () => void
  /** The likeliest first. */
  getClassifications: (words: string[]) => { label: string; value: number }[]
}

const require = createRequire(import.meta.url)

export const naturalVersion = (): string => (require('natural/package.json') as { version: string }).version

/** Answers with the likeliest label, of those `among` when told. */
export type Baseline = (text: string, among?: readonly string[]) => string

/**
 * `natural`'s BayesClassifier with its own settings over the words of our segmenter: its tokenizers know no Chinese.
 * Imported by sub-path, since the main entry pulls in storage back-ends.
 */
export function trainNatural(rows: readonly { text: string; label: string }[], cut: Cut): Baseline {
  const BayesClassifier = require('natural/lib/natural/classifiers/bayes_classifier.js') as new () => Bayes
  const bayes = new BayesClassifier()
  for (const { text, label } of rows) bayes.addDocument(wordsOf(text, cut), label)
  bayes.train()
  return (text, among) => {
    const said = bayes.getClassifications(wordsOf(text, cut))
    return (among ? said.find(({ label }) => among.includes(label)) : said[0])!.label
  }
}
