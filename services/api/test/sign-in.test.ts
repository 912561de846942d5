import { memoryStore } from '@huiyin/adapters/memory/store.ts'
import type { StoredUser } from '@huiyin/schemas/user.ts'
import t from 'tap'
import { ensureAdministrator, resetAdministrator } from '../src/sign-in/people.ts'
import { HOUR, type House, openHouse, SAME_ORIGIN, signIn } from './house.ts'

const tryWith = ({ app }: House, name: string, password: string, headers: Record<string, string> = SAME_ORIGIN) =>
  app.inject({ method: 'POST', url: '/api/session', headers, payload: { name, password } })

t.test('signing in', async t => {
  t.test('gives a cookie that no script and no other site can use, and says who it is', async t => {
    const house = await openHouse(t)
    const { name, password } = house.administrator
    const answer = await tryWith(house, name, password)
    t.equal(answer.statusCode, 200)
    t.match(answer.json(), { actor: { id: 'admin', role: 'administrator' }, demo: true, version: '0.1.0' })
    const cookie = String(answer.headers['set-cookie'])
    for (const part of ['huiyin=', 'HttpOnly', 'SameSite=Strict', 'Path=/']) t.ok(cookie.includes(part), part)
    t.notOk(cookie.includes('Secure'))
  })

  t.test('gives a secure cookie bound to this host when the house is reached by https', async t => {
    const house = await openHouse(t, {
      settings: { demo: true, version: '0.1.0', publicUrl: 'https://huiyin.example.org' }
    })
    const { name, password } = house.administrator
    const cookie = String((await tryWith(house, name, password)).headers['set-cookie'])
    t.match(cookie, /^__Host-huiyin=.*Secure/)
  })

  t.test('answers an unknown name like a wrong password', async t => {
    const house = await openHouse(t)
    const wrong = await tryWith(house, 'admin', 'wrong')
    const unknown = await tryWith(house, '王小明'.repeat(60), 'wrong')
    t.equal(wrong.statusCode, 401)
    t.equal(wrong.json().code, 'WRONG_PASSWORD')
    t.same(unknown.json(), wrong.json())
    t.equal(unknown.statusCode, 401)
  })

  t.test('has to wait after five failed tries, even with the right password, and may go on after that', async t => {
    const house = await openHouse(t)
    const { name, password } = house.administrator
    for (let n = 0; n < 5; n++) t.equal((await tryWith(house, name, `guess ${n}`)).statusCode, 401)
    const locked = await tryWith(house, name, password)
    t.equal(locked.statusCode, 429)
    t.equal(locked.json().code, 'TOO_MANY_TRIES')
    t.equal(locked.headers['retry-after'], '30')
    house.time.now += 30_000
    t.equal((await tryWith(house, name, password)).statusCode, 200)
  })

  t.test('makes the administrator once', async t => {
    const { store, administrator } = await openHouse(t)
    t.match(administrator.password, /^([a-z2-9]{5}-){3}[a-z2-9]{5}$/)
    t.equal(await ensureAdministrator(store.records), undefined)
  })

  t.test('makes the administrator of a new house with a password that takes long to guess', async t => {
    const { records } = memoryStore()
    await ensureAdministrator(records)
    const kept = await records.get<StoredUser>('person', 'admin')
    t.match(kept?.document.value.password, { algorithm: 'argon2id', memory: 19_456, passes: 2, parallelism: 1 })
  })

  t.test('a new password ends the old one', async t => {
    const house = await openHouse(t)
    const { name, password } = await resetAdministrator(house.store.records, house.time.now)
    t.equal((await tryWith(house, name, house.administrator.password)).statusCode, 401)
    t.equal((await tryWith(house, name, password)).statusCode, 200)
  })

  t.test('keeps neither password nor token where they can be read', async t => {
    const house = await openHouse(t)
    const { cookie } = await signIn(house)
    await house.store.records.refresh()
    const kept = JSON.stringify([
      await house.store.records.list('person', { atMost: 10 }),
      await house.store.records.list('session', { atMost: 10 })
    ])
    t.ok(kept.includes('argon2id'))
    t.notOk(kept.includes(house.administrator.password))
    t.notOk(kept.includes(cookie.split('=')[1]!))
  })
})

t.test('a session', async t => {
  t.test('ends 8 hours after its last use', async t => {
    const house = await openHouse(t)
    const { get } = await signIn(house)
    house.time.now += 7 * HOUR
    t.equal((await get('/api/session')).statusCode, 200)
    house.time.now += 7 * HOUR
    t.equal((await get('/api/session')).statusCode, 200)
    house.time.now += 8 * HOUR
    t.equal((await get('/api/session')).statusCode, 401)
  })

  t.test('ends after 7 days however much it is used', async t => {
    const house = await openHouse(t)
    const { get } = await signIn(house)
    for (let hours = 7; hours < 7 * 24; hours += 7) {
      house.time.now += 7 * HOUR
      await get('/api/session')
    }
    house.time.now += 7 * HOUR
    t.equal((await get('/api/session')).statusCode, 401)
  })

  t.test('ends when its person signs out', async t => {
    const house = await openHouse(t)
    const { cookie, get } = await signIn(house)
    const out = await house.app.inject({ method: 'DELETE', url: '/api/session', headers: { cookie, ...SAME_ORIGIN } })
    t.equal(out.statusCode, 204)
    t.equal((await get('/api/session')).statusCode, 401)
  })

  t.test('is swept from the store after its end', async t => {
    const house = await openHouse(t)
    await signIn(house)
    house.time.now += 9 * HOUR
    await house.store.records.refresh()
    await signIn(house)
    await house.store.records.refresh()
    t.equal((await house.store.records.list('session', { atMost: 10 })).length, 1)
  })
})

t.test('a change', async t => {
  t.test('is refused when it does not say that it comes from our own pages', async t => {
    const house = await openHouse(t)
    const foreign: Record<string, string>[] = [
      {},
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'none' },
      { origin: 'https://elsewhere.example', host: 'localhost' },
      { origin: 'null', host: 'localhost' }
    ]
    for (const headers of foreign) {
      const answer = await tryWith(house, 'admin', 'x', headers)
      t.equal(answer.statusCode, 403, JSON.stringify(headers))
      t.equal(answer.json().code, 'CROSS_SITE')
    }
  })

  t.test('is taken with an Origin of this very host, where browsers send no Sec-Fetch-Site', async t => {
    const house = await openHouse(t)
    const { name, password } = house.administrator
    const headers = { origin: 'http://10.1.2.3:8080', host: '10.1.2.3:8080' }
    t.equal((await tryWith(house, name, password, headers)).statusCode, 200)
  })

  t.test('is taken only with the public address as Origin when there is one', async t => {
    const settings = { demo: true, version: '0.1.0', publicUrl: 'http://huiyin.example.org' }
    const house = await openHouse(t, { settings })
    const { name, password } = house.administrator
    const host = 'inside:8080'
    t.equal((await tryWith(house, name, password, { origin: 'http://inside:8080', host })).statusCode, 403)
    t.equal((await tryWith(house, name, password, { origin: 'http://huiyin.example.org', host })).statusCode, 200)
  })
})
