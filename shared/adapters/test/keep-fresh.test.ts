import { setTimeout as sleep } from 'node:timers/promises'
import { storeUnavailable } from '@huiyin/domain/errors.ts'
import { policyAt } from '@huiyin/domain/rules.ts'
import { NOON } from '@huiyin/ports/contracts/fixtures.ts'
import { keepFresh } from '@huiyin/ports/keep-fresh.ts'
import { silent } from '@huiyin/ports/logger.ts'
import { openRulebook } from '@huiyin/ports/rulebook.ts'
import { DEFAULT_POLICY } from '@huiyin/schemas/policy.ts'
import t from 'tap'
import { freshSqlite } from './sqlite-folder.ts'

const events = { append: async () => [] }

const clock = { now: () => NOON }

t.test('rules that are kept fresh', async t => {
  t.test('show what another process saves, until the signal', async t => {
    const { store, close } = await freshSqlite()
    t.teardown(close)
    const [here, elsewhere] = [
      openRulebook(store.records, { clock, events }),
      openRulebook(store.records, { clock, events })
    ]
    const ended = new AbortController()
    const running = keepFresh(here, { logger: silent, signal: ended.signal, every: 5 })
    await elsewhere.savePolicy({ ...DEFAULT_POLICY, version: 'p-1', effectiveFrom: NOON })
    while (!here.rules().policies.some(({ version }) => version === 'p-1')) await sleep(5)
    ended.abort()
    await running
    t.equal(policyAt(here.rules(), NOON).version, 'p-1')
  })

  t.test('stay as they are while the store is away, which is said once, and come back with it', async t => {
    const told: string[] = []
    const tell = (_: object, message: string) => void told.push(message)
    const ended = new AbortController()
    let reads = 0
    const refresh = async () => {
      reads += 1
      if (reads <= 3) throw storeUnavailable('away')
      if (reads === 5) ended.abort()
    }
    const logger = { info: tell, warn: tell, error: tell }
    await keepFresh({ refresh }, { logger, signal: ended.signal, every: 1 })
    t.same(told, ['cannot be read; what was read last stays in force', 'are read again'])
  })

  t.test('end with any other error', async t => {
    const refresh = async () => {
      throw new TypeError('broken')
    }
    const { signal } = new AbortController()
    await t.rejects(keepFresh({ refresh }, { logger: silent, signal }), { message: 'broken' })
  })
})
