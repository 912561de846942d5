import type { StoredComment } from '@huiyin/schemas/comment.ts'
import type { IncidentRow } from '@huiyin/schemas/incident.ts'
import type { Post } from '@huiyin/schemas/post.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'

/**
 * The numbers of the dashboards again, by another hand: plain loops over all documents for each question, no import of the
 * house but types. Each thing counted stands in a list, so that lists can be compared too.
 */
export interface Documents {
  comments: readonly StoredComment[]
  tickets: readonly Ticket[]
  posts: readonly Post[]
  incidents: readonly IncidentRow[]
}

/** What is counted: from (inclusive) to (exclusive), by what was known at `asOf` (inclusive); UTC in ms. */
export interface Stretch {
  from: number
  to: number
  asOf: number
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
const EIGHT = 8 * HOUR

const midnightOf = (at: number) => Math.floor((at + EIGHT) / DAY) * DAY - EIGHT
const startOf = (year: number, month: number) => Date.UTC(year, month - 1, 1) - EIGHT

/** The period of a span in which an instant falls, `n` periods before it. */
export function periodOf(span: string, at: number, n = 0): { from: number; to: number } {
  const local = new Date(at + EIGHT)
  const [year, month] = [local.getUTCFullYear(), local.getUTCMonth() + 1]
  if (span === 'today') {
    const from = midnightOf(at) - n * DAY
    return { from, to: from + DAY }
  }
  if (span === 'week') {
    const from = midnightOf(at) - ((local.getUTCDay() + 6) % 7) * DAY - n * 7 * DAY
    return { from, to: from + 7 * DAY }
  }
  if (span === 'month') return { from: startOf(year, month - n), to: startOf(year, month - n + 1) }
  const first = Math.floor((month - 1) / 3) * 3 + 1 - 3 * n
  return { from: startOf(year, first), to: startOf(year, first + 3) }
}

/** What is asked for, and what it is compared with: as far as the present one has come, as it was known then. */
export function stretchesOf(span: string, at: number, asOf: number): { now: Stretch; before: Stretch } {
  const [period, earlier] = [periodOf(span, at), periodOf(span, at, 1)]
  const isOver = asOf >= period.to
  const gone = Math.min(asOf - period.from, earlier.to - 1 - earlier.from)
  return { now: { ...period, asOf }, before: { ...earlier, asOf: isOver ? asOf : earlier.from + gone } }
}

/** One thing that a figure counts. */
export interface Thing {
  id: string
  at: number
  value: number
  account: string
  department: string
}

export type Things = Record<string, Thing[]>

export function ticketThings(tickets: readonly Ticket[], { from, to, asOf }: Stretch): Things {
  const things: Things = {}
  const isIn = (at: number | undefined): at is number => at !== undefined && at >= from && at < to
  const happened = (at: number | undefined): at is number => isIn(at) && at <= asOf
  for (const ticket of tickets) {
    const account = `${ticket.platform}/${ticket.account}`
    const add = (figure: string, at: number, department = ticket.department ?? '', value = 1) => {
      things[figure] ??= []
      things[figure].push({ id: ticket.id, at, value, account, department })
    }
    for (const cycle of ticket.cycles) {
      const isNew = cycle.n === 1 || cycle.newCase === true
      if (happened(cycle.openedAt) && ticket.status !== 'merged') {
        add(isNew ? 'cases' : 'reopened', cycle.openedAt)
        if (isNew && ticket.urgent) add('urgent', cycle.openedAt)
      }
      if (happened(cycle.closedAt)) {
        if (cycle.how === 'dismissed') add('dismissed', cycle.closedAt)
        else if (cycle.how !== 'merged' && cycle.how !== 'deleted') add('closed', cycle.closedAt)
      }
      const { satisfaction } = cycle
      if (satisfaction && happened(satisfaction.at)) {
        add('rated', satisfaction.at)
        add('rating', satisfaction.at, undefined, satisfaction.score)
      }
    }
    for (const { department, dispatchedAt, bounce } of ticket.dispatches) {
      if (happened(dispatchedAt)) add('dispatches', dispatchedAt, department)
      if (bounce && happened(bounce.at)) add('bounced', bounce.at, department)
    }
    for (const clock of ticket.clocks) {
      const { dueAt, outcome, kind, stage, startedAt, urgent } = clock
      if (!isIn(dueAt) || outcome === 'cancelled' || outcome === 'superseded' || outcome === 'merged') continue
      const stoppedAt = clock.stoppedAt !== undefined && clock.stoppedAt <= asOf ? clock.stoppedAt : undefined
      if (stoppedAt === undefined && asOf <= dueAt) continue
      const isLost = stoppedAt === undefined ? clock.bornLate === true : outcome === 'void'
      const isAnswer = kind === 'first' || kind === 'next'
      if (isLost) {
        if (isAnswer) add('late-before-known', dueAt)
        continue
      }
      const inTime = stoppedAt !== undefined && stoppedAt <= dueAt
      if (kind === 'close') {
        add('close-owed', dueAt)
        if (inTime) add('closed-on-time', dueAt)
        continue
      }
      if (kind === 'leg') {
        const whose = ticket.dispatches.find(({ id }) => id === clock.dispatch)?.department ?? ticket.department
        add(stage === 'sign' ? 'sign-owed' : 'handle-owed', dueAt, whose)
        if (inTime) add(stage === 'sign' ? 'signed-on-time' : 'handled-on-time', dueAt, whose)
        if (stage === 'handle' && stoppedAt !== undefined) add('handled', dueAt, whose)
        continue
      }
      add('owed', dueAt)
      if (kind === 'first') add('first-owed', dueAt)
      if (kind === 'first' && urgent) add('urgent-owed', dueAt)
      if (stoppedAt === undefined) {
        add('unanswered', dueAt)
        continue
      }
      add('answered', dueAt)
      add(inTime ? 'answered-on-time' : 'answered-late', dueAt)
      if (kind !== 'first') continue
      const took = stoppedAt < startedAt ? 0 : stoppedAt - startedAt
      add('reply-time', dueAt, undefined, took)
      if (took <= 24 * HOUR) add('answered-24h', dueAt)
      if (took <= HOUR && urgent) add('answered-1h', dueAt)
    }
  }
  return things
}

/** What follows from what: of, in. */
export const SHARES: Record<string, readonly [of: string, within: string]> = {
  'reply-rate': ['answered', 'owed'],
  'on-time-rate': ['answered-on-time', 'owed'],
  'reply-rate-24h': ['answered-24h', 'first-owed'],
  'reply-rate-1h': ['answered-1h', 'urgent-owed'],
  'close-rate': ['closed-on-time', 'close-owed'],
  'sign-rate': ['signed-on-time', 'sign-owed'],
  'handle-rate': ['handled-on-time', 'handle-owed'],
  'bounce-rate': ['bounced', 'dispatches']
}

/** A figure of tickets, as [value, sample]. */
export function plainNumber(things: Things, figure: string, least: number): [number | null, number | undefined] {
  const list = (name: string) => things[name] ?? []
  const share = SHARES[figure]
  if (share) {
    const [of, within] = [list(share[0]).length, list(share[1]).length]
    return [within < least || within === 0 ? null : of / within, within]
  }
  if (figure === 'satisfaction') {
    const scores = list('rating').map(({ value }) => value)
    const enough = scores.length >= least && scores.length > 0
    return [enough ? scores.reduce((sum, one) => sum + one, 0) / scores.length : null, scores.length]
  }
  if (figure === 'reply-median' || figure === 'reply-p90') {
    const times = list('reply-time')
      .map(({ value }) => value)
      .sort((a, b) => a - b)
    const rank = Math.ceil(times.length * (figure === 'reply-median' ? 0.5 : 0.9))
    return [times.length < least || times.length === 0 ? null : times[Math.max(1, rank) - 1]!, times.length]
  }
  return [list(figure).length, undefined]
}

export interface Narrow {
  account?: string
  department?: string
  topic?: string
  place?: string
}

export const onlyThose = (things: Things, { account, department }: Narrow): Things =>
  Object.fromEntries(
    Object.entries(things).map(([figure, list]) => [
      figure,
      list.filter(
        one =>
          (account === undefined || one.account === account) &&
          (department === undefined || one.department === department)
      )
    ])
  )

export const departmentOf = ({ classification }: StoredComment) =>
  classification?.office ?? classification?.departments[0]?.name

/** Characters and words alone, as a reader hears them: what stands between does not part them. */
const heard = (text: string) => text.replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase()

export const holds = ({ text, author }: StoredComment, phrase: string) =>
  heard(text).includes(heard(phrase)) || heard(author.name ?? '').includes(heard(phrase))

export function commentsIn(
  comments: readonly StoredComment[],
  { from, to, asOf }: Stretch,
  { account, department, topic, place }: Narrow = {}
): StoredComment[] {
  return comments.filter(comment => {
    if (comment.ours || comment.publishedAt < from || comment.publishedAt >= to || comment.publishedAt > asOf)
      return false
    if (account !== undefined && `${comment.platform}/${comment.account}` !== account) return false
    if (department !== undefined && departmentOf(comment) !== department) return false
    if (place !== undefined && !placesOf(comment).includes(place)) return false
    return topic === undefined || holds(comment, topic)
  })
}

export const placesOf = ({ place, classification }: StoredComment): string[] => [
  ...new Set([...(classification?.places ?? []).map(({ name }) => name), ...(place === undefined ? [] : [place])])
]

export const countBy = <V>(list: readonly V[], key: (one: V) => string | undefined): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const one of list) {
    const name = key(one)
    if (name !== undefined) counts[name] = (counts[name] ?? 0) + 1
  }
  return counts
}

export const postsOf = (posts: readonly Post[], { from, to, asOf }: Stretch, account?: string) =>
  posts.filter(post => {
    const at = post.publishedAt ?? post.foundAt
    return (
      at >= from && at < to && at <= asOf && (account === undefined || `${post.platform}/${post.account}` === account)
    )
  })

export const incidentsOf = (
  incidents: readonly IncidentRow[],
  { from, to, asOf }: Stretch,
  { account, department }: Narrow = {}
) =>
  incidents.filter(
    ({ bornAt, state, accounts, departments }) =>
      bornAt >= from &&
      bornAt < to &&
      bornAt <= asOf &&
      state !== 'dismissed' &&
      state !== 'merged' &&
      (account === undefined || accounts.includes(account)) &&
      (department === undefined || departments.includes(department))
  )
