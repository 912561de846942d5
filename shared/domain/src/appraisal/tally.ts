import type { Period, PostLine } from '@huiyin/schemas/appraisal.ts'
import { APPRAISAL_LIMITS } from '@huiyin/schemas/appraisal.ts'
import type { RegisterEntry } from '@huiyin/schemas/register.ts'
import { weekOf } from './period.ts'
import { COUNT_NAMES } from './post-looks.ts'
import { scaled } from './scaled.ts'

/** Ids behind a figure: the first of them, and how many there are. */
export type Ids = { ids: string[]; total: number }

type Sum = { sum: number; posts: number }

/** What was counted of one subject; sums only and a few ids, however long the year was. */
export interface Counted {
  posts: PostLine[]
  postsTotal: number
  weeks: Set<number>
  undated: number
  gone: number
  counts: Record<(typeof COUNT_NAMES)[number], Sum>
  /** In hundredths of a point. */
  quality: { sum: bigint; posts: Ids }
  owed: number
  answered: number
  onTime: number
  late: Ids
  unanswered: Ids
  voices: { sum: number; tickets: Ids }
  entries: RegisterEntry[]
}

export const nothingCounted = (): Counted => ({
  posts: [],
  postsTotal: 0,
  weeks: new Set(),
  undated: 0,
  gone: 0,
  counts: Object.fromEntries(COUNT_NAMES.map(name => [name, { sum: 0, posts: 0 }])) as Counted['counts'],
  quality: { sum: 0n, posts: { ids: [], total: 0 } },
  owed: 0,
  answered: 0,
  onTime: 0,
  late: { ids: [], total: 0 },
  unanswered: { ids: [], total: 0 },
  voices: { sum: 0, tickets: { ids: [], total: 0 } },
  entries: []
})

export function noteId(ids: Ids, id: string): void {
  ids.total += 1
  if (ids.ids.length < APPRAISAL_LIMITS.behind) ids.ids.push(id)
}

/** A post of the period, with what is told of it. */
export function addPost(counted: Counted, period: Period, post: PostLine): void {
  counted.postsTotal += 1
  if (counted.posts.length < APPRAISAL_LIMITS.posts) counted.posts.push(post)
  const week = weekOf(period, post.publishedAt)
  if (week !== undefined) counted.weeks.add(week)
  for (const name of COUNT_NAMES) {
    const value = post[name]
    if (value === undefined) continue
    counted.counts[name].sum += value
    counted.counts[name].posts += 1
  }
  if (post.quality === undefined) return
  counted.quality.sum += scaled(post.quality, 2)
  noteId(counted.quality.posts, post.id)
}

/** How a promise of the subject was kept. */
export function addPromise(counted: Counted, ticket: string, kept: 'on-time' | 'late' | 'missing'): void {
  counted.owed += 1
  if (kept !== 'missing') counted.answered += 1
  if (kept === 'on-time') counted.onTime += 1
  if (kept === 'late') noteId(counted.late, ticket)
  if (kept === 'missing') noteId(counted.unanswered, ticket)
}

export function addVoice(counted: Counted, ticket: string, score: number): void {
  counted.voices.sum += score
  noteId(counted.voices.tickets, ticket)
}
