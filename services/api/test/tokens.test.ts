import t from 'tap'
import { enter, HOUR, type House, openHouse, signIn } from './house.ts'
import { joins, openOn, toldOf, WORLDS } from './signing.ts'

const DAY = 24 * HOUR
const BODY = { name: '报表', actions: ['ticket.read', 'people.read'], days: 30 }

const asks = ({ app }: House, token: string, url: string, more: object = {}) =>
  app.inject({ url, headers: { authorization: `Bearer ${token}` }, ...more })

for (const world of WORLDS) {
  t.test(`a token, on ${world}`, async t => {
    t.test('lets a program ask what it names, without a cookie, until it ends', async t => {
      const house = await openOn(t, world)
      const admin = await signIn(house)
      const { token, row } = (await admin.post('/api/tokens', BODY)).json()
      t.match(token, /^hy_[\w-]{43}$/)
      t.match(row, { name: '报表', person: 'admin', state: 'active', expiresAt: house.time.now + 30 * DAY })
      t.equal((await asks(house, token, '/api/tickets')).statusCode, 200)
      t.equal((await asks(house, token, '/api/users')).statusCode, 200)
      t.match((await asks(house, token, '/api/accounts')).json(), { status: 403, code: 'NOT_ALLOWED' })
      t.match((await admin.get('/api/tokens')).json().rows, [{ id: row.id, usedAt: house.time.now }])
      house.time.now += 30 * DAY
      t.equal((await asks(house, token, '/api/tickets')).statusCode, 401)
    })

    t.test('is shown once and kept as its hash', async t => {
      const house = await openOn(t, world)
      const admin = await signIn(house)
      const { token } = (await admin.post('/api/tokens', BODY)).json()
      await house.store.records.refresh()
      const kept = JSON.stringify(await house.store.records.list('api-token', { atMost: 10 }))
      t.ok(kept.includes('ticket.read'))
      for (const text of [kept, (await admin.get('/api/tokens')).body, JSON.stringify(await toldOf(house))])
        t.notOk(text.includes(token.slice(3)))
    })

    t.test('asked for twice by one key is one: the first, which nobody got to see, ends', async t => {
      const house = await openOn(t, world)
      const admin = await signIn(house)
      const key = { 'idempotency-key': 'a' }
      const first = (await admin.post('/api/tokens', BODY, key)).json()
      const second = (await admin.post('/api/tokens', BODY, key)).json()
      t.equal((await asks(house, first.token, '/api/tickets')).statusCode, 401)
      t.equal((await asks(house, second.token, '/api/tickets')).statusCode, 200)
      t.match(
        (await admin.get('/api/tokens')).json().rows.filter(({ state }: { state: string }) => state === 'active'),
        [{ id: second.row.id }]
      )
      t.match((await admin.post('/api/tokens', { ...BODY, name: '别的' }, key)).json(), { code: 'KEY_REUSED' })
      const wei = await signIn(house, await joins(house, 'wei', { role: 'maintainer' }))
      const theirs = (await wei.post('/api/tokens', { ...BODY, actions: ['people.read'] }, key)).json()
      t.equal((await asks(house, second.token, '/api/tickets')).statusCode, 200, 'a key is one person’s')
      t.match(theirs.row, { person: 'wei' })
    })

    t.test('is not made while the log cannot take it', async t => {
      const house = await openOn(t, world)
      const admin = await signIn(house)
      await house.events.close()
      t.match((await admin.post('/api/tokens', BODY)).json(), { status: 503, code: 'LOG_UNAVAILABLE' })
      t.same((await admin.get('/api/tokens')).json().rows, [])
    })

    t.test('ends when it is revoked', async t => {
      const house = await openOn(t, world)
      const admin = await signIn(house)
      const { token, row } = (await admin.post('/api/tokens', BODY)).json()
      t.match((await admin.del(`/api/tokens/${row.id}`)).json(), { state: 'revoked', revoked: { by: 'admin' } })
      t.equal((await asks(house, token, '/api/tickets')).statusCode, 401)
      t.match((await admin.del('/api/tokens/none')).json(), { status: 404, code: 'TOKEN_NOT_FOUND' })
    })

    t.test('does no more than its person may now', async t => {
      const house = await openOn(t, world)
      const admin = await signIn(house)
      const wei = await signIn(house, await joins(house, 'wei', { role: 'maintainer' }))
      const { token } = (await wei.post('/api/tokens', { ...BODY, actions: ['account.read', 'people.read'] })).json()
      t.equal((await asks(house, token, '/api/users')).statusCode, 200)
      const { tag } = (await admin.get('/api/users/wei')).json()
      await admin.put('/api/users/wei', { name: '卫', roles: ['editor'] }, { 'if-match': tag })
      t.match((await asks(house, token, '/api/users')).json(), { status: 403, code: 'NOT_ALLOWED' })
      t.equal((await asks(house, token, '/api/accounts')).statusCode, 200)
      await admin.post('/api/users/wei/suspend', { why: '休假' })
      t.equal((await asks(house, token, '/api/accounts')).statusCode, 401)
    })
  })
}

