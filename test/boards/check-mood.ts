import type { BoardMood, Mood } from '@huiyin/schemas/api-boards.ts'
import type { StoredComment } from '@huiyin/schemas/comment.ts'
import type { Test } from 'tap'
import type { Person } from '../../services/api/test/house.ts'
import { type Asking, mood, wholeList } from './asking.ts'
import {
  commentsIn,
  type Documents,
  departmentOf,
  holds,
  incidentsOf,
  type Narrow,
  placesOf,
  postsOf,
  stretchesOf
} from './plain.ts'

const HOUR = 3_600_000
const FEELINGS = ['negative', 'neutral', 'positive'] as const

interface Of {
  person: Person
  documents: Documents
  asOf: number
  span: string
  day?: string
  narrow?: Narrow
  lists: boolean
}

const moodOf = (comments: readonly StoredComment[]): Mood => {
  const of = (name: string) => comments.filter(({ classification }) => classification?.sentiment.name === name).length
  return { negative: of('negative'), neutral: of('neutral'), positive: of('positive') }
}

const told = ({ negative, neutral, positive }: Mood): Mood => ({ negative, neutral, positive })

/** Every number of the sentiment view, and the lists behind, against plain counts. */
export async function checkMood(
  t: Test,
  { person, documents, asOf, span, day, narrow = {}, lists }: Of
): Promise<BoardMood> {
  const asking: Asking = { span, ...(day !== undefined && { day }), ...(narrow as Asking) }
  const answer = await mood(person, asking)
  const at = day === undefined ? asOf : Date.parse(`${day}T00:00:00+08:00`)
  const stretches = stretchesOf(span, at, asOf)
  const now = commentsIn(documents.comments, stretches.now, narrow)
  const before = commentsIn(documents.comments, stretches.before, narrow)
  t.same([answer.total, answer.before], [moodOf(now), moodOf(before)], `the mood of a ${span}`)

  const step = span === 'today' ? HOUR : 24 * HOUR
  const during = (comments: readonly StoredComment[], from: number, i: number) =>
    moodOf(comments.filter(({ publishedAt }) => publishedAt >= from + i * step && publishedAt < from + (i + 1) * step))
  for (const [i, point] of answer.series.entries()) {
    t.same([point.at, told(point)], [stretches.now.from + i * step, during(now, stretches.now.from, i)], `point ${i}`)
    if (point.before) t.same(point.before, during(before, stretches.before.from, i), `point ${i} before`)
  }

  const parts = [
    ['account', answer.accounts, (one: StoredComment, key: string) => `${one.platform}/${one.account}` === key],
    ['department', answer.departments, (one: StoredComment, key: string) => departmentOf(one) === key],
    ['place', answer.places, (one: StoredComment, key: string) => placesOf(one).includes(key)],
    ['topic', answer.topics, (one: StoredComment, key: string) => holds(one, key)]
  ] as const
  for (const [by, list, isOf] of parts) {
    for (const { key, before: earlier, ...part } of list) {
      t.same(told(part), moodOf(now.filter(one => isOf(one, key))), `${by} ${key}`)
      t.same(earlier, moodOf(before.filter(one => isOf(one, key))), `${by} ${key} before`)
      if (lists) await checkPart(t, person, { ...asking, asOf: answer.asOf, [by]: key }, told(part), `${by} ${key}`)
    }
  }
  if (lists) {
    await checkPart(t, person, { ...asking, asOf: answer.asOf }, answer.total, 'the whole')
    for (const { word, value, before: earlier } of answer.grown) {
      t.equal(value, now.filter(one => holds(one, word)).length, `word ${word}`)
      t.equal(earlier, before.filter(one => holds(one, word)).length, `word ${word} before`)
      const list = await wholeList(person, { ...asking, figure: 'comments', by: 'word', key: word, asOf: answer.asOf })
      t.same([list.total, list.rows.length], [value, value], `the list behind word ${word}`)
    }
    for (const { sentiment } of answer.examples) t.equal(sentiment, 'negative')
    const posts = postsOf(documents.posts, stretches.now, narrow.account)
    const incidents = incidentsOf(documents.incidents, stretches.now, narrow)
    t.equal(answer.annotations.filter(({ kind }) => kind === 'post').length, Math.min(60, posts.length))
    t.equal(answer.annotations.filter(({ kind }) => kind === 'incident').length, incidents.length)
  }
  return answer
}

async function checkPart(t: Test, person: Person, asking: Asking, part: Mood, name: string) {
  for (const feeling of FEELINGS) {
    const list = await wholeList(person, { ...asking, figure: 'comments', by: 'sentiment', key: feeling })
    t.same([list.total, list.rows.length], [part[feeling], part[feeling]], `the ${feeling} ones of ${name}`)
  }
}
