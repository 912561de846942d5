import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { ticketNumber } from '@huiyin/domain/ids.ts'
import { classification } from '@huiyin/ports/contracts/fixtures.ts'
import type { TicketView } from '@huiyin/schemas/api.ts'
import type { HouseEvent } from '@huiyin/schemas/event.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import t, { type Test } from 'tap'
import { type FormFile, formOf, PDF, PNG } from './forms.ts'
import { at, citizenWrites, enter, HOUR, type House, MINUTE, once, openHouse } from './house.ts'
import { openOn } from './signing.ts'
import { does, HEAD, key, LI, viewed, WATER } from './talking.ts'

const DAY = 24 * HOUR
const COMPLAINT = {
  classification: classification({ label: 'complaint' }),
  text: '小区门口积水很深，我的电话13800138000'
}
const DISPATCH = { department: '水务局', request: '请今晚抽排门口积水' }
const DESK = '水务局值班室'

/** A case that the water bureau has, and a link for its duty desk, which has no account. */
async function office(
  t: Test,
  { world = 'memory', lines = [] as object[] }: { world?: 'memory' | 'sqlite'; lines?: object[] } = {}
) {
  const keep = (fields: object, message: string) => void lines.push({ ...fields, message })
  const house = await openOn(t, world, {
    logger: { info: () => {}, warn: keep, error: keep },
    settings: { demo: true, version: '0.1.0', publicUrl: 'http://huiyin.example.gov.cn' }
  })
  const li = await enter(house, LI)
  const id = await citizenWrites(house, COMPLAINT)
  const [{ id: dispatch }] = (await does(li, id, '/dispatches', DISPATCH)).json().dispatches
  house.time.now += MINUTE // it has left
  const links = `${at(id)}/dispatches/${dispatch}/links`
  const issue = (body: object = { to: DESK }, named = key()) => li.post(links, body, once(named))
  const { address, link } = (await issue()).json()
  const path = new URL(address).pathname
  const get = (url = path) => house.app.inject({ url })
  const post = (act: string, fields: Record<string, string>, files: FormFile[] = [], url = path) => {
    const form = formOf(
      files.map(file => ({ field: 'files', ...file })),
      fields
    )
    return house.app.inject({ method: 'POST', url: `${url}/${act}`, ...form })
  }
  /** What the form for an act bears, on the page as it is shown now. */
  const tokenOf = async (act: string, url = path) =>
    new RegExp(`action="[^"]*/${act}"[^>]*><input type="hidden" name="form" value="([^"]+)"`).exec(
      (await get(url)).body
    )?.[1] ?? ''
  const sends = async (act: string, fields: Record<string, string> = {}, files: FormFile[] = []) =>
    post(act, { form: await tokenOf(act), ...fields }, files)
  const ofTicket = async () => (await house.store.tickets.get(id))!.document
  const ofDispatch = async () => (await ofTicket()).dispatches.find(one => one.id === dispatch)!
  return {
    house,
    li,
    id,
    dispatch,
    links,
    issue,
    address,
    link,
    path,
    get,
    post,
    tokenOf,
    sends,
    ofTicket,
    ofDispatch,
    lines
  }
}

