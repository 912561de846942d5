import t from 'tap'
import { runningClock } from '../src/clocks/running.ts'
import { arrived, HOUR, MINUTE, NINE, said } from './fixtures.ts'
import { confirmed, decided, last, news, opened, TEXT } from './replies-fixtures.ts'

const DAY = 24 * HOUR
const ELEVEN = NINE + 2 * HOUR
const done = confirmed(opened(), ELEVEN)
const look = (found: 'there' | 'absent' | 'gone', lookedAt: number) => news(done, 'reply.looked', { lookedAt, found })

t.test('a confirmed reply (R5)', async t => {
  t.test('is looked for after 10 minutes, 1 hour, 6 hours, 1, 3 and 7 days, and then no more', async t => {
    let ticket = done
    const looks: number[] = []
    while (ticket.nextSendAt !== undefined) {
      looks.push(ticket.nextSendAt - ELEVEN)
      ticket = decided(ticket, ticket.nextSendAt, look('there', ticket.nextSendAt))
    }
    t.same(looks, [10 * MINUTE, HOUR, 6 * HOUR, DAY, 3 * DAY, 7 * DAY])
    t.equal(last(ticket).state, 'confirmed')
  })

  t.test('is gone when two looks ten minutes apart do not find it, and the clock runs as it did', async t => {
    const first = decided(done, ELEVEN + HOUR, look('absent', ELEVEN + HOUR))
    t.match(last(first), { state: 'confirmed' })
    t.equal(first.nextSendAt, ELEVEN + HOUR + 10 * MINUTE)
    const second = decided(first, ELEVEN + 70 * MINUTE, look('absent', ELEVEN + 70 * MINUTE))
    t.match(last(second), { state: 'failed', failure: { code: 'TAKEN_DOWN', why: 'removed' } })
    t.match(runningClock(second), { kind: 'first', startedAt: NINE, dueAt: NINE + DAY })
    t.equal(second.status, 'open')
    t.equal(second.nextSendAt, undefined)
  })

  t.test('is not gone by two looks that are nearer to each other, or with one between them that found it', async t => {
    const near = [60, 65].reduce(
      (ticket, minute) => decided(ticket, ELEVEN + minute * MINUTE, look('absent', ELEVEN + minute * MINUTE)),
      done
    )
    t.equal(last(near).state, 'confirmed')
    const seen = decided(near, ELEVEN + 69 * MINUTE, look('there', ELEVEN + 69 * MINUTE))
    const again = decided(seen, ELEVEN + 75 * MINUTE, look('absent', ELEVEN + 75 * MINUTE))
    t.equal(last(again).state, 'confirmed')
    t.equal(again.nextSendAt, ELEVEN + 85 * MINUTE)
  })

  t.test('is not gone because the comment is', async t => {
    const gone = decided(done, ELEVEN + HOUR, look('gone', ELEVEN + HOUR))
    t.match(last(gone), { state: 'confirmed' })
    t.equal(gone.status, 'answered')
    t.equal(gone.nextSendAt, ELEVEN + 6 * HOUR)
  })

  t.test('is looked for later while no calls are left, and nothing else comes of that', async t => {
    const until = ELEVEN + 5 * HOUR
    const waits = { type: 'responder.waits', actor: { id: 'r', name: 'r', role: 'system' } } as const
    const late = decided(done, ELEVEN + 10 * MINUTE, {
      ...waits,
      why: 'quota',
      code: '',
      message: '',
      until,
      looks: true
    })
    t.equal(late.nextSendAt, until)
    t.equal(late.n, done.n)
    t.equal(last(late).state, 'confirmed')
  })

  t.test('that a collector saw deleted is gone at once', async t => {
    const ours = { comment: '500', parent: '100', ours: true, author: { id: '1900000001' } }
    const deleted = { ...ours, deleted: true, observedAt: ELEVEN + 2 * HOUR }
    const ticket = decided(done, ELEVEN + 2 * HOUR, arrived(said(TEXT, ELEVEN, deleted)))
    t.match(last(ticket), { state: 'failed', failure: { code: 'TAKEN_DOWN' } })
    t.match(runningClock(ticket), { startedAt: NINE, dueAt: NINE + DAY })
  })
})
