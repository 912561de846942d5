import t from 'tap'
import { runningClock } from '../src/clocks/running.ts'
import { alertOwed } from '../src/clocks/telling.ts'
import { dismiss, reopen } from '../src/commands.ts'
import {
  after,
  arrived,
  CALM,
  DESK,
  decideOn,
  HOUR,
  ID,
  judged,
  LI,
  MINUTE,
  NINE,
  said,
  typesOf,
  URGENT
} from './fixtures.ts'

const asked = said('请问医保卡丢了去哪里补办？', NINE)
const open = () => after([arrived(asked), NINE + 2 * MINUTE])

t.test('the first clock', async t => {
  t.test('runs 24 hours from the time when the comment was published, not from when we saw it (R2, R11)', async t => {
    const clock = runningClock(open())
    t.equal(clock?.startedAt, NINE)
    t.equal(clock?.dueAt, NINE + 24 * HOUR)
  })

  t.test('runs one hour when it is urgent, in a holiday night too (T5)', async t => {
    const night = Date.parse('2026-02-19T02:10:00+08:00')
    const ticket = after([arrived(said('煤气漏了，楼里还有老人', night), URGENT), night + MINUTE])
    t.equal(runningClock(ticket)?.dueAt, Date.parse('2026-02-19T03:10:00+08:00'))
  })

  t.test('is due at the sooner of both times when it becomes urgent later (R21, T6)', async t => {
    const ten = Date.parse('2026-11-23T10:00:00+08:00')
    const three = Date.parse('2026-11-23T15:00:00+08:00')
    const ticket = after(
      [arrived(said('路灯什么时候修？', ten)), ten + MINUTE],
      [arrived(said('有人触电了', three, { comment: '101', parent: '100' }), URGENT), three + MINUTE]
    )
    const clock = runningClock(ticket)
    t.equal(clock?.dueAt, Date.parse('2026-11-23T16:00:00+08:00'))
    t.equal(clock?.startedAt, ten)
    t.equal(clock?.originalDueAt, ten + 24 * HOUR)
  })

  t.test('that becomes urgent after its new due time is told once as "act now", not as a breach (R21)', async t => {
    const seen = NINE + 20 * HOUR
    const late = said('有人触电了', NINE + 2 * HOUR, { comment: '101', observedAt: seen })
    const ticket = after([arrived(asked), NINE + MINUTE], [arrived(late, URGENT), seen])
    const owing = alertOwed(ticket, seen)
    t.match(owing, { kind: 'warn', point: 0 })
    const { clock, kind, point } = owing!
    const told = after(
      [arrived(asked), NINE + MINUTE],
      [arrived(late, URGENT), seen],
      [{ type: 'clock.told', actor: DESK, clock: clock.id, dueSetBy: clock.dueSetBy, kind, point }, seen]
    )
    t.not(alertOwed(told, seen + HOUR)?.clock.kind, 'first')
    t.equal(runningClock(told)?.breachedAt, undefined)
  })

  t.test('starts at the oldest comment owed, although the pages came out of order', async t => {
    const earlier = said('上个月就问过了', NINE - 3 * HOUR, { comment: '99' })
    const ticket = after([arrived(asked), NINE + MINUTE], [arrived(earlier), NINE + 2 * MINUTE])
    t.equal(runningClock(ticket)?.dueAt, NINE + 21 * HOUR)
    t.equal(ticket.openedAt, NINE - 3 * HOUR)
  })

  for (const confidence of [0.95, 0.3])
    t.test(
      `is due at the same time whatever order three comments come in, chat of ${confidence} among them`,
      async t => {
        const chat = said('今天风真大', NINE, { comment: '98' })
        const question = said('路灯什么时候修？', NINE + 10 * MINUTE, { comment: '99', parent: '98' })
        const urgent = said('有人触电了', NINE + 120 * MINUTE, { comment: '100', parent: '98' })
        const news = [
          arrived(chat, judged({ label: 'other', confidence })),
          arrived(question),
          arrived(urgent, URGENT)
        ] as const
        const orders = [
          [0, 1, 2],
          [0, 2, 1],
          [1, 0, 2],
          [1, 2, 0],
          [2, 0, 1],
          [2, 1, 0]
        ] as const
        for (const order of orders) {
          const now = NINE + 125 * MINUTE
          const [a, b, c] = order.map(i => [news[i], now] as const)
          const clock = runningClock(after([...a!], [...b!], [...c!]))
          t.match(clock, { startedAt: NINE + 10 * MINUTE, dueAt: NINE + 180 * MINUTE, urgent: true }, order.join())
          t.equal(clock?.originalDueAt, NINE + 10 * MINUTE + 24 * HOUR)
        }
      }
    )

  t.test('does not start for praise, chat and spam (R3)', async t => {
    t.equal(decideOn(undefined, arrived(said('辛苦了！', NINE), CALM), NINE).ticket, undefined)
  })

  t.test('does not start for what a person has to look at first', async t => {
    const unsure = judged({ label: 'other', confidence: 0.3 })
    const ticket = after([arrived(said('就这？', NINE), unsure), NINE + MINUTE])
    t.equal(ticket.review, true)
    t.equal(runningClock(ticket), undefined)
  })

  t.test('that was overdue before we could know of it is looked at once, and wakes nobody by itself (R30)', async t => {
    const ticket = after([arrived(said('水管爆了', NINE), URGENT), NINE + 4 * HOUR])
    t.equal(runningClock(ticket)?.bornLate, true)
    t.equal(ticket.nextDueAt, NINE + 4 * HOUR)
    t.equal(alertOwed(ticket, NINE + 5 * HOUR), undefined)
  })

  t.test('is warned of 12, 4 and 1 hours before, and breached from the very moment it ends (R29)', async t => {
    const ticket = open()
    const at = (left: number) => alertOwed(ticket, NINE + 24 * HOUR - left)
    t.equal(at(12 * HOUR + 1), undefined)
    t.match(at(12 * HOUR), { kind: 'warn', point: 12 * HOUR })
    t.match(at(4 * HOUR), { kind: 'warn', point: 4 * HOUR })
    t.match(at(HOUR - 1), { kind: 'warn', point: HOUR })
    t.match(at(0), { kind: 'breach', point: 0 })
  })

  t.test('passes over the warn points before the one that was told', async t => {
    const ticket = open()
    const clock = runningClock(ticket)!
    const three = NINE + 20 * HOUR + MINUTE
    const { ticket: told } = decideOn(
      ticket,
      {
        type: 'clock.told',
        actor: DESK,
        clock: clock.id,
        dueSetBy: clock.dueSetBy,
        kind: 'warn',
        point: 4 * HOUR
      },
      three
    )
    t.equal(alertOwed(told!, three), undefined)
    t.equal(told?.nextDueAt, NINE + 23 * HOUR)
  })

  t.test('takes no word about a due time that was moved meanwhile', async t => {
    const ticket = open()
    const clock = runningClock(ticket)!
    const stale = {
      type: 'clock.told',
      actor: DESK,
      clock: clock.id,
      dueSetBy: clock.dueSetBy + 1,
      kind: 'breach',
      point: 0
    } as const
    t.same(decideOn(ticket, stale, NINE + 25 * HOUR).events, [])
  })

  t.test('ends as cancelled when the comment is deleted, and nobody is owed an answer (R28)', async t => {
    const gone = said('请问医保卡丢了去哪里补办？', NINE, { deleted: true, observedAt: NINE + HOUR })
    const ticket = after([arrived(asked), NINE + MINUTE], [arrived(gone), NINE + HOUR])
    t.match(ticket.clocks, [{ outcome: 'cancelled' }])
    t.same(ticket.owed, [])
  })

  t.test(
    'ends as cancelled when a person dismisses the ticket, and runs from the same time when it is reopened',
    async t => {
      const ticket = open()
      const away = decideOn(
        ticket,
        dismiss({ actor: LI, id: 'k1', seen: ticket.lastTurn, reason: '广告' }),
        NINE + HOUR
      ).ticket!
      t.match(away.clocks, [{ outcome: 'cancelled' }])
      const back = decideOn(
        away,
        reopen({ actor: LI, id: 'k2', seen: away.lastTurn, reason: '看错了' }),
        NINE + 2 * HOUR
      ).ticket!
      t.equal(runningClock(back)?.dueAt, NINE + 24 * HOUR)
    }
  )
})

