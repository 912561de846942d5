import { definitionsOf } from '@huiyin/domain/boards/figures.ts'
import { type BoardCount, pointsOf, stepOf } from '@huiyin/domain/boards/span.ts'
import { dayInShanghai } from '@huiyin/domain/day.ts'
import { maskPersonal } from '@huiyin/domain/reply-check/mask-personal.ts'
import type { CommentFilter, CommentGroup } from '@huiyin/ports/comments.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { BoardMood, Mood, MoodNote, MoodPart, MoodPoint } from '@huiyin/schemas/api-boards.ts'
import type { SentimentName } from '@huiyin/schemas/names.ts'
import { commentRows, commentTold } from '../comment-routes.ts'
import type { ApiPorts } from '../ports.ts'
import { accountNamed } from '../scope.ts'
import { type Asked, commentsOf } from './asking.ts'
import { type Board, headOf, minimumSampleOf, upToDate } from './board.ts'
import { byAccount } from './comment-counts.ts'
import { holding } from './holding.ts'
import { incidentsIn, postsIn, timeOfPost } from './records.ts'

/** So many of each are told apart, those with the most comments. */
const PARTS = 50
const EXAMPLES = 8
/** So many posts are marked, those that most was said under. */
const POSTS = 60
const FEELINGS = ['negative', 'neutral', 'positive'] as const satisfies readonly SentimentName[]

/** How citizens feel: over time, by where and of what they speak, with what the office did meanwhile. */
export async function moodOf(board: Board, actor: Actor, asked: Asked): Promise<BoardMood> {
  await upToDate(board)
  const { ports, topics } = board
  const { time } = asked
  const [now, before] = [commentsOf(asked, time.now), commentsOf(asked, time.before)]
  const parts = (by: CommentGroup) => partsBy(filter => ports.comments.count(by, filter), now, before)
  const [minimumSample, total, then, series, annotations, accounts, departments, places, spoken, grown, examples] =
    await Promise.all([
      minimumSampleOf(ports),
      moodIn(ports, now),
      moodIn(ports, before),
      seriesOf(ports, asked, now, before),
      annotationsOf(board, asked),
      partsBy(async filter => Object.fromEntries(await byAccount(ports.comments, filter)), now, before),
      parts('department'),
      parts('place'),
      topics.phrases(now),
      topics.grown({ now, before }),
      examplesOf(ports, actor, now)
    ])
  return {
    ...headOf(board, asked, minimumSample),
    ...{ unit: time.unit, total, before: then, series, annotations, departments, places, examples },
    accounts: accounts.map(part => ({ ...part, name: nameOf(ports, part.key) })),
    topics: await topicParts(ports, spoken, now, before),
    grown: grown.map(({ phrase, value, before }) => ({ word: phrase, value, before })),
    definitions: definitionsOf(['comments', 'topic-comments', 'posts', 'incidents'])
  }
}

const moodFrom = (counts: Record<string, number>): Mood => ({
  negative: counts.negative ?? 0,
  neutral: counts.neutral ?? 0,
  positive: counts.positive ?? 0
})

const moodIn = async ({ comments }: Pick<ApiPorts, 'comments'>, filter: CommentFilter): Promise<Mood> =>
  moodFrom(await comments.count('sentiment', filter))

/** One after the other feeling, of now and of before. */
async function partsBy(
  count: (filter: CommentFilter) => Promise<Record<string, number>>,
  now: CommentFilter,
  before: CommentFilter
): Promise<MoodPart[]> {
  const of = (filter: CommentFilter) => Promise.all(FEELINGS.map(one => count({ ...filter, sentiment: [one] })))
  const [counts, earlier] = await Promise.all([of(now), of(before)])
  const mood = (all: Record<string, number>[], key: string) =>
    moodFrom(Object.fromEntries(FEELINGS.map((one, i) => [one, all[i]![key] ?? 0])))
  const keys = [...new Set([...counts, ...earlier].flatMap(one => Object.keys(one)))]
  return keys
    .map(key => ({ key, name: key, ...mood(counts, key), before: mood(earlier, key) }))
    .sort(bySize)
    .slice(0, PARTS)
}

