import { type BoardTime, boardTime } from '@huiyin/domain/boards/span.ts'
import { dayInShanghai } from '@huiyin/domain/day.ts'
import { accountId } from '@huiyin/domain/ids.ts'
import { checkMay } from '@huiyin/domain/roles/check-may.ts'
import { fieldKey } from '@huiyin/domain/search/findable.ts'
import { asksForPersonal } from '@huiyin/domain/search/personal.ts'
import type { Query } from '@huiyin/domain/search/query.ts'
import { searchTokens } from '@huiyin/domain/search-text.ts'
import type { CommentFilter } from '@huiyin/ports/comments.ts'
import type { OfAccount } from '@huiyin/ports/documents.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import { BoardSpan } from '@huiyin/schemas/api-boards.ts'
import { type Static, Type } from 'typebox'
import { invalidRequest } from '../errors.ts'
import type { ApiPorts } from '../ports.ts'
import { accountNamed, accountsFor } from '../scope.ts'
import { KEPT_FOR } from './ledger.ts'
import type { RowFilter } from './tally.ts'

const Name = Type.String({ minLength: 1, maxLength: 200 })

/** What every view of the dashboards takes. */
export const BoardAsk = {
  span: BoardSpan,
  day: Type.Optional(
    Type.String({
      pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
      description: 'A day of the period, as `2026-11-21`; today when absent'
    })
  ),
  account: Type.Optional(Type.String({ minLength: 1, maxLength: 500, description: 'Of one account: platform/id' })),
  department: Type.Optional(Name)
}

/** What the comments of a view can be narrowed by besides. */
export const MoodAsk = { topic: Type.Optional(Name), place: Type.Optional(Name) }

export const OverviewQuery = Type.Object(BoardAsk, { additionalProperties: false })
export const MoodQuery = Type.Object({ ...BoardAsk, ...MoodAsk }, { additionalProperties: false })
const Ask = Type.Object({ ...BoardAsk, ...MoodAsk })
export type BoardAsk = Static<typeof Ask>

/** What somebody asks for, narrowed to what they may see. */
export interface Asked {
  span: BoardAsk['span']
  time: BoardTime
  asOf: number
  /** Undefined: of all accounts. */
  of?: readonly OfAccount[]
  rows: RowFilter
  department?: string
  /** Narrowed by a topic or a place: comments alone know of these. */
  bySaying: boolean
  where?: Query
}

const DAY = 86_400_000

/**
 * Throws INVALID_REQUEST for a day that is none, of the future, or of longer ago than is kept, and NOT_ALLOWED as
 * `checkWords`.
 */
export function askedOf(ports: Pick<ApiPorts, 'book' | 'clock'>, actor: Actor, ask: BoardAsk, asOf: number): Asked {
  const { span, day, account, department } = ask
  const scope = accountsFor(ports, actor, 'board.read')
  const one = account === undefined ? undefined : accountNamed(ports, account)
  if (account !== undefined && !one)
    throw invalidRequest('query/account', `Expected an account such as weibo/1001, and got ${account.slice(0, 100)}`)
  const of = one ? [one] : scope
  const parts = partsOf(ask)
  if (ask.topic !== undefined) checkWords(actor, ask.topic)
  const time = timeOf(span, day, asOf)
  checkKept(time, ports.clock.now())
  return {
    ...{ span, asOf, time, bySaying: ask.topic !== undefined || ask.place !== undefined },
    rows: {
      ...(of && { accounts: new Set(of.map(({ platform, account }) => accountId({ platform, id: account }))) }),
      ...(department !== undefined && { department })
    },
    ...(of && { of }),
    ...(department !== undefined && { department }),
    ...(parts.length > 0 && { where: { type: 'all', of: parts } })
  }
}

function timeOf(span: BoardAsk['span'], day: string | undefined, asOf: number): BoardTime {
  const at = day === undefined ? asOf : Date.parse(`${day}T00:00:00+08:00`)
  if (Number.isNaN(at) || (day !== undefined && dayInShanghai(at) !== day))
    throw invalidRequest('query/day', `Expected a day such as 2026-11-21, and got ${day}`)
  if (at > asOf) throw invalidRequest('query/day', `Expected a day that has begun; ${day} has not`)
  return boardTime(span, at, asOf)
}

function checkKept({ period }: BoardTime, now: number): void {
  if (period.from >= now - KEPT_FOR + DAY) return
  const day = dayInShanghai(period.from)
  throw invalidRequest(
    'query/day',
    `Expected a day of the last 13 months, and got ${day}; reports tell of earlier ones`
  )
}

function partsOf({ department, topic, place }: BoardAsk): Query[] {
  return [
    ...(department === undefined ? [] : [{ type: 'is' as const, field: 'department' as const, values: [department] }]),
    ...(place === undefined ? [] : [{ type: 'is' as const, field: 'place' as const, values: [fieldKey(place)] }]),
    ...(topic === undefined ? [] : [says(topic, 'query/topic')])
  ]
}

/** Comments whose words hold a phrase; what is written between characters does not count. Throws INVALID_REQUEST. */
export function says(phrase: string, at = 'query/key'): Query {
  const tokens = searchTokens(phrase)
  if (tokens.length === 0) throw invalidRequest(at, `Expected words, and got ${JSON.stringify(phrase.slice(0, 100))}`)
  return { type: 'says', phrases: [{ tokens, weight: 1 }] }
}

/** Throws NOT_ALLOWED where somebody who does not read personal data asks who wrote some. */
export function checkWords(actor: Actor, phrase: string): void {
  if (asksForPersonal(phrase, says(phrase))) checkMay(actor, 'personal.read')
}

/** Both must hold. */
export const both = (a: Query | undefined, b: Query): Query => (a ? { type: 'all', of: [a, b] } : b)

/** The citizens' comments of a stretch that are meant. */
export const commentsOf = (
  { of, where }: Pick<Asked, 'of' | 'where'>,
  { from, until }: { from: number; until: number }
): CommentFilter => ({
  ...{ ours: false, publishedFrom: from, publishedTo: until },
  ...(of && { of }),
  ...(where && { where })
})

/** Whether the facts of the period compared with are still kept. */
export const isComparable = ({ time, asOf }: Asked): boolean => time.before.from >= asOf - KEPT_FOR + DAY
