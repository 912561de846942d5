import t from 'tap'
import { dismiss } from '../src/commands.ts'
import { approveReply, returnReply, reviewReply, withdrawReply } from '../src/replies/commands.ts'
import { OUTGOING_WAIT } from '../src/undo/outgoing.ts'
import { after, arrived, decideOn, HOUR, judged, LI, MINUTE, NINE, said, typesOf, URGENT } from './fixtures.ts'
import {
  ALONE,
  ASKED,
  approved,
  by,
  claimed,
  confirmed,
  decided,
  decidedBy,
  draftOn,
  HEAD,
  last,
  news,
  opened,
  reviewOn,
  TEXT,
  WANG
} from './replies-fixtures.ts'

const ONE = NINE + HOUR

t.test('a draft', async t => {
  t.test('names the comments that it answers, and what is said later is not among them', async t => {
    const ticket = opened()
    const drafted = decided(ticket, ONE, draftOn(ticket))
    t.match(last(drafted), { state: 'drafted', answers: [ASKED.id], to: { native: '100' }, author: LI, draftedAt: ONE })
    const more = decided(drafted, ONE + MINUTE, arrived(said('要带身份证吗？', ONE, { comment: '101' })))
    t.same(last(more).answers, [ASKED.id])
    const done = confirmed(more, ONE + HOUR, { answers: [ASKED.id] })
    t.match(done, { status: 'open', owed: [{ native: '101' }] })
    t.equal(done.owed.length, 1)
  })

  t.test('may answer some of what is owed, under the newest of those', async t => {
    const two = decided(opened(), ONE, arrived(said('要带身份证吗？', ONE, { comment: '101' })))
    t.match(last(decided(two, ONE, draftOn(two, { answers: [ASKED.id] }))), {
      answers: [ASKED.id],
      to: { native: '100' }
    })
    t.equal(last(decided(two, ONE, draftOn(two))).to.native, '101')
    t.throws(() => decided(two, ONE, draftOn(two, { answers: ['another'] })), { code: 'REPLY_INVALID' })
  })

  t.test('is refused to one who did not see what was said or written last', async t => {
    const ticket = opened()
    const stale = draftOn(ticket)
    const more = decided(ticket, ONE, arrived(said('要带身份证吗？', ONE, { comment: '101' })))
    t.throws(() => decideOn(more, stale, ONE), { code: 'SOMEBODY_WAS_FASTER' })
    t.throws(() => decideOn(decided(ticket, ONE, draftOn(ticket)), stale, ONE), { code: 'SOMEBODY_WAS_FASTER' })
  })

  t.test('is written once although the request came twice', async t => {
    const ticket = opened()
    const command = draftOn(ticket)
    const drafted = decided(ticket, ONE, command)
    t.equal(decideOn(drafted, command, ONE).ticket, drafted)
    t.throws(() => decideOn(drafted, { ...command, text: '不知道。' } as typeof command, ONE), { code: 'KEY_REUSED' })
  })

  t.test('takes the place of what somebody else was writing', async t => {
    const first = decided(opened(), ONE, draftOn(opened()))
    const { ticket, events } = decideOn(
      first,
      draftOn(first, { text: '带身份证。', edits: last(first).id, actor: WANG }),
      ONE
    )
    t.match(ticket?.replies, [{ state: 'superseded' }, { state: 'drafted', text: '带身份证。', author: WANG }])
    t.same(typesOf(events), ['reply.superseded', 'reply.drafted'])
    t.throws(() => decideOn(ticket, reviewOn(first), ONE), { code: 'REPLY_CHANGED' })
  })

  t.test('is not edited from what another has replaced', async t => {
    const first = decided(opened(), ONE, draftOn(opened()))
    const second = decided(first, ONE, draftOn(first))
    t.throws(() => decided(second, ONE, draftOn(second, { edits: last(first).id })), { code: 'REPLY_CHANGED' })
  })

  t.test('waits until the reply that is on its way has arrived', async t => {
    const under = approved(opened())
    t.throws(() => decided(under, ONE, draftOn(under)), { code: 'REPLY_UNDER_WAY' })
    const sent = claimed(under)
    t.throws(() => decided(sent, ONE, draftOn(sent)), { code: 'REPLY_UNDER_WAY' })
  })

  t.test('is refused where nobody is owed an answer or the ticket is dismissed', async t => {
    const done = confirmed(opened())
    t.throws(() => decided(done, ONE, draftOn(done)), { code: 'NOTHING_OWED' })
    const ticket = opened()
    const away = decided(ticket, ONE, dismiss({ ...by(LI), seen: ticket.lastTurn, reason: '广告' }))
    t.throws(() => decided(away, ONE, draftOn(away)), { code: 'TICKET_CLOSED' })
  })

  t.test(
    'is final for a question, interim for a complaint whose result is not there, unless its author says',
    async t => {
      const complaint = opened({ label: 'complaint' })
      t.equal(last(decided(opened(), ONE, draftOn(opened()))).kind, 'final')
      t.equal(last(decided(complaint, ONE, draftOn(complaint))).kind, 'interim')
      t.equal(last(decided(complaint, ONE, draftOn(complaint, { kind: 'final' }))).kind, 'final')
    }
  )

  t.test('promises a result only as the first reply, and only within the time that the policy allows', async t => {
    const ticket = opened({ label: 'complaint' })
    const at = ONE + 5 * 24 * HOUR
    t.equal(last(decided(ticket, ONE, draftOn(ticket, { promisedAt: at }))).promisedAt, at)
    t.throws(() => decided(ticket, ONE, draftOn(ticket, { promisedAt: ONE + 16 * 24 * HOUR })), {
      code: 'REPLY_INVALID'
    })
    t.throws(() => decided(ticket, ONE, draftOn(ticket, { promisedAt: ONE })), { code: 'REPLY_INVALID' })
    const told = confirmed(ticket)
    t.throws(() => decided(told, NINE + 3 * HOUR, draftOn(told, { promisedAt: at })), { code: 'REPLY_INVALID' })
  })
})