t.test('a token changes something without saying where it comes from: no browser sends it by itself', async t => {
  const house = await openOn(t, 'memory')
  const admin = await signIn(house)
  const { token } = (await admin.post('/api/tokens', { ...BODY, actions: ['rules.configure'] })).json()
  const quiet = { version: '1', zone: 'Asia/Shanghai', weekly: [{ days: [6, 7], from: '22:00', to: '08:00' }] }
  const more = { method: 'POST', payload: quiet }
  t.not((await asks(house, token, '/api/policies/preview', more)).json().code, 'CROSS_SITE')
  const guessed = await asks(house, `hy_${'x'.repeat(43)}`, '/api/policies/preview', more)
  t.match(guessed.json().status, /401|403/)
})

t.test('no token makes another, signs somebody in, or manages people', async t => {
  const house = await openOn(t, 'memory')
  const admin = await signIn(house)
  for (const action of ['token.own', 'session.own', 'people.manage', 'people.propose', 'no.such']) {
    const refused = await admin.post('/api/tokens', { ...BODY, actions: [action] })
    t.match(refused.json(), { status: 422, code: 'TOKEN_INVALID', at: 'body/actions' }, action)
  }
  const wei = await signIn(house, await joins(house, 'wei', { role: 'maintainer' }))
  t.match((await wei.post('/api/tokens', { ...BODY, actions: ['people.read', 'reply.approve'] })).json(), {
    code: 'TOKEN_INVALID'
  })
  const li = await enter(house, { id: 'li', name: '李静', role: 'operator' })
  t.match((await li.post('/api/tokens', BODY)).json(), { status: 403, code: 'NOT_ALLOWED' })
})

t.test('a person sees and revokes their own tokens, an administrator everybody’s', async t => {
  const house = await openOn(t, 'memory')
  const admin = await signIn(house)
  const wei = await signIn(house, await joins(house, 'wei', { role: 'maintainer' }))
  const { row } = (await admin.post('/api/tokens', BODY)).json()
  const own = (await wei.post('/api/tokens', { ...BODY, actions: ['people.read'] })).json().row
  t.match((await wei.get('/api/tokens?all=true')).json().rows, [{ id: own.id }])
  t.equal((await wei.get('/api/tokens?all=true')).json().rows.length, 1)
  t.match((await wei.del(`/api/tokens/${row.id}`)).json(), { status: 404, code: 'TOKEN_NOT_FOUND' })
  t.equal((await admin.get('/api/tokens?all=true')).json().rows.length, 2)
  t.match((await admin.del(`/api/tokens/${own.id}`)).json(), { state: 'revoked' })
})

t.test('whatever stands in Authorization and is no token is nobody', async t => {
  const house = await openOn(t, 'memory')
  const { cookie } = await signIn(house)
  for (const authorization of ['', 'Bearer', 'Bearer hy_', 'Basic YTpi', `Bearer hy_${'../'.repeat(14)}a`]) {
    const answer = await house.app.inject({ url: '/api/tickets', headers: { authorization, cookie } })
    t.equal(answer.statusCode, 401, authorization)
  }
})

t.test('what a token may be given is told in words, without what none may', async t => {
  const house = await openHouse(t)
  const wei = await enter(house, { id: 'wei', name: '魏工', role: 'maintainer' })
  const { rows } = (await wei.get('/api/tokens/actions')).json() as { rows: { action: string }[] }
  t.match(
    rows.find(({ action }) => action === 'metrics.read'),
    { zh: '读取运行指标', en: 'read metrics' }
  )
  t.notOk(rows.some(({ action }) => action === 'token.own' || action === 'rules.configure'))
})
