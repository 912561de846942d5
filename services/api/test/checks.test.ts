import { memoryStore } from '@huiyin/adapters/memory/store.ts'
import { ALERTER_ID, AUDIT, type Audit, HEARTBEAT } from '@huiyin/ports/audit.ts'
import { openGuard } from '@huiyin/ports/environment.ts'
import { silent } from '@huiyin/ports/logger.ts'
import t from 'tap'
import { alertChecks, check } from '../src/checks.ts'
import { MINUTE, NOON, openHouse } from './house.ts'

function watched() {
  const { records } = memoryStore({ searchLags: true })
  const time = { now: NOON, fingerprint: 'here' }
  const clock = { now: () => time.now }
  const guard = openGuard(records, { fingerprint: async () => time.fingerprint, clock, logger: silent })
  const checks = async () => {
    const found = await alertChecks({ records, clock, guard })
    return Object.fromEntries(found.map(({ name, ok, detail }) => [name, { ok, detail }]))
  }
  const audited = (value: Audit) => records.put(AUDIT, { id: ALERTER_ID, value })
  return { records, time, checks, audited }
}

t.test('whether alerts leave', async t => {
  t.test('is told by the last audit, while it is fresh', async t => {
    const { time, checks, audited } = watched()
    t.match(await checks(), { alerts: { ok: true, detail: 'not audited yet' }, environment: { ok: true } })
    await audited({ at: NOON, ok: true, gaps: 0 })
    t.match(await checks(), { alerts: { ok: true } })
    await audited({ at: NOON, ok: false, gaps: 7 })
    t.match(await checks(), { alerts: { ok: false, detail: /^7 are late/ } })
    time.now += 4 * MINUTE
    t.match(await checks(), { alerts: { ok: false, detail: /240 s ago/ } })
  })

  t.test('is told of a copy of the installation', async t => {
    const { records, time, checks } = watched()
    await checks()
    time.fingerprint = 'elsewhere'
    const clock = { now: () => time.now }
    const guard = openGuard(records, { fingerprint: async () => time.fingerprint, clock, logger: silent })
    const [, environment] = await alertChecks({ records, clock, guard })
    t.match(environment, { ok: false, detail: /huiyin adopt/, advisory: true })
  })

  t.test('is told of a heartbeat that did not arrive', async t => {
    const { records, checks } = watched()
    await records.put(HEARTBEAT, { id: ALERTER_ID, value: { at: NOON, failed: 'refused' } })
    t.match(await checks(), { heartbeat: { ok: false, detail: 'refused' } })
  })
})

t.test('a check says what went wrong', async t => {
  t.same(await check('store', async () => 'x'), { name: 'store', ok: true, detail: 'answers' })
  const broken = async () => {
    throw new Error('connection refused')
  }
  t.same(await check('store', broken), { name: 'store', ok: false, detail: 'connection refused' })
})

t.test('what is only to be known keeps no requests away', async t => {
  const late = { name: 'alerts', ok: false, detail: '7 are late', advisory: true }
  const { app } = await openHouse(t, { ready: async () => [late] })
  const answer = await app.inject('/readyz')
  t.equal(answer.statusCode, 200)
  t.same(answer.json(), { ready: true, checks: [late] })
})
