import type { Period } from '@huiyin/schemas/appraisal.ts'
import type { SubjectKind } from '@huiyin/schemas/appraisal-rules.ts'
import type { Post } from '@huiyin/schemas/post.ts'
import type { Rating } from '@huiyin/schemas/rating.ts'
import type { RegisterEntry } from '@huiyin/schemas/register.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import { accountId } from '../ids.ts'
import { saidBy } from './of-ticket.ts'
import { countsAsOf } from './post-looks.ts'
import { dividedBy, unscaled } from './scaled.ts'
import { stands } from './standing.ts'
import { type Appraised, subjectKey } from './subjects.ts'
import { addPost, addPromise, addVoice, type Counted, nothingCounted } from './tally.ts'

/**
 * One pass over what happened for all subjects at once: ratings first, then posts, tickets and the register, in whatever
 * order each comes. What is kept grows with the subjects and the posts of the period, not with the tickets.
 */
export interface Counting {
  rating: (rating: Rating) => void
  post: (post: Post) => void
  ticket: (ticket: Ticket) => void
  entry: (entry: RegisterEntry) => void
  /** What was counted of a subject. */
  of: (appraised: Appraised) => Counted
}

export function openCounting(subjects: readonly Appraised[], period: Period, asOf: number): Counting {
  const counted = new Map(subjects.map(({ subject }) => [subjectKey(subject), nothingCounted()]))
  const keepers = Map.groupBy(
    subjects.flatMap(({ subject, accounts }) => accounts.map(account => ({ account, key: subjectKey(subject) }))),
    ({ account }) => account
  )
  const ratings = new Map<string, { sum: number; ratings: number }>()
  const find = (kind: SubjectKind, id: string) => counted.get(subjectKey({ kind, id }))

  function qualityOf(post: string): number | undefined {
    const of = ratings.get(post)
    return of && unscaled(dividedBy(BigInt(of.sum) * 100n, BigInt(of.ratings) * 4n), 2)
  }

  return {
    rating({ post, scores }) {
      const of = ratings.get(post) ?? { sum: 0, ratings: 0 }
      of.sum += scores.accuracy + scores.usefulness + scores.interest + scores.originality
      of.ratings += 1
      ratings.set(post, of)
    },

    post(post) {
      const of = keepers.get(accountId({ platform: post.platform, id: post.account })) ?? []
      const own = of.map(({ key }) => counted.get(key)!)
      const { publishedAt, gone, id, title } = post
      const at = publishedAt ?? post.foundAt
      if (at < period.from || at >= period.to) return
      for (const one of own) {
        if (publishedAt === undefined) one.undated += 1
        else if (gone && gone.since <= asOf) one.gone += 1
        else {
          const quality = qualityOf(id)
          const line = { id, publishedAt, ...(title !== undefined && { title }), ...countsAsOf(post, asOf) }
          addPost(one, period, quality === undefined ? line : { ...line, quality })
        }
      }
    },

    ticket(ticket) {
      for (const said of saidBy(ticket, period, asOf)) {
        const one = find(said.kind, said.id)
        if (!one) continue
        if (said.of === 'promise') addPromise(one, ticket.id, said.kept)
        else addVoice(one, ticket.id, said.score)
      }
    },

    entry(entry) {
      if (entry.at < period.from || entry.at >= period.to || !stands(entry)) return
      if (entry.kind === 'training') {
        const ids = new Set((entry.training?.participants ?? []).flatMap(({ id }) => (id === undefined ? [] : [id])))
        for (const id of ids) find('person', id)?.entries.push(entry)
      } else find(entry.subject.kind, entry.subject.id)?.entries.push(entry)
    },

    of: ({ subject }) => counted.get(subjectKey(subject)) ?? nothingCounted()
  }
}
