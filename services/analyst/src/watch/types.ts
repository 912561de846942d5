import type { Signal } from '@huiyin/domain/incidents/signal.ts'
import type { Cut } from '@huiyin/domain/search-text.ts'
import type { Calendar } from '@huiyin/schemas/calendar.ts'
import type { Classified, CommentRef } from '@huiyin/schemas/comment.ts'

export interface WatchOptions {
  /** Cuts text into words; phrases are made of them. */
  cut: Cut
  /** Days off and make-up days, and the zone of the rhythm; the office's shipped calendar unless given. */
  calendar?: Calendar
  /** How surprising it must be before it is told; medium unless given. */
  sensitivity?: 'low' | 'medium' | 'high'
  /** How long nothing out of the ordinary makes a subject calm (ms); 24 h unless given. */
  calmAfterMs?: number
  /** Fewest people before anything is out of the ordinary; 7 unless given. */
  fewest?: number
  /** Members that growth is told at; 10, 30, 100, 300, 1000 … unless given. */
  steps?: readonly number[]
  /** Comments remembered at most; the oldest are forgotten first. 200,000 unless given. */
  mostComments?: number
}

/** What a subject is called among incidents, and comments that are known to be of it. */
export interface Adopted {
  subject: string
  comments: readonly CommentRef[]
  /** How many the last signal of it told. */
  told: number
}

export interface Topic {
  subject: string
  phrase: string
  words: readonly string[]
  comments: number
  people: number
  /** UTC ms of the newest. */
  at: number
  since: number
  negative: number
  accounts: readonly { platform: string; account: string; comments: number }[]
  /** Newest comments of it, at most five. */
  examples: readonly CommentRef[]
}

export interface TopicQuery {
  /** publishedAt from, UTC ms; the last 24 h before `now` unless given. */
  from?: number
  now: number
  atMost?: number
  /** Of one of these accounts only. */
  of?: readonly { platform: string; account: string }[]
}

/** Holds what was said in the last 72 h by subject. No clock, no I/O: the same calls give the same signals. */
export interface Watch {
  /** Takes comments in any order, any of them twice; `now` in UTC ms. Signals in the order in which they arose. */
  take: (classified: readonly Classified[], now: number) => Signal[]
  /** Forgets what is old, and finds what has become calm; to be called each minute or so. */
  tick: (now: number) => Signal[]
  /** Other people who said the same within 72 h, beyond what is usual there; undefined for a comment of no subject. O(1). */
  similarTo: (commentId: string) => number | undefined
  /** The subject that a comment belongs to. */
  subjectOf: (commentId: string) => string | undefined
  /** What is spoken of most, the hottest first. */
  topics: (query: TopicQuery) => Topic[]
  /** What is out of the ordinary now, each with all its members as if it rose this moment; after a restore. */
  standing: () => Signal[]
  /** After a restore: gives the subject that holds most of these comments its old name, as one that was told. */
  adopt: (known: readonly Adopted[]) => void
  size: () => { comments: number; subjects: number; words: number; accounts: number }
}
