import Fastify from 'fastify'
import t from 'tap'
import { rateLimit } from '../src/integration/rate-limit.ts'
import type { Asking } from '../src/sign-in/identify.ts'
import { openHouse, signIn } from './house.ts'

const SECOND = 1_000
const LIMITS = { perPerson: 60, perToken: 20 }
const PERSON = { actor: { id: 'li', name: '李', role: 'editor' }, session: 's', stands: async () => undefined }
const tokenOf = (id: string, perMinute?: number) => ({
  actor: PERSON.actor,
  token: { id, actions: [], ...(perMinute !== undefined && { perMinute }) },
  stands: async () => undefined
})

/** The limit alone, on a clock that the test moves: who asks stands in the request. */
async function limited(limits = LIMITS) {
  const time = { now: 0 }
  const app = Fastify({ trustProxy: true })
  app.decorateRequest('asking', null)
  let asking: Asking | null = PERSON
  app.addHook('onRequest', async request => {
    request.asking = request.routeOptions.config.open ? null : asking
  })
  await app.register(rateLimit, { limits, monotonic: () => time.now })
  app.get('/tickets', { config: { action: 'ticket.read', costs: 'search' } }, async () => 'ok')
  app.get('/export', { config: { action: 'ticket.export', costs: 'export' } }, async () => 'ok')
  app.get('/board', { config: { action: 'board.read', costs: 'board' } }, async () => 'ok')
  app.get('/open', { config: { open: true } }, async () => 'ok')
  app.get('/healthz', { config: { open: true } }, async () => 'ok')
  /** How many of so many at once are answered. */
  const answered = async (times: number, url = '/tickets', as: Asking | null = PERSON, address = '10.0.0.1') => {
    asking = as
    let count = 0
    for (let i = 0; i < times; i++) {
      const { statusCode } = await app.inject({ url, headers: { 'x-forwarded-for': address } })
      if (statusCode === 200) count += 1
    }
    return count
  }
  return { app, time, answered }
}

t.test('who asks too often', async t => {
  t.test('as a person is answered 200 times at once and 60 times a second', async t => {
    const { answered, time } = await limited()
    t.equal(await answered(300), 200)
    time.now += SECOND
    t.equal(await answered(100), 60)
    time.now += 60 * SECOND
    t.equal(await answered(300), 200)
  })

  t.test('as a token is answered 100 times at once and 20 times a second, beside its person', async t => {
    const { answered, time } = await limited()
    t.equal(await answered(150, '/tickets', tokenOf('a')), 100)
    t.equal(await answered(150, '/tickets', tokenOf('b')), 100)
    t.equal(await answered(10), 10)
    time.now += SECOND
    t.equal(await answered(50, '/tickets', tokenOf('a')), 20)
  })

  t.test('by a token with a limit of its own is held to that', async t => {
    const { answered, time } = await limited()
    t.equal(await answered(50, '/tickets', tokenOf('a', 30)), 10)
    time.now += 60 * SECOND
    t.equal(await answered(50, '/tickets', tokenOf('a', 30)), 10)
    t.equal(await answered(2_000, '/tickets', tokenOf('b', 60_000)), 2_000)
  })

  t.test('searches 40 times at once and 10 times a second, and lists on', async t => {
    const { answered, time } = await limited()
    t.equal(await answered(60, '/tickets?q=灯'), 40)
    t.equal(await answered(20, '/tickets'), 20)
    time.now += SECOND
    t.equal(await answered(20, '/tickets?q=灯'), 10)
  })

  t.test('looks at a dashboard 40 times at once and 10 times a second', async t => {
    const { answered, time } = await limited()
    t.equal(await answered(60, '/board'), 40)
    time.now += SECOND
    t.equal(await answered(20, '/board'), 10)
  })

  t.test('exports twice at once and six times a minute', async t => {
    const { answered, time } = await limited()
    t.equal(await answered(5, '/export'), 2)
    time.now += 10 * SECOND
    t.equal(await answered(5, '/export'), 1)
  })

  t.test('without showing who they are is counted by the address, but for probes', async t => {
    const { answered } = await limited()
    t.equal(await answered(400, '/open'), 333)
    t.equal(await answered(10, '/open', PERSON, '10.0.0.2'), 10)
    t.equal(await answered(400, '/healthz'), 400)
  })

  t.test('hears when to ask again', async t => {
    const { app, answered } = await limited()
    await answered(199)
    const { headers } = await app.inject('/tickets')
    t.match(headers, { 'ratelimit-limit': '200', 'ratelimit-remaining': '0', 'ratelimit-reset': '4' })
    const refused = await app.inject('/tickets')
    t.match(refused.headers, { 'retry-after': '1', 'ratelimit-remaining': '0' })
    t.match(refused.json(), { code: 'TOO_MANY_REQUESTS' })
  })

  t.test('is not counted where the settings say 0', async t => {
    const { answered } = await limited({ perPerson: 0, perToken: 0 })
    t.equal(await answered(500), 500)
    t.equal(await answered(500, '/tickets', tokenOf('a')), 500)
    t.equal(await answered(50, '/tickets', tokenOf('a', 30)), 10, 'but for its own limit')
  })

  t.test('cannot be one of so many that memory grows', async t => {
    const { answered } = await limited()
    await answered(200, '/tickets', tokenOf('first'))
    for (let i = 0; i < 10_000; i++) await answered(1, '/open', PERSON, `10.${i >> 16}.${(i >> 8) & 255}.${i & 255}`)
    t.equal(await answered(1, '/tickets', tokenOf('first')), 1, 'the one that asked longest ago is forgotten')
  })
})

t.test('in the whole api', async t => {
  t.test('a token is limited as it was made', async t => {
    const house = await openHouse(t, { settings: { demo: true, version: '0.1.0', limits: LIMITS } })
    const admin = await signIn(house)
    const body = { name: '报表', actions: ['ticket.read'], days: 1, perMinute: 9 }
    const { token, row } = (await admin.post('/api/tokens', body)).json()
    t.match(row, { perMinute: 9 })
    const asked = await Promise.all(
      Array.from({ length: 6 }, () =>
        house.app.inject({ url: '/api/counts', headers: { authorization: `Bearer ${token}` } })
      )
    )
    t.same(asked.map(({ statusCode }) => statusCode).sort(), [200, 200, 200, 429, 429, 429])
    const { headers, ...refused } = asked.find(({ statusCode }) => statusCode === 429)!
    t.match(headers, { 'content-type': /^application\/problem\+json/, 'retry-after': /^\d+$/ })
    t.match(refused.json(), { status: 429, code: 'TOO_MANY_REQUESTS', detail: /ask again in \d+ s/ })
    t.equal((await admin.get('/api/counts')).statusCode, 200)
  })

  t.test('a limit that is none is refused', async t => {
    const house = await openHouse(t)
    const admin = await signIn(house)
    for (const perMinute of [0, -1, 1.5, 60_001, '9'])
      t.match((await admin.post('/api/tokens', { name: 'x', actions: ['ticket.read'], days: 1, perMinute })).json(), {
        status: 400
      })
  })
})
