import { openHouse, together } from '@huiyin/adapters/house.ts'
import { readSettings } from '@huiyin/adapters/settings.ts'
import { start as classifier } from '@huiyin/classifier/main.ts'
import { start as desk } from '@huiyin/desk/main.ts'
import { engines } from '@huiyin/engines/engines.ts'
import { silent } from '@huiyin/ports/logger.ts'
import t from 'tap'
import { runImport } from '../src/import/run-import.ts'
import { jsonl, NOBODY, office } from './house.ts'

const { brokers, elasticsearch, missing, stop } = await engines()
if (stop) t.teardown(stop)

t.test('over Kafka and Elasticsearch', { skip: missing ?? false }, async t => {
  const { folder, write } = await office(t)
  const settings = await readSettings({
    HUIYIN_LOG: `kafka://${brokers}`,
    HUIYIN_STORE: elasticsearch!,
    HUIYIN_PREFIX: `cli-${process.pid}`,
    HUIYIN_DATA: folder
  })
  const house = await openHouse({ settings, folder, logger: silent })
  t.teardown(() => house.close())
  const ended = new AbortController()
  const services = together(
    ended.signal,
    [classifier, desk].map(part => (signal: AbortSignal) => part(house, signal))
  )

  await t.test('an import goes to the services that run there, and ends when they have stored it', async t => {
    const rows = Array.from({ length: 700 }, (_, i) => ({ id: `${i}`, text: `第${i}号路灯不亮`, date: '2026-01-05' }))
    const file = write('a.jsonl', jsonl(rows))
    const of = { platform: 'weibo', account: '1001', as: 'auto', mapping: {}, dryRun: false } as const
    const world = { settings, folder, logger: silent, signal: AbortSignal.timeout(60_000), services: true }
    const { tally, place } = await runImport({ ...of, file, now: Date.now() }, world, NOBODY)
    t.equal(place, 'engines')
    t.equal(tally.taken, 700)
    await house.store.comments.refresh()
    t.equal((await house.store.comments.search({ sort: 'oldest', atMost: 1 })).total, 700)
  })

  ended.abort()
  await services
})
