import Fastify from 'fastify'
import t from 'tap'
import { metrics, type Read } from '../src/integration/metrics.ts'
import { citizenWrites, enter, HOUR, openHouse, signIn } from './house.ts'

const LINE = /^[a-z_0-9]+(\{[a-z_]+="[^"]*"(,[a-z_]+="[^"]*")*\})? -?(\d+(\.\d+)?(e[+-]?\d+)?|NaN|\+Inf)$/i

t.test('the metrics', async t => {
  t.test('are told to a token that holds metrics.read, at both addresses, as Prometheus reads them', async t => {
    const house = await openHouse(t)
    const admin = await signIn(house)
    const made = await admin.post('/api/tokens', { name: 'prometheus', actions: ['metrics.read'], days: 30 })
    const headers = { authorization: `Bearer ${made.json().token}` }
    for (const url of ['/metrics', '/api/metrics']) {
      const answer = await house.app.inject({ url, headers })
      t.equal(answer.statusCode, 200, url)
      t.match(answer.headers['content-type'], /^text\/plain; version=0\.0\.4/)
      const samples = answer.body.split('\n').filter(line => line !== '' && !line.startsWith('#'))
      t.same(
        samples.filter(line => !LINE.test(line)),
        []
      )
      t.ok(samples.length > 30)
    }
  })

  t.test('are told to nobody else', async t => {
    const house = await openHouse(t)
    const editor = await enter(house, { id: 'li', name: '李', role: 'editor' })
    for (const url of ['/metrics', '/api/metrics']) {
      t.match((await house.app.inject(url)).json(), { code: 'NOT_SIGNED_IN' })
      t.match((await editor.get(url)).json(), { code: 'NOT_ALLOWED' })
    }
  })

  t.test('say how tickets, readers, webhooks and alerts stand, and what this process answered', async t => {
    const house = await openHouse(t)
    await citizenWrites(house)
    await citizenWrites(house, { root: 'c2', comment: 'c2', author: { id: 'u2', name: '刘某某' } })
    house.time.now += 30 * HOUR
    const admin = await signIn(house)
    await admin.get('/api/tickets?q=机密')
    await admin.get('/api/tickets/none-of-ours')
    const { body } = await admin.get('/metrics')
    for (const line of [
      'huiyin_tickets{status="open"} 2',
      'huiyin_tickets_open{level="blue"} 2',
      'huiyin_tickets_overdue{level="blue"} 2',
      'huiyin_log_lag_events{group="scribe"} 3',
      'huiyin_webhooks{state="active"} 0',
      'huiyin_webhook_failures 0',
      'huiyin_alerts_late 0',
      'huiyin_metrics_read_failures_total 0'
    ])
      t.ok(body.includes(`${line}\n`), line)
    t.match(body, /huiyin_http_request_duration_seconds_count\{method="GET",route="\/api\/tickets",status="200"\} 1\n/)
    t.match(body, /route="\/api\/tickets\/:id",status="404"\} 1\n/)
    for (const name of ['nodejs_eventloop_lag_seconds', 'process_resident_memory_bytes'])
      t.match(body, `huiyin_${name}`)
    t.notMatch(body, /huiyin_nodejs_eventloop_lag_max_seconds 0\n/, 'measured since the start')
    const said = body.replace(/ \S+$/gm, '') // a value may hold any digits
    for (const personal of ['机密', 'none-of-ours', '刘某某', 'admin', '1001', 'c2']) t.notMatch(said, personal)
  })
})

/** The metrics alone, on a clock that the test moves. */
async function alone(read: Read) {
  const time = { now: 0 }
  const warned: unknown[] = []
  const logger = { debug: () => {}, info: () => {}, error: () => {}, warn: (facts: object) => void warned.push(facts) }
  const app = Fastify()
  await app.register(metrics, { read, logger, monotonic: () => time.now })
  return { time, warned, text: app.metrics.text }
}

t.test('what costs the store something is read once in 15 s, however many ask', async t => {
  let reads = 0
  const { text, time } = await alone(async () => {
    reads += 1
    return [{ name: 'reads', help: 'How often', value: reads }]
  })
  const all = await Promise.all(Array.from({ length: 20 }, text))
  for (const one of all) t.match(one, /^huiyin_reads 1$/m)
  time.now += 14_999
  t.match(await text(), /^huiyin_reads 1$/m)
  time.now += 1
  t.match(await text(), /^huiyin_reads 2$/m)
})

t.test('what cannot be read is left out, counted and logged, and comes again', async t => {
  const answers: Record<string, number>[] = [{}, { open: 2 }, { closed: 1 }]
  let away = false
  const { text, time, warned } = await alone(async () => {
    if (away) throw new Error('the store is away')
    return [{ name: 'tickets', help: 'By status', label: 'status', values: answers.shift()! }]
  })
  const later = () => {
    time.now += 15_000
    return text()
  }
  t.notMatch(await text(), /huiyin_tickets\{/)
  t.match(await later(), /huiyin_tickets\{status="open"\} 2/)
  away = true
  const without = await later()
  t.notMatch(without, /huiyin_tickets\{/)
  t.match(without, /huiyin_metrics_read_failures_total 1/)
  t.match(without, /huiyin_process_cpu_seconds_total/)
  t.match(warned, [{ error: { message: 'the store is away' } }])
  away = false
  const back = await later()
  t.match(back, /huiyin_tickets\{status="closed"\} 1/)
  t.notMatch(back, /status="open"/)
})
