import type { StoredComment } from '@huiyin/schemas/comment.ts'
import type { FigureBy } from '@huiyin/schemas/figure.ts'
import type { Incident } from '@huiyin/schemas/incident.ts'
import type { Post } from '@huiyin/schemas/post.ts'
import type { Clock, Cycle, Dispatch, Ticket } from '@huiyin/schemas/ticket.ts'
import { dayInShanghai, monthInShanghai } from '../day.ts'
import { accountId } from '../ids.ts'
import type { FactCode } from './figures.ts'

/** From (inclusive) to (exclusive); `asOf`: what comes later is not known yet. UTC in ms. */
export type Counting = { from: number; to: number; asOf: number }

/**
 * One thing that is counted, once, with what it is told apart by; `value` is 1 where things are counted. An account is
 * accountId(), a person an id.
 */
export type Fact = { figure: FactCode; value: number; at: number; by: Partial<Record<FigureBy, string>> }

type By = Fact['by']
const within = (at: number | undefined, { from, to }: Counting): at is number =>
  at !== undefined && at >= from && at < to

const one = (figure: FactCode, at: number, by: By, value = 1): Fact => ({
  ...{ figure, value, at },
  by: { ...by, day: dayInShanghai(at), month: monthInShanghai(at) }
})

const placeOf = ({ platform, account }: { platform: string; account: string }) => ({
  platform,
  account: accountId({ platform, id: account })
})

export function factsOfComment(comment: StoredComment, counting: Counting): Fact[] {
  const { publishedAt, ours, classification } = comment
  if (!within(publishedAt, counting)) return []
  if (ours) return [one('own-comments', publishedAt, placeOf(comment))]
  const said = classification && {
    label: classification.label,
    sentiment: classification.sentiment.name,
    level: classification.risk.level
  }
  return [one('comments', publishedAt, { ...placeOf(comment), ...said })]
}

export function factsOfPost(post: Post, counting: Counting): Fact[] {
  const at = post.publishedAt ?? post.foundAt
  if (!within(at, counting)) return []
  const { reads, likes, reposts } = post.counts ?? {}
  const by = placeOf(post)
  const seen = { reads, likes, reposts }
  return [
    one('posts', at, by),
    ...Object.entries(seen).flatMap(([figure, value]) =>
      value === undefined ? [] : [one(figure as 'reads' | 'likes' | 'reposts', at, by, value)]
    )
  ]
}

/** What one incident adds: merged ones are counted with the elder. */
export function factsOfIncident(incident: Incident, counting: Counting): Fact[] {
  const { id, bornAt, state, level, closed, steps, figures } = incident
  if (state === 'merged' || bornAt >= counting.to) return []
  const by = { level, incident: id }
  if (state === 'dismissed') return within(bornAt, counting) ? [one('false-alarms', bornAt, by)] : []
  if (closed && closed.at < counting.from) return []
  return [
    ...(within(bornAt, counting) ? [one('incidents', bornAt, by)] : []),
    ...(within(closed?.at, counting) ? [one('incidents-closed', closed!.at, by)] : []),
    one('incident-comments', bornAt, by, figures.comments),
    one('incident-steps', bornAt, by, steps.length),
    one('incident-steps-done', bornAt, by, steps.filter(({ state }) => state === 'done').length)
  ]
}

const byOf = (ticket: Ticket): By => ({
  ...placeOf(ticket),
  label: ticket.label,
  level: ticket.risk.level,
  sentiment: ticket.sentiment,
  ...(ticket.department !== undefined && { department: ticket.department })
})

/** All that one ticket adds to the figures of a period. */
export function factsOfTicket(ticket: Ticket, counting: Counting): Fact[] {
  const by = byOf(ticket)
  return [
    ...ticket.cycles.flatMap(cycle => ofCycle(ticket, cycle, by, counting)),
    ...ticket.clocks.flatMap(clock => ofClock(ticket, clock, by, counting)),
    ...ticket.dispatches.flatMap(dispatch => ofDispatch(dispatch, by, counting))
  ]
}

function ofCycle({ urgent, status }: Ticket, cycle: Cycle, by: By, counting: Counting): Fact[] {
  const { n, newCase, openedAt, closedAt, how, satisfaction } = cycle
  const isCase = n === 1 || newCase === true
  const facts: Fact[] = []
  if (within(openedAt, counting) && status !== 'merged') {
    if (isCase) facts.push(one('cases', openedAt, by))
    if (isCase && urgent) facts.push(one('urgent', openedAt, by))
    if (!isCase) facts.push(one('reopened', openedAt, by))
  }
  if (within(closedAt, counting) && how === 'dismissed') facts.push(one('dismissed', closedAt, by))
  else if (within(closedAt, counting) && how !== 'merged' && how !== 'deleted') facts.push(one('closed', closedAt, by))
  if (satisfaction && within(satisfaction.at, counting)) {
    facts.push(one('rated', satisfaction.at, by), one('rating', satisfaction.at, by, satisfaction.score))
  }
  return facts
}

