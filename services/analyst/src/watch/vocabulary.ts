import { DAY } from '@huiyin/domain/calendar/dates.ts'
import { rarityInLanguage } from './common-words.ts'
import type { Subject } from './subject.ts'

export type WordKind = 'word' | 'character' | 'place' | 'pair'

/** A word, character or place that comments have, with how usual it is. */
export interface Word {
  text: string
  kind: WordKind
  /** Of the text; for sketches. */
  hash: number
  /** Comments that had it, recent ones weighing more. */
  count: number
  /** UTC ms of the newest of them. */
  at: number
  /** Subjects that had it last, the newest last. */
  subjects: Subject[]
  /** Share of comments that is expected to have it before any was read. */
  prior: number
}

/** What is usual is forgotten by half in so long (ms). */
const HALF_LIFE = 14 * DAY
/** Weight of what is known of the language beside what is read here, in comments. */
const PRIOR_WEIGHT = 500
const WORDS_OF_A_COMMENT = 10
const RAREST = 9
/** Log of the share of a word that is in no list. */
const UNLISTED = 13.5
const SUBJECTS_OF_A_WORD = 32

export interface Vocabulary {
  /** The word of a text or key, made where it is new; `text` is how it is written then. */
  word: (kind: WordKind, key: string, now: number, text?: string) => Word
  /** Counts a comment that has these. */
  count: (words: readonly Word[], at: number) => void
  /** How much a word tells, from 0 (everybody says it) to 9. */
  rarity: (word: Word) => number
  /** In what share of all comments a word was, these members aside; and in how many. */
  shareOf: (word: Word, without: number) => { share: number; count: number }
  /** Leaves out what nobody has said since; at most `most` stay. */
  sweep: (before: number, most: number) => void
  size: () => number
}

export function openVocabulary(): Vocabulary {
  const words = new Map<string, Word>()
  let total = 0
  /** Newer comments weigh more by growing, so that nothing has to be made smaller. */
  let start: number | undefined
  let weight = 1
  let weighedAt = 0

  return {
    word(kind, name, now, text = name) {
      const key = kind === 'word' ? name : `${kind} ${name}`
      let word = words.get(key)
      if (!word) {
        word = { text, kind, hash: hashOf(key), count: 0, at: now, subjects: [], prior: priorOf(kind, text) }
        words.set(key, word)
      }
      return word
    },
    count(those, at) {
      start ??= at
      if (at - weighedAt > DAY / 4) {
        weight = 2 ** (Math.max(0, at - start) / HALF_LIFE)
        weighedAt = at
      }
      total += weight
      for (const word of those) {
        word.count += weight
        if (at > word.at) word.at = at
      }
    },
    rarity: word => {
      const scale = PRIOR_WEIGHT * weight
      return Math.min(RAREST, Math.max(0, Math.log((total + scale) / (word.count + scale * word.prior))))
    },
    shareOf(word, without) {
      const count = Math.max(0, word.count - without * weight)
      return { share: total > 0 ? count / total : 0, count: count / weight }
    },
    sweep(before, most) {
      const floor = 2 * weight
      for (const [key, word] of words) {
        word.subjects = word.subjects.filter(({ gone }) => !gone)
        if (word.at < before && (word.count < floor || word.kind === 'pair')) words.delete(key)
      }
      if (words.size <= most) return
      const eldest = [...words].sort(([, a], [, b]) => a.at - b.at).slice(0, words.size - most)
      for (const [key] of eldest) words.delete(key)
    },
    size: () => words.size
  }
}

/** Remembers that a subject has the word. */
export function pointTo(word: Word, subject: Subject): void {
  const { subjects } = word
  if (subjects.at(-1) === subject) return
  const known = subjects.indexOf(subject)
  if (known >= 0) subjects.splice(known, 1)
  else if (subjects.length >= SUBJECTS_OF_A_WORD) subjects.shift()
  subjects.push(subject)
}

function priorOf(kind: WordKind, text: string): number {
  if (kind === 'place' || kind === 'pair') return Math.exp(-UNLISTED) * WORDS_OF_A_COMMENT
  if (kind === 'character') return 0.02
  return Math.min(0.5, Math.exp(-(rarityInLanguage(text) ?? UNLISTED)) * WORDS_OF_A_COMMENT)
}

/** FNV-1a, 32 bit, stirred. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
