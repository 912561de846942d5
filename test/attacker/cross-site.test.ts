import t from 'tap'
import { operationsOf } from '../../services/api/test/fuzz/operations.ts'
import { nameOf, requestAbout } from '../../services/api/test/walk/requests.ts'
import { OWN, personOf, sideOf } from '../../services/api/test/walk/town.ts'
import { besiege } from './siege.ts'

const siege = await besiege(t)
const { house, routes, origin, at, post, warned } = siege
const own = await sideOf(house, OWN)
const cookie = await siege.cookieOf(personOf('head'))
const operations = operationsOf((await at('/api/openapi.json')).json())

/** What a browser says of a request that a page of another site makes it send, and what one forgets that is old. */
const ELSEWHERE = {
  'a form of another site': { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
  'a page beside ours, of the same site': { 'sec-fetch-site': 'same-site', origin: 'http://127.0.0.1:1' },
  'an address that was typed or mailed': { 'sec-fetch-site': 'none' },
  'a page in a sandbox': { origin: 'null' },
  'an old browser at another site': { origin: 'https://evil.example' },
  'an old browser at a site that is named like ours': { origin: `${origin}.evil.example` },
  'a browser that says nothing': {}
}

t.test('whatever another site makes a browser ask', async t => {
  t.test('changes nothing, by no route that changes something', async t => {
    const changing = operations.filter(
      one => !['GET', 'HEAD', 'OPTIONS'].includes(one.method) && !routes.get(nameOf(one))?.signed
    )
    t.ok(changing.length > 70)
    warned()
    for (const [i, operation] of changing.entries()) {
      const [who, said] = Object.entries(ELSEWHERE)[i % Object.keys(ELSEWHERE).length]!
      const { method, url, headers, payload } = requestAbout(operation, own)
      const { 'sec-fetch-site': _, ...rest } = headers
      const answer = await at(url, { method, headers: { ...rest, ...said, cookie }, ...(payload && { body: payload }) })
      if (answer.status !== 403 || answer.json().code !== 'CROSS_SITE')
        t.fail(`${nameOf(operation)} for ${who}: ${answer.status} ${answer.body}`)
    }
    t.equal(warned().filter(({ code }) => code === 'CROSS_SITE').length, changing.length, 'each is in the log')
  })

  t.test('is refused for each of the ways, and taken from our own page', async t => {
    const me = (headers: object) =>
      at('/api/me', { method: 'PUT', body: { language: 'en' }, headers: { cookie, ...headers } })
    for (const [who, headers] of Object.entries(ELSEWHERE)) t.equal((await me(headers)).status, 403, who)
    t.equal((await me({ origin })).status, 200)
    t.equal((await me({ 'sec-fetch-site': 'same-origin' })).status, 200)
  })

  t.test('does not sign anybody in as somebody else', async t => {
    for (const [who, headers] of Object.entries(ELSEWHERE))
      t.equal((await at('/api/session', { method: 'POST', body: house.administrator, headers })).status, 403, who)
  })

  t.test('is not answered with leave to read it', async t => {
    const asks = { origin: 'https://evil.example', 'access-control-request-method': 'POST' }
    for (const [method, path] of [
      ['OPTIONS', '/api/tickets'],
      ['GET', '/api/tickets'],
      ['OPTIONS', '/api/session']
    ] as const) {
      const { headers } = await at(path, { method, headers: { ...asks, cookie } })
      const allowed = Object.keys(headers).filter(name => name.startsWith('access-control-'))
      t.same(allowed, [], `${method} ${path}`)
    }
  })
})

t.test('no address leads away from here', async t => {
  const away = [
    '//evil.example',
    '/\\evil.example',
    '/%5cevil.example',
    '//evil.example/..',
    '/?next=https://evil.example'
  ]
  const paths = [
    ...away,
    '/api/oidc/callback?state=x&code=y&next=//evil.example',
    '/api/oidc/start?next=https://evil.example',
    '/api/session?next=//evil.example',
    '/api/docs//evil.example',
    '/assets/..//evil.example/..'
  ]
  for (const path of paths) {
    const { status, headers } = await at(path, { headers: { accept: 'text/html', cookie, host: 'evil.example' } })
    t.notMatch(headers.location ?? '', /evil/, path)
    t.notMatch(`${status}`, /^3/, path)
  }
})

t.test('what the requester says of the host stands in no answer', async t => {
  const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https', cookie }
  for (const path of ['/', '/api/docs', '/api/openapi.json', '/api/tickets', '/ack/x', '/nothing'])
    t.notMatch((await at(path, { headers })).body, /evil/, path)
})

t.test('every page and every answer says what a browser may do with it', async t => {
  const paths = [
    '/',
    '/nothing',
    '/api/docs',
    '/api/openapi.json',
    '/ack/x',
    '/d/x',
    '/api/tickets',
    '/api/nothing',
    '/healthz'
  ]
  for (const path of paths) {
    const { headers } = await at(path, { headers: { accept: 'text/html' } })
    const policy = String(headers['content-security-policy'])
    t.match(policy, /default-src 'none'/, path)
    t.match(policy, /frame-ancestors 'none'/, path)
    t.match(policy, /base-uri 'none'/, path)
    t.notMatch(policy, /unsafe|\*|https?:/, path)
    t.equal(headers['x-content-type-options'], 'nosniff', path)
    t.equal(headers['x-frame-options'], 'DENY', path)
    t.match(headers['referrer-policy'], /same-origin|no-referrer/, path)
    t.equal(headers['x-powered-by'], undefined)
    t.equal(headers.server, undefined)
  }
  const kept = await at('/api/session', { headers: { cookie } })
  t.equal(kept.headers['cache-control'], 'no-store')
  t.equal((await post('/api/session', { name: 'x', password: 'y' })).headers['cache-control'], 'no-store')
})
