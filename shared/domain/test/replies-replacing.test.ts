import type { Ticket } from '@huiyin/schemas/ticket.ts'
import t from 'tap'
import { dispatch, returnDispatch, signDispatch } from '../src/cases/commands.ts'
import { closeClock, runningClock } from '../src/clocks/running.ts'
import { standingUnder } from '../src/replies/replacing.ts'
import { arrived, DESK, HOUR, LI, MINUTE, NINE, said } from './fixtures.ts'
import { approved, by, confirmed, decided, last, news, opened } from './replies-fixtures.ts'

const DAY = 24 * HOUR
const TEN = NINE + HOUR
const NOON = NINE + 3 * HOUR
const RESULT = '路灯已修好。'
const CHEN = { id: 'chen', name: '陈工', role: 'handler', department: '住建局' }

/** A complaint that was told how it stands, and whose result is about to be told under the same comment. */
const told = confirmed(opened({ label: 'complaint' }), TEN, { kind: 'interim', text: '已派人查看。' })
const sent = decided(told, TEN, dispatch({ ...by(LI), seen: told.lastTurn, department: '住建局', request: '请维修' }))
const id = sent.dispatches[0]!.id
const returned = decided(
  sent,
  TEN,
  signDispatch({ ...by(CHEN), dispatch: id }),
  returnDispatch({ ...by(CHEN), dispatch: id, text: '已换灯' })
)
const ready = approved(returned, NOON, { kind: 'final', text: RESULT })
const first = ready.replies[0]!

const claim = (ticket: Ticket, now: number, token: string, replaces = first.id) => {
  const { id: reply, hash } = last(ticket)
  return decided(ticket, now, { type: 'reply.sending', actor: DESK, reply, hash, token, replaces })
}
const leaving = claim(ready, NOON, 'a')
const absent = (minute: number, attempt = 1) =>
  news(leaving, 'reply.absent', { attempt, lookedAt: NOON + minute * MINUTE })
const OURS = { comment: '500', parent: '100', ours: true, author: { id: '1900000001' } }
const firstGone = (observedAt: number) => arrived(said(first.text, TEN, { ...OURS, deleted: true, observedAt }))

t.test('a reply that replaces the one that stands there', async t => {
  t.test('takes its place when it is confirmed; both texts stay, and the case is done', async t => {
    const done = decided(leaving, NOON + MINUTE, news(leaving, 'reply.confirmed', { native: '501', acceptedAt: NOON }))
    t.match(done.replies, [
      { state: 'replaced', text: '已派人查看。', replacedBy: last(ready).id },
      { state: 'confirmed', text: RESULT, replaces: first.id }
    ])
    t.equal(done.status, 'answered')
    t.match(closeClock(done), undefined)
  })

  t.test('opens no clock while the first is away and the second is not there yet', async t => {
    const away = decided(leaving, NOON + MINUTE, firstGone(NOON + MINUTE))
    t.match(away.replies, [{ state: 'confirmed' }, { state: 'sending' }])
    t.equal(runningClock(away), undefined)
    t.equal(away.status, 'handling')
  })

  t.test('is put there again after one look that does not find it: nothing can stand there twice', async t => {
    const looked = decided(leaving, NOON + MINUTE, absent(1))
    t.match(last(looked), { state: 'approved' })
    t.equal(looked.nextSendAt, NOON + MINUTE)
    t.match(last(claim(looked, NOON + MINUTE, 'b')), { state: 'sending', attempt: 2 })
  })

  t.test('is looked for, and the first is not, as long as it is under way', async t => {
    t.ok((leaving.nextSendAt ?? 0) < (first.watch?.nextAt ?? 0) + DAY)
    const later = decided(leaving, NOON + HOUR, {
      ...news(leaving, 'reply.looked', { lookedAt: NOON + HOUR, found: 'absent' }),
      reply: first.id
    } as Parameters<typeof decided>[2])
    t.equal(later.replies[0]?.watch?.absent, undefined)
  })

  t.test(
    'that the platform refuses has the first looked at, and when it is away the clock runs from the start',
    async t => {
      const refused = decided(
        leaving,
        NOON + MINUTE,
        firstGone(NOON + MINUTE),
        news(leaving, 'reply.failed', { code: '40033', message: 'words' })
      )
      t.match(refused.replies, [{ state: 'confirmed' }, { state: 'failed' }])
      t.equal(refused.nextSendAt, NOON + MINUTE)
      const look = (minute: number) =>
        ({
          ...news(refused, 'reply.looked', { lookedAt: NOON + minute * MINUTE, found: 'absent' }),
          reply: first.id
        }) as Parameters<typeof decided>[2]
      const gone = [1, 11].reduce((ticket, minute) => decided(ticket, NOON + minute * MINUTE, look(minute)), refused)
      t.match(gone.replies[0], { state: 'failed', failure: { code: 'TAKEN_DOWN' } })
      t.match(runningClock(gone), { kind: 'first', startedAt: NINE, dueAt: NINE + DAY })
    }
  )

  t.test('taken down later, leaves those waiting whom the first had answered', async t => {
    const done = decided(leaving, NOON + MINUTE, news(leaving, 'reply.confirmed', { native: '501', acceptedAt: NOON }))
    const down = decided(done, NOON + HOUR, news(done, 'reply.removed', {}))
    t.equal(down.status, 'open')
    t.match(down.owed, [{ native: '100' }])
    t.match(runningClock(down), { kind: 'first', startedAt: NINE, dueAt: NINE + DAY })
  })

  t.test('is not taken for removed by what was seen of the first before it stood there itself', async t => {
    const done = decided(
      leaving,
      NOON + 2 * MINUTE,
      news(leaving, 'reply.confirmed', { native: '501', acceptedAt: NOON })
    )
    const late = decided(done, NOON + 3 * MINUTE, firstGone(NOON + MINUTE))
    t.match(late.replies, [{ state: 'replaced' }, { state: 'confirmed' }])
  })

  t.test('is claimed for the reply that stands under the same comment only', async t => {
    t.throws(() => claim(ready, NOON, 'a', 'another'), { code: 'REPLY_NOT_APPROVED' })
    t.equal(standingUnder(ready, '101'), undefined)
  })
})
