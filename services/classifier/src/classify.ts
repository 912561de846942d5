import type { Cut } from '@huiyin/domain/search-text.ts'
import type { Classify } from '@huiyin/ports/classify.ts'
import type { Classification } from '@huiyin/schemas/classification.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'
import type { Label, SentimentName } from '@huiyin/schemas/names.ts'
import { englishSentiment, isEnglish } from './english.ts'
import { openFeatures } from './features.ts'
import { type Model, openModel, type Task } from './model.ts'
import { score } from './risk.ts'
import { wordsOf } from './words.ts'

/**
 * Who answers when no department class is likely enough. Measured: as a class of its own, trained on chat,
 * it took 51 of 91 held-out comments from the department that they belong to.
 */
export const NO_DEPARTMENT = '其他'

const LIKELY = 0.25
const WORTH_NAMING = 0.1
const MOST_DEPARTMENTS = 3
/** An English text is neutral within this distance of 0. */
const NEUTRAL = 0.15

const rounded = (share: number) => Math.round(share * 1e4) / 1e4

function best(shares: Float64Array): number {
  let at = 0
  for (let k = 1; k < shares.length; k++) if (shares[k]! > shares[at]!) at = k
  return at
}

/** `wanted` is the share of all labels but `other`: what wants nothing has no department to answer it. */
function departmentsOf({ classes }: Task, shares: Float64Array, wanted: number): Classification['departments'] {
  const named = classes
    .map((name, k) => ({ name, confidence: rounded(shares[k]! * wanted) }))
    .filter(({ confidence }) => confidence >= WORTH_NAMING)
    .sort((a, b) => b.confidence - a.confidence)
  if (named.length > 0 && named[0]!.confidence >= LIKELY) return named.slice(0, MOST_DEPARTMENTS)
  const none = { name: NO_DEPARTMENT, confidence: rounded(1 - (named[0]?.confidence ?? 0)) }
  return [none, ...named.slice(0, MOST_DEPARTMENTS - 1)]
}

function sentimentOf({ classes }: Task, shares: Float64Array): Classification['sentiment'] {
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

function labelOf(
  { classes }: Task,
  shares: Float64Array,
  words: readonly string[]
): Pick<Classification, 'label' | 'confidence'> {
  if (words.length === 0) return WORDLESS
  const at = best(shares)
  return { label: classes[at] as Label, confidence: rounded(shares[at]!) }
}

/** Opens a reader of how likely each class of each task is; its arrays are used again for the next text. */
export function openShares({ judge }: Model) {
  const read = openFeatures()
  return (text: string, words: readonly string[]) => judge(read(text, words))
}

/**
 * Opens the classifier of the house over the committed weights (some 100 ms, once per call).
 * Throws TypeError when the weights do not fit the features.
 */
export function openClassifier({ cut, model = openModel() }: { cut: Cut; model?: Model }): Classify {
  const { manifest } = model
  const sharesOf = openShares(model)
  const task = (name: Task['name']): Task => manifest.tasks.find(task => task.name === name)!
  const [label, sentiment, department] = [task('label'), task('sentiment'), task('department')]
  const other = label.classes.indexOf('other')

  const classifyOne = (observation: Observation): Classification => {
    const { text } = observation
    const words = wordsOf(text, cut)
    const shares = sharesOf(text, words)
    const labelled = {
      ...labelOf(label, shares.label, words),
      sentiment: isEnglish(text) ? englishSentimentOf(words) : sentimentOf(sentiment, shares.sentiment)
    }
    return {
      model: manifest.model,
      words: words.join(' '),
      ...labelled,
      ...score(observation, labelled),
      departments: departmentsOf(department, shares.department, words.length === 0 ? 0 : 1 - shares.label[other]!)
    }
  }
  return comments => comments.map(classifyOne)
}