t.test('a ticket', async t => {
  t.test('meets a comment once, whatever the log says again', async t => {
    const ticket = open()
    t.equal(decideOn(ticket, arrived(asked), NINE + 9 * HOUR).ticket, ticket)
  })

  t.test('numbers its events without gaps', async t => {
    const { events } = decideOn(undefined, arrived(asked), NINE + MINUTE)
    t.same(
      events.map(({ n }) => n),
      events.map((_, i) => i + 1)
    )
    t.same(typesOf(events), ['ticket.opened', 'turn.citizen', 'clock.started', 'clock.started'])
    t.equal(events[0]?.id, `${ID}#1`)
  })

  t.test('of one who was answered and asks again runs the next clock from that question (R6)', async t => {
    const outside = said('请拨打12393。', NINE + HOUR, { comment: '600', parent: '100', ours: true })
    const again = said('打不通怎么办？', NINE + 2 * HOUR, { comment: '601' })
    const ticket = after(
      [arrived(asked), NINE + MINUTE],
      [arrived(outside), NINE + HOUR],
      [arrived(again), NINE + 2 * HOUR]
    )
    t.match(runningClock(ticket), { kind: 'next', dueAt: NINE + 26 * HOUR })
    t.equal(ticket.status, 'open')
  })

  t.test('that a person reopens after an answer owes it again, on a clock from now', async t => {
    const outside = said('请拨打12393。', NINE + HOUR, { comment: '600', parent: '100', ours: true })
    const done = after([arrived(asked), NINE + MINUTE], [arrived(outside), NINE + HOUR])
    const late = NINE + 50 * HOUR
    const { ticket } = decideOn(done, reopen({ actor: LI, id: 'k', seen: done.lastTurn, reason: '答非所问' }), late)
    t.match(ticket, { status: 'open', owed: [{ native: '100' }] })
    t.match(runningClock(ticket!), { kind: 'next', startedAt: late, dueAt: late + 24 * HOUR })
  })

  t.test('is not opened by our own reply, nor by what was imported for the record', async t => {
    t.equal(decideOn(undefined, arrived({ ...asked, ours: true }), NINE).ticket, undefined)
    t.equal(decideOn(undefined, arrived({ ...asked, history: true }), NINE).ticket, undefined)
  })

  t.test('takes no more turns beyond two thousand comments, and says so once', async t => {
    let ticket = open()
    ticket = { ...ticket, met: Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [String(i), 1])) }
    const flooded = decideOn(ticket, arrived(said('？', NINE + HOUR, { comment: '9001' })), NINE + HOUR)
    t.same(typesOf(flooded.events), ['ticket.flooded'])
    t.same(decideOn(flooded.ticket, arrived(said('？', NINE + HOUR, { comment: '9002' })), NINE + HOUR).events, [])
  })

  t.test('is for the office that the deployment names, else for the likeliest class', async t => {
    const departments = [{ name: '城建', confidence: 0.8 }]
    t.equal(after([arrived(asked, judged({ departments })), NINE]).department, '城建')
    t.equal(after([arrived(asked, judged({ departments, office: '住建局' })), NINE]).department, '住建局')
  })

  t.test('knows the places that the citizen named, each once and ten at most', async t => {
    const places = (...names: string[]) => ({ places: names.map(name => ({ name, from: 0, to: 1 })) })
    const ticket = after(
      [arrived(asked, judged(places('青禾大道', '城南'))), NINE],
      [arrived(said('还有', NINE, { comment: '101' }), judged(places('城南', '河东'))), NINE + MINUTE]
    )
    t.same(ticket.places, ['青禾大道', '城南', '河东'])
    const many = Array.from({ length: 10 }, (_, i) => `第${i}路`)
    const full = decideOn(ticket, arrived(said('都坏', NINE, { comment: '102' }), judged(places(...many))), NINE + HOUR)
    t.equal(full.ticket?.places?.length, 10)
    t.equal(open().places, undefined)
  })
})