const HOUR = 3_600_000
const GONE: ReadonlySet<string> = new Set(['cancelled', 'superseded', 'merged'])

/** How a promise stands: undefined where it does not count, or nobody can tell yet. */
export function standingOf(clock: Clock, asOf: number): 'on-time' | 'late' | 'missing' | 'void' | undefined {
  const { outcome, dueAt, stoppedAt, bornLate = false } = clock
  if (outcome !== undefined && GONE.has(outcome)) return
  if (outcome === 'void') return 'void'
  if (stoppedAt !== undefined) return outcome === 'met' ? 'on-time' : 'late'
  if (dueAt >= asOf) return
  return bornLate ? 'void' : 'missing'
}

/** What one promise of a ticket adds. */
export const factsOfPromise = (ticket: Ticket, clock: Clock, counting: Counting): Fact[] =>
  ofClock(ticket, clock, byOf(ticket), counting)

function ofClock(ticket: Ticket, clock: Clock, by: By, counting: Counting): Fact[] {
  const { dueAt, kind } = clock
  if (!within(dueAt, counting)) return []
  const standing = standingOf(clock, counting.asOf)
  if (standing === undefined) return []
  if (kind === 'close') return promised('close-owed', 'closed-on-time', standing, dueAt, by)
  if (kind === 'leg') return ofLeg(ticket, clock, standing, by)
  const person = personOf(ticket, clock)
  return ofAnswer(clock, standing, { ...by, kind, ...(person !== undefined && { person }) })
}

type Standing = NonNullable<ReturnType<typeof standingOf>>

function ofAnswer({ dueAt, kind, urgent, startedAt, stoppedAt }: Clock, standing: Standing, by: By): Fact[] {
  if (standing === 'void') return [one('late-before-known', dueAt, by)]
  const isFirst = kind === 'first'
  const owed = [
    one('owed', dueAt, by),
    ...(isFirst ? [one('first-owed', dueAt, by)] : []),
    ...(isFirst && urgent ? [one('urgent-owed', dueAt, by)] : [])
  ]
  if (standing === 'missing') return [...owed, one('unanswered', dueAt, by)]
  const took = Math.max(0, stoppedAt! - startedAt)
  return [
    ...owed,
    one('answered', dueAt, by),
    one(standing === 'late' ? 'answered-late' : 'answered-on-time', dueAt, by),
    ...(isFirst ? [one('reply-time', dueAt, by, took)] : []),
    ...(isFirst && took <= 24 * HOUR ? [one('answered-24h', dueAt, by)] : []),
    ...(isFirst && urgent && took <= HOUR ? [one('answered-1h', dueAt, by)] : [])
  ]
}

const promised = (owed: FactCode, kept: FactCode, standing: Standing, at: number, by: By): Fact[] =>
  standing === 'void' ? [] : [one(owed, at, by), ...(standing === 'on-time' ? [one(kept, at, by)] : [])]

function ofLeg({ dispatches }: Ticket, clock: Clock, standing: Standing, by: By): Fact[] {
  const department = dispatches.find(({ id }) => id === clock.dispatch)?.department ?? by.department
  const of = { ...by, ...(department !== undefined && { department }) }
  return clock.stage === 'sign'
    ? promised('sign-owed', 'signed-on-time', standing, clock.dueAt, of)
    : [
        ...promised('handle-owed', 'handled-on-time', standing, clock.dueAt, of),
        ...(standing === 'on-time' || standing === 'late' ? [one('handled', clock.dueAt, of)] : [])
      ]
}

function ofDispatch({ department, dispatchedAt, bounce }: Dispatch, by: By, counting: Counting): Fact[] {
  const of = { ...by, department }
  return [
    ...(within(dispatchedAt, counting) ? [one('dispatches', dispatchedAt, of)] : []),
    ...(bounce && within(bounce.at, counting) ? [one('bounced', bounce.at, of)] : [])
  ]
}

/** Who wrote the reply that stopped the clock; of what is not answered by one of ours who has the ticket in hand. */
export const personOf = ({ replies, assigned }: Ticket, { id }: Clock): string | undefined =>
  replies.find(({ stopped }) => stopped === id)?.author.id ?? assigned?.to.id
