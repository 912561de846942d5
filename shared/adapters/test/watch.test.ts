import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HuiyinError, logUnavailable, storeUnavailable } from '@huiyin/domain/errors.ts'
import { comment } from '@huiyin/ports/contracts/fixtures.ts'
import { type Logger, silent } from '@huiyin/ports/logger.ts'
import { METRICS } from '@huiyin/ports/metrics.ts'
import { tellRetry, tellRound } from '@huiyin/ports/signs.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'
import t, { type Test } from 'tap'
import { openWorld, type World } from '../src/open.ts'
import { settingsOf } from '../src/settings.ts'
import { listenHealth } from '../src/watch/listener.ts'
import { prometheusMeter } from '../src/watch/prometheus.ts'
import { watchWorld } from '../src/watch/watch.ts'

const NOW = Date.UTC(2026, 10, 22, 4)

const observation = (overrides: Partial<Observation> = {}): Observation => {
  const { firstText, firstObservedAt, state, classification, ...seen } = comment(overrides)
  return { ...seen, ...overrides }
}

/** An embedded world on the disk, watched; `change` puts something else in its place first. */
async function watched(
  t: Test,
  { change = world => world, logger = silent }: { change?: (world: World) => World; logger?: Logger } = {}
) {
  const folder = await mkdtemp(join(tmpdir(), 'huiyin-watch-'))
  const world = await openWorld(settingsOf({ data: folder }), silent, folder)
  const watch = watchWorld(change(world), { name: 'desk', logger, folder, now: () => NOW })
  const listener = await listenHealth(watch.watched, { host: '127.0.0.1', port: 0, logger: silent })
  t.teardown(async () => {
    await listener.close()
    watch.close()
    await world.close()
    await rm(folder, { recursive: true })
  })
  const ask = async (path: string, method = 'GET') => {
    const response = await fetch(listener.url + path, { method })
    return { status: response.status, type: response.headers.get('content-type'), text: await response.text() }
  }
  return { ...watch, ask, lines: async () => (await ask('/metrics')).text.split('\n') }
}

type Watched = Awaited<ReturnType<typeof watched>>

const reading = (lines: readonly string[], series: string) => {
  const line = lines.find(line => line.startsWith(`${series} `))
  return line === undefined ? undefined : Number(line.slice(series.length + 1))
}

/** Two comments collected 2 s and 90 s ago, one that is history and one of ours: what the desk commits. */
async function deskCommits({ world }: Watched) {
  const at = (seconds: number) => ({ observedAt: NOW - seconds * 1_000, publishedAt: NOW - seconds * 2_000 })
  const all = [
    observation({ id: 'a', ...at(2) }),
    observation({ id: 'b', ...at(90) }),
    observation({ id: 'c', ...at(9_000), history: true }),
    observation({ id: 'd', ...at(9_000), ours: true })
  ]
  await world.logs.classified.append(all.map(one => ({ id: one.id, key: one.key, observation: one })))
  const ended = new AbortController()
  for await (const batch of world.logs.classified.read({ group: 'desk', atMost: 100, signal: ended.signal })) {
    await batch.commit()
    ended.abort()
  }
}