t.test('a review', async t => {
  const drafted = decided(opened(), ONE, draftOn(opened()))

  t.test('by another person approves what is not important', async t => {
    const { ticket, events } = decideOn(drafted, reviewOn(drafted), ONE + MINUTE)
    t.match(last(ticket!), { state: 'approved', reviewedBy: WANG, reviewedAt: ONE + MINUTE, approvedBy: WANG })
    t.equal(ticket?.nextSendAt, ONE + MINUTE + OUTGOING_WAIT)
    t.same(typesOf(events), ['reply.reviewed', 'reply.approved'])
  })

  t.test('is not the author’s', async t => {
    t.throws(() => decideOn(drafted, reviewOn(drafted, LI), ONE), { code: 'SECOND_PERSON_NEEDED' })
  })

  t.test('is for the very text that was read', async t => {
    const { id: reply } = last(drafted)
    t.throws(() => decideOn(drafted, reviewReply({ ...by(WANG), reply, hash: 'another' }), ONE), {
      code: 'REPLY_CHANGED'
    })
    t.throws(() => decideOn(drafted, reviewReply({ ...by(WANG), reply: 'x', hash: '' }), ONE), {
      code: 'REPLY_NOT_FOUND'
    })
    const done = decideOn(drafted, reviewOn(drafted), ONE).ticket!
    t.throws(() => decideOn(done, reviewOn(done), ONE), { code: 'REPLY_CHANGED' })
  })

  t.test('sends it back with a reason, and it may be written again', async t => {
    const back = decided(drafted, ONE, returnReply({ ...by(WANG), reply: last(drafted).id, reason: '语气太硬' }))
    t.match(last(back), { state: 'returned', returned: { by: WANG, reason: '语气太硬' } })
    t.throws(() => decideOn(back, reviewOn(back), ONE), { code: 'REPLY_CHANGED' })
    t.equal(last(decided(back, ONE, draftOn(back, { edits: last(back).id }))).state, 'drafted')
  })

  t.test('may be the author’s in an office of one, in the same request', async t => {
    const ticket = opened()
    t.match(last(decidedBy(ALONE, ticket, ONE, draftOn(ticket, { submit: 'review' }))), {
      state: 'approved',
      reviewedBy: LI,
      selfReviewed: true
    })
    t.equal(last(decided(ticket, ONE, draftOn(ticket, { submit: 'review' }))).state, 'drafted')
  })

  t.test('does not let a reply leave after the case was closed by another', async t => {
    const outside = said('请拨打12393。', ONE, { comment: '600', parent: '100', ours: true })
    const closed = decided(drafted, ONE + MINUTE, arrived(outside))
    t.throws(() => decideOn(closed, reviewOn(closed), ONE + MINUTE), { code: 'NOTHING_OWED' })
  })
})

