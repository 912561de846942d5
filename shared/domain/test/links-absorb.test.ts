import t from 'tap'
import { alertOwed } from '../src/clocks/telling.ts'
import { dismiss } from '../src/commands.ts'
import { decide } from '../src/decide.ts'
import { partedNews } from '../src/links/news.ts'
import { DEFAULT_RULES } from '../src/rules.ts'
import { arrived, DESK, HOUR, judged, LI, MINUTE, NINE, URGENT } from './fixtures.ts'
import {
  answered,
  at,
  confirmed,
  idOf,
  joined,
  merging,
  opened,
  owedOf,
  passedOn,
  running,
  splitting,
  spoken,
  told
} from './links-fixtures.ts'

const TEN = NINE + HOUR
const elder = opened('1', NINE)
const younger = opened('2', TEN)
const answerClock = (ticket: typeof elder) => running(ticket).find(({ kind }) => kind === 'first' || kind === 'next')

t.test('the elder', async t => {
  t.test('R26: owes what the younger owes, each by its own time', async t => {
    const { elder: both } = joined(elder, younger, TEN + 5 * MINUTE)
    t.same(both.absorbed, [younger.id])
    t.match(both.owed, [
      { comment: idOf('1'), publishedAt: NINE },
      { comment: idOf('2'), publishedAt: TEN, via: younger.id }
    ])
    t.match(answerClock(both), { startedAt: NINE, dueAt: NINE + 24 * HOUR })
  })

  t.test('R26: keeps the earliest start, also when the younger ticket is about the older comment', async t => {
    const late = at(undefined, TEN, arrived(spoken('3', NINE - HOUR)))
    const { elder: both } = joined(elder, late, TEN)
    t.match(answerClock(both), { startedAt: NINE - HOUR, dueAt: NINE + 23 * HOUR })
  })

  t.test('R26: takes the strictest due time, and is urgent with an urgent one', async t => {
    const { elder: both } = joined(elder, opened('3', TEN, URGENT), TEN + 5 * MINUTE)
    t.match(answerClock(both), { startedAt: NINE, dueAt: TEN + HOUR, urgent: true, originalDueAt: NINE + 24 * HOUR })
    t.equal(both.urgent, true)
  })

  t.test('is overdue by what was overdue: it was known, and the breach is told', async t => {
    const urgent = opened('3', TEN, URGENT)
    const { elder: both } = joined(elder, urgent, TEN + 2 * HOUR)
    t.match(answerClock(both), { dueAt: TEN + HOUR })
    t.equal(answerClock(both)!.bornLate, undefined)
    t.match(alertOwed(both, TEN + 2 * HOUR), { clock: { id: answerClock(both)!.id }, kind: 'breach' })
  })

  t.test('R30: is not late by what was late before anybody knew', async t => {
    const late = at(undefined, TEN, arrived(spoken('3', NINE - 48 * HOUR)))
    t.equal(answerClock(late)!.bornLate, true)
    const { elder: both } = joined(elder, late, TEN)
    t.match(answerClock(both), { startedAt: NINE - 48 * HOUR, dueAt: NINE + 24 * HOUR })
    t.equal(answerClock(both)!.bornLate, undefined)
  })

  t.test('is open again when it was done', async t => {
    const done = answered(elder, NINE + 30 * MINUTE)
    t.equal(done.status, 'answered')
    const { elder: both } = joined(done, younger, TEN + 5 * MINUTE)
    t.match(both, { status: 'open', owed: [{ comment: idOf('2'), via: younger.id }] })
    t.match(answerClock(both), { kind: 'next', startedAt: TEN, dueAt: TEN + 24 * HOUR })
  })

  t.test('has the result to tell when only that was owed to the younger', async t => {
    const done = answered(elder, NINE + 30 * MINUTE)
    const handling = answered(opened('4', TEN, judged({ label: 'complaint' })), TEN + HOUR)
    const { elder: both } = joined(done, handling, TEN + 2 * HOUR)
    t.match(both, { status: 'handling', owed: [] })
    t.match(running(both), [{ kind: 'close', dueAt: running(handling)[0]!.dueAt }])
  })

  t.test('stays done when the younger was done', async t => {
    const done = answered(elder, NINE + 30 * MINUTE)
    const { elder: both } = joined(done, answered(younger, TEN + HOUR), TEN + 2 * HOUR)
    t.match(both, { status: 'answered', absorbed: [younger.id] })
    t.same(running(both), [])
  })

  t.test('takes in a late comment, and hears of a deletion', async t => {
    const { elder: both, younger: merged } = joined(elder, younger, TEN)
    const seen = spoken('2', TEN + HOUR, '2b')
    const spoke = at(merged, TEN + HOUR, arrived(seen))
    const heard = at(both, TEN + HOUR, told(spoke))
    t.same(owedOf(heard), [idOf('1'), idOf('2'), idOf('2', '2b')].sort())
    const deleted = at(spoke, TEN + 2 * HOUR, arrived({ ...seen, observedAt: TEN + 2 * HOUR, deleted: true }))
    t.same(owedOf(at(heard, TEN + 2 * HOUR, told(deleted))), owedOf(both))
  })

  t.test('is locked by what was reported upward there', async t => {
    const locked = { ...younger, lock: { since: TEN, why: 'red' } }
    t.match(joined(elder, locked, TEN).elder.lock, { why: 'red' })
    t.equal(joined(elder, younger, TEN).elder.lock, undefined)
  })

  t.test('does not raise again what two persons have lowered', async t => {
    const { elder: both, younger: merged } = joined(elder, opened('3', TEN, URGENT), TEN)
    const lowered = { ...both, owed: both.owed.map(({ urgent: _, ...owed }) => owed), urgent: false }
    const spoke = at(merged, TEN + HOUR, arrived(spoken('3', TEN + HOUR, '3b')))
    const heard = at(lowered, TEN + HOUR, told(spoke))
    t.equal(heard.urgent, false)
    t.notOk(heard.owed.some(({ urgent }) => urgent))
  })

  t.test('that was dismissed with them stays so until somebody says more', async t => {
    const { elder: both, younger: merged } = joined(elder, younger, TEN)
    const gone = at(both, TEN, dismiss({ actor: LI, id: 'd', seen: both.lastTurn, reason: '广告' }))
    const scored = { ...merged, n: merged.n + 1 }
    t.equal(at(gone, TEN, told(scored)).status, 'dismissed')
    const spoke = at(merged, TEN + HOUR, arrived(spoken('2', TEN + HOUR, '2b')))
    t.match(at(gone, TEN + HOUR, told(spoke)), { status: 'open', owed: [{ comment: idOf('2', '2b') }] })
  })
})

