import type { NoProposal } from '@huiyin/schemas/api-proposals.ts'
import { plainText } from './plain-text.ts'
import { NOTHING } from './question.ts'
import type { Source } from './sources.ts'

/** Nothing that is answered is read beyond this, in UTF-16 units. */
const LONGEST = 20_000

const GROUP = /[[【〔(（]((?:\s*S\d{1,3}(?:\s*[,，、;；])?){1,20}\s*)[\]】〕)）]/g

interface Reading {
  sources: readonly Source[]
  /** What the citizen says, as it was told. */
  said: readonly string[]
}

export type Answer =
  | { none: NoProposal }
  | {
      text: string
      cited: Source[]
      /** Numbers that stand in nothing that it cites, nor in what the citizen says. */
      unfounded: string[]
    }

/** What of an answer can be shown to a person: plain text, with what it cites. Without a true citation it is none. */
export function readAnswer(answer: string, { sources, said }: Reading): Answer {
  if (answer.length > LONGEST) return { none: 'too-long' }
  const plain = plainText(answer)
  const marks = new Set(Array.from(plain.matchAll(GROUP), ([, marks = '']) => marks.match(/S\d+/g) ?? []).flat())
  const text = plain
    .replaceAll(GROUP, '')
    .replaceAll(/(?<![ \t])[ \t]+(?=[，。；！？,.;!?\n]|$)/g, '')
    .trim()
  if (text.replaceAll(/[^\p{L}\p{N}]/gu, '') === NOTHING) return { none: 'declined' }
  if (!/[\p{L}\p{N}]/u.test(text)) return { none: 'empty' }
  const cited = sources.filter(({ mark }) => marks.has(mark))
  if (cited.length === 0) return { none: 'uncited' }
  return { text, cited, unfounded: unfoundedIn(text, [...cited.map(({ text }) => text), ...said]) }
}

const MOST_UNFOUNDED = 20
const numbersIn = (text: string) => text.normalize('NFKC').match(/\d+(?:[.:/-]\d+)*/g) ?? []

function unfoundedIn(text: string, grounds: readonly string[]): string[] {
  const founded = new Set(grounds.flatMap(numbersIn))
  return [...new Set(numbersIn(text))].filter(number => !founded.has(number)).slice(0, MOST_UNFOUNDED)
}
