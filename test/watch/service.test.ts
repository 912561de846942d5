import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { openWorld } from '@huiyin/adapters/open.ts'
import { settingsOf } from '@huiyin/adapters/settings.ts'
import { engines } from '@huiyin/engines/engines.ts'
import { comment } from '@huiyin/ports/contracts/fixtures.ts'
import { silent } from '@huiyin/ports/logger.ts'
import { seenProcesses } from '@huiyin/ports/processes.ts'
import t from 'tap'
import { end, run, until } from '../journeys/house.ts'
import { freePort } from './free-port.ts'

const { brokers, elasticsearch, missing } = await engines()

t.test('a service on its own, on Kafka and Elasticsearch', { skip: missing ?? false }, async t => {
  const folder = t.testdir({})
  const [log, store, prefix] = [`kafka://${brokers}`, elasticsearch!, `w${randomUUID().slice(0, 8)}`]
  const world = await openWorld(settingsOf({ data: folder, log, store, prefix }), silent, folder)
  t.teardown(world.close)
  const port = await freePort()
  const { child, output } = run('services/cli/src/service.ts', ['desk'], {
    ...{ HUIYIN_DATA: folder, HUIYIN_LOG: log, HUIYIN_STORE: store, HUIYIN_PREFIX: prefix },
    HUIYIN_HEALTH_PORT: String(port)
  })
  t.teardown(() => end(child, 'SIGKILL'))
  const ask = async (path: string) => {
    if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}:\n${output()}`)
    const response = await fetch(`http://127.0.0.1:${port}${path}`).catch(() => undefined)
    return { status: response?.status, text: (await response?.text()) ?? '' }
  }
  const metrics = async () => (await ask('/metrics')).text

  await t.test('is ready once log and store answer, its readers fetch and its leases beat', async t => {
    const { text } = await until(
      'it is ready',
      () => ask('/readyz'),
      ({ status, text }) => status === 200 && text.includes('sharing leases')
    )
    const names = (JSON.parse(text).checks as { name: string }[]).map(({ name }) => name)
    for (const name of ['store', 'log', 'clock', 'sharing leases']) t.ok(names.includes(name), name)
    const reading = await until(
      'its readers read',
      () => ask('/readyz'),
      ({ text }) => /reader classified\/desk","ok":true,"detail":"the log answered/.test(text)
    )
    t.equal(reading.status, 200)
    t.match(await ask('/healthz'), { status: 200 })
  })

  await t.test('tells its lag by partition, when the log answered last, its batches and delays', async t => {
    const { firstText, firstObservedAt, state, classification, ...seen } = comment({ observedAt: Date.now() - 3_000 })
    await world.logs.classified.append([
      { id: seen.id, key: seen.key, observation: seen, ...(classification && { classification }) }
    ])
    const text = await until('it has stored it', metrics, text => /batch_events_total\{group="desk"\} 1/.test(text))
    t.equal(text.match(/^huiyin_reader_lag_events\{topic="classified",group="desk",partition="\d"\} 0$/gm)?.length, 6)
    t.match(text, /^huiyin_reader_fetch_age_seconds\{topic="classified",group="desk"\} [0-5]\b/m)
    t.match(text, /^huiyin_collected_to_stored_seconds_bucket\{le="2"\} 0$/m, 'it was collected 3 s before')
    t.match(text, /^huiyin_collected_to_stored_seconds_count 1$/m)
    t.match(text, /^huiyin_clock_skew_seconds -?[01](\.\d+)?$/m, 'compared with the broker’s append time')
    t.match(text, /^huiyin_build_info\{version="[\d.]+",service="desk"\} 1$/m)
  })

  await t.test(
    'is seen by the others while it is there, and no longer once it has ended as it was asked to',
    async t => {
      const seen = async () => {
        await world.store.records.refresh()
        return seenProcesses(world.store.records, Date.now())
      }
      t.match(await until('it is seen', seen, found => found.length > 0), [{ service: 'desk' }])
      child.kill('SIGTERM')
      await once(child, 'exit')
      t.same(await seen(), [])
    }
  )
})