t.test('from the dispatch to the result, without an account', async t => {
  for (const world of ['memory', 'sqlite'] as const)
    t.test(`on ${world}`, async t => {
      const { house, li, id, dispatch, get, sends, path, ofTicket } = await office(t, { world })
      const page = (await get()).body
      for (const said of [
        DISPATCH.request,
        DESK,
        '13800138000',
        '小区门口积水很深',
        '待签收',
        ticketNumber(id),
        '还剩'
      ])
        t.ok(page.includes(said), said)
      const signed = await sends('sign')
      t.equal(signed.statusCode, 200, signed.body)
      t.match(signed.body, /已签收[\s\S]*前反馈办理结果/)
      house.time.now += HOUR
      t.match((await get()).body, /办理中/)
      const returned = await sends('return', { text: '今晚 21 时已抽干，\r\n共 3 处。' }, [
        { name: '现场<b>.png', file: PNG },
        { name: '记录.pdf', file: PDF }
      ])
      t.equal(returned.statusCode, 200, returned.body)
      t.match(returned.body, /结果已提交/)

      const view = await viewed(li, id)
      const by = { id: /^link:/, name: DESK, role: 'recipient', department: '水务局' }
      t.match(view.dispatches, [
        {
          state: 'returned',
          signedBy: by,
          result: { text: '今晚 21 时已抽干，\n共 3 处。', by },
          links: [{ openedAt: Number }]
        }
      ])
      t.match(view.attachments, [
        { fileName: '现场_b_.png', type: 'image/png', by: DESK, dispatch },
        { fileName: '记录.pdf', type: 'application/pdf', by: DESK, dispatch }
      ])
      const file = await li.get(`${at(id)}/attachments/${view.attachments![0]!.id}`)
      t.same(file.rawPayload, PNG)
      const told = await eventsOf(house, await ofTicket())
      const types = ['linked', 'opened', 'signed', 'returned'].map(name => `dispatch.${name}`)
      t.same(
        told.map(({ type }) => type).filter(type => types.includes(type)),
        types
      )
      t.match(
        told.filter(({ type }) => type === 'attachment.added').map(({ actor, data }) => ({ actor, data })),
        view.attachments!.map(({ id }) => ({ actor: by, data: { attachment: id, dispatch } }))
      )
      t.notMatch(JSON.stringify(told), /抽干|现场/)

      const over = (await get()).body
      t.match(over, /已反馈/)
      t.notMatch(over, /<form|13800138000/)
      t.match((await house.app.inject(`${path}/files/${view.attachments![1]!.id}`)).rawPayload, PDF)
    })
})

