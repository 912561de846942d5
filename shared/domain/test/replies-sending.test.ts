import t from 'tap'
import { runningClock } from '../src/clocks/running.ts'
import { dismiss } from '../src/commands.ts'
import { arrived, DESK, decideOn, HOUR, LI, MINUTE, NINE, said } from './fixtures.ts'
import { approved, by, claimed, decided, last, news, opened, TEXT } from './replies-fixtures.ts'

const ONE = NINE + HOUR
const ready = approved(opened())
const gone = claimed(ready)
const sent = decided(gone, ONE, news(gone, 'reply.sent', { native: '500' }))
const confirm = (acceptedAt: number) => news(sent, 'reply.confirmed', { acceptedAt })
const absent = (minute: number) => news(gone, 'reply.absent', { attempt: 1, lookedAt: ONE + minute * MINUTE })

t.test('a reply on its way', async t => {
  t.test('stops the clock only once it is confirmed, at the time when the platform took it (R4, R5)', async t => {
    t.ok(runningClock(sent))
    const done = decided(sent, NINE + 30 * HOUR, confirm(NINE + 2 * HOUR))
    t.match(done.clocks, [{ kind: 'first', stoppedAt: NINE + 2 * HOUR, outcome: 'met' }, { kind: 'close' }])
    t.match(done, { status: 'answered', owed: [] })
  })

  t.test('that comes late is answered late (R9)', async t => {
    t.match(decided(sent, NINE + 25 * HOUR, confirm(NINE + 25 * HOUR)).clocks, [{ outcome: 'missed_answered_late' }])
  })

  t.test('proven late to have been in time withdraws the breach', async t => {
    const { id: clock, dueSetBy } = runningClock(sent)!
    const told = { type: 'clock.told', actor: DESK, clock, dueSetBy, kind: 'breach', point: 0 } as const
    const breached = decided(sent, NINE + 24 * HOUR, told)
    t.match(breached.clocks, [{ outcome: 'missed_open', breachedAt: NINE + 24 * HOUR }])
    const { ticket: done, events } = decideOn(breached, confirm(NINE + 23 * HOUR), NINE + 25 * HOUR)
    t.match(done?.clocks, [{ outcome: 'met' }])
    t.notOk(done?.clocks[0]?.breachedAt)
    t.match(
      events.find(({ type }) => type === 'clock.stopped'),
      { data: { withdrawn: true } }
    )
  })

  t.test('is claimed by one only, and only as it was approved', async t => {
    const { id: reply, hash } = last(ready)
    const sending = { type: 'reply.sending', actor: DESK, reply, hash, token: 'a' } as const
    t.throws(() => decideOn(gone, { ...sending, token: 'b' }, ONE), { code: 'REPLY_NOT_APPROVED' })
    t.throws(() => decideOn(ready, { ...sending, hash: 'another' }, ONE), { code: 'REPLY_NOT_APPROVED' })
    t.same(decideOn(gone, sending, ONE).events, [])
  })

  t.test('is not sent on a ticket that was dismissed meanwhile', async t => {
    const away = decided(ready, ONE, dismiss({ ...by(LI), seen: ready.lastTurn, reason: '广告' }))
    t.match(last(away), { state: 'failed', failure: { code: 'DISMISSED' } })
    t.throws(() => claimed(away), { code: 'REPLY_NOT_APPROVED' })
  })

  t.test('seen in the thread by the collector is confirmed by that, and met once', async t => {
    const seen = said(TEXT, ONE, { comment: '500', parent: '100', ours: true, author: { id: '1900000001' } })
    const done = decided(sent, NINE + 2 * HOUR, arrived(seen))
    t.match(done.clocks, [{ stoppedAt: ONE, outcome: 'met' }])
    t.same(decideOn(done, confirm(ONE), NINE + 2 * HOUR).events, [])
    t.same(decideOn(done, news(sent, 'reply.sent', { native: '500' }), NINE + 2 * HOUR).events, [])
  })

  t.test('is not confirmed by one with the same words that stood there before it was written', async t => {
    const before = said(TEXT, NINE + 10 * MINUTE, { comment: '400', parent: '100', ours: true })
    t.equal(last(decided(gone, ONE, arrived(before))).state, 'sending')
  })

  t.test('waits as long as the platform asks for, and only for the attempt that it spoke of', async t => {
    const later = { code: '20016', message: 'too fast', retryAt: ONE + 5 * MINUTE }
    const postponed = decided(gone, ONE, news(gone, 'reply.postponed', { attempt: 1, ...later }))
    t.match(postponed, { nextSendAt: ONE + 5 * MINUTE })
    t.equal(last(postponed).state, 'approved')
    const again = claimed(postponed, ONE + 5 * MINUTE, 'b')
    t.match(last(again), { state: 'sending', attempt: 2 })
    t.same(decideOn(again, news(gone, 'reply.postponed', { attempt: 1, ...later }), ONE + 6 * MINUTE).events, [])
  })

  t.test('that the platform took but does not show after ten minutes has failed, with the clock running', async t => {
    const looked = [1, 6, 12].reduce((now, minute) => decided(now, ONE + minute * MINUTE, absent(minute)), sent)
    t.match(last(looked), { state: 'failed', failure: { code: 'REMOVED' } })
    t.ok(runningClock(looked))
    t.equal(looked.nextSendAt, undefined)
  })

  t.test('whose fate is unknown and that is absent three times over ten minutes is sent again', async t => {
    const twice = [1, 6].reduce((now, minute) => decided(now, ONE + minute * MINUTE, absent(minute)), gone)
    t.equal(last(twice).state, 'sending')
    t.equal(last(decided(twice, ONE + 6 * MINUTE, absent(6))).absent?.times, 2)
    const thrice = decided(twice, ONE + 12 * MINUTE, absent(12))
    t.match(last(thrice), { state: 'approved' })
    t.equal(thrice.nextSendAt, ONE + 12 * MINUTE)
    const again = claimed(thrice, ONE + 12 * MINUTE, 'b')
    t.equal(last(again).absent, undefined)
    t.same(decideOn(again, absent(14), ONE + 14 * MINUTE).events, [], 'a look for the first attempt')
  })

  t.test('that failed was there all the same when it is seen', async t => {
    const failed = decided(gone, ONE, news(gone, 'reply.failed', { code: '20201', message: '评论已不存在' }))
    t.match(last(failed), { state: 'failed', failure: { code: '20201' } })
    const seen = decided(failed, ONE, confirm(ONE))
    t.match(last(seen), { state: 'confirmed', acceptedAt: ONE })
    t.equal(last(seen).failure, undefined)
  })

  t.test('that is not known here changes nothing', async t => {
    const other = { type: 'reply.confirmed', actor: DESK, reply: 'other', acceptedAt: ONE } as const
    t.same(decideOn(sent, other, ONE).events, [])
  })
})
