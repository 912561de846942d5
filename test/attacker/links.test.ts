import { openIntake } from '@huiyin/adapters/platforms/intake.ts'
import { openAckLinks } from '@huiyin/ports/ack.ts'
import t from 'tap'
import { formOf } from '../../services/api/test/forms.ts'
import { at as ticketAt } from '../../services/api/test/house.ts'
import { SECRET, signed } from '../../services/api/test/outside.ts'
import { FOREIGN, OWN, sideOf } from '../../services/api/test/walk/town.ts'
import { besiege } from './siege.ts'

const HEAD = { id: 'zhao', name: '赵宏', role: 'head' }
const HOUR = 3_600_000
const FORUM = { platform: 'other', id: 'forum', name: '论坛', since: 0, credentials: { secret: SECRET } } as const

const siege = await besiege(t, {
  intake: openIntake({ of: ({ platform, id }) => (platform === 'other' && id === 'forum' ? FORUM : undefined) })
})
const { house, at, post, warned } = siege
const { ticket, other } = await sideOf(house, OWN)
t.beforeEach(() => void warned())

const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** A token with one character changed, at every place, and others that somebody might try. */
function forgedOf(token: string): string[] {
  const changed = Array.from(token, (mark, at) => {
    const other = BASE64URL[(BASE64URL.indexOf(mark) + 1) % BASE64URL.length]
    return `${token.slice(0, at)}${other}${token.slice(at + 1)}`
  })
  const [payload = '', signature = ''] = token.split('.')
  const none = Buffer.from(JSON.stringify(['X', 'Y', 9e15])).toString('base64url')
  return [
    ...changed,
    ...[payload, `${payload}.`, `.${signature}`, '.', `${payload}.${signature}.`, `${token}=`, `${token}A`],
    ...[`${none}.${signature}`, `${none}.`, `${signature}.${payload}`, token.toUpperCase(), '__proto__', 'x'.repeat(99)]
  ]
}

t.test('the link in an alert', async t => {
  const one = (await house.store.tickets.get(ticket))!.document
  const links = openAckLinks(house.store.records)
  const expiresAt = house.time.now + 48 * HOUR
  const issue = (alert: string) => links.issue({ ticket: one, alert, recipient: { id: 'li', name: '李' }, expiresAt })
  const press = (token: string) =>
    at(`/ack/${token}`, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: '' })
  const token = await issue('a1')
  const acknowledged = async () => (await house.store.tickets.get(ticket))!.document.acknowledged

  t.test('that is forged or cut takes nothing and tells nothing, and is in the log without itself', async t => {
    const forged = forgedOf(token)
    const mixed = [`${token.split('.')[0]}.${(await issue('a2')).split('.')[1]}`]
    for (const one of [...forged, ...mixed]) {
      const { status, body } = await press(encodeURIComponent(one))
      t.notOk(body.includes('工单'), one)
      if (status !== 400) t.fail(`${one}: ${status}`)
    }
    t.equal(await acknowledged(), undefined)
    t.same(new Set(warned().map(({ code }) => code)), new Set(['LINK_INVALID']))
    t.notOk(siege.lines.join('').includes(token.slice(0, 20)))
  })

  t.test('that is pressed again, by whomever, changes nothing more', async t => {
    t.equal((await press(token)).status, 200)
    const before = JSON.stringify((await house.store.tickets.get(ticket))!.document)
    house.time.now += HOUR
    await Promise.all(Array.from({ length: 5 }, () => press(token)))
    t.equal(JSON.stringify((await house.store.tickets.get(ticket))!.document), before)
  })

  t.test('that has expired is none, and serves no session, no other ticket and no department', async t => {
    house.time.now = expiresAt
    t.equal((await press(token)).status, 410)
    t.equal((await at('/api/session', { headers: { cookie: `huiyin=${token}` } })).status, 401)
    t.equal((await at('/api/tickets', { headers: { authorization: `Bearer ${token}` } })).status, 401)
    t.equal((await at(`/d/${encodeURIComponent(token)}`)).status, 400)
    house.time.now = expiresAt - 40 * HOUR
  })
})

