import { commonPhrases, distinctPhrases } from '@huiyin/domain/topics/phrases.ts'
import type { Comments } from '@huiyin/ports/comments.ts'
import type { StoredComment } from '@huiyin/schemas/comment.ts'
import { type Best, gravest, openBest, worthReading } from './best.ts'
import { walkComments } from './walk.ts'

const TOPICS = 10
const CITED = 3
const SUGGESTIONS = 8
/** What fewer comments hold is no topic. */
const LEAST = 3

const ASKING = { ours: false, label: ['inquiry', 'suggestion', 'complaint'] } as const

export type Topic = { phrase: string; count: number; cited: StoredComment[] }

/** What many citizens speak of in a period, with the comments that show it; two walks over what asks for something. */
export async function topicsOf(
  comments: Pick<Comments, 'search'>,
  period: { from: number; to: number }
): Promise<Topic[]> {
  const candidates = await commonPhrases(walkComments(comments, period, ASKING))
  const counted = new Map(candidates.map(phrase => [phrase, { phrase, count: 0, best: openBest(CITED, gravest) }]))
  for await (const comment of walkComments(comments, period, ASKING)) {
    for (const one of counted.values()) if (comment.text.includes(one.phrase)) note(one, comment)
  }
  const chosen = distinctPhrases([...counted.values()], { atMost: 2 * TOPICS, atLeast: LEAST })
  const topics = chosen.map(({ phrase, count }) => ({ phrase, count, cited: counted.get(phrase)!.best.list() }))
  const shown = topics.map(({ cited }) => cited.map(({ id }) => id).join(' '))
  return topics.filter((_, i) => shown.indexOf(shown[i]!) === i).slice(0, TOPICS) // the same comments: two names of one thing
}

function note(one: { count: number; best: Best }, comment: StoredComment): void {
  one.count += 1
  if (comment.state === 'visible') one.best.offer(comment)
}

/** What citizens suggest, and others agree with. */
export async function suggestionsOf(
  comments: Pick<Comments, 'search'>,
  period: { from: number; to: number }
): Promise<StoredComment[]> {
  const best = openBest(SUGGESTIONS, worthReading)
  const filter = { ours: false, label: ['suggestion'], state: ['visible'] } as const
  for await (const comment of walkComments(comments, period, filter)) best.offer(comment)
  return best.list().filter(comment => worthReading(comment) >= 0)
}
