import type { Classification } from '@huiyin/schemas/classification.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import t from 'tap'
import type { Draft } from '../src/draft.ts'
import { approveReply, releaseReplies, reviewReply } from '../src/replies/commands.ts'
import { isAboutOfficial } from '../src/replies/important.ts'
import { lockIfGrave } from '../src/replies/lock.ts'
import { nextSendAt } from '../src/replies/waiting.ts'
import { DEFAULT_RULES, policyAt } from '../src/rules.ts'
import { OUTGOING_WAIT } from '../src/undo/outgoing.ts'
import { DESK, HOUR, LI, NINE, typesOf } from './fixtures.ts'
import {
  ALONE,
  approved,
  by,
  claimed,
  decided,
  decidedBy,
  draftOn,
  HEAD,
  last,
  opened,
  reviewOn,
  WANG
} from './replies-fixtures.ts'

const ONE = NINE + HOUR
const MISCONDUCT = { code: 'misconduct', kind: 'content', points: 32 } as const

/** A ticket as it is once its level, mood and reasons are known. */
function weighed(
  of: Partial<Ticket['risk']>,
  sentiment: Classification['sentiment']['name'] = 'negative',
  ticket = opened()
) {
  const { lock: _, ...plain } = ticket
  return lockedBy({ ...plain, sentiment, risk: { ...ticket.risk, ...of } })
}

function lockedBy(ticket: Ticket, now = ONE) {
  const policy = policyAt(DEFAULT_RULES, now)
  const draft: Draft = { ticket: { ...ticket }, events: [], actor: DESK, now, rules: DEFAULT_RULES, policy }
  lockIfGrave(draft)
  return { ticket: draft.ticket, events: draft.events }
}

t.test('a ticket is locked and reported upward', async t => {
  t.test('when it is negative from the policy’s level on', async t => {
    const { ticket, events } = weighed({ level: 'orange' })
    t.match(ticket.lock, { since: ONE, why: 'orange' })
    t.same(typesOf(events), ['ticket.locked'])
    t.match(ticket.needs?.at(-1), { kind: 'reported-upward', urgent: true })
    t.equal(weighed({ level: 'yellow' }).ticket.lock, undefined)
    t.equal(weighed({ level: 'red' }, 'neutral').ticket.lock, undefined)
  })

  t.test('when it is about an official’s conduct, at any level', async t => {
    t.match(weighed({ level: 'yellow', reasons: [MISCONDUCT.code] }, 'neutral').ticket.lock, { why: 'official' })
    t.equal(isAboutOfficial(['insult', 'petition-threat']), false)
  })

  t.test('once, and again only when it gets graver', async t => {
    const { ticket } = weighed({ level: 'orange' })
    t.same(lockedBy(ticket).events, [])
    const free = decided(ticket, ONE, releaseReplies(by(HEAD)))
    t.same(lockedBy(free).events, [])
    const red = lockedBy({ ...free, risk: { ...free.risk, level: 'red' } })
    t.match(red.ticket.lock, { why: 'red' })
    t.equal(red.ticket.lock?.released, undefined)
    t.equal(red.ticket.needs?.filter(({ ended }) => !ended).filter(({ kind }) => kind === 'reported-upward').length, 1)
  })

  t.test('and told once while it is locked, with its spokesperson kept when it gets graver', async t => {
    const { ticket } = weighed({ level: 'orange' })
    const named = decided(ticket, ONE, releaseReplies({ ...by(HEAD), spokesperson: LI.id }))
    const red = lockedBy({ ...named, risk: { ...named.risk, level: 'red' } }).ticket
    t.match(red.lock, { why: 'red', spokesperson: LI.id })
    t.equal(red.needs?.filter(({ kind }) => kind === 'reported-upward').length, 1)
  })

  t.test('anew in another cycle', async t => {
    const free = decided(weighed({ level: 'orange' }).ticket, ONE, releaseReplies(by(HEAD)))
    const next = { ...free, cycles: [...free.cycles, { n: 2, openedAt: ONE + HOUR }] }
    t.match(lockedBy(next, ONE + HOUR).ticket.lock, { since: ONE + HOUR, why: 'orange' })
  })
})

t.test('a locked ticket', async t => {
  const { ticket } = weighed({ level: 'orange' })
  const drafted = decided(ticket, ONE, draftOn(ticket))

  t.test('takes drafts, and lets none be reviewed or leave', async t => {
    t.throws(() => decided(drafted, ONE, reviewOn(drafted)), { code: 'REPLY_LOCKED' })
    const { id: reply, hash } = last(drafted)
    const reviewed = { ...drafted, replies: drafted.replies.map(reply => ({ ...reply, state: 'reviewed' as const })) }
    t.throws(() => decided(reviewed, ONE, approveReply({ ...by(HEAD), reply, hash })), { code: 'REPLY_LOCKED' })
    const ready = { ...drafted, replies: drafted.replies.map(reply => ({ ...reply, state: 'approved' as const })) }
    t.throws(() => claimed(ready), { code: 'REPLY_LOCKED' })
  })

  t.test('lets a holding reply leave', async t => {
    const template = { ref: 'received@1', unchanged: true, approved: true }
    const holding = decided(ticket, ONE, draftOn(ticket, { kind: 'holding', template }))
    t.equal(last(claimed(holding, ONE + OUTGOING_WAIT)).state, 'sending')
  })

  t.test('does not let an office of one review at once', async t => {
    t.equal(last(decidedBy(ALONE, ticket, ONE, draftOn(ticket, { submit: 'review' }))).state, 'drafted')
  })

  t.test('is released by a head only', async t => {
    t.throws(() => decided(drafted, ONE, releaseReplies(by(WANG))), { code: 'NOT_ALLOWED' })
    const free = decided(drafted, ONE, releaseReplies(by(HEAD)))
    t.match(free.lock, { released: { by: HEAD, at: ONE } })
    t.equal(free.needs?.find(({ kind }) => kind === 'reported-upward')?.ended?.why, 'released')
    t.equal(last(decided(free, ONE, reviewOn(free))).state, 'reviewed')
  })

  t.test('lets its spokesperson speak, and nobody else', async t => {
    const named = decided(ticket, ONE, releaseReplies({ ...by(HEAD), spokesperson: LI.id }))
    const mine = decided(named, ONE, draftOn(named))
    const { id: reply, hash } = last(mine)
    const leaves = decided(
      mine,
      ONE,
      reviewReply({ ...by(WANG), reply, hash }),
      approveReply({ ...by(HEAD), reply, hash })
    )
    t.equal(last(claimed(leaves, ONE + OUTGOING_WAIT)).state, 'sending')
    const another = decided(leaves, ONE, releaseReplies({ ...by(HEAD), spokesperson: WANG.id }))
    t.equal(last(another).state, 'reviewed')
    const other = decided(named, ONE, draftOn(named, { actor: WANG }))
    t.throws(() => decided(other, ONE, reviewOn(other, LI)), { code: 'REPLY_LOCKED' })
  })

  t.test('takes back what was approved before anybody knew, and the head approves it', async t => {
    const ready = approved(opened())
    const { ticket: locked } = weighed({ level: 'orange' }, 'negative', ready)
    t.match(last(locked), { state: 'reviewed', important: ['level'] })
    t.equal(nextSendAt(locked, ONE), undefined)
    const { id: reply, hash } = last(locked)
    const free = decided(locked, ONE, releaseReplies(by(HEAD)), approveReply({ ...by(HEAD), reply, hash }))
    t.equal(last(claimed(free, ONE + OUTGOING_WAIT)).state, 'sending')
  })
})
