import t from 'tap'
import { alertOwed } from '../src/clocks/telling.ts'
import { dismiss } from '../src/commands.ts'
import { relateTicket, unrelateTicket } from '../src/links/commands.ts'
import { directed, elderOf, linkEnd } from '../src/links/elder.ts'
import { relatedNews } from '../src/links/news.ts'
import { arrived, DESK, HOUR, judged, LI, MINUTE, NINE, URGENT } from './fixtures.ts'
import { answered, at, idOf, joined, merging, opened, running, splitting, spoken, told } from './links-fixtures.ts'

const elder = opened('1', NINE)
const younger = opened('2', NINE + HOUR)
const TEN = NINE + HOUR

t.test('of two tickets', async t => {
  t.test('the elder is the one that was opened first, whenever its comments were written', async t => {
    const earlier = { bornAt: 1, key: 'b', id: 'x' }
    t.equal(elderOf(earlier, { bornAt: 2, key: 'a', id: 'a' }), earlier)
    t.equal(elderOf({ bornAt: 2, key: 'a', id: 'a' }, earlier), earlier)
  })

  t.test('opened at the same instant the elder goes by key, then by id', async t => {
    t.equal(elderOf({ bornAt: 1, key: 'b', id: 'a' }, { bornAt: 1, key: 'a', id: 'b' }).key, 'a')
    t.equal(elderOf({ bornAt: 1, key: 'a', id: 'b' }, { bornAt: 1, key: 'a', id: 'a' }).id, 'a')
  })

  t.test('T13: whoever merges which into which, the act is for the younger', async t => {
    t.same(directed(elder, younger), directed(younger, elder))
    t.equal(directed(elder, younger).younger.id, younger.id)
  })
})

t.test('a merge', async t => {
  t.test('R26: ends the running clocks as merged, and what is owed stays on the ticket', async t => {
    const merged = at(younger, TEN + 5 * MINUTE, merging(younger, elder))
    t.match(merged, { status: 'merged', mergedInto: elder.id, cycles: [{ how: 'merged' }] })
    t.same(running(merged), [])
    t.same(
      merged.clocks.map(({ kind, outcome, stoppedAt }) => ({ kind, outcome, stoppedAt })),
      ['first', 'close'].map(kind => ({ kind, outcome: 'merged', stoppedAt: TEN + 5 * MINUTE }))
    )
    t.same(merged.owed, younger.owed)
    t.equal(merged.nextDueAt, undefined)
  })

  t.test('R26: leaves a breach that was there', async t => {
    const { id: clock, dueSetBy, dueAt } = running(younger)[0]!
    const late = at(younger, dueAt, { type: 'clock.told', actor: DESK, clock, dueSetBy, kind: 'breach', point: 0 })
    const merged = at(late, dueAt + HOUR, merging(late, elder))
    t.match(merged.clocks[0], { outcome: 'merged', breachedAt: dueAt, overrun: HOUR })
  })

  t.test('is refused for what is merged already, and names that before who was faster', async t => {
    const merged = at(younger, TEN, merging(younger, elder))
    t.throws(() => at(merged, TEN, merging(younger, elder, 'again')), { code: 'ALREADY_MERGED' })
    t.same(at(merged, TEN, merging(younger, elder)), merged, 'asked again it is the same answer')
  })

  t.test('is refused for one who did not see the last turn', async t => {
    const spoke = at(younger, TEN + HOUR, arrived(spoken('2', TEN + HOUR, '2b')))
    t.throws(() => at(spoke, TEN + HOUR, merging(younger, elder)), { code: 'SOMEBODY_WAS_FASTER' })
  })

  t.test('is refused into a younger one, into itself, into a merged one, into a full one', async t => {
    t.throws(() => at(elder, TEN, merging(elder, younger)), { code: 'NOT_THE_YOUNGER' })
    t.throws(() => at(elder, TEN, merging(elder, elder)), { code: 'NOT_THE_YOUNGER' })
    const gone = at(elder, TEN, merging(elder, opened('0', NINE - HOUR)))
    t.throws(() => at(younger, TEN, merging(younger, gone)), { code: 'INTO_MERGED', message: RegExp(gone.mergedInto!) })
    const full = { ...elder, absorbed: Array.from({ length: 50 }, (_, i) => String(i)) }
    t.throws(() => at(younger, TEN, merging(younger, full)), { code: 'TOO_MANY' })
  })

  t.test('is refused for a dismissed one, and for one that somebody watches', async t => {
    const dismissed = at(younger, TEN, dismiss({ actor: LI, id: 'd', seen: younger.lastTurn, reason: '广告' }))
    t.throws(() => at(dismissed, TEN, merging(dismissed, elder)), { code: 'TICKET_CLOSED' })
    const watched = {
      ...younger,
      supervised: [{ id: 's', by: LI, at: TEN, instruction: true, text: '请办', owner: '住建局', dueAt: TEN + HOUR }]
    }
    t.throws(() => at(watched, TEN, merging(watched, elder)), { code: 'STILL_SUPERVISED' })
  })

  t.test('gives up the draft that has not left', async t => {
    const drafted = at(younger, TEN, {
      type: 'reply.draft',
      actor: LI,
      id: 'd',
      seen: younger.lastTurn,
      text: '已派人维修。'
    })
    t.match(at(drafted, TEN, merging(drafted, elder)).replies, [{ state: 'failed', failure: { code: 'MERGED' } }])
  })
})

