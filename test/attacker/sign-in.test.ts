import { hashPassword } from '@huiyin/api/sign-in/password.ts'
import t from 'tap'
import type { Answer } from './client.ts'
import { besiege } from './siege.ts'

const LI = { id: 'li', name: '李', role: 'editor' }
const SECRET = 'Correct#Horse7Battery'
const HOUR = 3_600_000

const siege = await besiege(t)
const { house, at, post, warned, told } = siege
const value = { actor: LI, password: await hashPassword(SECRET), passwordAt: house.time.now }
await house.store.records.create('person', { id: LI.id, value })
t.beforeEach(() => {
  house.time.now += HOUR // what was tried before is forgotten
  warned()
  told.length = 0
})

const enters = (name: string, password: string, headers = {}) => post('/api/session', { name, password }, headers)
const cookieIn = ({ headers }: Answer) => String(headers['set-cookie']).split(';')[0]!
const isOpen = async (cookie: string) => (await at('/api/session', { headers: { cookie } })).status === 200

t.test('who guesses a password', async t => {
  t.test('is made to wait after five tries, the right password too, and twice as long each time', async t => {
    const answers = []
    for (let n = 0; n < 6; n++) answers.push(await enters(LI.id, `wrong-${n}`))
    t.same(
      answers.map(({ status }) => status),
      [401, 401, 401, 401, 401, 429]
    )
    t.equal((await enters(LI.id, SECRET)).status, 429)
    const wait = async () => Number((await enters(LI.id, 'x')).headers['retry-after'])
    const waits = [await wait()]
    for (let n = 0; n < 6; n++) {
      house.time.now += waits.at(-1)! * 1000
      t.equal((await enters(LI.id, 'wrong again')).status, 401)
      waits.push(await wait())
    }
    t.same(waits, [30, 60, 120, 240, 480, 900, 900])
    const codes = warned().map(({ code }) => code)
    t.ok(codes.includes('WRONG_PASSWORD') && codes.includes('TOO_MANY_TRIES'))
  })

  t.test('gains nothing by asking at once, nor by saying that a proxy has sent it', async t => {
    const guesses = Array.from({ length: 20 }, (_, n) =>
      enters(LI.id, `guess-${n}`, { 'x-forwarded-for': `10.0.0.${n}`, forwarded: `for=10.0.0.${n}` })
    )
    const statuses = (await Promise.all(guesses)).map(({ status }) => status)
    t.equal(statuses.filter(status => status === 401).length, 5)
    t.equal(statuses.filter(status => status === 429).length, 15)
  })

  t.test('gains nothing by trying one password under many names', async t => {
    const guesses = Array.from({ length: 25 }, (_, n) => enters(`somebody-${n}`, 'Spring2026!'))
    const statuses = (await Promise.all(guesses)).map(({ status }) => status)
    t.equal(statuses.filter(status => status === 401).length, 20)
    t.equal(statuses.filter(status => status === 429).length, 5)
  })

  t.test('does not learn who is known here', async t => {
    const [known, unknown] = [await enters(LI.id, 'wrong'), await enters('nobody', 'wrong')]
    const without = ({ status, body, headers: { date: _, 'x-request-id': __, ...headers } }: Answer) => ({
      ...{ status, body, headers }
    })
    t.same(without(unknown), without(known))
  })

  t.test('stands in the log and in the trail: no name that nobody has, no address and no password', async t => {
    await enters(LI.id, 'my-other-Passw0rd')
    await enters('my-Passw0rd-as-name', 'x')
    const lines = siege.lines.join('')
    t.match(warned(), [
      { msg: 'refused', code: 'WRONG_PASSWORD', route: '/api/session' },
      { msg: 'refused', code: 'WRONG_PASSWORD', route: '/api/session' }
    ])
    const refused = told.filter(({ type }) => type === 'session.refused')
    t.equal(refused[0]?.ticket, 'person/li')
    t.equal(refused.length, 2)
    for (const secret of ['Passw0rd', '127.0.0.1']) {
      t.notOk(lines.includes(secret), secret)
      t.notOk(JSON.stringify(told).includes(secret), secret)
    }
  })
})

t.test('a session', async t => {
  t.test('is another after signing in than the one that somebody planted before', async t => {
    const planted = `huiyin=${'a'.repeat(43)}`
    const cookie = cookieIn(await enters(LI.id, SECRET, { cookie: planted }))
    t.match(cookie, /^huiyin=[\w-]{43}$/)
    t.not(cookie, planted)
    t.ok(await isOpen(cookie))
    t.notOk(await isOpen(planted))
  })

  t.test('that a browser came with ends when another begins in it', async t => {
    const first = cookieIn(await enters(LI.id, SECRET))
    const second = cookieIn(await enters(LI.id, SECRET, { cookie: first }))
    t.not(first, second)
    t.notOk(await isOpen(first))
    t.ok(await isOpen(second))
  })

  t.test('has a cookie that no script reads and no other site sends', async t => {
    const planted = String((await enters(LI.id, SECRET)).headers['set-cookie'])
    t.match(planted, /; Path=\/; HttpOnly; SameSite=Strict$/)
  })

  t.test('ends with the password by which it began, and at sign-out for good', async t => {
    const [stolen, own] = [cookieIn(await enters(LI.id, SECRET)), cookieIn(await enters(LI.id, SECRET))]
    const password = 'Quite#Another9Thing'
    const now = cookieIn(await post('/api/me/password', { current: SECRET, password }, { cookie: own }))
    t.notOk(await isOpen(stolen))
    t.notOk(await isOpen(own))
    t.ok(await isOpen(now))
    await at('/api/session', { method: 'DELETE', headers: { cookie: now, 'sec-fetch-site': 'same-origin' } })
    t.notOk(await isOpen(now))
  })
})

t.test('a token that is none is refused and logged without what was sent', async t => {
  const guesses = [
    `Bearer hy_${'A'.repeat(43)}`,
    'Bearer hy_short',
    'Basic bGk6c2VjcmV0',
    `Bearer ${'x'.repeat(8_000)}`
  ]
  for (const authorization of guesses)
    t.equal((await at('/api/tickets', { headers: { authorization } })).json().code, 'NOT_SIGNED_IN')
  const lines = siege.lines.join('')
  t.equal(warned().filter(({ code }) => code === 'NOT_SIGNED_IN').length, guesses.length)
  for (const sent of ['AAAA', 'hy_short', 'bGk6', 'xxxx']) t.notOk(lines.includes(sent), sent)
})

t.test('who asks more than is allowed is told to wait, by whatever session, and it is logged', async t => {
  const limits = { perPerson: 1, perToken: 1 }
  const small = await besiege(t, { settings: { demo: false, version: '0.1.0', limits } })
  const cookies = [await small.cookieOf(LI), await small.cookieOf(LI)]
  const asked = Array.from({ length: 30 }, (_, n) => small.at('/api/me', { headers: { cookie: cookies[n % 2] } }))
  const answers = await Promise.all(asked)
  const refused = answers.filter(({ status }) => status === 429)
  t.ok(refused.length > 15 && refused.length < 30, `${refused.length} of 30`)
  t.ok(refused.every(({ headers }) => Number(headers['retry-after']) >= 1))
  t.equal(small.warned().filter(({ code }) => code === 'TOO_MANY_REQUESTS').length, refused.length)
})