t.test('an important reply', async t => {
  const misconduct = { code: 'misconduct', kind: 'content', points: 32 } as const
  const important = [
    ['urgent', { ...URGENT, risk: { score: 20, level: 'blue', reasons: [] } }],
    ['level', judged({ risk: { score: 60, level: 'orange', reasons: [] } })],
    ['official', judged({ risk: { score: 42, level: 'yellow', reasons: [misconduct] } })]
  ] as const

  for (const [why, of] of important) {
    t.test(`waits for a head after its review: ${why}`, async t => {
      const ticket = { ...opened(of as Parameters<typeof opened>[0]) }
      delete ticket.lock
      const reviewed = approved(ticket)
      t.match(last(reviewed), { state: 'reviewed', reviewedBy: WANG })
      t.ok(last(reviewed).important?.includes(why))
      t.equal(reviewed.nextSendAt, undefined)
    })
  }

  const ticket = opened()
  const reviewed = approved(ticket, ONE, { important: true })
  const { id: reply, hash } = last(reviewed)

  t.test('is so too when its author says that it states a position', async t => {
    t.match(last(reviewed), { state: 'reviewed', important: ['policy'] })
  })

  t.test('leaves when a head approves the very text that was reviewed', async t => {
    t.match(last(decided(reviewed, ONE, approveReply({ ...by(HEAD), reply, hash }))), {
      state: 'approved',
      approvedBy: HEAD,
      reviewedBy: WANG
    })
    t.throws(() => decided(reviewed, ONE, approveReply({ ...by(HEAD), reply, hash: 'another' })), {
      code: 'REPLY_CHANGED'
    })
  })

  t.test('is approved by nobody else, nor by a head who wrote it', async t => {
    t.throws(() => decided(reviewed, ONE, approveReply({ ...by(WANG), reply, hash })), { code: 'NOT_ALLOWED' })
    const own = decided(ticket, ONE, draftOn(ticket, { actor: HEAD, important: true }))
    const read = decided(own, ONE, reviewOn(own))
    const mine = approveReply({ ...by(HEAD), reply: last(read).id, hash })
    t.throws(() => decided(read, ONE, mine), { code: 'SECOND_PERSON_NEEDED' })
    t.equal(last(decidedBy(ALONE, read, ONE, mine)).state, 'approved')
  })

  t.test('is approved only after its review', async t => {
    const drafted = decided(ticket, ONE, draftOn(ticket, { important: true }))
    const early = approveReply({ ...by(HEAD), reply: last(drafted).id, hash })
    t.throws(() => decided(drafted, ONE, early), { code: 'REPLY_CHANGED' })
  })
})

t.test('a holding reply', async t => {
  const ticket = opened()
  const template = { ref: 'received@1', unchanged: true, approved: true }

  t.test('of an approved template, unchanged, is approved at once', async t => {
    const holding = decided(ticket, ONE, draftOn(ticket, { kind: 'holding', template }))
    t.match(last(holding), { state: 'approved', template: 'received@1', approvedBy: LI })
    t.equal(holding.nextSendAt, ONE + OUTGOING_WAIT)
  })

  t.test('of a template that was changed, or that nobody approved, is reviewed', async t => {
    for (const changed of [{ unchanged: false }, { approved: false }]) {
      const holding = decided(ticket, ONE, draftOn(ticket, { kind: 'holding', template: { ...template, ...changed } }))
      t.equal(last(holding).state, 'drafted')
    }
  })

  t.test('is the only kind that a template approves', async t => {
    t.equal(last(decided(ticket, ONE, draftOn(ticket, { kind: 'final', template }))).state, 'drafted')
  })

  t.test('leaves the answer that somebody is writing in its place', async t => {
    const drafted = decided(ticket, ONE, draftOn(ticket))
    const both = decided(drafted, ONE, draftOn(drafted, { kind: 'holding', template }))
    t.match(both.replies, [
      { state: 'drafted', kind: 'final' },
      { state: 'approved', kind: 'holding' }
    ])
    const { id: reply, hash } = both.replies[0]!
    t.throws(() => decided(both, ONE, reviewReply({ ...by(WANG), reply, hash })), { code: 'REPLY_UNDER_WAY' })
    const acceptedAt = ONE + MINUTE
    const held = decided(claimed(both, ONE + OUTGOING_WAIT), acceptedAt, news(both, 'reply.confirmed', { acceptedAt }))
    t.match(held, { status: 'handling', owed: [] })
    t.equal(decided(held, ONE + HOUR, reviewReply({ ...by(WANG), reply, hash })).replies[0]?.state, 'approved')
  })
})

t.test('a reply that has not left', async t => {
  t.test('may be withdrawn, and nothing is sent', async t => {
    const ready = approved(opened())
    const back = decided(ready, ONE, withdrawReply({ ...by(LI), reply: last(ready).id }))
    t.equal(last(back).state, 'superseded')
    t.equal(back.nextSendAt, undefined)
    t.throws(() => claimed(back), { code: 'REPLY_NOT_APPROVED' })
    const gone = claimed(ready)
    t.throws(() => decided(gone, ONE, withdrawReply({ ...by(LI), reply: last(gone).id })), { code: 'REPLY_UNDER_WAY' })
  })

  t.test('is among the twenty that a ticket keeps, whatever was written before it', async t => {
    let ticket = opened()
    for (let n = 0; n < 30; n++) ticket = decided(ticket, ONE, draftOn(ticket, { text: `${TEXT}${n}` }))
    t.equal(ticket.replies.length, 20)
    t.match(last(ticket), { state: 'drafted', text: `${TEXT}29` })
    t.same(new Set(ticket.replies.slice(0, -1).map(({ state }) => state)), new Set(['superseded']))
  })
})

t.test('after an answer from outside a draft opened before is stale', async t => {
  const ticket = after([arrived(ASKED), NINE + MINUTE])
  const outside = said('请拨打12393。', ONE, { comment: '600', parent: '100', ours: true })
  const answered = decided(ticket, ONE + MINUTE, arrived(outside))
  t.throws(() => decided(answered, ONE + MINUTE, draftOn(ticket)), { code: 'SOMEBODY_WAS_FASTER' })
})
