import t from 'tap'
import { observe } from '../src/observe.ts'
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
})
