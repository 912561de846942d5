import { Validator } from '@seriousme/openapi-schema-validator'
import t from 'tap'
import { at, citizenWrites, openHouse, SAME_ORIGIN, signIn } from './house.ts'
import { declared } from './walk/declared.ts'

/** A logger, and what it wrote. */
function log() {
  const lines: string[] = []
  const write = (fields: object, message: string) => void lines.push(JSON.stringify({ ...fields, message }))
  return { logger: { info: write, warn: write, error: write }, logged: () => lines.join('\n') }
}

const OPEN = [
  'POST /api/session',
  'GET /api/healthz',
  'GET /api/readyz',
  'GET /api/session/ways',
  'GET /api/oidc/start',
  'GET /api/oidc/callback'
]

/** What the document leaves out: itself, its pages, the other method of what is read, and what platforms call in their own form. */
const isDocument = (route: string) => /^(HEAD|OPTIONS) |^GET \/api\/(docs|openapi\.json)|\/api\/callbacks\//.test(route)

const isOfApi = (route: string) => route.includes(' /api/') && !isDocument(route)

t.test('the OpenAPI document', async t => {
  const house = await openHouse(t)
  const configs = declared(house)
  const { app } = house
  const document = (await app.inject('/api/openapi.json')).json()

  t.test('is valid by the schema of OpenAPI 3.1', async t => {
    const { valid, errors } = await new Validator().validate(document)
    t.ok(valid, JSON.stringify(errors))
    t.equal(document.openapi, '3.1.0')
  })

  t.test('lists every route', async t => {
    const listed = Object.entries<object>(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map(method => `${method.toUpperCase()} ${path}`)
    )
    t.same(listed.toSorted(), [...configs.keys()].filter(isOfApi).toSorted())
    t.ok(listed.length > 100)
  })

  t.test('can be browsed without a session', async t => {
    const page = await app.inject('/api/docs/')
    t.equal(page.statusCode, 200)
    t.match(page.headers['content-type'], /^text\/html/)
  })
})

t.test('without a session every route but the open ones answers 401', async t => {
  const house = await openHouse(t)
  const configs = declared(house)
  const { app } = house
  await app.ready()
  for (const [route, { signed }] of configs) {
    if (!isOfApi(route) || signed) continue
    const [method, url] = route.replaceAll(/\{\w+\}/g, 'x').split(' ') as ['GET', string]
    const { statusCode } = await app.inject({ method, url, headers: { ...SAME_ORIGIN, cookie: 'huiyin=guessed' } })
    t.equal(statusCode === 401, !OPEN.includes(route), route)
  }
})

t.test('readiness', async t => {
  const checks = [
    { name: 'store', ok: true, detail: 'answers' },
    { name: 'log', ok: false, detail: 'last fetch 70 s ago' }
  ]
  const { app } = await openHouse(t, { ready: async () => checks })

  t.test('is 503 as long as one check fails, and says which', async t => {
    for (const url of ['/api/readyz', '/readyz']) {
      const answer = await app.inject(url)
      t.equal(answer.statusCode, 503)
      t.same(answer.json(), { ready: false, checks })
    }
  })

  t.test('is not life', async t => {
    t.equal((await app.inject('/healthz')).statusCode, 200)
  })
})

t.test('every error is a problem with a stable code', async t => {
  const house = await openHouse(t)
  const { app } = house
  const json = { ...SAME_ORIGIN, 'content-type': 'application/json' }
  const post = (payload: string, headers: Record<string, string> = json) =>
    app.inject({ method: 'POST', url: '/api/session', headers, payload })
  const answers = {
    ROUTE_NOT_FOUND: await app.inject('/api/nothing'),
    INVALID_REQUEST: await post('{"name":'),
    BODY_TOO_LARGE: await post(`{"name":"${'x'.repeat(70_000)}"}`),
    UNSUPPORTED_MEDIA_TYPE: await post('a,b', { ...SAME_ORIGIN, 'content-type': 'text/csv' })
  }
  const statuses = { ROUTE_NOT_FOUND: 404, INVALID_REQUEST: 400, BODY_TOO_LARGE: 413, UNSUPPORTED_MEDIA_TYPE: 415 }
  for (const [code, answer] of Object.entries(answers)) {
    t.match(answer.headers['content-type'], /^application\/problem\+json/, code)
    t.match(answer.json(), { code, status: statuses[code as keyof typeof statuses] })
    t.equal(answer.statusCode, answer.json().status)
  }
  t.match((await post('{"name":"admin","password":"x","more":1}')).json(), { code: 'INVALID_REQUEST', at: 'body/more' })
  t.match((await post('{"name":"admin"}')).json(), { code: 'INVALID_REQUEST', at: 'body/password' })
  t.match((await post('{"name":"admin","password":5}')).json(), { code: 'INVALID_REQUEST', at: 'body/password' })
  t.match((await app.inject('/api/tickets/%E0%A4%A')).json(), { status: 400 })
})

t.test('what nobody foresaw is a problem that tells nothing of its inside', async t => {
  const { logger, logged } = log()
  const ready = async () => {
    throw Object.assign(new Error('disk on fire'), { meta: { body: '城南居民' } })
  }
  const { app } = await openHouse(t, { ready, logger })
  const answer = await app.inject('/api/readyz')
  t.match(answer.json(), { status: 500, code: 'INTERNAL' })
  t.notOk(answer.body.includes('fire'))
  t.ok(logged().includes('disk on fire'))
  t.notOk(logged().includes('城南居民'))
})

t.test('the log holds no search words, ids, bodies, addresses or cookies', async t => {
  const { logger, logged } = log()
  const house = await openHouse(t, { logger })
  const { get, post, cookie } = await signIn(house)
  const id = await citizenWrites(house)
  await get(`/api/tickets?q=${encodeURIComponent('煤气')}`)
  await post(`${at(id)}/replies`, { text: '今晚抢修' }, { 'idempotency-key': 'k-1', 'if-match': '"99"' })
  t.ok(logged().includes('/api/tickets/:id/replies'))
  for (const personal of ['煤气', '%E7', 'by/u1', 'by%2Fu1', '抢修', '127.0.0.1', cookie, house.administrator.password])
    t.notOk(logged().includes(personal), personal)
})

t.test('answers with personal data are not kept by browsers, and pages load nothing from elsewhere', async t => {
  const house = await openHouse(t)
  const { get } = await signIn(house)
  const { headers } = await get('/api/tickets')
  t.equal(headers['cache-control'], 'no-store')
  const policy = String(headers['content-security-policy'])
  t.match(policy, /default-src 'none'/)
  t.notMatch(policy, /unsafe-inline|https?:/)
  t.equal(headers['x-content-type-options'], 'nosniff')
})