const bySize = (a: MoodPart, b: MoodPart) =>
  sizeOf(b) - sizeOf(a) || sizeOf(b.before) - sizeOf(a.before) || (a.key < b.key ? -1 : 1)

const sizeOf = ({ negative, neutral, positive }: Mood) => negative + neutral + positive

async function topicParts(
  { comments }: ApiPorts,
  phrases: readonly string[],
  now: CommentFilter,
  before: CommentFilter
): Promise<MoodPart[]> {
  const [counts, earlier] = await Promise.all([
    holding(comments, now, phrases, 'sentiment'),
    holding(comments, before, phrases, 'sentiment')
  ])
  return phrases
    .map(phrase => ({
      ...{ key: phrase, name: phrase },
      ...moodFrom(counts.get(phrase)!),
      before: moodFrom(earlier.get(phrase)!)
    }))
    .sort(bySize)
}

async function seriesOf(
  ports: ApiPorts,
  { time }: Asked,
  now: CommentFilter,
  before: CommentFilter
): Promise<MoodPoint[]> {
  const [points, earlier] = await Promise.all([
    moods(ports, now, time.now, time.unit),
    moods(ports, before, time.before, time.unit)
  ])
  return points.map(({ at, mood }, i) => ({ at, ...mood, ...(earlier[i] && { before: earlier[i].mood }) }))
}

type MoodAt = { at: number; mood: Mood }

async function moods(
  ports: ApiPorts,
  filter: CommentFilter,
  stretch: BoardCount,
  unit: BoardMood['unit']
): Promise<MoodAt[]> {
  const points = pointsOf(stretch, unit)
  if (unit === 'hour') {
    const hour = async (at: number) => {
      const publishedTo = Math.min(at + stepOf(unit), stretch.until)
      return { at, mood: await moodIn(ports, { ...filter, publishedFrom: at, publishedTo }) }
    }
    return Promise.all(points.map(hour))
  }
  const days = await Promise.all(
    FEELINGS.map(one => ports.comments.count('publishedDay', { ...filter, sentiment: [one] }))
  )
  return points.map(at => {
    const day = dayInShanghai(at)
    return { at, mood: moodFrom(Object.fromEntries(FEELINGS.map((one, i) => [one, days[i]![day] ?? 0]))) }
  })
}

async function annotationsOf({ ports, posts: shelf }: Board, { rows, time }: Asked): Promise<MoodNote[]> {
  const { department: _, ...ofAccounts } = rows
  const [posts, incidents] = await Promise.all([
    postsIn(shelf, ofAccounts, time.now),
    incidentsIn(ports.records, rows, time.now)
  ])
  const spoken = posts.toSorted((a, b) => (b.collected?.comments ?? 0) - (a.collected?.comments ?? 0)).slice(0, POSTS)
  const notes = [
    ...spoken.map((post): MoodNote => {
      const { id, platform, account, title, link } = post
      const name = ports.accounts(platform, account)?.name ?? account
      return {
        ...{ at: timeOfPost(post), kind: 'post', id, title: title ?? '', account: name },
        ...(link !== undefined && { link })
      }
    }),
    ...incidents.map(({ id, bornAt, title }): MoodNote => {
      return { at: bornAt, kind: 'incident', id, title: maskPersonal(title) }
    })
  ]
  return notes.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
}

/** The gravest of those that are displeased and still stand. */
async function examplesOf(ports: ApiPorts, actor: Actor, filter: CommentFilter) {
  const { rows } = await ports.comments.search({
    ...{ ...filter, sentiment: ['negative'], state: ['visible'] },
    ...{ sort: 'risk', atMost: EXAMPLES }
  })
  return (await commentRows(ports, rows)).map(commentTold(actor))
}

function nameOf(ports: ApiPorts, key: string): string {
  const one = accountNamed(ports, key)
  return (one && ports.accounts(one.platform, one.account)?.name) ?? one?.account ?? key
}