t.test('a late comment of a merged ticket', async t => {
  const { younger: merged } = joined(elder, younger, TEN)

  t.test('is owed on it and starts no clock', async t => {
    const spoke = at(merged, TEN + HOUR, arrived(spoken('2', TEN + HOUR, '2b')))
    t.same(spoke.owed.length, 2)
    t.match(spoke, { status: 'merged' })
    t.same(running(spoke), [])
  })

  t.test('R28: and is not when it was deleted', async t => {
    const seen = spoken('2', TEN + HOUR, '2b')
    const spoke = at(merged, TEN + HOUR, arrived(seen))
    const deleted = at(spoke, TEN + 2 * HOUR, arrived({ ...seen, observedAt: TEN + 2 * HOUR, deleted: true }))
    t.same(deleted.owed, merged.owed)
    t.equal(deleted.status, 'merged')
  })
})

t.test('a split', async t => {
  t.test('lets the younger go on with the time that was promised first', async t => {
    const { younger: merged } = joined(elder, younger, TEN)
    const alone = at(merged, TEN + 2 * HOUR, splitting(merged))
    t.match(alone, { status: 'open', cycles: [{ n: 1 }] })
    t.equal(alone.mergedInto, undefined)
    t.equal(alone.cycles[0]!.closedAt, undefined)
    const promised = (clocks: typeof younger.clocks) =>
      clocks.map(({ kind, startedAt, dueAt }) => ({ kind, startedAt, dueAt }))
    t.same(
      promised(running(alone)).sort((a, b) => a.dueAt - b.dueAt),
      promised(running(younger))
    )
  })

  t.test('does not forgive what became overdue meanwhile', async t => {
    const urgent = opened('3', TEN, URGENT)
    const { younger: merged } = joined(elder, urgent, TEN + 10 * MINUTE)
    const alone = at(merged, TEN + 2 * HOUR, splitting(merged))
    const clock = running(alone).find(({ kind }) => kind === 'first')!
    t.match(clock, { dueAt: TEN + HOUR })
    t.equal(clock.bornLate, undefined)
    t.match(alertOwed(alone, TEN + 2 * HOUR), { clock: { id: clock.id }, kind: 'breach' })
  })

  t.test('of one that was done leaves it done', async t => {
    const done = answered(younger, TEN + HOUR)
    const merged = at(done, TEN + 2 * HOUR, merging(done, elder))
    const alone = at(merged, TEN + 3 * HOUR, splitting(merged))
    t.equal(alone.status, 'answered')
    t.same(running(alone), [])
  })

  t.test('of a complaint whose result is owed leaves the result owed', async t => {
    const complaint = opened('4', TEN, judged({ label: 'complaint' }))
    const handling = answered(complaint, TEN + HOUR)
    t.equal(handling.status, 'handling')
    const merged = at(handling, TEN + 2 * HOUR, merging(handling, elder))
    const alone = at(merged, TEN + 3 * HOUR, splitting(merged))
    t.equal(alone.status, 'handling')
    t.match(running(alone), [{ kind: 'close', dueAt: running(handling)[0]!.dueAt }])
  })

  t.test('answered meanwhile has NEXT, not FIRST, when its citizen asks again', async t => {
    const { younger: merged, elder: both } = joined(elder, younger, TEN)
    t.ok(both.absorbed)
    const outside = { ...spoken('2', TEN + HOUR, '2r'), ours: true, parent: '2' }
    const again = at(merged, TEN + 2 * HOUR, arrived(outside), arrived(spoken('2', TEN + 2 * HOUR, '2b')))
    const alone = at(again, TEN + 3 * HOUR, splitting(again))
    t.match(
      running(alone).find(({ kind }) => kind !== 'close'),
      { kind: 'next', startedAt: TEN + 2 * HOUR }
    )
  })

  t.test('is refused for what has joined nothing', async t => {
    t.throws(() => at(younger, TEN, splitting(younger)), { code: 'NOT_MERGED' })
  })
})

t.test('a relation', async t => {
  const related = at(younger, TEN, relateTicket({ actor: LI, id: 'r', other: linkEnd(elder) }))

  t.test('stands on both, and both go on', async t => {
    const other = at(elder, TEN, relatedNews(related, elder.id, DESK))
    t.same([related.related, other.related], [[elder.id], [younger.id]])
    t.same([related.status, other.status], ['open', 'open'])
  })

  t.test('is said of the younger', async t => {
    const act = relateTicket({ actor: LI, id: 'r', other: linkEnd(younger) })
    t.throws(() => at(elder, TEN, act), { code: 'NOT_THE_YOUNGER' })
  })

  t.test('ends on both, in whatever order the elder hears of it', async t => {
    const ended = at(related, TEN, unrelateTicket({ actor: LI, id: 'u', other: elder.id }))
    const [first, last] = [relatedNews(related, elder.id, DESK), relatedNews(ended, elder.id, DESK)]
    t.same(at(elder, TEN, first, last).related, [])
    t.same(at(elder, TEN, last, first, last).related ?? [], [])
  })

  t.test('leaves what is owed as it is', async t => {
    const { elder: both, younger: merged } = joined(elder, younger, TEN)
    t.same(at(both, TEN, relatedNews(related, elder.id, DESK)).owed, both.owed)
    t.same(at(both, TEN, told(merged)), both)
    t.ok(both.owed.some(({ comment }) => comment === idOf('2')))
  })
})
