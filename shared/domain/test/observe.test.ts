import type { Classification } from '@huiyin/schemas/classification.ts'
import t from 'tap'
import { observe } from '../src/observe.ts'
import { levelOf } from '../src/risk-levels.ts'
import { judged, NINE, said } from './fixtures.ts'

t.test('a comment in the store', async t => {
  const first = observe(undefined, said('路灯坏了', NINE), judged())!

  t.test('keeps the earliest text beside the newest', async t => {
    const edited = observe(first, said('路灯坏了三天', NINE, { observedAt: NINE + 900_000 }), judged())!
    t.match(edited, { text: '路灯坏了三天', firstText: '路灯坏了' })
  })

  t.test('is not changed by an older observation', async t => {
    const edited = observe(first, said('路灯坏了三天', NINE, { observedAt: NINE + 900_000 }), judged())!
    t.equal(observe(edited, said('路灯坏了', NINE)), undefined)
  })

  t.test('learns the earlier text from an observation that comes late', async t => {
    const late = observe(first, said('路灯怀了', NINE, { observedAt: NINE + 1 }))
    t.match(late, { text: '路灯坏了', firstText: '路灯怀了' })
  })

  t.test('stays readable when it was deleted (R28)', async t => {
    t.match(observe(first, said('', NINE, { observedAt: NINE + 900_000, deleted: true })), {
      text: '路灯坏了',
      state: 'deleted'
    })
  })

  t.test('takes nothing any more once it is erased', async t => {
    t.equal(observe({ ...first, state: 'erased' }, said('路灯', NINE, { observedAt: NINE + 900_000 })), undefined)
  })

  t.test('is not written again when nothing about it changed', async t => {
    t.equal(observe(first, said('路灯坏了', NINE, { observedAt: NINE + 900_000 }), judged()), undefined)
  })

  t.test('is only raised by another model', async t => {
    const urgent = {
      ...first,
      classification: judged({ urgent: true, risk: { score: 70, level: 'orange', reasons: [] } })
    }
    const next = observe(
      urgent,
      said('路灯坏了', NINE, { observedAt: NINE + 900_000, likes: 3 }),
      judged({ model: 'new', label: 'other' })
    )
    t.match(next?.classification, { label: 'inquiry', urgent: true, risk: { score: 70 } })
  })

  t.test('follows the newest look of one model, up at once and down by hysteresis (R39)', async t => {
    const look = (score: number, minute: number) =>
      [said('路灯坏了', NINE, { observedAt: NINE + minute * 60_000, likes: minute }), at(score)] as const
    const steps = [
      [40, 'yellow'],
      [56, 'orange'],
      [50, 'orange'],
      [47, 'yellow'],
      [54, 'yellow'],
      [0, 'blue']
    ] as const
    let stored = first
    for (const [i, [score, level]] of steps.entries()) {
      stored = observe(stored, ...look(score, i + 2))!
      t.match(stored.classification?.risk, { score, level })
    }
  })

  t.test('is not unsaid to be urgent by a look that is calmer', async t => {
    const urgent = { ...first, classification: judged({ urgent: true }) }
    t.equal(observe(urgent, ...later(judged()))?.classification?.urgent, true)
  })

  t.test('keeps what a model raised although another one speaks twice', async t => {
    const raised = { ...first, classification: at(70) }
    const once = observe(raised, ...later({ ...at(40), model: 'new', label: 'other' }, 15))!
    const twice = observe(once, ...later({ ...at(20), model: 'new', label: 'other' }, 16))!
    for (const stored of [once, twice]) t.match(stored.classification, { risk: { score: 70 }, label: 'inquiry' })
  })
})

const at = (score: number) => judged({ risk: { score, level: levelOf(score), reasons: [] } })

const later = (of: Classification, minute = 15) =>
  [said('路灯坏了', NINE, { observedAt: NINE + minute * 60_000, likes: minute }), of] as const
