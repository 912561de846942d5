import { type Static, Type } from 'typebox'

/** Closed lists of the domain's words, as they stand in documents, on the wire and in filters. */

export const PlatformName = Type.Union([
  Type.Literal('wechat'),
  Type.Literal('weibo'),
  Type.Literal('douyin'),
  Type.Literal('kuaishou'),
  Type.Literal('mastodon'),
  Type.Literal('other')
])
export type PlatformName = Static<typeof PlatformName>

/** What a citizen wants of the office; `other` is praise, chat and spam. */
export const Label = Type.Union([
  Type.Literal('inquiry'),
  Type.Literal('suggestion'),
  Type.Literal('complaint'),
  Type.Literal('other')
])
export type Label = Static<typeof Label>

export const SentimentName = Type.Union([Type.Literal('negative'), Type.Literal('neutral'), Type.Literal('positive')])
export type SentimentName = Static<typeof SentimentName>

/** China's four-level emergency scale, from calm to grave. */
export const RiskLevel = Type.Union([
  Type.Literal('blue'),
  Type.Literal('yellow'),
  Type.Literal('orange'),
  Type.Literal('red')
])
export type RiskLevel = Static<typeof RiskLevel>

/**
 * `open`: an answer is owed. `handling`: nobody waits for an answer now, the result is still owed (办理中).
 * `answered`: done (办结). `dismissed`: closed without a reply, with a reason. `merged`: it goes on in an elder ticket.
 */
export const TicketStatus = Type.Union([
  Type.Literal('open'),
  Type.Literal('handling'),
  Type.Literal('answered'),
  Type.Literal('dismissed'),
  Type.Literal('merged')
])
export type TicketStatus = Static<typeof TicketStatus>

/**
 * An instant: milliseconds since 1970, UTC. Up to the year 9998: its local time has a date too, and is written with
 * four digits.
 */
export const Instant = Type.Integer({ minimum: 0, maximum: Date.UTC(9999, 0, 1) - 1 })
