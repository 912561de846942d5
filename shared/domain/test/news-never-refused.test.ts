import type { Ticket } from '@huiyin/schemas/ticket.ts'
import fc from 'fast-check'
import t from 'tap'
import { dispatch, signDispatch } from '../src/cases/commands.ts'
import { dismiss, type News, pause } from '../src/commands.ts'
import { absorbedNews, repliedNews } from '../src/links/news.ts'
import { askRemoval, grantRemoval } from '../src/moderation/commands.ts'
import { OUTGOING_WAIT } from '../src/undo/outgoing.ts'
import { assign } from '../src/work/commands.ts'
import { arrived, CALM, DESK, decideOn, HOUR, ID, judged, LI, MINUTE, NINE, said, URGENT } from './fixtures.ts'
import * as l from './links-fixtures.ts'
import { approved, by, claimed, confirmed, decided, HEAD, news, opened, WHICH } from './replies-fixtures.ts'

const CHEN = { id: 'chen', name: '陈工', role: 'handler', department: '住建局' }
const complaint = opened({ label: 'complaint' })
const sent = decided(
  complaint,
  NINE + HOUR,
  dispatch({ ...by(LI), seen: complaint.lastTurn, department: '住建局', request: '请维修' })
)
const leaving = claimed(approved(opened()))
const younger = l.opened('2', NINE + HOUR)
const pair = l.joined(l.opened('1', NINE), younger, NINE + 2 * HOUR)
const done = confirmed(opened())
const asked = decided(
  opened(),
  NINE + HOUR,
  askRemoval({ ...by(LI), ...WHICH, ground: 'insult-or-privacy', text: '公开他人住址' })
)
const granted = decided(asked, NINE + HOUR, grantRemoval({ ...by(HEAD), moderation: asked.moderation![0]!.id }))
const removing = decided(granted, NINE + HOUR + OUTGOING_WAIT, {
  type: 'moderation.sending',
  actor: DESK,
  moderation: asked.moderation![0]!.id,
  token: 'a'
})

/** A ticket in each state of its life. */
const STATES: Readonly<Record<string, Ticket | undefined>> = {
  none: undefined,
  open: opened(),
  urgent: opened({ urgent: true }),
  'in review': opened({ label: 'other', confidence: 0.3 }),
  'in hand': decided(opened(), NINE + HOUR, assign({ ...by(LI), to: { id: LI.id, name: LI.name } })),
  paused: decided(opened(), NINE + HOUR, pause({ ...by(LI), clock: 'first-1', reason: 'platform_outage' })),
  dispatched: sent,
  signed: decided(sent, NINE + HOUR, signDispatch({ ...by(CHEN), dispatch: sent.dispatches[0]!.id })),
  'with a draft': approved(opened()),
  'with a reply leaving': leaving,
  'with a reply sent': decided(leaving, NINE + HOUR, news(leaving, 'reply.sent', { native: '500' })),
  answered: done,
  'with its reply taken down': decided(done, NINE + 3 * HOUR, news(done, 'reply.removed', {})),
  dismissed: decided(opened(), NINE + HOUR, dismiss({ ...by(LI), seen: opened().lastTurn, reason: '广告' })),
  'with a comment that is being removed': removing,
  merged: pair.younger,
  elder: pair.elder
}

const replies = Object.values(STATES).flatMap(ticket => ticket?.replies ?? [])
const answered = l.answered(pair.elder, NINE + 3 * HOUR)
const reply = fc.constantFrom('unknown', ...replies.map(({ id }) => id))
const clock = fc.constantFrom('first-1', 'next-1', 'close-1', 'leg-1', 'unknown', '')
const instant = fc.integer({ min: 0, max: 4e12 })
const from = fc.constantFrom(pair.younger.id, pair.elder.id, 'unknown')
const actor = fc.constant(DESK)
const moderation = fc.constantFrom('unknown', removing.moderation![0]!.id)
const person = fc.constantFrom({ id: LI.id, name: LI.name }, { id: 'wang', name: '王强' })
const why = fc.constantFrom('quota', 'account-stopped', 'platform-away')

const observation = fc
  .record({
    comment: fc.constantFrom('100', '101', '500'),
    parent: fc.constantFrom('100', '500'),
    publishedAt: instant,
    observedAt: instant,
    ours: fc.boolean(),
    deleted: fc.boolean(),
    history: fc.boolean(),
    text: fc.constantFrom('路灯坏了', '', '已为您办好')
  })
  .map(({ publishedAt, ...of }) => said(of.text, publishedAt, of))

const judgement = fc.constantFrom(judged(), judged({ label: 'complaint' }), URGENT, CALM)

