import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { logUnavailable } from '@huiyin/domain/errors.ts'
import { openItems, raiseItem } from '@huiyin/ports/items.ts'
import { NEW_LINE, writeLine } from '@huiyin/ports/webhook-lines.ts'
import { openWebhooks } from '@huiyin/ports/webhooks.ts'
import type { HouseEvent } from '@huiyin/schemas/event.ts'
import t, { type Test } from 'tap'
import { enter, type House, openHouse, signIn } from './house.ts'

const BODY = { name: '县融媒', url: 'https://media.example.gov.cn/hook?key=their-secret' }
const ACTIVE = { name: '县融媒', state: 'active' }

const opened = async (t: Test) => {
  const house = await openHouse(t)
  const admin = await signIn(house)
  const made = (await admin.post('/api/webhooks', BODY)).json()
  return { house, admin, ...made, at: `/api/webhooks/${made.row?.id}` } as {
    house: House
    admin: typeof admin
    row: { id: string; url: string }
    secret: string
    at: string
  }
}

/** What the log has of settings so far. */
async function toldOf({ events }: House): Promise<HouseEvent[]> {
  const found: HouseEvent[] = []
  const lag = await events.lag('test')
  const ended = new AbortController()
  for await (const batch of events.read({ group: 'test', atMost: 1000, signal: ended.signal })) {
    found.push(...batch.events)
    if (found.length >= lag) ended.abort()
  }
  return found.filter(({ ticket }) => ticket.startsWith('settings/'))
}

t.test('a webhook', async t => {
  t.test('is made with a secret that is shown once and kept sealed', async t => {
    const { house, admin, row, secret } = await opened(t)
    t.match(row, {
      ...BODY,
      url: 'https://media.example.gov.cn/hook?…',
      state: 'active',
      by: 'admin',
      from: house.time.now
    })
    t.match(secret, /^hws_[\w-]{43}$/)
    const { body } = await admin.get('/api/webhooks')
    await house.store.records.refresh()
    const kept = JSON.stringify(await house.store.records.list('webhook', { atMost: 10 }))
    const told = JSON.stringify(await toldOf(house))
    for (const text of [body, kept, told]) t.notOk(text.includes(secret.slice(4)))
    t.notOk((body + told).includes('their-secret'))
    t.match(told, /"type":"settings.changed"/)
  })

  t.test('asked for twice by one key is one, with the secret that it has', async t => {
    const { admin } = await opened(t)
    const body = { ...BODY, name: '一次' }
    const key = { 'idempotency-key': 'a' }
    const first = (await admin.post('/api/webhooks', body, key)).json()
    t.same((await admin.post('/api/webhooks', body, key)).json(), first)
    t.match((await admin.post('/api/webhooks', { ...body, name: '别的' }, key)).json(), { code: 'KEY_REUSED' })
    t.equal((await admin.get('/api/webhooks')).json().rows.length, 2)
  })

  t.test('is changed, renewed, paused and removed, and each is told', async t => {
    const { house, admin, at, secret } = await opened(t)
    const paused = (await admin.put(at, { ...ACTIVE, state: 'paused', types: ['ticket.opened'] })).json()
    t.match(paused.row, { state: 'paused', types: ['ticket.opened'], url: 'https://media.example.gov.cn/hook?…' })
    t.notOk('secret' in paused)
    const renewed = (await admin.put(at, { ...ACTIVE, newSecret: true })).json()
    t.match(renewed, { row: { state: 'active' }, secret: /^hws_/ })
    t.not(renewed.secret, secret)
    t.notOk('types' in renewed.row)
    t.equal((await admin.del(at)).statusCode, 200)
    t.match((await admin.get('/api/webhooks')).json().rows, [])
    for (const answer of [
      await admin.del(at),
      await admin.put(at, ACTIVE),
      await admin.post(`${at}/test`),
      await admin.get(`${at}/deliveries`)
    ])
      t.match(answer.json(), { status: 404, code: 'WEBHOOK_NOT_FOUND' })
    const how = (await toldOf(house)).filter(({ type }) => type === 'settings.changed').map(({ data }) => data.how)
    t.same(how, ['made', 'paused', 'changed', 'removed'])
  })

  t.test('is neither made, changed, replayed nor removed while the log does not take it', async t => {
    const { house, admin, at, row } = await opened(t)
    house.events.append = async () => {
      throw logUnavailable(new Error('away'))
    }
    for (const answer of [
      await admin.post('/api/webhooks', BODY),
      await admin.put(at, { ...ACTIVE, state: 'paused' }),
      await admin.post(`${at}/replay`, { from: house.time.now }),
      await admin.del(at)
    ])
      t.match(answer.json(), { status: 503, code: 'LOG_UNAVAILABLE' })
    t.same((await admin.get('/api/webhooks')).json().rows, [row])
  })

  t.test('at an address that nobody may name is refused', async t => {
    const { admin, at } = await opened(t)
    for (const url of [
      'https://10.0.0.1/x',
      'http://media.example.gov.cn/',
      'https://localhost:6379/',
      'https://a:b@c.example/'
    ])
      for (const answer of [
        await admin.post('/api/webhooks', { ...BODY, url }),
        await admin.put(at, { ...ACTIVE, url })
      ])
        t.match(answer.json(), { status: 422, code: 'ADDRESS_FORBIDDEN', at: 'body/url' }, url)
  })

  t.test('tells of tickets only: what happens to people and settings is no type of it', async t => {
    const { admin } = await opened(t)
    for (const type of ['session.begun', 'settings.changed', 'revealed', 'password.changed', 'anything'])
      t.match((await admin.post('/api/webhooks', { ...BODY, types: [type] })).json(), { status: 400 }, type)
  })

  t.test('is one of twenty at most', async t => {
    const { admin } = await opened(t)
    for (let i = 1; i < 20; i++) t.equal((await admin.post('/api/webhooks', BODY)).statusCode, 200)
    t.match((await admin.post('/api/webhooks', BODY)).json(), { status: 409, code: 'TOO_MANY' })
  })

  t.test('is read by who keeps the house, and changed by fewer', async t => {
    const { house, at } = await opened(t)
    const auditor = await enter(house, { id: 'he', name: '何', role: 'auditor' })
    const editor = await enter(house, { id: 'li', name: '李', role: 'editor' })
    t.equal((await auditor.get('/api/webhooks')).statusCode, 200)
    t.match((await auditor.put(at, ACTIVE)).json(), { code: 'NOT_ALLOWED' })
    t.match((await editor.get('/api/webhooks')).json(), { code: 'NOT_ALLOWED' })
  })
})