t.test('the link of a department', async t => {
  const cookie = await siege.cookieOf(HEAD)
  const linkTo = async (id: string, key: string) => {
    const { dispatches } = (await house.store.tickets.get(id))!.document
    const url = `${ticketAt(id)}/dispatches/${dispatches[0]!.id}/links`
    const body = { to: '水务局值班室', days: 1 }
    const answer = await post(url, body, { cookie, 'idempotency-key': key })
    if (answer.status !== 200) throw new Error(answer.body)
    return { url, ...answer.json() } as { url: string; address: string; link: { id: string } }
  }
  const tokenOf = ({ address }: { address: string }) => address.split('/d/')[1]!
  const made = await linkTo(other, 'link-1')
  const token = tokenOf(made)
  const foreign = await sideOf(house, FOREIGN)
  const beside = tokenOf(await linkTo(foreign.ticket, 'link-2'))
  const fields = async (of: string, act: string) => {
    const { body } = await at(`/d/${of}`)
    const inAct = body.split(`/d/${of}/${act}`)[1] ?? ''
    return { form: /name="form" value="([^"]+)"/.exec(inAct)?.[1] ?? 'none' }
  }
  const send = (of: string, act: string, more: Record<string, string>) => {
    const { payload, headers } = formOf([], more)
    return at(`/d/${of}/${act}`, { method: 'POST', headers, body: payload })
  }
  const stateOf = async (id: string) => (await house.store.tickets.get(id))!.document.dispatches[0]!.state

  t.test('that is forged opens nothing, and guessing is slowed down', async t => {
    const statuses = new Set<number>()
    for (const one of forgedOf(token)) {
      const { status, body } = await at(`/d/${encodeURIComponent(one)}`)
      statuses.add(status)
      t.notOk(body.includes('积水'), one)
    }
    t.same([...statuses].toSorted(), [400, 429])
    t.equal((await at(`/d/${token}`)).status, 200, 'a right one is served all the same')
    t.ok(warned().length > 40)
    t.notOk(siege.lines.join('').includes(token.slice(0, 12)))
  })

  t.test('is acted on by its own form only: not by that of another link or act, nor by none', async t => {
    const [own, others] = [await fields(token, 'sign'), await fields(beside, 'sign')]
    t.not(own.form, 'none')
    t.not(own.form, others.form)
    const forms = ['', 'none', others.form, (await fields(token, 'return')).form, `x${own.form}`, own.form.slice(0, -1)]
    for (const form of forms) t.ok((await send(token, 'sign', { form })).status >= 400, form)
    t.equal(await stateOf(other), 'dispatched')
    t.equal((await send(token, 'sign', own)).status, 200)
    const before = JSON.stringify((await house.store.tickets.get(other))!.document)
    await send(token, 'sign', own)
    t.equal(JSON.stringify((await house.store.tickets.get(other))!.document), before, 'sent again it changes nothing')
  })

  t.test('opens no file, no act and no page of another dispatch, and nothing once it is taken back', async t => {
    for (const path of ['/files/none', '/files/..%2f..%2fpackage.json', '/files/%00', '/../api/tickets'])
      t.ok((await at(`/d/${token}${path}`)).status >= 400, path)
    const headers = { cookie, 'sec-fetch-site': 'same-origin', 'idempotency-key': 'unlink' }
    const gone = await at(`${made.url}/${made.link.id}`, { method: 'DELETE', headers })
    t.ok(gone.status < 300, gone.body)
    t.equal((await at(`/d/${token}`)).status, 410)
    t.equal((await send(token, 'return', { form: 'x', text: '已办理完毕' })).status, 410)
    house.time.now += 25 * HOUR
    t.equal((await at(`/d/${beside}`)).status, 410, 'as one is whose time is over')
  })
})

t.test('a signed request from outside', async t => {
  const comment = (n: number) => ({ id: `s${n}`, post: 'p1', text: '路灯坏了', publishedAt: house.time.now - HOUR })
  const bodyOf = (...comments: object[]) => JSON.stringify({ comments })
  const sends = (body: string, headers: Record<string, string>, account = 'forum') =>
    at(`/api/intake/${account}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers }
    })
  const now = () => String(house.time.now)
  const body = bodyOf(comment(1))

  t.test('is taken with its own signature only', async t => {
    const good = signed(body, { at: now() })
    const forged: [string, string, Record<string, string>, string?][] = [
      ['none', body, {}],
      ['another body', bodyOf(comment(2)), good],
      ['another time', body, { ...good, 'x-huiyin-timestamp': String(house.time.now + 1) }],
      ['another secret', body, signed(body, { at: now(), secret: 'guessed' })],
      ['no secret', body, signed(body, { at: now(), secret: '' })],
      ['a signature cut', body, { ...good, 'x-huiyin-signature': good['x-huiyin-signature'].slice(0, 40) }],
      ['a signature of nothing', body, { ...good, 'x-huiyin-signature': 'sha256=' }],
      ['another account', body, good, 'nobody'],
      ['a prototype for an account', body, good, '__proto__'],
      ['that of long ago', body, signed(body, { at: String(house.time.now - 6 * 60_000) })],
      ['that of the future', body, signed(body, { at: String(house.time.now + 6 * 60_000) })]
    ]
    for (const [name, sent, headers, account] of forged)
      t.match((await sends(sent, headers, account)).json(), { status: 401, code: 'SIGNATURE_INVALID' }, name)
    t.equal(warned().filter(({ code }) => code === 'SIGNATURE_INVALID').length, forged.length)
    t.equal(house.collected.length, 0)
    t.equal((await sends(body, good)).status, 202)
  })

  t.test('sent again within its time is the same comment, later it is refused', async t => {
    const good = signed(body, { at: now() })
    await sends(body, good)
    t.equal(new Set(house.collected.map(({ id }) => id)).size, 1)
    house.time.now += 6 * 60_000
    t.equal((await sends(body, good)).status, 401)
  })

  t.test('is no door for prototypes, for depth or for scripts', async t => {
    const sent = async (text: string) => (await sends(text, signed(text, { at: now() }))).json()
    const before = house.collected.length
    t.match(await sent(`{"comments":[{"__proto__":{"polluted":1},${JSON.stringify(comment(3)).slice(1)}]}`), {
      taken: 0
    })
    t.match(await sent(`{"comments":${'['.repeat(100_000)}`), { code: 'INTAKE_INVALID' })
    t.match(await sent(bodyOf({ ...comment(4), link: 'javascript:alert(1)' })), { taken: 0 })
    t.equal(({} as { polluted?: number }).polluted, undefined)
    t.equal(house.collected.length, before)
  })
})