t.test('an answer', async t => {
  t.test('R27: of the elder answers its own citizen; the others are owed until theirs is confirmed', async t => {
    const { elder: both } = joined(elder, younger, TEN)
    const replied = answered(both, TEN + HOUR)
    t.match(replied, { status: 'open', owed: [{ comment: idOf('2'), via: younger.id }] })
    t.match(answerClock(replied), { kind: 'next', startedAt: TEN, dueAt: TEN + 24 * HOUR })
  })

  t.test('R27: confirmed on the younger stops the clock of the elder then, and closes the case', async t => {
    const { elder: both, younger: merged } = joined(elder, younger, TEN)
    const replied = answered(both, TEN + HOUR)
    const echoed = at(merged, TEN + HOUR, passedOn(replied))
    const delivered = confirmed(echoed, echoed.replies[0]!, TEN + 2 * HOUR)
    t.match(delivered, { status: 'merged', owed: [] })
    const done = at(replied, TEN + 3 * HOUR, told(delivered))
    t.match(done, { status: 'answered', owed: [], cycles: [{ how: 'answered', closedAt: TEN + 2 * HOUR }] })
    t.same(running(done), [])
    t.match(
      done.clocks.filter(({ kind }) => kind === 'next'),
      [{ outcome: 'met', stoppedAt: TEN + 2 * HOUR }]
    )
  })

  t.test('of the younger alone leaves the clock of those who still wait', async t => {
    const { elder: both, younger: merged } = joined(elder, younger, TEN)
    const outside = { ...spoken('2', TEN + HOUR, '2r'), ours: true, parent: '2' }
    const heard = at(both, TEN + HOUR, told(at(merged, TEN + HOUR, arrived(outside))))
    t.same(owedOf(heard), [idOf('1')])
    t.same(answerClock(heard), answerClock(both))
  })

  t.test('of the one for whom the clock stood stops it, and another goes on for those who wait', async t => {
    const { elder: both, younger: merged } = joined(elder, opened('3', TEN, URGENT), TEN)
    const outside = { ...spoken('3', TEN + 30 * MINUTE, '3r'), ours: true, parent: '3' }
    const heard = at(both, TEN + HOUR, told(at(merged, TEN + HOUR, arrived(outside))))
    t.match(heard.clocks[0], { kind: 'first', outcome: 'met', stoppedAt: TEN + 30 * MINUTE })
    t.match(answerClock(heard), { startedAt: NINE, dueAt: NINE + 24 * HOUR })
  })
})

