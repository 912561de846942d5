import { dayInShanghai } from '@huiyin/domain/day.ts'
import { commonPhrases, distinctPhrases } from '@huiyin/domain/topics/phrases.ts'
import type { CommentFilter, Comments } from '@huiyin/ports/comments.ts'
import type { StoredComment } from '@huiyin/schemas/comment.ts'
import type { Label } from '@huiyin/schemas/names.ts'
import { sumOf } from './comment-counts.ts'
import { holding } from './holding.ts'

/** What many speak of is looked for in so many of the newest comments; how many hold a phrase is counted in all. */
const READ = 2_000
const PAGE = 200
/** So many are counted: each costs a search of its own. */
const COUNTED = 12
/** What fewer comments hold is no topic. */
const LEAST = 3
/** So long (ms) it is not looked for again; the numbers are counted each time. */
const TOPICS = 10
const FRESH_FOR = 60_000
const MOST_KEPT = 200

/** Comments that ask for something. */
export const ASKING: readonly Label[] = ['inquiry', 'suggestion', 'complaint']

type CommentPorts = Pick<Comments, 'search' | 'count'>
export type PhraseCount = { phrase: string; value: number; before: number }
type Stretches = { now: CommentFilter; before: CommentFilter }

export interface Topics {
  /** Of what most of the comments that ask for something speak, not counted. */
  phrases: (of: CommentFilter) => Promise<string[]>
  /** The same, counted: how many that ask for something hold each. */
  topics: (of: Stretches) => Promise<PhraseCount[]>
  /** Words that more comments hold than before, the most surprising first. */
  grown: (of: Stretches) => Promise<PhraseCount[]>
}

export function openTopics(comments: CommentPorts, monotonic: () => number = () => performance.now()): Topics {
  const known = new Map<string, { at: number; phrases: Promise<string[]> }>()

  function candidates(filter: CommentFilter): Promise<string[]> {
    const { publishedTo, ...rest } = filter
    const lastDay = publishedTo === undefined ? '' : dayInShanghai(publishedTo - 1) // a month is not its first day
    const key = JSON.stringify({ ...rest, lastDay })
    const found = known.get(key)
    if (found && monotonic() - found.at < FRESH_FOR) return found.phrases
    const phrases = commonIn(comments, filter)
    known.delete(key)
    known.set(key, { at: monotonic(), phrases })
    phrases.catch(() => known.delete(key)) // met by who asked for it
    if (known.size > MOST_KEPT) known.delete(known.keys().next().value!)
    return phrases
  }

  async function counted(now: CommentFilter, before: CommentFilter): Promise<PhraseCount[]> {
    const phrases = await candidates(now)
    const [counts, earlier] = await Promise.all([
      holding(comments, now, phrases, 'platform'),
      holding(comments, before, phrases, 'platform')
    ])
    return phrases
      .map(phrase => ({ phrase, value: sumOf(counts.get(phrase)!), before: sumOf(earlier.get(phrase)!) }))
      .filter(({ value }) => value >= LEAST)
  }

  return {
    phrases: async filter => (await candidates({ ...filter, label: ASKING })).slice(0, TOPICS),
    async topics({ now, before }) {
      const label = { label: ASKING }
      const found = await counted({ ...now, ...label }, { ...before, ...label })
      return found.sort((a, b) => b.value - a.value || (a.phrase < b.phrase ? -1 : 1)).slice(0, TOPICS)
    },
    async grown({ now, before }) {
      const found = await counted(now, before)
      return found
        .filter(({ value, before }) => value > before)
        .sort((a, b) => surprise(b) - surprise(a) || b.value - a.value || (a.phrase < b.phrase ? -1 : 1))
    }
  }
}

/** How far beyond what chance would make of as many as before. */
const surprise = ({ value, before }: PhraseCount): number => (value - before) / Math.sqrt(before + 1)

/** The phrases that most of the newest comments hold, without those that say the same as another. */
async function commonIn(comments: CommentPorts, filter: CommentFilter): Promise<string[]> {
  const read = await newest(comments, filter)
  const phrases = await commonPhrases(read)
  const counts = phrases.map(phrase => ({ phrase, count: read.filter(({ text }) => text.includes(phrase)).length }))
  return distinctPhrases(counts, { atMost: COUNTED, atLeast: LEAST }).map(({ phrase }) => phrase)
}

async function newest(comments: CommentPorts, filter: CommentFilter): Promise<StoredComment[]> {
  const read: StoredComment[] = []
  for (let after: string | undefined; read.length < READ; ) {
    const page = await comments.search({
      ...filter,
      sort: 'newest',
      atMost: PAGE,
      ...(after !== undefined && { after })
    })
    read.push(...page.rows)
    after = page.after
    if (after === undefined) break
  }
  return read
}
