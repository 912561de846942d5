import { Ladder, TriggerKind } from '@huiyin/schemas/ladder.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import t from 'tap'
import { defaultLadders } from '../src/escalation/default-ladders.ts'
import { ladderStep } from '../src/escalation/ladder-step.ts'
import { lintLadder } from '../src/escalation/lint.ts'
import { ladderFor, NOTHING_YET } from '../src/escalation/trigger.ts'
import * as f from './escalation-fixtures.ts'
import { HOUR, MINUTE, NINE } from './fixtures.ts'

const HOUSE = { persons: [], departments: [], rosters: [], channels: ['wecom', 'smtp'] }
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

  t.test('tell what is urgent every quarter of an hour for two hours', async t => {
    t.same(told('breached', true), [0, 15, 30, 45, 60, 75, 90, 105, 120])
    t.same(told('urgent', true), told('breached', true))
  })

  t.test(
    'tell a breach at once, after two hours and after a day; other needs at once and after four hours',
    async t => {
      t.same(told('breached', false), [0, 120, 1440])
      t.same(told('unsigned-dispatch', false), [0, 240])
      t.same(told('approaching', false), [0])
      t.same(told('approaching', true), [0])
    }
  )
})