t.test('the metrics of a process', async t => {
  t.test('tell batches, their events and how long comments were on their way, once each', async t => {
    const house = await watched(t)
    await deskCommits(house)
    const lines = await house.lines()
    t.equal(reading(lines, 'huiyin_batch_events_total{group="desk"}'), 4)
    t.equal(reading(lines, 'huiyin_batch_duration_seconds_count{group="desk"}'), 1)
    t.equal(reading(lines, 'huiyin_collected_to_stored_seconds_count'), 2, 'neither history nor our own')
    t.equal(reading(lines, 'huiyin_collected_to_stored_seconds_sum'), 92)
    t.equal(reading(lines, 'huiyin_collected_to_stored_seconds_bucket{le="2"}'), 1)
    t.equal(reading(lines, 'huiyin_collected_to_stored_seconds_bucket{le="+Inf"}'), 2)
    t.equal(reading(lines, 'huiyin_published_to_stored_seconds_sum'), 184)
    t.equal(reading(lines, 'huiyin_build_info{version="0.1.0",service="desk"}'), 1)
    t.ok(reading(lines, 'huiyin_disk_free_bytes')! > 0)
    t.match((await house.standing()).stored, { at: NOW, delay: 90_000 })
  })

  t.test('tell how far a reader is behind as long as it reads, and nothing afterwards', async t => {
    const house = await watched(t)
    const { comments } = house.world.logs
    await comments.append(['a', 'b', 'c'].map(id => observation({ id })))
    const ended = new AbortController()
    const batches = comments.read({ group: 'webhook-7f3a', atMost: 2, signal: ended.signal })[Symbol.asyncIterator]()
    const { value: batch } = await batches.next()
    await batch.commit()
    const lag = 'huiyin_reader_lag_events{topic="comments",group="webhook-",partition="0"}'
    t.equal(reading(await house.lines(), lag), 1, 'groups that people make go by their kind')
    ended.abort()
    await batches.return?.()
    await new Promise(resolve => setTimeout(resolve, 1_100)) // one who asks twice in a second is told the same
    t.equal(reading(await house.lines(), lag), undefined)
  })

  t.test('count calls, failures by code, lost races, retries and rounds', async t => {
    let fails = false
    const house = await watched(t, {
      change: world => ({
        ...world,
        logs: {
          ...world.logs,
          events: {
            ...world.logs.events,
            append: events => (fails ? Promise.reject(logUnavailable('gone')) : world.logs.events.append(events))
          }
        }
      })
    })
    const { records } = house.world.store
    await records.create('thing', { id: 'x', value: 1 })
    const found = await records.get('thing', 'x')
    await records.putIfUnchanged('thing', { id: 'x', value: 2 }, found!.version)
    t.match(await records.putIfUnchanged('thing', { id: 'x', value: 3 }, found!.version), { outcome: 'conflict' })
    fails = true
    await t.rejects(house.world.logs.events.append([]), { code: 'LOG_UNAVAILABLE' })
    tellRetry('kafka')
    tellRound({ name: 'alerter', phase: 'begun', late: 1_500 })
    tellRound({ name: 'alerter', phase: 'ended', took: 250, away: false })
    tellRound({ name: 'alerter', phase: 'ended', took: 250, away: true })
    const lines = await house.lines()
    for (const [series, value] of [
      ['huiyin_store_call_duration_seconds_count{part="records",call="putIfUnchanged"}', 2],
      ['huiyin_store_conflicts_total{part="records"}', 1],
      ['huiyin_log_call_failures_total{topic="events",call="append",code="LOG_UNAVAILABLE"}', 1],
      ['huiyin_retries_total{what="kafka"}', 1],
      ['huiyin_round_late_seconds{round="alerter"}', 1.5],
      ['huiyin_round_duration_seconds_sum{round="alerter"}', 0.5],
      ['huiyin_round_failures_total{round="alerter"}', 1]
    ] as const)
      t.equal(reading(lines, series), value, series)
  })

  t.test('count what is warned of by code, never by its words', async t => {
    const house = await watched(t)
    house.logger.warn({ code: 'STORE_UNAVAILABLE' }, 'waits')
    house.logger.error({ error: new HuiyinError('EVENT_TOO_LARGE', '张三') }, 'failed')
    house.logger.warn({ error: new Error('张三') }, 'failed')
    house.logger.warn({ code: '张三 13800138000' }, 'failed')
    house.logger.warn({}, 'the clock jumped')
    const lines = await house.lines()
    const counted = lines.filter(line => line.startsWith('huiyin_errors_total{')).sort()
    t.same(counted, [
      'huiyin_errors_total{level="error",code="EVENT_TOO_LARGE"} 1',
      'huiyin_errors_total{level="warn",code="NONE"} 2',
      'huiyin_errors_total{level="warn",code="STORE_UNAVAILABLE"} 1',
      'huiyin_errors_total{level="warn",code="UNEXPECTED"} 1'
    ])
    t.notMatch(lines.join('\n'), /张三|13800138000/)
  })

  t.test('are told also when something cannot be read, which is counted', async t => {
    const house = await watched(t)
    house.meter.read('quota_left', () => Promise.reject(new Error('no')))
    house.meter.read('quota_left', () => [{ labels: { account: 'weibo/1', scope: 'app', per: 'hour' }, value: 7 }])
    const lines = await house.lines()
    t.equal(reading(lines, 'huiyin_quota_left{account="weibo/1",scope="app",per="hour"}'), 7)
    t.equal(reading(lines, 'huiyin_readings_failed_total{metric="quota_left"}'), 1)
  })

  t.test(
    'follow the conventions: base units, totals, help for each, and no gauge that nobody has measured',
    async t => {
      for (const [name, { kind, help }] of Object.entries(METRICS)) {
        t.match(name, /^[a-z][a-z_]*[a-z]$/)
        t.ok(help.length > 5, name)
        t.equal(name.endsWith('_total'), kind === 'counter', name)
        if (kind === 'histogram') t.match(name, /_seconds$/)
      }
      const text = await prometheusMeter().text()
      t.notMatch(text, /^huiyin_clock_skew_seconds 0$/m)
      for (const name of Object.keys(METRICS)) t.match(text, `# HELP huiyin_${name} `)
    }
  )
})

