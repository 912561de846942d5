import { Ladder, TriggerKind } from '@huiyin/schemas/ladder.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import t from 'tap'
import { defaultLadders } from '../src/escalation/default-ladders.ts'
import { ladderStep } from '../src/escalation/ladder-step.ts'
import { lintLadder } from '../src/escalation/lint.ts'
import { ladderFor, NOTHING_YET, type Trigger } from '../src/escalation/trigger.ts'
import * as f from './escalation-fixtures.ts'
import { HOUR, MINUTE, NINE } from './fixtures.ts'

const DESK = { channel: 'smtp', address: 'zhiban@zhujian.gov.cn' }
const DUTY = { department: '住建局', contacts: [DESK] }
const HOUSE = { persons: [], departments: [DUTY], rosters: [], channels: ['wecom', 'smtp'] }
const LADDERS = defaultLadders(HOUSE.channels)

/** Minutes after nine at which a ladder tells, when nobody acknowledges, up to two days. */
function told(kind: TriggerKind, urgent: boolean) {
  const trigger = { ...f.BREACH, kind, urgent }
  const ladder = ladderFor(LADDERS, trigger)!
  const { due } = ladderStep(ladder, trigger, NOTHING_YET, NINE + 48 * HOUR, HOUSE)
  return due.map(({ at }) => (at - NINE) / MINUTE)
}

t.test('ladders of an office that has none', async t => {
  t.test(
    'are there for everything that can be climbed for, urgent and not, and nothing is wrong with them',
    async t => {
      for (const { const: kind } of TriggerKind.anyOf)
        for (const urgent of [true, false]) t.ok(ladderFor(LADDERS, { kind, urgent, at: NINE }), `${kind} ${urgent}`)
      for (const ladder of LADDERS) {
        t.same(parser(Ladder, 'ladder')(ladder), ladder)
        t.same(lintLadder(ladder, { ...HOUSE, quietHours: f.NIGHT, now: NINE }), [], ladder.id)
      }
    }
  )

  t.test('tell every channel’s group', async t => {
    const ladder = ladderFor(LADDERS, f.BREACH)!
    const { due } = ladderStep(ladder, f.BREACH, NOTHING_YET, NINE, HOUSE)
    t.same(due[0]?.recipients, [{ channel: 'wecom' }, { channel: 'smtp' }])
    t.same(defaultLadders([]), [])
  })

  t.test(
    'tell a dispatch to its department, and who assists; after four hours, and urgent at once, the groups as well',
    async t => {
      const groups = [{ channel: 'wecom' }, { channel: 'smtp' }]
      const toldBy = (of: Partial<Trigger>, house = HOUSE) => {
        const trigger: Trigger = { ...f.BREACH, kind: 'dispatched', department: '住建局', ...of }
        const ladder = ladderFor(LADDERS, trigger)!
        const { due } = ladderStep(ladder, trigger, NOTHING_YET, NINE + 28 * HOUR, house)
        return due.map(({ at, recipients }) => [(at - NINE) / HOUR, recipients])
      }
      t.same(toldBy({}), [
        [0, [DESK]],
        [4, [...groups, DESK]],
        [28, [...groups, DESK]]
      ])
      t.same(toldBy({ urgent: true })[0], [0, [...groups, DESK]])
      const other = { channel: 'wecom', address: 'shuiwu' }
      const two = { ...HOUSE, departments: [DUTY, { department: '水务局', contacts: [other] }] }
      t.same(toldBy({ assisting: ['水务局'] }, two)[0], [0, [DESK, other]])
      t.same(toldBy({ department: '交通局' })[0], [0, groups], 'nobody there is reached')
      t.same(toldBy({ department: '交通局', assisting: ['水务局'] }, two)[0], [0, [...groups, other]])
    }
  )

  t.test('are found wanting where no department at all is reached', async t => {
    const ladder = LADDERS.find(({ id }) => id === 'default-dispatched-normal')!
    t.match(lintLadder(ladder, { ...HOUSE, departments: [], now: NINE }), [{ code: 'RUNG_UNREACHABLE' }])
  })

  t.test('tell what is urgent every quarter of an hour for two hours', async t => {
    t.same(told('breached', true), [0, 15, 30, 45, 60, 75, 90, 105, 120])
    t.same(told('urgent', true), told('breached', true))
  })

  t.test(
    'tell a breach at once, after two hours and after a day; other needs at once and after four hours',
    async t => {
      t.same(told('breached', false), [0, 120, 1440])
      t.same(told('unsigned-dispatch', false), [0, 240])
      t.same(told('dispatched', true), told('breached', true))
      t.same(told('approaching', false), [0])
      t.same(told('approaching', true), [0])
    }
  )
})
