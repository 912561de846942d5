import { readCorpus } from '@huiyin/classifier/corpus.ts'
import { type Random, seeded } from '@huiyin/simulator/random.ts'
import { type Kind, type Voice, voice } from '@huiyin/simulator/sayings.ts'
import type { Judged } from '../reference/facts.ts'

export type Says = { text: string; judged: Judged }

/** Shares of what strangers write under a post. */
const SHARES: readonly (readonly [Kind, number])[] = [
  ['urgent', 0.01],
  ['inquiry', 0.15],
  ['complaint', 0.1],
  ['suggestion', 0.05]
]
const UNSURE = 0.03

/** Words from the house's own corpus, with how the classifier judges them: nearly always as a reader would. */
export function voices(seed: number) {
  const words: Voice = voice(seeded(seed), readCorpus())
  const says = (random: Random, kind: Kind): Says => {
    const { text, label, urgent = false } = words(kind)
    const mood = urgent || label === 'complaint' ? 'negative' : label === 'other' ? 'neutral' : 'neutral'
    const confidence = random() < UNSURE && kind !== 'urgent' ? 0.5 : 0.93
    return { text, judged: { label, urgent, confidence, mood } }
  }
  const anything = (random: Random): Says => says(random, kindAt(random()))
  const thanks = (): Says => ({
    text: '谢谢，已经解决了。',
    judged: { label: 'other', urgent: false, confidence: 0.97, mood: 'positive' }
  })
  const nags = (): Says => ({
    text: '怎么还没有人回复？',
    judged: { label: 'other', urgent: false, confidence: 0.9, mood: 'negative' }
  })
  return { says, anything, thanks, nags }
}

export type Voices = ReturnType<typeof voices>

function kindAt(at: number): Kind {
  let sum = 0
  for (const [kind, share] of SHARES) {
    sum += share
    if (at < sum) return kind
  }
  return 'other'
}
