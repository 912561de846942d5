import { DEFAULT_POLICY } from '@huiyin/schemas/policy.ts'
import fc from 'fast-check'
import t from 'tap'
import { runningClock } from '../src/clocks/running.ts'
import { correct, dismiss } from '../src/commands.ts'
import { decide } from '../src/decide.ts'
import { DEFAULT_RULES } from '../src/rules.ts'
import { isSampled } from '../src/sampling.ts'
import { arrived, CALM, HOUR, ID, judged, LI, MINUTE, NINE, said, typesOf, URGENT } from './fixtures.ts'

const EVERY = { ...DEFAULT_POLICY, sampleOther: 1 }
const CHAT = judged({ label: 'other' })
const chat = said('今天风真大', NINE)
const decideBy = (policy: typeof EVERY, ...[ticket, command, now]: SampleStep) =>
  decide(ticket, command, { id: ID, now, rules: { ...DEFAULT_RULES, policies: [policy] } })
type SampleStep = [ticket: Parameters<typeof decide>[0], command: Parameters<typeof decide>[1], now: number]
const opened = () => decideBy(EVERY, undefined, arrived(chat, CHAT), NINE + MINUTE)

t.test('a sample', async t => {
  t.test('is the share that was asked for, and grows with it', async t => {
    const ids = Array.from({ length: 20_000 }, (_, i) => `weibo/1/${i}`)
    const sampled = ids.filter(id => isSampled(id, 0.01)).length
    t.ok(sampled > 150 && sampled < 250, `${sampled} of 20,000`)
    fc.assert(
      fc.property(
        fc.string(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (id, a, b) => !isSampled(id, Math.min(a, b)) || isSampled(id, Math.max(a, b))
      )
    )
    t.notOk(ids.some(id => isSampled(id, 0)))
    t.ok(ids.every(id => isSampled(id, 1)))
  })

  t.test('of what wants nothing is looked at by a person, on no clock', async t => {
    const { ticket, events } = opened()
    t.match(ticket, { review: true, reviewWhy: 'sample', label: 'other', status: 'open', clocks: [] })
    t.match(events[0], { type: 'ticket.opened', data: { review: 'sample' } })
    t.equal(ticket?.nextDueAt, undefined)
    t.equal(decideBy({ ...EVERY, sampleOther: 0 }, undefined, arrived(chat, CHAT), NINE).ticket, undefined)
  })

  t.test('is taken of what is sure and calm only', async t => {
    const unsure = decideBy(EVERY, undefined, arrived(chat, judged({ label: 'other', confidence: 0.3 })), NINE)
    t.match(unsure.ticket, { review: true, reviewWhy: 'unsure' })
    t.match(unsure.events[0], { data: { review: 'unsure' } })
    const urgent = decideBy(EVERY, undefined, arrived(chat, { ...URGENT, label: 'other' }), NINE)
    t.match(urgent.ticket, { review: false })
    t.equal(urgent.ticket?.reviewWhy, undefined)
    t.equal(decideBy(EVERY, undefined, arrived(said('？', NINE)), NINE).ticket?.review, false)
  })

  t.test('that is confirmed is closed', async t => {
    const { ticket, events } = decideBy(
      EVERY,
      opened().ticket,
      correct({ actor: LI, id: 'k', label: 'other' }),
      NINE + HOUR
    )
    t.match(ticket, { status: 'dismissed', review: false, owed: [], corrected: { label: 'other', by: LI } })
    t.equal(ticket?.reviewWhy, undefined)
    t.same(typesOf(events), ['ticket.corrected', 'ticket.dismissed'])
    const { ticket: before } = opened()
    const away = decideBy(EVERY, before, dismiss({ actor: LI, id: 'k', seen: before!.lastTurn, reason: '闲聊' }), NINE)
    t.match(away.ticket, { status: 'dismissed', review: false })
  })

  t.test('that was missed gets its clock from its own time (R3)', async t => {
    const { ticket } = decideBy(EVERY, opened().ticket, correct({ actor: LI, id: 'k', label: 'inquiry' }), NINE + HOUR)
    t.match(ticket, { label: 'inquiry', review: false, status: 'open' })
    t.match(runningClock(ticket!), { startedAt: NINE, dueAt: NINE + 24 * HOUR })
  })

  t.test('does not start the clock of the question that follows, whichever comes first', async t => {
    const question = said('路灯什么时候修？', NINE + 6 * HOUR, { comment: '101', parent: '100' })
    const news = [arrived(chat, CALM), arrived(question)]
    for (const order of [news, news.toReversed()]) {
      let ticket: Parameters<typeof decide>[0]
      for (const command of order) ticket = decideBy(EVERY, ticket, command, NINE + 7 * HOUR).ticket
      t.match(ticket, { label: 'inquiry', review: false, owed: [{ native: '101' }] })
      t.match(runningClock(ticket!), { startedAt: NINE + 6 * HOUR, dueAt: NINE + 30 * HOUR })
    }
  })
})