t.test('a test sends one signed event now and says what came of it', async t => {
  const heard: { headers: IncomingHttpHeaders; raw: string }[] = []
  const statuses = [204, 500]
  const server = createServer((request, response) => {
    let raw = ''
    request.on('data', text => {
      raw += text
    })
    request.on('end', () => {
      heard.push({ headers: request.headers, raw })
      response.writeHead(statuses.shift() ?? 200).end('what it answers is nobody’s business')
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => {
    server.closeAllConnections()
    server.close()
  })
  const house = await openHouse(t)
  const admin = await signIn(house)
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
  const { row, secret } = await openWebhooks(house.store.records, house.vault, house.desk.clock)
    .make({ ...BODY, url }, 'admin')
    .then(({ webhook, secret }) => ({ row: webhook, secret }))
  const tries = `/api/webhooks/${row.id}/test`
  t.same((await admin.post(tries)).json(), { ok: true, status: 204 })
  t.same((await admin.post(tries)).json(), { ok: false, status: 500, why: 'answered 500' })
  const { headers, raw } = heard[0]!
  const signed = createHmac('sha256', secret).update(`${headers['x-huiyin-timestamp']}.${raw}`).digest('hex')
  t.equal(headers['x-huiyin-signature'], `sha256=${signed}`)
  t.match(JSON.parse(raw), { type: 'webhook.test', id: headers['idempotency-key'] })
  server.closeAllConnections()
  await new Promise(resolve => server.close(resolve))
  t.match((await admin.post(tries)).json(), { ok: false, why: /could not be reached|did not answer/ })
})

t.test('the last deliveries are listed with their state, and a row says since when it fails', async t => {
  const { house, admin, row, at } = await opened(t)
  const now = house.time.now
  const of = { type: 'ticket.opened', ticket: 'AAAA-BBBB', at: now, attempts: 3, triedAt: now } as const
  await writeLine(house.store.records, { id: row.id, generation: 1 }, 0, {
    ...NEW_LINE,
    recent: [
      { ...of, event: 'evt_1', state: 'delivered', status: 200 },
      { ...of, event: 'evt_2', state: 'waiting', status: 500, why: 'answered 500', nextAt: now + 4, triedAt: now + 1 }
    ],
    failing: { evt_2: { since: now - 9, tries: 3, triedAt: now, nextAt: now + 4, why: 'answered 500' } }
  })
  t.match((await admin.get(`${at}/deliveries`)).json().rows, [
    { event: 'evt_2', state: 'waiting', attempts: 3, nextAt: now + 4 },
    { event: 'evt_1', state: 'delivered', status: 200 }
  ])
  t.match((await admin.get('/api/webhooks')).json().rows, [{ failing: { since: now - 9, why: 'answered 500' } }])
})

t.test('a replay begins at an instant that the log still holds', async t => {
  const { house, admin, at } = await opened(t)
  const from = house.time.now - 1_000
  t.match((await admin.post(`${at}/replay`, { from })).json(), { from })
  for (const wrong of [house.time.now + 1, 0])
    t.match((await admin.post(`${at}/replay`, { from: wrong })).json(), { status: 400, code: 'INVALID_REQUEST' })
})

t.test('who enables one that had been disabled has done what the item asked', async t => {
  const { house, admin, row, at } = await opened(t)
  const { records } = house.store
  await raiseItem(records, { kind: 'webhook.disabled', about: row.id, facts: { host: 'x', why: '500', since: 1 } }, 1)
  await records.refresh()
  t.match((await admin.get('/api/items')).json().rows, [{ kind: 'webhook.disabled', zh: /已停用/, en: /told no more/ }])
  await admin.put(at, ACTIVE)
  t.same(await openItems(records), [])
})
