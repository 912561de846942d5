import { noteProcess, type ProcessNote } from '@huiyin/ports/processes.ts'
import t from 'tap'
import { type Found, judge, SERVICES } from '../src/status/judge.ts'
import { enter, NOON, openHouse, signIn } from './house.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

const running = (service: string, more: Partial<ProcessNote> = {}): ProcessNote => ({
  ...{ service, host: 'a', version: '1.0.0', startedAt: NOON - HOUR, seenAt: NOON, lacks: [] },
  ...more
})

const well: Found = {
  now: NOON,
  engines: [
    { name: 'store', ok: true, detail: 'answers' },
    { name: 'log', ok: true, detail: 'answers' }
  ],
  processes: SERVICES.map(service => running(service)),
  readers: { desk: 12 },
  audit: { at: NOON - MINUTE, ok: true, gaps: 0 },
  deliveries: { waiting: 0 },
  unpublished: 0,
  parked: 0,
  backupAt: NOON - HOUR,
  backsUp: true,
  demo: false
}

const troublesOf = (found: Partial<Found>) => judge({ ...well, ...found }).troubles

t.test('the house is judged', async t => {
  t.test('well when every service was seen, nothing waits too long and there is a backup of today', async t => {
    t.match(judge(well), { gravity: 'well', troubles: [] })
    t.match(judge({ ...well, processes: [running('huiyin')] }), { gravity: 'well' }, 'one process may be all of them')
    t.match(
      judge({ ...well, demo: true, backupAt: NOON - 900 * HOUR }),
      { gravity: 'well' },
      'nobody needs made-up words'
    )
  })

  t.test('wrong when a service has fallen silent or was never seen, by its name', async t => {
    const processes = well
      .processes!.filter(({ service }) => service !== 'scribe')
      .map(one => (one.service === 'alerter' ? { ...one, seenAt: NOON - 5 * MINUTE } : one))
    t.match(judge({ ...well, processes }), { gravity: 'wrong' })
    t.same(troublesOf({ processes }), [
      { kind: 'service-silent', gravity: 'wrong', of: 'alerter', ms: 5 * MINUTE },
      { kind: 'service-missing', gravity: 'wrong', of: 'scribe' }
    ])
    const two = [...well.processes!, running('alerter', { host: 'b', seenAt: NOON - HOUR })]
    t.same(troublesOf({ processes: two }), [], 'another of them is there')
  })

  t.test('by what a process lacks, by readers far behind, and the gravest comes first', async t => {
    const lacks = [{ name: 'clock', ok: false, detail: 'behind by 3.0 s' }]
    const processes = well.processes!.map(one => (one.service === 'desk' ? { ...one, lacks } : one))
    t.same(
      troublesOf({ processes, readers: { desk: 80_000 }, audit: { at: NOON - 10 * MINUTE, ok: true, gaps: 0 } }).map(
        ({ kind, of }) => [kind, of]
      ),
      [
        ['alerts-unaudited', undefined],
        ['service-unready', 'desk'],
        ['reader-behind', 'desk']
      ]
    )
  })

  t.test('by alerts that are late, kept in or on their way for too long', async t => {
    const kinds = (found: Partial<Found>) => troublesOf(found).map(({ kind }) => kind)
    t.same(kinds({ audit: { at: NOON, ok: false, gaps: 4, oldest: 9 * MINUTE } }), ['alerts-late'])
    t.same(kinds({ audit: { at: NOON, ok: false, gaps: 0, mute: true } }), ['alerts-mute'])
    t.same(kinds({ deliveries: { waiting: 2, oldest: 3 * MINUTE } }), ['alerts-undelivered'])
    t.same(kinds({ deliveries: { waiting: 2, oldest: MINUTE } }), [])
    t.same(kinds({ heartbeat: { at: NOON, failed: 'status 500' } }), ['heartbeat-unheard'])
  })

  t.test('by room on the disk, once for each host, and by the age of the last backup', async t => {
    const disk = { free: 1e9, size: 100e9 }
    const processes = well.processes!.map(one => ({ ...one, disk }))
    t.match(troublesOf({ processes }), [{ kind: 'disk-full', gravity: 'wrong', of: 'a', share: 0.01 }])
    t.equal(troublesOf({ processes }).length, 1)
    t.match(troublesOf({ backupAt: NOON - 30 * HOUR }), [{ kind: 'backup-old', gravity: 'watch' }])
    t.match(troublesOf({ backupAt: NOON - 80 * HOUR }), [{ kind: 'backup-old', gravity: 'wrong' }])
    const { backupAt: _, ...never } = well
    t.match(judge(never).troubles, [{ kind: 'backup-none', gravity: 'watch' }])
    t.same(judge({ ...never, backsUp: false }).troubles, [])
  })

  t.test('by the engines alone while they are away', async t => {
    const engines = [
      { name: 'store', ok: false, detail: 'STORE_UNAVAILABLE' },
      { name: 'log', ok: true, detail: 'answers' }
    ]
    const { engines: _, ...rest } = { now: NOON, engines: 0, backsUp: false, demo: false }
    t.same(judge({ ...rest, engines }).troubles, [
      { kind: 'store-away', gravity: 'wrong', detail: 'STORE_UNAVAILABLE' }
    ])
  })
})

t.test('how the house stands is told to whoever keeps it, and to nobody else', async t => {
  const house = await openHouse(t)
  const admin = await signIn(house)
  await noteProcess(house.store.records, 'x', running('desk', { stored: { at: NOON, delay: 800 } }))
  await noteProcess(house.store.records, 'y', running('api', { seenAt: NOON - 25 * HOUR }))
  await house.store.records.refresh()
  const { statusCode, body } = await admin.get('/api/status')
  t.equal(statusCode, 200)
  const told = JSON.parse(body)
  t.match(told, { gravity: 'wrong', processes: [{ service: 'desk', stored: { delay: 800 } }] })
  t.same(told.processes.length, 1, 'what was not seen for a day is gone')
  t.ok(told.readers.some(({ group }: { group: string }) => group === 'scribe'))
  const editor = await enter(house, { id: 'li', name: '李', role: 'editor' })
  t.match((await editor.get('/api/status')).json(), { code: 'NOT_ALLOWED' })
})

t.test('every answer says by what it is found again in the log, and nobody can put their own words there', async t => {
  const house = await openHouse(t)
  const idOf = async (headers: Record<string, string>) =>
    (await house.app.inject({ url: '/healthz', headers })).headers['x-request-id']
  const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
  t.match(await idOf({}), UUID)
  t.not(await idOf({}), await idOf({}))
  const own = '3f0c1d52-9a3b-4c55-8a65-1f1d7a0f2b11'
  t.equal(await idOf({ 'x-request-id': own }), own)
  const trace = '4bf92f3577b34da6a3ce929d0e0e4736'
  t.equal(await idOf({ traceparent: `00-${trace}-00f067aa0ba902b7-01` }), trace)
  for (const words of ['13800138000', 'zhang-san', '张三', own + own]) {
    const found = await idOf({ 'x-request-id': encodeURIComponent(words) })
    t.match(found, UUID)
    t.not(found, words)
  }
  const refused = await house.app.inject({ url: '/api/tickets', headers: { 'x-request-id': own } })
  t.equal(refused.statusCode, 401)
  t.equal(refused.headers['x-request-id'], own, 'a refusal too')
})
