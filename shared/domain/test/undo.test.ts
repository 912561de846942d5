import type { Ticket } from '@huiyin/schemas/ticket.ts'
import t from 'tap'
import { dispatch, rate, supervise } from '../src/cases/commands.ts'
import { runningClock } from '../src/clocks/running.ts'
import { acknowledge, correct, dismiss, pause, reopen, undo } from '../src/commands.ts'
import { tag } from '../src/work/commands.ts'
import { after, arrived, CALM, decideOn, HOUR, judged, LI, MINUTE, NINE, said, typesOf, URGENT } from './fixtures.ts'
import { ASKED, confirmed, decided, opened, WANG } from './replies-fixtures.ts'

const TEN = NINE + HOUR
const SECOND = 1_000

const COUNTS = ['n', 'commands', 'undo', 'lastActs', 'climbAt', 'nextDueAt', 'lastTurn', 'lastTurnBy', 'unpublished']
/** A ticket without what only counts. */
const about = (ticket: Ticket) => Object.fromEntries(Object.entries(ticket).filter(([name]) => !COUNTS.includes(name)))

const back = (ticket: Ticket, of: string, now = TEN + SECOND, actor = LI) =>
  decideOn(ticket, undo({ actor, id: `undo-${of}`, of }), now)
const seen = ({ lastTurn }: Ticket) => ({ seen: lastTurn })
const refused = (code: string, message?: RegExp) => ({ code, ...(message && { message }) })

t.test('what a person did', async t => {
  const ticket = opened()
  const dismissed = decided(ticket, TEN, dismiss({ actor: LI, id: 'd', ...seen(ticket), reason: '重复' }))

  t.test('is as if it had never been, when they take it back', async t => {
    const { ticket: undone, events } = back(dismissed, 'd')
    t.same(about(undone!), about(ticket))
    t.same(typesOf(events), ['act.undone'])
    t.match(events[0]?.data, { of: 'd', type: 'dismiss', from: ticket.n + 1, through: dismissed.n })
    t.equal(events[0]?.n, dismissed.n + 1, 'the numbers go on')
  })

  t.test('stops a clock that runs on with the due time that it had, and under the event that had set it', async t => {
    t.equal(runningClock(dismissed), undefined)
    t.same(runningClock(back(dismissed, 'd').ticket!), runningClock(ticket))
  })

  t.test('is taken back within the minute', async t => {
    t.same(about(back(dismissed, 'd', TEN + MINUTE - 1).ticket!), about(ticket))
    t.throws(() => back(dismissed, 'd', TEN + MINUTE), refused('UNDO_TOO_LATE'))
    t.throws(() => back(dismissed, 'another'), refused('UNDO_TOO_LATE'))
  })

  t.test('is taken back by nobody else', async t => {
    t.throws(() => back(dismissed, 'd', TEN + SECOND, WANG), refused('NOT_ALLOWED', /李静/))
  })

  t.test('is taken back once, however often it is asked', async t => {
    const { ticket: undone } = back(dismissed, 'd')
    const twice = decideOn(undone, undo({ actor: LI, id: 'again', of: 'd' }), TEN + 2 * SECOND)
    t.same(about(twice.ticket!), about(ticket))
    t.same(twice.events, [])
    t.throws(() => back(twice.ticket!, 'undo-d'), refused('UNDO_TOO_LATE'), 'what was taken back is done again by hand')
    t.equal(decideOn(undone, dismiss({ actor: LI, id: 'd', ...seen(ticket), reason: '重复' }), TEN).ticket, undone)
  })

  t.test('is a turn when it was one: who saw the act only did not see that it is undone', async t => {
    const { ticket: undone } = back(dismissed, 'd')
    t.match(undone, { lastTurn: dismissed.n + 1, lastTurnBy: LI })
    t.throws(() => decideOn(undone, reopen({ actor: WANG, id: 'r', ...seen(dismissed), reason: '误操作' }), TEN), {
      code: 'SOMEBODY_WAS_FASTER'
    })
  })

  t.test('stands when the citizen wrote since, in whatever words', async t => {
    for (const what of [judged(), CALM, judged({ label: 'other' })]) {
      const wrote = decided(dismissed, TEN + SECOND, arrived(said('还在吗', TEN, { comment: '101' }), what))
      t.throws(() => back(wrote, 'd', TEN + 2 * SECOND), refused('UNDO_OVERTAKEN'))
    }
  })

  t.test('stands when another acted since, and says who', async t => {
    const again = decided(dismissed, TEN, reopen({ actor: WANG, id: 'r', ...seen(dismissed), reason: '误操作' }))
    t.throws(() => back(again, 'd'), refused('UNDO_OVERTAKEN', /王敏/))
  })

  t.test('is taken back also when others tagged it and took it on since', async t => {
    const busy = decided(dismissed, TEN, tag({ actor: WANG, id: 't', add: ['路灯'] }))
    t.match(back(busy, 'd').ticket, { status: 'open', tags: ['路灯'] })
  })

  t.test('is not kept beyond the minute', async t => {
    const later = decided(dismissed, TEN + MINUTE, arrived(said('谢谢', TEN + MINUTE, { comment: '102' }), CALM))
    t.equal(later.undo, undefined)
  })
})