t.test('a link', async t => {
  t.test('is answered once, told without its address, and kept as a digest', async t => {
    const { house, li, link, links, address, issue, ofTicket } = await office(t)
    const [, token = ''] = address.split('/d/')
    t.match(address, /^http:\/\/huiyin\.example\.gov\.cn\/d\/[\w-]{22}\.[\w-]{22}$/)
    t.match(link, { to: DESK, by: '李静', stands: true })
    const { rows } = (await li.get(links)).json()
    t.match(rows, [{ id: link.id, to: DESK, stands: true }])
    t.notMatch(JSON.stringify(await ofTicket()), token)
    t.notMatch(JSON.stringify(await house.store.records.list('dispatch-link', { atMost: 10 })), token)
    const first = (await issue({ to: DESK, days: 3 }, 'again')).json()
    t.same((await issue({ to: DESK, days: 3 }, 'again')).json(), first)
    t.equal(first.link.expiresAt, house.time.now + 3 * DAY)
    t.match((await issue({ to: '别人', days: 3 }, 'again')).json(), { code: 'KEY_REUSED' })
  })

  t.test('holds for a week beyond the due time when nobody says otherwise', async t => {
    const { link, ofTicket } = await office(t)
    const leg = (await ofTicket()).clocks.find(({ kind }) => kind === 'leg')!
    t.equal(link.expiresAt, leg.dueAt + 7 * DAY)
  })

  t.test('is made by the office, not by the department, for 30 days at most and twenty at a time', async t => {
    const { house, links, issue } = await office(t)
    const water = await enter(house, WATER)
    t.match((await water.post(links, { to: 'x' }, once(key()))).json(), { status: 403, code: 'NOT_ALLOWED' })
    t.match((await issue({ to: 'x', days: 31 })).json(), { status: 400, at: 'body/days' })
    t.match((await issue({ to: ' ' })).json(), { status: 400, at: 'body/to' })
    for (let n = 1; n < 20; n++) t.equal((await issue()).statusCode, 200)
    t.match((await issue()).json(), { code: 'TOO_MANY' })
  })

  t.test('names neither ticket nor citizen in its address or on the page’s own addresses', async t => {
    const { id, dispatch, address, get } = await office(t)
    const { body } = await get()
    for (const secret of [id, encodeURIComponent(id), dispatch]) {
      t.notOk(address.includes(secret), secret)
      t.notOk(body.includes(secret), secret)
    }
  })

  t.test('may be looked at by anybody any number of times: looking changes nothing', async t => {
    const { house, path, get, ofTicket } = await office(t)
    const before = await ofTicket()
    for (let n = 0; n < 3; n++) t.equal((await get()).statusCode, 200)
    await house.app.inject({ method: 'HEAD', url: path })
    t.same(await ofTicket(), before)
  })

  t.test('is not kept, not indexed, and lets no script or style from elsewhere in', async t => {
    const { get, sends } = await office(t)
    for (const { headers, body } of [await get(), await sends('sign'), await get('/d/x')]) {
      t.match(headers, { 'cache-control': 'no-store', 'x-robots-tag': /noindex/, 'referrer-policy': 'no-referrer' })
      t.notMatch(body, /<script|https?:|onclick| style="/)
      const style = createHash('sha256')
        .update(/<style>([\s\S]*)<\/style>/.exec(body)![1]!)
        .digest('base64')
      t.match(headers['content-security-policy'], /^default-src 'none'; .*form-action 'self'/)
      t.ok(String(headers['content-security-policy']).includes(`'sha256-${style}'`))
    }
  })

  t.test('brings the house’s own Chinese font along, where the page is built, and needs none elsewhere', async t => {
    const webRoot = t.testdir({ 'index.html': '', assets: { 'fonts-a1b2.css': '', 'card-c3.css': '' } })
    const built = await openHouse(t, { settings: { demo: true, version: '0.1.0', webRoot } })
    const { body, headers } = await built.app.inject('/d/x')
    t.match(body, '<link rel="stylesheet" href="/assets/fonts-a1b2.css">')
    t.match(headers['content-security-policy'], /font-src 'self'/)
    const bare = await openHouse(t)
    t.notMatch((await bare.app.inject('/d/x')).body, /<link|<!--/)
  })

  t.test('shows what citizens and offices wrote as text, whatever it is', async t => {
    const house = await openHouse(t)
    const li = await enter(house, LI)
    const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
    const id = await citizenWrites(house, { ...COMPLAINT, text: evil, author: { id: 'u1', name: evil } })
    const [{ id: dispatch }] = (await does(li, id, '/dispatches', { department: '水务局', request: evil })).json()
      .dispatches
    house.time.now += MINUTE
    const { address } = (
      await li.post(`${at(id)}/dispatches/${dispatch}/links`, { to: evil.slice(0, 90) }, once(key()))
    ).json()
    t.match(address, /^\/d\//)
    const { body } = await house.app.inject(address)
    t.notMatch(body, /<script|<img/)
    t.ok(body.includes('&lt;script&gt;'))
  })
})

t.test('a link that does not serve', async t => {
  t.test('is refused when it is cut, changed, forged or of another house, and that is logged without it', async t => {
    const { path, get, post, tokenOf, lines } = await office(t)
    const elsewhere = await office(t)
    const form = await tokenOf('sign')
    const changed = path.replace(/.$/, letter => (letter === 'A' ? 'B' : 'A'))
    for (const wrong of [
      `${path}x`,
      path.slice(0, -1),
      changed,
      `/d/${'A'.repeat(22)}.${'A'.repeat(22)}`,
      '/d/x',
      elsewhere.path
    ]) {
      const answers = [await get(wrong), await post('sign', { form }, [], wrong)]
      for (const { statusCode, body } of answers) {
        t.equal(statusCode, 400, wrong)
        t.match(body, /链接无效/)
      }
    }
    t.match(lines, [{ code: 'LINK_INVALID', message: 'a department’s link was refused' }])
    t.notMatch(JSON.stringify(lines), path.slice(3))
  })

  t.test('is refused too often: who guesses has to wait, who knows is still served', async t => {
    const { get, house } = await office(t)
    const answers = []
    for (let n = 0; n < 22; n++) answers.push((await get(`/d/guess-${n}`)).statusCode)
    t.same(answers.slice(-3), [400, 429, 429])
    t.equal((await get()).statusCode, 200)
    house.time.now += 10 * MINUTE
    t.equal((await get('/d/guess')).statusCode, 400)
  })

  t.test('says that it has expired, and its forms do nothing then', async t => {
    const { house, link, get, post, tokenOf, ofDispatch } = await office(t)
    const form = await tokenOf('sign')
    house.time.now = link.expiresAt
    for (const answer of [await get(), await post('sign', { form })]) {
      t.equal(answer.statusCode, 410)
      t.match(answer.body, /已过期/)
    }
    t.equal((await ofDispatch()).state, 'dispatched')
  })

  t.test('says that it was revoked, for good', async t => {
    const { house, li, links, link, get, post, tokenOf, ofTicket } = await office(t)
    const form = await tokenOf('return')
    const revoke = () => li.del(`${links}/${link.id}`, undefined, once(key()))
    t.match((await revoke()).json().rows, [{ id: link.id, stands: false, endedAt: Number }])
    t.equal((await revoke()).statusCode, 200)
    const told = (await eventsOf(house, await ofTicket())).filter(({ type }) => type === 'dispatch.unlinked')
    t.match(told, [{ actor: { name: '李静' }, data: { link: link.id } }])
    t.equal(told.length, 1)
    for (const answer of [await get(), await post('return', { form, text: '已经办好了' })]) {
      t.equal(answer.statusCode, 410)
      t.match(answer.body, /已作废/)
    }
    t.match((await li.del(`${links}/none`, undefined, once(key()))).json(), { code: 'LINK_INVALID' })
  })

  t.test('says that the dispatch was taken back, and shows nothing of the citizen any more', async t => {
    const { li, id, dispatch, get, post, tokenOf } = await office(t)
    const form = await tokenOf('sign')
    await does(li, id, `/dispatches/${dispatch}/withdraw`, { reason: '派错了' })
    const { body, statusCode } = await get()
    t.equal(statusCode, 200)
    t.match(body, /本件已收回/)
    t.notMatch(body, /积水|<form/)
    const refused = await post('sign', { form })
    t.equal(refused.statusCode, 409)
    t.match(refused.body, /已办过/)
  })

  t.test('of another dispatch opens that one only, though the same department has both', async t => {
    const { house, li, path, tokenOf, post, ofDispatch } = await office(t)
    const other = await citizenWrites(house, {
      ...COMPLAINT,
      comment: 'c2',
      root: 'c2',
      author: { id: 'u2' },
      text: '路灯坏了'
    })
    const [{ id: dispatch }] = (await does(li, other, '/dispatches', DISPATCH)).json().dispatches
    const { address } = (await li.post(`${at(other)}/dispatches/${dispatch}/links`, { to: DESK }, once(key()))).json()
    const theirs = new URL(address).pathname
    t.notMatch((await house.app.inject(theirs)).body, /积水很深/)
    const form = await tokenOf('sign', theirs)
    t.equal((await post('sign', { form }, [], path)).statusCode, 400)
    t.equal((await ofDispatch()).state, 'dispatched')
  })
})

t.test('a form', async t => {
  t.test('sent twice, or ten times at once, is one act', async t => {
    const { post, tokenOf, ofDispatch, ofTicket } = await office(t)
    const form = await tokenOf('return')
    const send = () => post('return', { form, text: '积水已经抽干' }, [{ name: 'a.png', file: PNG }])
    const answers = await Promise.all(Array.from({ length: 10 }, send))
    t.same(
      answers.map(({ statusCode }) => statusCode),
      Array(10).fill(200)
    )
    t.equal((await send()).statusCode, 200)
    t.match(await ofDispatch(), { state: 'returned', result: { text: '积水已经抽干' } })
    t.equal((await ofTicket()).attachments?.length, 1)
    t.equal((await post('return', { form, text: '又写了别的' })).statusCode, 422)
  })

  t.test('is refused without what the page gave it, and what another act was given', async t => {
    const { post, tokenOf, ofDispatch } = await office(t)
    for (const form of ['', 'x', 'x.y', await tokenOf('bounce'), `${await tokenOf('sign')}x`])
      t.equal((await post('sign', { form })).statusCode, 400, form)
    t.equal((await ofDispatch()).state, 'dispatched')
  })

  t.test('says what is missing and keeps what was typed', async t => {
    const { sends, ofDispatch, house } = await office(t)
    const short = await sends('return', { text: '好' })
    t.equal(short.statusCode, 422)
    t.match(short.body, /5 至 2,000 字[\s\S]*>好<\/textarea>/)
    t.equal((await sends('return', { text: '长'.repeat(2001) })).statusCode, 422)
    const page = await sends('return', { text: '积水已经抽干' }, [{ name: 'a.png', file: '<html>' }])
    t.equal(page.statusCode, 422)
    t.match(page.body, /附件未能接收[\s\S]*>积水已经抽干<\/textarea>/)
    const many = Array.from({ length: 6 }, (_, n) => ({ name: `${n}.txt`, file: `${n}` }))
    t.match((await sends('return', { text: '积水已经抽干' }, many)).body, /最多 5 个/)
    const large = await sends('return', { text: '积水已经抽干' }, [
      { name: 'a.txt', file: Buffer.alloc(10 * 1024 * 1024 + 1, 'a') }
    ])
    t.match(large.body, /超过 10 MB/)
    t.equal((await ofDispatch()).state, 'dispatched')
    t.same(await filesIn(house.attachments), [])
  })

  t.test('sends back what is not theirs, with grounds and whose it is, while that is allowed', async t => {
    const { house, sends, get, tokenOf, post, ofDispatch } = await office(t)
    t.match((await get()).body, /<option>住建局<\/option>/)
    t.match(
      (await sends('bounce', { grounds: '小区内部管网归物业管理', proposes: '水务局' })).body,
      /建议承办的其他单位/
    )
    const late = await tokenOf('bounce')
    house.time.now += 25 * HOUR
    t.notMatch((await get()).body, /name="grounds"/)
    const refused = await post('bounce', { form: late, grounds: '小区内部管网归物业管理', proposes: '住建局' })
    t.equal(refused.statusCode, 409)
    t.match(refused.body, /已过退单期限/)
    house.time.now -= 25 * HOUR
    t.match((await sends('bounce', { grounds: '小区内部管网归物业管理', proposes: '住建局' })).body, /已退单/)
    t.match(await ofDispatch(), {
      state: 'bounced',
      bounce: { proposes: '住建局', by: { name: DESK, role: 'recipient' } }
    })
  })

  t.test('that somebody was faster than says so', async t => {
    const { house, id, dispatch, tokenOf, post } = await office(t)
    const form = await tokenOf('sign')
    const water = await enter(house, WATER)
    await water.post(`${at(id)}/dispatches/${dispatch}/sign`, undefined, once(key()))
    const { statusCode, body } = await post('sign', { form })
    t.equal(statusCode, 409)
    t.match(body, /先一步/)
  })
})

t.test('the files behind a link are those of the ticket and of its own dispatch', async t => {
  const { house, li, id, get, path } = await office(t)
  const head = await enter(house, HEAD)
  const add = (url: string, name: string) => {
    const { payload, headers } = formOf([{ name, file: PNG }])
    return house.app.inject({
      method: 'POST',
      url: `${at(id)}/attachments${url}`,
      payload,
      headers: { ...headers, 'sec-fetch-site': 'same-origin', cookie: li.cookie, 'idempotency-key': key() }
    })
  }
  const file = (answer: { json: () => TicketView }) => answer.json().attachments!.at(-1)!.id
  const ofTicket = file(await add('', '现场.png'))
  t.match((await get()).body, /现场\.png/)
  t.same((await get(`${path}/files/${ofTicket}`)).rawPayload, PNG)
  await does(head, id, '/transfer', { department: '住建局', reason: '属住建职责' })
  const [, { id: second }] = (await viewed(li, id)).dispatches as [unknown, { id: string }]
  const ofOther = file(await add(`?dispatch=${second}`, '他人.png'))
  t.equal((await get(`${path}/files/${ofOther}`)).statusCode, 404)
  t.equal((await get(`${path}/files/${ofTicket}`)).statusCode, 404)
})

t.test(
  'once the result is returned only its own files stay behind the link: those of the ticket may name people',
  async t => {
    const { house, li, id, get, path, sends, ofTicket } = await office(t)
    const { payload, headers } = formOf([{ name: '身份证.png', file: PNG }])
    await house.app.inject({
      method: 'POST',
      url: `${at(id)}/attachments`,
      payload,
      headers: { ...headers, 'sec-fetch-site': 'same-origin', cookie: li.cookie, 'idempotency-key': key() }
    })
    await sends('return', { text: '积水已经抽干' }, [{ name: '结果.pdf', file: PDF }])
    const [theirs, own] = (await ofTicket()).attachments!
    t.match(own, { dispatch: String })
    t.notMatch((await get()).body, /身份证/)
    t.match((await get()).body, /结果\.pdf/)
    t.equal((await get(`${path}/files/${theirs!.id}`)).statusCode, 404)
    t.same((await get(`${path}/files/${own!.id}`)).rawPayload, PDF)
  }
)

/** What was told of a ticket. */
async function eventsOf({ events, desk }: House, { id, unpublished }: Ticket): Promise<HouseEvent[]> {
  await desk.publisher.idle()
  const [found, ended] = [[] as HouseEvent[], new AbortController()]
  const lag = await events.lag('test')
  for await (const batch of events.read({ group: 'test', atMost: 1000, signal: ended.signal })) {
    found.push(...batch.events)
    if (found.length >= lag) ended.abort()
  }
  const all = new Map([...found, ...unpublished].map(event => [event.id, event]))
  return [...all.values()].filter(({ ticket }) => ticket === id).toSorted((a, b) => a.n - b.n)
}

async function filesIn(folder: string) {
  const all = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return all.filter(one => one.isFile()).map(({ name }) => name)
}
