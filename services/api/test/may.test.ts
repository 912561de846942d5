import { DEFAULT_RULES } from '@huiyin/domain/rules.ts'
import { runningUntil, ticket } from '@huiyin/ports/contracts/fixtures.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import t from 'tap'
import { mayOn } from '../src/may.ts'
import { HOUR, MINUTE, NOON } from './house.ts'
import { HEAD, LI } from './talking.ts'

const may = (of: Partial<Ticket>, actor = LI) =>
  mayOn(ticket(of), { actor, rules: DEFAULT_RULES, now: NOON + MINUTE }).all

t.test('what a person may do', async t => {
  t.test('on an open ticket is to answer it, to give it to others, and to say what it is', async t => {
    const open = may({})
    for (const name of ['acknowledge', 'correct', 'reply.draft', 'reply.attest', 'dispatch', 'transfer', 'supervise'])
      t.ok(
        open.some(one => one === name),
        name
      )
    for (const name of ['reopen', 'reply.release', 'dispatch.rule', 'ask.extend', 'ask.lower', 'rate', 'split'])
      t.notOk(
        open.some(one => one === name),
        name
      )
  })

  t.test('on a dismissed ticket is to open it again', async t => {
    const dismissed = may({
      status: 'dismissed',
      owed: [],
      clocks: [],
      cycles: [{ n: 1, openedAt: NOON, closedAt: NOON, how: 'dismissed' }],
      dismissed: { by: LI, at: NOON, reason: '重复', owed: [] }
    })
    t.ok(dismissed.includes('reopen'))
    for (const name of ['acknowledge', 'dismiss', 'reply.draft', 'dispatch', 'merge'])
      t.notOk(
        dismissed.some(one => one === name),
        name
      )
  })

  t.test('on what is urgent is to ask that it be lowered', async t => {
    t.ok(may({ urgent: true }).includes('ask.lower'))
  })

  t.test('depends on who asks', async t => {
    const lock = { since: NOON, why: 'orange' }
    t.notOk(may({ lock }).includes('reply.release'))
    t.ok(may({ lock }, HEAD).includes('reply.release'))
    t.ok(may({}, HEAD).includes('supervise.instruct'))
  })

  t.test('is nothing while too much of a ticket is unpublished', async t => {
    const event = {
      id: 'e',
      key: 'k',
      ticket: 't',
      type: 'ticket.acknowledged',
      at: NOON,
      actor: LI,
      data: {}
    } as const
    t.same(may({ unpublished: Array.from({ length: 100 }, (_, i) => ({ ...event, n: i + 1 })) }), [])
  })

  t.test('is said without changing the ticket', async t => {
    const one = ticket({ clocks: [runningUntil(NOON + HOUR)] })
    const before = structuredClone(one)
    mayOn(one, { actor: HEAD, rules: DEFAULT_RULES, now: NOON })
    t.same(one, before)
  })
})