t.test('an acknowledgement', async t => {
  const ticket = opened()
  const taken = decided(ticket, TEN, acknowledge({ actor: LI, id: 'a' }))

  t.test('is taken back also when the citizen wrote since: the ladders are looked at again', async t => {
    const wrote = decided(taken, TEN, arrived(said('还在吗', TEN, { comment: '101' })))
    const { ticket: undone } = back(wrote, 'a')
    t.match(undone, { owed: [{}, {}], nextDueAt: TEN + SECOND })
    t.equal(undone?.acknowledged, undefined)
    t.same(undone?.held, undefined)
  })
})

t.test('a correction', async t => {
  const ticket = opened()
  const urgent = decided(ticket, TEN, correct({ actor: LI, id: 'c', urgent: true }))

  t.test('that made it urgent is taken back: due as before; what was told stays told', async t => {
    const need = urgent.needs![0]!
    const rung = { need: `${need.subject}/${need.event}/${need.kind}`, rung: 0, repeat: 0, at: TEN }
    const told = decided(urgent, TEN, { type: 'alert.told', actor: LI, rungs: [rung], exhausted: false })
    const undone = back(told, 'c').ticket!
    t.equal(runningClock(undone)?.dueAt, runningClock(ticket)?.dueAt)
    t.match(undone, { urgent: false, told: [rung] })
    t.equal(undone.needs, undefined)
    const again = decided(undone, TEN + 2 * SECOND, correct({ actor: LI, id: 'c2', urgent: true }))
    t.ok(again.needs![0]!.event > need.event, 'made again it has an event, and alerts, of its own')
  })

  t.test('is taken back when a clock that it left alone was told of since', async t => {
    const { id: clock, dueSetBy, dueAt } = runningClock(ticket)!
    const now = dueAt - 4 * HOUR
    const said = decided(ticket, now, correct({ actor: LI, id: 's', sentiment: 'negative' }))
    const warned = decided(said, now, {
      ...{ type: 'clock.told', actor: LI, clock, dueSetBy, kind: 'warn', point: 4 * HOUR }
    } as const)
    const undone = back(warned, 's', now + SECOND).ticket!
    t.match(undone, { sentiment: 'neutral', clocks: [{ warned: [12 * HOUR, 4 * HOUR] }, {}] })
  })
})

t.test('a pause is taken back: due when it was', async t => {
  const ticket = opened()
  const { id: clock } = runningClock(ticket)!
  const paused = decided(ticket, TEN, pause({ actor: LI, id: 'p', clock, reason: 'platform_outage' }))
  t.ok(runningClock(paused)!.dueAt > runningClock(ticket)!.dueAt)
  t.same(about(back(paused, 'p').ticket!), about(ticket))
})

t.test('a watch and a rating are taken back', async t => {
  const ticket = opened()
  const by = { actor: LI, id: 'w' }
  const watched = decided(
    ticket,
    TEN,
    supervise({ ...by, text: '尽快', owner: '住建局', dueAt: TEN + HOUR, instruction: false })
  )
  t.equal(watched.needs?.length, 1)
  t.same(about(back(watched, 'w').ticket!), about(ticket))
  const done = confirmed(opened(), TEN, { kind: 'final' })
  const rated = decided(done, TEN, rate({ ...by, score: 2 }))
  t.same(about(back(rated, 'w').ticket!), about(done))
})

t.test('what has left the house is not taken back', async t => {
  const ticket = opened()
  const sent = decided(
    ticket,
    TEN,
    dispatch({ actor: LI, id: 'x', ...seen(ticket), department: '住建局', request: '请办理' })
  )
  t.throws(() => back(sent, 'x'), refused('UNDO_TOO_LATE'), 'a dispatch is withdrawn')
})

t.test('what was released to an elder ticket is not taken back', async t => {
  const younger = { ...opened(), status: 'merged', mergedInto: 'elder' } as const
  const corrected = decided(younger, TEN, correct({ actor: LI, id: 'c', label: 'complaint' }))
  t.throws(() => back(corrected, 'c'), refused('UNDO_TOO_LATE'))
})

t.test('what is urgent and dismissed is owed within the same hour when that is taken back', async t => {
  const ticket = after([arrived(ASKED, { ...URGENT, label: 'inquiry' }), NINE + 2 * MINUTE])
  const now = NINE + 59 * MINUTE + 30 * SECOND
  const dismissed = decided(ticket, now, dismiss({ actor: LI, id: 'd', ...seen(ticket), reason: '重复' }))
  const undone = back(dismissed, 'd', now + 45 * SECOND).ticket!
  t.equal(runningClock(undone)?.dueAt, NINE + HOUR)
  t.ok(undone.nextDueAt! <= now + 45 * SECOND, 'it is overdue by now, and told at once')
})
