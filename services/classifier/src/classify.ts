import type { Cut } from '@huiyin/domain/search-text.ts'
import type { Classify } from '@huiyin/ports/classify.ts'
import type { Classification } from '@huiyin/schemas/classification.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'
import { NO_DEPARTMENT } from '@huiyin/schemas/department-classes.ts'
import type { Department, Place } from '@huiyin/schemas/departments.ts'
import type { Label, SentimentName } from '@huiyin/schemas/names.ts'
import { englishSentiment, isEnglish } from './english.ts'
import { openExplain } from './evidence.ts'
import { inWords } from './evidence-words.ts'
import { type Features, openFeatures } from './features.ts'
import { type Mapping, openMapping } from './mapping.ts'
import { type Model, openModel, type Shares } from './model.ts'
import { normalise, UNITS } from './normalise.ts'
import { READS_AS_DANGER, type Scored, score } from './risk.ts'
import type { Read } from './risk-listener.ts'
import { wordsOf } from './words.ts'

/** Below it nobody is named: 其他. */
const LIKELY = 0.35
const WORTH_NAMING = 0.1
const MOST_DEPARTMENTS = 3
/** An English text is neutral within this distance of 0. */
const NEUTRAL = 0.15
/** Whoever wants nothing with so much confidence is not explained. */
const SURELY = 0.8

const rounded = (share: number) => Math.round(share * 1e4) / 1e4

function best(shares: Float64Array): number {
  let at = 0
  for (let k = 1; k < shares.length; k++) if (shares[k]! > shares[at]!) at = k
  return at
}

function departmentsOf(classes: readonly string[], shares: Float64Array): Classification['departments'] {
  const named: Classification['departments'] = []
  for (let k = 0; k < shares.length; k++) {
    if (shares[k]! >= WORTH_NAMING) named.push({ name: classes[k]!, confidence: rounded(shares[k]!) })
  }
  named.sort((a, b) => b.confidence - a.confidence)
  if (named.length > 0 && named[0]!.confidence >= LIKELY) return named.slice(0, MOST_DEPARTMENTS)
  const none = { name: NO_DEPARTMENT, confidence: rounded(1 - (named[0]?.confidence ?? 0)) }
  return [none, ...named.slice(0, MOST_DEPARTMENTS - 1)]
}

function sentimentOf(classes: readonly string[], shares: Float64Array): Classification['sentiment'] {
  const shareOf = (name: SentimentName) => shares[classes.indexOf(name)]!
  return {
    name: classes[best(shares)] as SentimentName,
    score: rounded(shareOf('positive') - shareOf('negative'))
  }
}

function englishSentimentOf(words: readonly string[]): Classification['sentiment'] {
  const score = rounded(englishSentiment(words))
  return { name: score > NEUTRAL ? 'positive' : score < -NEUTRAL ? 'negative' : 'neutral', score }
}

/** A text without a letter or digit (emoji, punctuation, nothing) asks for nothing. */
const WORDLESS = { label: 'other', confidence: 1 } as const

export interface ClassifierOptions {
  cut: Cut
  /** The shipped weights by default. */
  model?: Model
  /** The deployment's own, as its configuration has them. */
  departments?: readonly Department[]
  places?: readonly Place[]
  /** The same as they are now, where they may change meanwhile. */
  mapping?: () => Mapping
  /** Which comments are told why: those that want something or may (the default), all, or none. */
  evidence?: 'wanted' | 'all' | 'none'
}

/** Opens a reader of how likely each class of each task is; its arrays are used again for the next text. */
export function openShares({ judge }: Model): (text: string, words: readonly string[]) => Shares {
  const read = openFeatures()
  const units = new Uint16Array(UNITS)
  return (text, words) => judge(read(units, normalise(text, units), words))
}

/**
 * Opens the classifier of the house (some 250 ms, once per call). Throws TypeError when the weights do not fit the
 * features, SETTINGS_INVALID for places or departments that can never be found.
 */
export function openClassifier(options: ClassifierOptions): Classify {
  const { cut, model = openModel(), departments = [], places = [], evidence = 'wanted' } = options
  const { manifest, judge, headOf } = model
  const readFeatures = openFeatures()
  const explain = openExplain(model)
  const fixed = options.mapping ? undefined : openMapping({ departments, places })
  const mapping = options.mapping ?? (() => fixed!)
  const [labels, feelings, classes] = [
    headOf('label', true).classes as Label[],
    headOf('sentiment', true).classes,
    headOf('department', true).classes
  ]
  const read: Read = { units: new Uint16Array(UNITS), length: 0, at: new Int32Array(UNITS + 1) }

  const isExplained = (label: Label, confidence: number) =>
    evidence === 'all' || (evidence === 'wanted' && (label !== 'other' || confidence < SURELY))

  /** A danger that the weights alone have heard says where. */
  const located = (scored: Scored, text: string, features: Features): Scored => {
    const heard = scored.risk.reasons.find(({ code }) => code === READS_AS_DANGER)
    const at = heard && explain.danger(read, features)
    if (heard && at) Object.assign(heard, { evidence: text.slice(...at), at })
    return scored
  }

  const classifyOne = (observation: Observation): Classification => {
    const { text } = observation
    const words = wordsOf(text, cut)
    read.length = normalise(text, read.units, read.at)
    const { units, length, at } = read
    const features = readFeatures(units, length, words)
    const shares = judge(features)
    const likeliest = best(shares.label)
    const { label, confidence } =
      words.length === 0 ? WORDLESS : { label: labels[likeliest]!, confidence: rounded(shares.label[likeliest]!) }
    const sentiment = isEnglish(text) ? englishSentimentOf(words) : sentimentOf(feelings, shares.sentiment)
    const ranked = departmentsOf(classes, shares.department)
    const { findPlaces, officeOf } = mapping()
    const named = findPlaces(units, length, at, text)
    const office = officeOf({ departments: ranked, places: named, text, units, length, at })
    return {
      model: manifest.model,
      words: words.join(' '),
      label,
      confidence,
      sentiment,
      ...located(
        score(observation, { labelled: { label, sentiment }, danger: shares.danger[0]! }, read),
        text,
        features
      ),
      departments: ranked,
      ...(office !== undefined && { office }),
      ...(named.length > 0 && { places: named }),
      ...(words.length > 0 &&
        isExplained(label, confidence) && {
          evidence: inWords(text, words, explain.answers(read, features, shares))
        })
    }
  }
  return comments => comments.map(classifyOne)
}
