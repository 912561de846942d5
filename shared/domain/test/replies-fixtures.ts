import type { Actor } from '@huiyin/schemas/actor.ts'
import type { Classification } from '@huiyin/schemas/classification.ts'
import type { Rules } from '@huiyin/schemas/policy.ts'
import type { Reply, Ticket } from '@huiyin/schemas/ticket.ts'
import type { Command } from '../src/commands.ts'
import { decide } from '../src/decide.ts'
import { draftReply, type ReplyNews, reviewReply } from '../src/replies/commands.ts'
import { DEFAULT_RULES } from '../src/rules.ts'
import { OUTGOING_WAIT } from '../src/undo/outgoing.ts'
import { after, arrived, DESK, HOUR, ID, judged, LI, MINUTE, NINE, said } from './fixtures.ts'

export const WANG = { id: 'wang', name: '王敏', role: 'operator' }
export const HEAD = { id: 'zhao', name: '赵宏', role: 'head' }
export const TEXT = '可到政务大厅三楼补办。'
export const ASKED = said('请问医保卡丢了去哪里补办？', NINE)

/** The comment that the ticket was opened with, as acts at the platform name it. */
export const WHICH = { comment: ASKED.id, native: ASKED.comment }

/** An office of one: its policy lets the author review. */
export const ALONE: Rules = {
  ...DEFAULT_RULES,
  policies: DEFAULT_RULES.policies.map(policy => ({ ...policy, selfReview: true }))
}

/** A ticket with one comment, two minutes old. */
export const opened = (of: Partial<Classification> = {}): Ticket =>
  after([arrived(ASKED, judged(of)), NINE + 2 * MINUTE])

/** Decides one after the other, all at `now`. */
export const decided = (ticket: Ticket, now: number, ...commands: Command[]): Ticket =>
  decidedBy(DEFAULT_RULES, ticket, now, ...commands)

export function decidedBy(rules: Rules, ticket: Ticket, now: number, ...commands: Command[]): Ticket {
  return commands.reduce((before, command) => decide(before, command, { id: ID, now, rules }).ticket!, ticket)
}

type OfDraft = Partial<Parameters<typeof draftReply>[0]>

let key = 0
/** A draft by Li of what was seen last. */
export const draftOn = ({ lastTurn: seen }: Ticket, of: OfDraft = {}) =>
  draftReply({ actor: LI, id: `draft-${++key}`, seen, text: TEXT, ...of })

export const last = ({ replies }: Ticket): Reply => replies.at(-1)!

export const reviewOn = (ticket: Ticket, actor: Actor = WANG) =>
  reviewReply({ actor, id: `review-${++key}`, reply: last(ticket).id, hash: last(ticket).hash })

export const by = (actor: Actor) => ({ actor, id: `act-${++key}` })

/** Drafted by Li and reviewed by Wang so long before that it may leave at `now`. */
export function approved(ticket: Ticket, now = NINE + HOUR, of: OfDraft = {}): Ticket {
  const at = now - OUTGOING_WAIT
  const drafted = decided(ticket, at, draftOn(ticket, of))
  return decided(drafted, at, reviewOn(drafted))
}

/** Claimed by a responder at `now`. */
export function claimed(ticket: Ticket, now = NINE + HOUR, token = 'a'): Ticket {
  const { id, hash } = last(ticket)
  return decided(ticket, now, { type: 'reply.sending', actor: DESK, reply: id, hash, token })
}

type NewsOf<T extends ReplyNews['type']> = Omit<Extract<ReplyNews, { type: T }>, 'type' | 'actor' | 'reply'>

/** News of the newest reply. */
export const news = <T extends ReplyNews['type']>(ticket: Ticket, type: T, of: NewsOf<T>) =>
  ({ type, actor: DESK, reply: last(ticket).id, ...of }) as unknown as Command

/** Drafted, reviewed, claimed, sent and read back: public since `acceptedAt`. */
export function confirmed(ticket: Ticket, acceptedAt = NINE + 2 * HOUR, of: OfDraft = {}): Ticket {
  const gone = claimed(approved(ticket, acceptedAt, of), acceptedAt)
  return decided(
    gone,
    acceptedAt,
    news(gone, 'reply.sent', { native: '500' }),
    news(gone, 'reply.confirmed', { acceptedAt })
  )
}
