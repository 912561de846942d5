import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { at as ticketAt } from '../../services/api/test/house.ts'
import { OWN, sideOf } from '../../services/api/test/walk/town.ts'
import { SAME_ORIGIN, statusesIn, wire } from './client.ts'
import { besiege } from './siege.ts'

const HEAD = { id: 'zhao', name: '赵宏', role: 'head' }
const PATIENCE = { headers: 400, request: 800, silence: 4_000 }

const settings = { demo: false, version: '0.1.0', patience: PATIENCE }
const siege = await besiege(t, { settings })
const { origin, at, post, warned } = siege
const cookie = await siege.cookieOf(HEAD)
const { ticket } = await sideOf(siege.house, OWN)
t.beforeEach(() => void warned())

const KEY = { 'idempotency-key': 'attack', 'if-match': '"1"' }
const SIGNED_IN = { cookie, ...SAME_ORIGIN, ...KEY }
const json = (body: string, path = `${ticketAt(ticket)}/dismiss`) =>
  at(path, { method: 'POST', body, headers: { ...SIGNED_IN, 'content-type': 'application/json' } })
const stillServes = async () => (await at('/api/healthz')).status === 200

t.test('a body', async t => {
  t.test('that is too large is refused before it is read, by what it says and by what it sends', async t => {
    const said = await wire(
      origin,
      `POST /api/session HTTP/1.1\r\nhost: x\r\nsec-fetch-site: same-origin\r\ncontent-type: application/json\r\ncontent-length: 9999999999\r\n\r\n`
    )
    t.same(statusesIn(said), [413])
    t.match(said, /BODY_TOO_LARGE/)
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`
    const sent = await wire(
      origin,
      `POST /api/session HTTP/1.1\r\nhost: x\r\nsec-fetch-site: same-origin\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n`,
      chunk,
      chunk,
      '0\r\n\r\n'
    )
    t.same(statusesIn(sent), [413])
    t.match(warned(), [
      { msg: 'refused', code: 'BODY_TOO_LARGE', route: '/api/session' },
      { msg: 'refused', code: 'BODY_TOO_LARGE' }
    ])
  })

  t.test('that is nested deeper than anything of ours is refused, whatever it pretends', async t => {
    const deep = (open: string, close: string, levels: number) => open.repeat(levels) + close.repeat(levels)
    const bodies = [
      deep('[', ']', 30_000),
      '['.repeat(60_000),
      deep('{"a":', '}', 8_000).replace('}', '1}'),
      `{"reason":${deep('[', ']', 40)}}`,
      `{"a":"\\"[","reason":${deep('[', ']', 40)}}`
    ]
    for (const body of bodies) {
      const answer = await json(body)
      t.equal(answer.status, 400)
      t.match(answer.json(), { code: 'INVALID_REQUEST', at: 'body', detail: /nested deeper/ })
    }
    t.match(
      warned(),
      bodies.map(() => ({ msg: 'refused', code: 'INVALID_REQUEST' }))
    )
    const brackets = await json(JSON.stringify({ reason: '['.repeat(200) })) // words are no levels
    t.notMatch(brackets.json().detail ?? '', /nested/)
  })

  t.test('that would give an object another prototype is refused and changes none', async t => {
    const bodies = [
      '{"reason":"x","__proto__":{"polluted":1}}',
      '{"reason":"x","\\u005f_proto__":{"polluted":1}}',
      '{"reason":"x","constructor":{"prototype":{"polluted":1}}}',
      '{"reason":{"__proto__":{"polluted":1}}}',
      '{"reason":"x","constructor":1}',
      '{"reason":"x","prototype":{"polluted":1}}',
      '{"reason":"x","toString":"y"}'
    ]
    for (const body of bodies) t.equal((await json(body)).status, 400, body)
    t.equal(({} as { polluted?: number }).polluted, undefined)
    t.equal(warned().length, 4)
  })

  t.test('of a query that names a prototype neither', async t => {
    for (const name of ['__proto__', '__proto__[polluted]', 'constructor', 'constructor.prototype.polluted'])
      for (const path of ['/api/tickets', '/api/comments', '/api/alerts', '/api/session/ways', '/api/healthz'])
        t.equal((await at(`${path}?${name}=1`, { headers: { cookie } })).status, 400, `${path} ${name}`)
    t.equal(({} as { polluted?: number }).polluted, undefined)
  })

  t.test('of another kind than JSON is not taken where JSON is', async t => {
    const types = ['text/plain', 'application/x-www-form-urlencoded', 'text/xml', 'application/json-patch+json', '']
    for (const type of types) {
      const headers = { ...SIGNED_IN, 'content-type': type }
      const { status } = await at('/api/session', { method: 'POST', body: '{"name":"a","password":"b"}', headers })
      t.ok(status === 415 || status === 400, `${type}: ${status}`)
    }
  })
})

t.test('a file of settings is plain values: no anchors that grow, no types, no prototypes, no depth', async t => {
  const boss = await siege.cookieOf({ id: 'boss', name: '钱', role: 'administrator' })
  const doubled = Array.from({ length: 30 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}]`).join('\n')
  const files = [
    `a0: &a0 [x, x]\n${doubled}`,
    'people: !!js/function "function(){}"',
    'people: !<tag:yaml.org,2002:python/object/apply:os.system> [x]',
    '__proto__: {polluted: 1}',
    'people: [{__proto__: {polluted: 1}, id: x}]',
    'constructor: {prototype: {polluted: 1}}',
    `people: ${'['.repeat(20_000)}`,
    `${'- '.repeat(20_000)}x`,
    `${'a: '.repeat(3)}\n\t- x`,
    '<<: *x'
  ]
  for (const body of files) {
    const headers = { cookie: boss, ...SAME_ORIGIN, 'content-type': 'text/yaml' }
    const answer = await at('/api/settings/import?dryRun=true', { method: 'POST', body, headers })
    t.ok(
      answer.status >= 400 && answer.status < 500,
      `${answer.status} for ${body.slice(0, 50)}: ${answer.body.slice(0, 200)}`
    )
  }
  t.equal(({} as { polluted?: number }).polluted, undefined)
})

t.test('a client that is slow', async t => {
  t.test('with its headers is not waited for', async t => {
    const came = await wire(origin, 'GET /api/healthz HTTP/1.1\r\nhost: x\r\n', 'x-slow: ')
    t.same(statusesIn(came), [408])
    t.match(warned(), [{ msg: 'refused', code: 'REQUEST_TOO_SLOW' }])
  })

  t.test('with its body is not waited for, however it drips, while others are served', async t => {
    const dripping = wire(
      origin,
      `POST /api/session HTTP/1.1\r\nhost: x\r\nsec-fetch-site: same-origin\r\ncontent-type: application/json\r\ncontent-length: 50000\r\n\r\n{`
    )
    t.ok(await stillServes())
    t.same(statusesIn(await dripping), [408])
    t.match(warned(), [{ msg: 'refused', code: 'REQUEST_TOO_SLOW' }])
  })

  t.test('to read what it asked for is cut off once nothing moves any more', async t => {
    const { hostname, port } = new URL(origin)
    const socket = connect(Number(port), hostname).pause()
    socket.on('error', () => {})
    await once(socket, 'connect')
    for (let n = 0; n < 60; n++) socket.write('GET /api/openapi.json HTTP/1.1\r\nhost: x\r\n\r\n')
    const { server } = siege.house.app
    const open = () => new Promise<number>(told => server.getConnections((_, count) => told(count)))
    t.equal(await open(), 1)
    for (let n = 0; n < 300 && (await open()) > 0; n++) await sleep(100)
    t.equal(await open(), 0)
    socket.destroy()
  })

  t.test('is another than one that follows live: that stays as long as it wants', async t => {
    const stop = new AbortController()
    const live = await fetch(`${origin}/api/events`, { headers: { cookie }, signal: stop.signal })
    await sleep(2 * (PATIENCE.headers + PATIENCE.request))
    const text = live.body!.pipeThrough(new TextDecoderStream()).getReader()
    t.match((await text.read()).value, /^retry: 2000/)
    const ended = await Promise.race([text.read().then(({ done }) => done), sleep(50, 'goes on')])
    t.equal(ended, 'goes on')
    stop.abort()
    await text.closed.catch(() => {})
  })
})

t.test('a request that two servers would read differently is refused whole', async t => {
  const smuggled = 'GET /api/tickets HTTP/1.1\r\nhost: x\r\n\r\n'
  const head = `POST /api/session HTTP/1.1\r\nhost: x\r\nsec-fetch-site: same-origin\r\ncontent-type: application/json\r\n`
  const requests = {
    'length and chunks': `${head}content-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n${smuggled}`,
    'two lengths': `${head}content-length: 2\r\ncontent-length: 40\r\n\r\n{}${smuggled}`,
    'chunks not last': `${head}transfer-encoding: chunked, identity\r\n\r\n0\r\n\r\n${smuggled}`,
    'a length that is none': `${head}content-length: +2\r\n\r\n{}${smuggled}`,
    'a space before the colon': `${head}content-length : 2\r\n\r\n{}${smuggled}`,
    'a line of its own feed': `${head}x: a\nb\r\ncontent-length: 2\r\n\r\n{}${smuggled}`,
    'a folded header': `${head}transfer-encoding:\r\n chunked\r\ncontent-length: 2\r\n\r\n{}${smuggled}`,
    'a chunk that is too long': `${head}transfer-encoding: chunked\r\n\r\nfffffffffffffffff\r\n{}\r\n0\r\n\r\n${smuggled}`
  }
  for (const [name, bytes] of Object.entries(requests)) {
    const statuses = statusesIn(await wire(origin, bytes))
    t.ok(statuses.length <= 1 && statuses.every(status => status === 400), `${name}: ${statuses}`)
  }
  t.same(new Set(warned().map(({ code }) => code)), new Set(['INVALID_REQUEST']))
  t.same(statusesIn(await wire(origin, `GET / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`)), [431])
})

t.test('nothing that was sent stands in the log', async t => {
  const name = '"}\r\n{"level":50,"msg":"forged"}'
  await post('/api/session', { name, password: 'x' })
  await at(`/api/tickets/${encodeURIComponent('\r\nforged')}`, { headers: { cookie, 'user-agent': 'forged' } })
  t.notMatch(siege.lines.join(''), /forged/)
  t.ok(siege.lines.every(line => line.indexOf('\n') === line.length - 1 && JSON.parse(line)))
  t.ok(await stillServes())
})
