import { memoryRecords } from '@huiyin/adapters/memory/records.ts'
import { openLedger } from '@huiyin/ports/quota-ledger.ts'
import type { Account } from '@huiyin/schemas/account.ts'
import type { Quota } from '@huiyin/schemas/quota.ts'
import t from 'tap'

const NOW = Date.parse('2026-01-05T14:00:00+08:00')
const clock = { now: () => NOW }
const accountOf = (id: string): Account => ({
  platform: 'douyin',
  id,
  name: id,
  credentials: { clientKey: 'one app' },
  since: 0
})
const ofApp = (calls: number, per: Quota['per']): Quota => ({ scope: 'app', calls, per })

t.test('the ledger of calls', async t => {
  t.test('does not give the last call of an app to two of its accounts', async t => {
    const ledger = openLedger(memoryRecords(false), { holder: 'one', clock })
    const left = (id: string) => ledger.standing(accountOf(id), [ofApp(1, 'second')], NOW)[0]!.remaining
    t.equal(left('b'), 1)
    const release = ledger.hold(accountOf('a'))
    t.equal(left('b'), 0)
    release()
    release()
    t.equal(left('b'), 1, 'it did not leave')
    ledger.spent(accountOf('a'))
    t.equal(left('b'), 0)
  })

  t.test('divides what an app may ask in a second among the processes, and shares what it may in a day', async t => {
    const records = memoryRecords(false)
    const [one, other] = ['one', 'other'].map(holder => openLedger(records, { holder, clock }))
    const account = accountOf('a')
    const left = () =>
      one!.standing(account, [ofApp(100, 'second'), ofApp(100, 'day')], NOW).map(quota => quota.remaining)
    t.same(left(), [100, 100])
    other!.spent(account)
    await other!.share()
    await one!.share()
    t.same(left(), [50, 99])
  })
})
