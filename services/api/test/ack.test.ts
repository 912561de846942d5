import { createHash } from 'node:crypto'
import { openAckLinks } from '@huiyin/ports/ack.ts'
import { ticket } from '@huiyin/ports/contracts/fixtures.ts'
import t, { type Test } from 'tap'
import { HOUR, MINUTE, NOON, openHouse } from './house.ts'

const LI = { id: 'li', name: '李静<b>' }
const ALERT = 'weibo/1001/p1/c1/by/u1/first-1/3/breach/0/0'

async function office(t: Test, { says = '我叫张三，路灯坏了' } = {}) {
  const house = await openHouse(t)
  const one = ticket({ says, openedAt: NOON, risk: { score: 70, level: 'orange', reasons: [] }, urgent: true })
  await house.store.tickets.putIfUnchanged(one)
  const links = openAckLinks(house.store.records)
  const expiresAt = NOON + 48 * HOUR
  const token = await links.issue({ ticket: one, alert: ALERT, recipient: LI, expiresAt })
  const get = (at = token) => house.app.inject({ url: `/ack/${at}` })
  const press = (at = token) =>
    house.app.inject({
      method: 'POST',
      url: `/ack/${at}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
      payload: ''
    })
  const acknowledged = async () => (await house.store.tickets.get(one.id))?.document.acknowledged
  return { ...house, one, links, token, get, press, acknowledged, expiresAt }
}

t.test('the link of an alert', async t => {
  t.test('shows number, level, due time and a button, and nothing of the citizen', async t => {
    const { get, one } = await office(t)
    const { statusCode, body, headers } = await get()
    t.equal(statusCode, 200)
    t.match(headers['content-type'], 'text/html')
    for (const said of [
      `工单 ${one.number}`,
      '橙色（紧急）',
      '2026-',
      '我来处理',
      `Ticket ${one.number}`,
      'orange, urgent',
      'I take it'
    ])
      t.ok(body.includes(said), said)
    t.ok(body.indexOf('我来处理') < body.indexOf('I take it'))
    for (const secret of ['张三', '路灯', one.id, 'u1', '城南居民']) t.notOk(body.includes(secret), secret)
  })

  t.test('may be looked at by anybody any number of times: looking acknowledges nothing', async t => {
    const { app, get, token, acknowledged } = await office(t)
    await get()
    await app.inject({ method: 'HEAD', url: `/ack/${token}` })
    await get()
    t.equal(await acknowledged(), undefined)
  })

  t.test('takes the ticket when the button is pressed, without an account, and says until when (R33)', async t => {
    const { press, acknowledged, store } = await office(t)
    const { statusCode, body } = await press()
    t.equal(statusCode, 200)
    t.match(await acknowledged(), { by: { id: 'link:li', role: 'recipient' }, until: NOON + 15 * MINUTE })
    t.ok(body.includes('李静&lt;b&gt; 正在处理，2026-'))
    t.notOk(body.includes('<b>'))
    t.notOk(body.includes('<form'))
    t.equal((await store.tickets.search({ sort: 'newest', atMost: 1 })).rows[0]?.acknowledged?.by.name, LI.name)
  })

  t.test('pressed again is the same; once it has run out, it sends to the newest alert', async t => {
    const { press, acknowledged, time } = await office(t)
    await press()
    time.now += 5 * MINUTE
    await press()
    t.match(await acknowledged(), { until: NOON + 15 * MINUTE })
    time.now += 15 * MINUTE
    const { statusCode, body } = await press()
    t.equal(statusCode, 200)
    t.match(body, /已经到期/)
    t.match(await acknowledged(), { until: NOON + 15 * MINUTE })
  })

  t.test('that is wrong, of another office or expired says what to do', async t => {
    const { get, press, token, time, expiresAt, acknowledged } = await office(t)
    const elsewhere = await office(t)
    for (const wrong of [`${token}x`, 'x', elsewhere.token])
      for (const answer of [await get(wrong), await press(wrong)]) {
        t.equal(answer.statusCode, 400)
        t.match(answer.body, /链接无效[\s\S]*sign in/)
      }
    time.now = expiresAt
    for (const answer of [await get(), await press()]) {
      t.equal(answer.statusCode, 410)
      t.match(answer.body, /已过期/)
    }
    t.equal(await acknowledged(), undefined)
  })

  t.test('to a ticket that was dismissed has no button, and pressing changes nothing', async t => {
    const { get, press, store, one } = await office(t)
    const { version } = (await store.tickets.get(one.id))!
    await store.tickets.putIfUnchanged({ ...one, status: 'dismissed' }, version)
    t.match((await get()).body, /已无须处理/)
    t.notMatch((await get()).body, /<form/)
    t.equal((await press()).statusCode, 409)
  })

  t.test('is not kept, not indexed, and lets no script or style from elsewhere in', async t => {
    const { get, press } = await office(t)
    for (const { headers, body } of [await get(), await press(), await get('x')]) {
      t.match(headers, { 'cache-control': 'no-store', 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' })
      t.match(headers['content-security-policy'], /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'/)
      t.notMatch(body, /<script|https?:|onclick/)
      const style = createHash('sha256')
        .update(/<style>([\s\S]*)<\/style>/.exec(body)![1]!)
        .digest('base64')
      t.ok(String(headers['content-security-policy']).includes(`'sha256-${style}'`))
    }
  })

  t.test('bears the same secret whichever instance made it', async t => {
    const { store, token, one, expiresAt } = await office(t)
    const other = openAckLinks(store.records)
    t.equal(await other.issue({ ticket: one, alert: ALERT, recipient: LI, expiresAt }), token)
    t.match(await other.resolve(token, NOON), { ticket: one.id, number: one.number, recipient: LI, alert: ALERT })
  })
})
