import { createRequire } from 'node:module'
import { isWord } from './words.ts'

/** Sentiment of an English text, −1 … 1. */
export type EnglishSentiment = (words: readonly string[]) => number

type Analyzer = new (language: string, stemmer: unknown, type: string) => { getSentiment: (words: string[]) => number }

const require = createRequire(import.meta.url)
let analyzer: InstanceType<Analyzer> | undefined

/** The vocabulary (AFINN) gives a word −5 to 5; a sum of 4 is halfway to certain, however long the text is. */
const HALFWAY = 4

/** Loaded at the first English comment (150 ms); by sub-path: the main entry pulls in storage back-ends. */
function load(): InstanceType<Analyzer> {
  const SentimentAnalyzer = require('natural/lib/natural/sentiment/SentimentAnalyzer.js') as Analyzer
  const PorterStemmer: unknown = require('natural/lib/natural/stemmers/porter_stemmer.js')
  return new SentimentAnalyzer('English', PorterStemmer, 'afinn')
}

export const englishSentiment: EnglishSentiment = words => {
  const read = words.filter(isWord)
  if (read.length === 0) return 0
  analyzer ??= load()
  const sum = analyzer.getSentiment(read) * read.length
  return sum / (Math.abs(sum) + HALFWAY)
}

/** True when most of the letters are Latin and none is Han. */
export function isEnglish(text: string): boolean {
  let latin = 0
  let other = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if ((unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a)) latin++
    else if (unit >= 0x4e00 && unit <= 0x9fff) return false
    else if (unit > 0x7f && !(unit >= 0xd800 && unit <= 0xdfff)) other++
  }
  return latin >= 4 && latin > 3 * other
}
