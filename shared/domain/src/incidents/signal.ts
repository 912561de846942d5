import type { CommentRef } from '@huiyin/schemas/comment.ts'
import type { RiskLevel, SentimentName } from '@huiyin/schemas/names.ts'

/** Of one account of the office: how many comments of a subject came there. */
export type Spread = { platform: string; account: string; comments: number }

/**
 * What the analyst saw of one subject: comments that say nearly the same, or speak of the same thing.
 * `rise`: more come than the accounts' own rhythm explains; `growth`: a subject that rose has reached another step or
 * spread to another account; `calm`: nothing out of the ordinary for as long as the rules say.
 */
export interface Signal {
  type: 'rise' | 'growth' | 'calm'
  /** Id of the subject; the same as long as the subject lives, also after a restart. */
  subject: string
  /** The instant (UTC in ms) of the newest comment that it stands on; of `calm` the instant at which it was found. */
  at: number
  /** Members that no earlier signal of this subject named, the oldest first. */
  comments: readonly CommentRef[]
  /** All members since the subject began. */
  total: number
  /** Different authors of them, where platforms tell who they are. */
  people?: number
  /** Since when. */
  since: number
  /** A readable phrase for it, as people say it. */
  phrase: string
  words: readonly string[]
  /** In the window that was judged (ms): how many came, and how many the rhythm leads one to expect. */
  windowMs: number
  observed: number
  expected: number
  spread: readonly Spread[]
  sentiment: Readonly<Record<SentimentName, number>>
  levels: Readonly<Record<RiskLevel, number>>
  /** Members with a danger that is there now. */
  urgent: number
  places: readonly string[]
  departments: readonly string[]
}