/** Every kind of news; another kind does not compile until it stands here. */
const KINDS: { [K in News['type']]: fc.Arbitrary<Extract<News, { type: K }>> } = {
  'comment.arrived': fc.tuple(observation, judgement).map(([seen, of]) => arrived(seen, of)),
  'looked.back': fc.record({ type: fc.constant('looked.back'), actor }),
  'rules.changed': fc.record({ type: fc.constant('rules.changed'), actor }),
  published: fc.record({ type: fc.constant('published'), actor, through: fc.nat() }),
  'similar.counted': fc.record({
    type: fc.constant('similar.counted'),
    ...{ actor, comment: fc.constantFrom('100', '101', 'unknown'), count: fc.nat(200) }
  }),
  'words.erased': fc.record({
    type: fc.constant('words.erased'),
    ...{
      actor,
      erasure: fc.constant('e1'),
      comments: fc.subarray(['p/a/1/100/100', 'unknown']),
      words: fc.constant([])
    },
    traces: fc.record({
      texts: fc.subarray(['路灯坏了', '已为您办好']),
      names: fc.constant(['王五']),
      about: fc.constantFrom([], [pair.younger.id]),
      known: fc.constant([])
    })
  }),
  'clock.told': fc.record({
    type: fc.constant('clock.told'),
    ...{ actor, clock, dueSetBy: fc.nat(20), kind: fc.constantFrom('warn', 'breach'), point: fc.nat() }
  }),
  'alert.told': fc.record({
    type: fc.constant('alert.told'),
    actor,
    rungs: fc.array(fc.record({ need: clock, rung: fc.nat(5), repeat: fc.nat(5), at: instant }), { maxLength: 3 }),
    nextAt: instant,
    exhausted: fc.boolean()
  }),
  'reply.sent': fc.record({ type: fc.constant('reply.sent'), actor, reply, native: fc.string(), acceptedAt: instant }),
  'reply.postponed': fc.record({
    type: fc.constant('reply.postponed'),
    ...{ actor, reply, attempt: fc.nat(3), code: fc.string(), message: fc.string(), retryAt: instant }
  }),
  'reply.absent': fc.record({
    type: fc.constant('reply.absent'),
    ...{ actor, reply, attempt: fc.nat(3), lookedAt: instant }
  }),
  'reply.confirmed': fc.record({ type: fc.constant('reply.confirmed'), actor, reply, acceptedAt: instant }),
  'reply.failed': fc.record({
    type: fc.constant('reply.failed'),
    ...{ actor, reply, code: fc.string(), message: fc.string() }
  }),
  'reply.removed': fc.record({ type: fc.constant('reply.removed'), actor, reply }),
  'reply.looked': fc.record({
    type: fc.constant('reply.looked'),
    ...{ actor, reply, lookedAt: instant, found: fc.constantFrom('there', 'absent', 'gone') }
  }),
  'responder.waits': fc.record({
    type: fc.constant('responder.waits'),
    ...{ actor, why, code: fc.string(), message: fc.string(), until: instant, looks: fc.boolean() }
  }),
  'moderation.done': fc.record({ type: fc.constant('moderation.done'), actor, moderation, attempt: fc.nat(3) }),
  'moderation.postponed': fc.record({
    type: fc.constant('moderation.postponed'),
    ...{ actor, moderation, attempt: fc.nat(3), code: fc.string(), message: fc.string(), why, retryAt: instant }
  }),
  'moderation.failed': fc.record({
    type: fc.constant('moderation.failed'),
    ...{ actor, moderation, attempt: fc.nat(3), code: fc.string(), message: fc.string(), why }
  }),
  'ticket.absorbed': fc
    .tuple(fc.constantFrom(younger, pair.younger, answered, sent), fc.nat(40))
    .map(([ticket, n]) => ({ ...absorbedNews(ticket, DESK), n })),
  'ticket.parted': fc.record({ type: fc.constant('ticket.parted'), actor, from, n: fc.nat(40) }),
  'elder.replied': fc.constant(repliedNews(answered, answered.replies[0]!, DESK)),
  'ticket.related': fc.record({ type: fc.constant('ticket.related'), actor, from, n: fc.nat(40) }),
  'ticket.unrelated': fc.record({ type: fc.constant('ticket.unrelated'), actor, from, n: fc.nat(40) }),
  'assigned.by-rule': fc.record({ type: fc.constant('assigned.by-rule'), actor, to: person, rule: fc.string() }),
  'handed.over': fc.record(
    { type: fc.constant('handed.over'), actor, from: fc.constantFrom(LI.id, 'unknown'), to: person },
    { requiredKeys: ['type', 'actor', 'from'] }
  )
}

const anyNews = fc.oneof(...Object.values(KINDS)) as fc.Arbitrary<News>

t.test('news is never refused', async t => {
  for (const [name, ticket] of Object.entries(STATES))
    t.test(`by a ticket ${name === 'none' ? 'that is not there' : `that is ${name}`}`, async () => {
      fc.assert(
        fc.property(fc.array(fc.tuple(anyNews, instant), { maxLength: 15 }), all => {
          let now = ticket
          for (const [one, at] of all) now = decideOn(now, one, at).ticket
          return ticket === undefined || now?.id === ID || now?.id === ticket.id
        }),
        { numRuns: 150 }
      )
    })

  t.test('and told again at once changes nothing', async () => {
    const state = fc.constantFrom(...Object.values(STATES).filter(ticket => ticket !== undefined))
    const at = fc.integer({ min: 0, max: 300 }).map(minutes => NINE + minutes * MINUTE)
    fc.assert(
      fc.property(state, anyNews, at, (ticket, one, now) => {
        const once = decideOn(ticket, one, now).ticket
        return decideOn(once, one, now).events.length === 0
      }),
      { numRuns: 1500 }
    )
  })
})
