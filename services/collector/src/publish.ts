import { saysMore } from '@huiyin/domain/collecting/engagement.ts'
import { toObservation } from '@huiyin/domain/to-observation.ts'
import type { Clock } from '@huiyin/ports/clock.ts'
import type { EventLog } from '@huiyin/ports/event-log.ts'
import { park } from '@huiyin/ports/parking.ts'
import type { NativeComment, NativeUnreadable } from '@huiyin/ports/platform.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { Account } from '@huiyin/schemas/account.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'
import { type Seen, type Standing, standingOf } from './seen.ts'

export interface PublishPorts {
  log: EventLog<Observation>
  records: Records
  seen: Seen
  clock: Clock
}

/** Under which account and term, and when the request left that showed it. */
export interface Under {
  account: Account
  observedAt: number
  term: number
  /** Only what was published before is passed on: history, without tickets. */
  history?: boolean
}

export interface Published {
  /** All that could be read, as observations. */
  observations: Observation[]
  /** Those that nobody here had seen before. */
  first: Observation[]
}

type Page = { comments: readonly NativeComment[]; unreadable: readonly NativeUnreadable[] }

/** Passes on what says something new, once; parks what cannot be read. Durable when it resolves. */
export async function publish(ports: PublishPorts, page: Page, under: Under): Promise<Published> {
  const { observations, unreadable } = readEach(page, under)
  const before = await ports.seen.of(observations)
  const now = ports.clock.now()
  const news = observations.flatMap((one, i) =>
    newsOf({ ...one, observedAt: instantAfter(before[i], one, now) }, before[i])
  )
  if (news.length > 0) await ports.log.append(news)
  ports.seen.remember(news)
  const { platform, id } = under.account
  for (const { raw, reason } of unreadable) {
    await park(ports.records, { topic: `poll/${platform}/${id}`, raw, reason, at: under.observedAt })
  }
  return { observations, first: observations.filter((_, i) => before[i] === undefined) }
}

/** The observation with how it stood before, when it says more than that. */
function newsOf(one: Observation, before: Standing | undefined): Observation[] {
  if (!before) return [one]
  if (before.erased) return []
  const now = standingOf(one)
  const counted = saysMore(before, now)
  if (now.text === before.text && now.deleted === before.deleted && !counted) return []
  const { likes, replies, at } = before
  const engaged = likes !== undefined || replies !== undefined
  return [
    {
      ...one,
      ...(engaged && {
        before: { ...(likes !== undefined && { likes }), ...(replies !== undefined && { replies }), at }
      })
    }
  ]
}

/** The clock may have been put back: news that bore an instant before what is held would be taken for older. */
export const instantAfter = (
  before: Standing | undefined,
  { observedAt }: Pick<Observation, 'observedAt'>,
  now: number
): number => (before && before.at > now ? Math.max(observedAt, before.at + 1) : observedAt)

/** One observation per comment, the last one. */
function readEach({ comments, unreadable }: Page, { history, ...seen }: Under) {
  const observations = new Map<string, Observation>()
  const refused: NativeUnreadable[] = [...unreadable]
  for (const comment of comments) {
    try {
      const one = toObservation(comment, seen)
      observations.set(one.id, history ? { ...one, history } : one)
    } catch (error) {
      refused.push({ raw: JSON.stringify(comment), reason: String(error) })
    }
  }
  return { observations: [...observations.values()], unreadable: refused }
}
