import { system } from '@huiyin/schemas/actor.ts'
import type { Classification } from '@huiyin/schemas/classification.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import type { Command } from '../src/commands.ts'
import { commentArrived } from '../src/commands.ts'
import { decide } from '../src/decide.ts'
import { commentId, threadKey, ticketId } from '../src/ids.ts'
import { DEFAULT_RULES } from '../src/rules.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const NINE = Date.parse('2026-11-23T09:00:00+08:00')
export const LI = { id: 'li', name: '李静', role: 'operator' }
export const DESK = system('desk')

const THREAD = { platform: 'weibo', account: '1900000001', post: '7', root: '100' } as const

/** A citizen's comment under our post, seen a minute after it was written. */
export function said(text: string, at: number, of: Partial<Observation> = {}): Observation {
  const comment = of.comment ?? '100'
  return {
    id: commentId({ ...THREAD, comment }),
    key: threadKey(THREAD),
    ...THREAD,
    comment,
    author: { id: '9', name: '路人甲' },
    ours: false,
    text,
    publishedAt: at,
    observedAt: at + MINUTE,
    term: 1,
    source: 'poll',
    history: false,
    ...of
  }
}

export function judged(of: Partial<Classification> = {}): Classification {
  return {
    model: 'test',
    words: '',
    label: 'inquiry',
    confidence: 0.9,
    sentiment: { name: 'neutral', score: 0 },
    risk: { score: 10, level: 'blue', reasons: [] },
    urgent: false,
    departments: [],
    ...of
  }
}

export const CALM = judged({ label: 'other', sentiment: { name: 'positive', score: 0.8 } })
export const URGENT = judged({ label: 'complaint', urgent: true, risk: { score: 60, level: 'orange', reasons: [] } })

export const ID = ticketId(said('', NINE))

export const arrived = (seen: Observation, of: Classification = judged()) => commentArrived(DESK, seen, of)

/** The ticket after commands, each at its instant. */
export function after(...steps: readonly [command: Command, now: number][]): Ticket {
  let ticket: Ticket | undefined
  for (const [command, now] of steps) ticket = decide(ticket, command, { id: ID, now, rules: DEFAULT_RULES }).ticket
  return ticket!
}

export const decideOn = (ticket: Ticket | undefined, command: Command, now: number) =>
  decide(ticket, command, { id: ID, now, rules: DEFAULT_RULES })

export const typesOf = (events: readonly { type: string }[]) => events.map(({ type }) => type)
