import t from 'tap'
import { tick } from '../src/tick.ts'
import { DUE, HOUR, MINUTE, NINE, office } from './office.ts'

t.test('a restored copy', async t => {
  t.test(
    'tells what was due before it took over in one digest, as perhaps told before, and the rest as ever',
    async t => {
      const { at, arrives, told, digests, ports, deliveries, setNow } = office()
      let since: number | undefined
      Object.assign(ports, { mayAlert: async () => since !== undefined, adoptedAt: async () => since })
      for (const n of [1, 2, 3]) await arrives(n)
      await at(DUE - 12 * HOUR)
      await at(DUE - 4 * HOUR)
      t.same([told.length, digests.length], [0, 0], 'it is mute')
      since = DUE - 3 * HOUR
      await at(since + MINUTE)
      await at(since + 2 * MINUTE)
      t.same(told, [], 'nobody is woken one by one')
      t.equal(digests.length, 1)
      t.match(digests[0], { of: { why: 'late', gaps: [{ why: 'taken-over', to: since }] } })
      t.ok(digests[0]!.notices.every(({ perhapsRepeated }) => perhapsRepeated))
      t.equal(digests[0]!.notices.length, 3 * 2)
      await at(DUE - HOUR)
      t.equal(told.length, 3, 'what is due from now on')
      t.ok(told.every(({ perhapsRepeated }) => !perhapsRepeated))
      t.notOk((await deliveries()).some(({ state }) => state === 'pending'))
      setNow(NINE)
    }
  )

  t.test('that found nothing open from before begins as ever', async t => {
    const { arrives, at, told, digests, ports } = office()
    Object.assign(ports, { adoptedAt: async () => NINE - HOUR })
    await arrives(1)
    await at(DUE - 12 * HOUR)
    await tick(ports, DUE - 12 * HOUR)
    t.same([told.length, digests.length], [1, 0])
  })
})