t.test('the health of a process', async t => {
  t.test('is asked by http, and answers nothing else', async t => {
    const house = await watched(t)
    t.match(await house.ask('/healthz'), { status: 200, type: 'application/json', text: /"alive":true/ })
    t.match(await house.ask('/readyz?verbose'), { status: 200, text: /"ready":true/ })
    t.match(await house.ask('/metrics'), { status: 200, type: /^text\/plain; version=0\.0\.4/ })
    t.match(await house.ask('/'), { status: 404 })
    t.match(await house.ask('/../etc/passwd'), { status: 404 })
    t.match(await house.ask('/metrics', 'POST'), { status: 405 })
  })

  const ready = async (t: Test, change: (world: World) => World) => {
    const { ask } = await watched(t, { change })
    const { status, text } = await ask('/readyz')
    const { ready, checks } = JSON.parse(text) as { ready: boolean; checks: { name: string; ok: boolean }[] }
    t.equal(ready, status === 200)
    return checks.filter(({ ok }) => !ok)
  }

  t.test('is not ready while the store or the log is away or silent, and says which', async t => {
    const withStore = (get: World['store']['records']['get']) => (world: World) => ({
      ...world,
      store: { ...world.store, records: { ...world.store.records, get } }
    })
    const away = () => Promise.reject(storeUnavailable('gone'))
    t.match(await ready(t, withStore(away)), [{ name: 'store', detail: 'STORE_UNAVAILABLE' }])
    const silentStore = () => new Promise<never>(() => {})
    t.match(await ready(t, withStore(silentStore)), [{ name: 'store', detail: 'no answer within 2 s' }])
    const lag = () => Promise.reject(logUnavailable('gone'))
    const withoutLog = (world: World) => ({
      ...world,
      logs: { ...world.logs, events: { ...world.logs.events, lag } }
    })
    t.match(await ready(t, withoutLog), [{ name: 'log', detail: 'LOG_UNAVAILABLE' }])
  })

  t.test('is not ready with a clock that differs from the log’s by more than 2 s, either way', async t => {
    const withSkew = (skew: number) => (world: World) => ({ ...world, clockSkew: () => skew })
    t.same(await ready(t, withSkew(1_900)), [])
    t.match(await ready(t, withSkew(2_100)), [{ name: 'clock', detail: /ahead by 2\.1 s/ }])
    t.match(await ready(t, withSkew(-60_000)), [{ name: 'clock', detail: /behind by 60\.0 s/ }])
  })

  t.test('is not ready when the log has not answered its reader for half a minute', async t => {
    let answered = performance.now()
    const house = await watched(t, {
      change: world => ({
        ...world,
        logs: { ...world.logs, classified: { ...world.logs.classified, lastFetch: () => answered } }
      })
    })
    await deskCommits(house)
    t.match(await house.ask('/readyz'), { status: 200 })
    answered -= 31_000
    t.match(await house.ask('/readyz'), { status: 503, text: /reader classified\/desk","ok":false/ })
    t.match(await house.ask('/healthz'), { status: 200 }, 'it may still come back')
    answered -= 16 * 60_000
    t.match(await house.ask('/healthz'), { status: 503, text: /has not answered desk for more than 15 min/ })
  })

  t.test('is not ready while its leases are not beaten', async t => {
    const house = await watched(t)
    tellRound({ name: 'alerter leases', phase: 'begun', late: 0 })
    tellRound({ name: 'alerter leases', phase: 'ended', took: 5, away: true })
    t.match(await house.ask('/readyz'), { status: 503, text: /"alerter leases","ok":false/ })
    tellRound({ name: 'alerter leases', phase: 'ended', took: 5, away: false })
    t.match(await house.ask('/readyz'), { status: 200 })
  })
})