t.test('a parting', async t => {
  const part = (merged: typeof elder, now: number) => {
    const { ticket, events } = decide(merged, splitting(merged), { id: merged.id, now, rules: DEFAULT_RULES })
    return { alone: ticket!, news: partedNews(events.find(({ type }) => type === 'ticket.split')!, DESK) }
  }

  t.test('takes away what was owed for it, and the elder goes on by its own time', async t => {
    const { elder: both, younger: merged } = joined(elder, opened('3', TEN, URGENT), TEN)
    const { news } = part(merged, TEN + MINUTE)
    const alone = at(both, TEN + MINUTE, news)
    t.same(alone.absorbed, [])
    t.same(owedOf(alone), [idOf('1')])
    t.match(answerClock(alone), { kind: 'first', startedAt: NINE, dueAt: NINE + 24 * HOUR })
    t.match(alone.clocks[0], { outcome: 'superseded' })
  })

  t.test('counts, also when it is heard before what it undoes', async t => {
    const { younger: merged } = joined(elder, younger, TEN)
    const { news } = part(merged, TEN + MINUTE)
    const ended = at(elder, TEN + MINUTE, news, told(merged), news)
    t.same(ended.owed, elder.owed)
    t.same(ended.clocks, elder.clocks)
  })

  t.test('leaves the elder done when it was done', async t => {
    const done = answered(elder, NINE + 30 * MINUTE)
    const { elder: both, younger: merged } = joined(done, younger, TEN)
    const ended = at(both, TEN + HOUR, part(merged, TEN + HOUR).news)
    t.match(ended, { status: 'answered', owed: [] })
    t.same(running(ended), [])
  })
})

t.test('a merged elder', async t => {
  const oldest = opened('0', NINE - HOUR)
  const gone = at(elder, TEN, merging(elder, oldest))

  t.test('keeps no clock, and passes on what it hears as its own', async t => {
    const merged = at(younger, TEN, merging(younger, elder))
    const between = at(gone, TEN, told(merged))
    t.equal(between.status, 'merged')
    t.same(running(between), [])
    const root = at(oldest, TEN, told(between))
    t.same(owedOf(root), [idOf('0'), idOf('1'), idOf('2')].sort())
    t.match(root.owed.at(-1), { via: younger.id })
  })

  t.test('passes on when somebody behind it was answered', async t => {
    const merged = at(younger, TEN, merging(younger, elder))
    const between = at(gone, TEN, told(merged))
    const root = at(answered(at(oldest, TEN, told(between)), TEN + HOUR), TEN + HOUR)
    const outside = (of: string) => ({ ...spoken(of, TEN + 2 * HOUR, `${of}r`), ours: true, parent: of })
    const theirs = at(merged, TEN + 2 * HOUR, arrived(outside('2')))
    const after = at(between, TEN + 2 * HOUR, told(theirs))
    const half = at(root, TEN + 2 * HOUR, told(after))
    t.same(owedOf(half), [idOf('1')])
    const done = at(
      half,
      TEN + 3 * HOUR,
      told(at(after, TEN + 3 * HOUR, arrived({ ...outside('1'), publishedAt: TEN + 3 * HOUR })))
    )
    t.match(done, { status: 'answered', owed: [], cycles: [{ closedAt: TEN + 3 * HOUR }] })
  })
})
