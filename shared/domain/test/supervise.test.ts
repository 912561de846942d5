import { DEFAULT_POLICY } from '@huiyin/schemas/policy.ts'
import t from 'tap'
import * as c from '../src/cases/commands.ts'
import { endSupervisions } from '../src/cases/supervise.ts'
import type { Draft } from '../src/draft.ts'
import { DEFAULT_RULES } from '../src/rules.ts'
import {
  acted,
  by,
  CHEN,
  closed,
  complaint,
  DAY,
  HAN,
  HOUSING,
  refusedAs,
  TEN,
  told,
  ZHOU
} from './dispatch-fixtures.ts'
import { decideOn, HOUR, LI, typesOf } from './fixtures.ts'

type Person = Parameters<typeof by>[0]
const order = (actor: Person = HAN, of: { dueAt?: number; instruction?: boolean } = {}) =>
  c.supervise({ ...by(actor), text: '请住建局本周内办结', owner: HOUSING, dueAt: TEN + DAY, instruction: true, ...of })
const watched = acted(complaint(), [order(), TEN])
const end = (ticket: typeof watched, actor: Person = HAN) =>
  c.endSupervision({ ...by(actor), supervision: ticket.supervised![0]!.id })

t.test("a leader's instruction", async t => {
  t.test('stands on the ticket, and its words in no event', async t => {
    const { ticket, events } = decideOn(complaint(), order(), TEN)
    t.match(ticket?.supervised, [
      { by: HAN, at: TEN, instruction: true, text: '请住建局本周内办结', owner: HOUSING, dueAt: TEN + DAY }
    ])
    t.match(events, [{ type: 'ticket.supervised', data: { instruction: true, owner: HOUSING, dueAt: TEN + DAY } }])
    t.notMatch(JSON.stringify(events), '本周内')
  })

  t.test('moves no clock', async t => t.same(watched.clocks, complaint().clocks))

  t.test('is told again when its time has come and it still stands', async t => {
    t.match(watched.needs, [{ kind: 'supervised', at: TEN + DAY, urgent: false }])
    t.ok(watched.climbAt! <= TEN + DAY)
  })

  t.test('is given by a leader, head or administrator; anybody may watch without one', async t => {
    t.throws(() => decideOn(complaint(), order(LI), TEN), refusedAs('NOT_ALLOWED'))
    t.match(decideOn(complaint(), order(LI, { instruction: false }), TEN).ticket?.supervised, [{ instruction: false }])
  })

  t.test('has a time ahead of it', async t => {
    t.throws(() => decideOn(complaint(), order(HAN, { dueAt: TEN }), TEN), refusedAs('UNTIL_NOT_ALLOWED'))
  })

  t.test('of what is closed is refused', async t => {
    const done = closed(told(complaint(), TEN - HOUR), TEN - HOUR)
    t.throws(() => decideOn(done, order(), TEN), refusedAs('TICKET_CLOSED'))
  })

  t.test('ends by the one who gave it, or a head, and nobody is told of it any more', async t => {
    const { ticket, events } = decideOn(watched, end(watched), TEN + HOUR)
    t.match(ticket, { supervised: [{ endedAt: TEN + HOUR }], needs: [{ ended: { at: TEN + HOUR, why: 'closed' } }] })
    t.same(typesOf(events), ['ticket.supervised'])
    t.match(decideOn(watched, end(watched, ZHOU), TEN + HOUR).ticket?.supervised, [{ endedAt: TEN + HOUR }])
    t.throws(() => decideOn(watched, end(watched, CHEN), TEN + HOUR), refusedAs('NOT_ALLOWED'))
  })

  t.test('ended twice ended the first time', async t => {
    const ended = acted(watched, [end(watched), TEN + HOUR], [end(watched), TEN + 2 * HOUR])
    t.match(ended.supervised, [{ endedAt: TEN + HOUR }])
  })

  t.test('ends with the case, whoever gave it', async t => {
    const draft: Draft = {
      ticket: { ...acted(watched, [order(LI, { instruction: false }), TEN]) },
      events: [],
      actor: ZHOU,
      now: TEN + HOUR,
      rules: DEFAULT_RULES,
      policy: DEFAULT_POLICY
    }
    endSupervisions(draft, 'closed')
    t.match(draft.ticket.supervised, [{ endedAt: TEN + HOUR }, { endedAt: TEN + HOUR }])
    t.ok(draft.ticket.needs?.every(({ ended }) => ended))
  })

  t.test('that is not there cannot end', async t => {
    const other = c.endSupervision({ ...by(HAN), supervision: 'another' })
    t.throws(() => decideOn(watched, other, TEN + HOUR), refusedAs('SUPERVISION_NOT_FOUND'))
  })

  t.test('beside ten that stand is refused; one that ended makes room', async t => {
    let ticket = complaint()
    for (let i = 0; i < 10; i++) ticket = acted(ticket, [order(), TEN])
    t.throws(() => decideOn(ticket, order(), TEN + HOUR), refusedAs('TOO_MANY'))
    t.equal(acted(ticket, [end(ticket), TEN + HOUR], [order(), TEN + 2 * HOUR]).supervised?.length, 10)
  })
})
