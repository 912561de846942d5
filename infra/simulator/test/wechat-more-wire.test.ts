import { createDecipheriv, createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import t, { type Test } from 'tap'
import { CALLBACK } from '../src/wechat/messages.ts'
import { encrypted } from '../src/wechat/sealing.ts'
import { HOUR, MINUTE, openSimulator, START } from './asked.ts'

type Options = Parameters<typeof openSimulator>[0]

const DAY = 24 * HOUR

async function openWechat(t: Test, options: Options = {}) {
  const opened = await openSimulator(options)
  t.teardown(opened.simulator.close)
  const { id: account, secret } = opened.office('wechat')
  const fetchToken = async () =>
    (await opened.post('/cgi-bin/stable_token', { grant_type: 'client_credential', appid: account, secret }))
      .access_token
  const call = async (path: string, body: unknown) => opened.post(`/${path}?access_token=${await fetchToken()}`, body)
  const article = opened.publish('wechat')
  const of = { msg_data_id: Number(article.split('_')[0]), index: 0 }
  const where = { platform: 'wechat' as const, account, post: article }
  const write = (text: string) => Number(opened.control.postComment({ ...where, text }).id)
  const wechat = opened.control.platforms.wechat
  return { ...opened, account, secret, call, article, of, where, write, wechat }
}

t.test('comments of an article are opened and closed', async t => {
  const { call, of, wechat, article } = await openWechat(t)
  const listed = async () => {
    const { item } = (await call('cgi-bin/freepublish/batchget', { offset: 0, count: 1 })) as unknown as Listed
    return item[0]!.content.news_item[0]!.need_open_comment
  }
  t.equal(await listed(), 1)
  t.match(await call('cgi-bin/comment/close', of), { errcode: 0 })
  t.equal(await listed(), 0)
  t.match(await call('cgi-bin/comment/open', of), { errcode: 0 })
  t.equal(await listed(), 1)
  wechat.sensitive.add(article)
  t.match(await call('cgi-bin/comment/open', of), { errcode: 88002 })
  t.match(await call('cgi-bin/comment/close', { msg_data_id: 4 }), { errcode: 88001 })
})

type Listed = { item: { content: { news_item: { need_open_comment: number; is_deleted: boolean }[] } }[] }

t.test('so many comments can be elected, and none that is gone', async t => {
  const { control, call, of, where, write, wechat } = await openWechat(t)
  wechat.quirks.electedAtMost = 1
  const [a, b, gone] = [write('一'), write('二'), write('三')]
  const elect = (path: string, id: number) => call(`cgi-bin/comment/${path}`, { ...of, user_comment_id: id })
  t.match(await elect('markelect', a), { errcode: 0 })
  t.match(await elect('markelect', a), { errcode: 0 })
  t.match(await elect('markelect', b), { errcode: 88003 })
  t.match(await elect('unmarkelect', a), { errcode: 0 })
  t.match(await elect('markelect', b), { errcode: 0 })
  control.deleteComment({ ...where, comment: String(gone) })
  t.match(await elect('markelect', gone), { errcode: 88004 })
  t.match(await elect('markelect', 99), { errcode: 88008 })
})

t.test('a comment is deleted once', async t => {
  const { call, of, write } = await openWechat(t)
  const which = { ...of, user_comment_id: write('广告') }
  t.match(await call('cgi-bin/comment/delete', which), { errcode: 0 })
  t.match(await call('cgi-bin/comment/delete', which), { errcode: 88008 })
  t.match(await call('cgi-bin/comment/list', { ...of, begin: 0, count: 9, type: 0 }), { comment: [], comment_cnt: 0 })
})

t.test('an article that is taken down has no comments any more', async t => {
  const { control, call, of, where, write } = await openWechat(t)
  write('一')
  control.takeDown(where, true)
  t.match(await call('cgi-bin/comment/list', { ...of, begin: 0, count: 9, type: 0 }), { errcode: 88001 })
  const { item } = (await call('cgi-bin/freepublish/batchget', { offset: 0, count: 1 })) as unknown as Listed
  t.equal(item[0]?.content.news_item[0]?.is_deleted, true)
})

t.test('some people have no openid', async t => {
  const { control, call, of, where } = await openWechat(t)
  const without = control.people.find(({ withoutOpenid }) => withoutOpenid)!
  control.postComment({ ...where, text: '匿名', as: without.id })
  const { comment } = await call('cgi-bin/comment/list', { ...of, begin: 0, count: 9, type: 0 })
  t.notOk('openid' in comment[0]!)
})

t.test('the total can be told as the documents say', async t => {
  const { call, of, write, wechat } = await openWechat(t)
  for (let i = 0; i < 3; i++) write(String(i))
  const list = { ...of, begin: 0, count: 2, type: 0 }
  t.match(await call('cgi-bin/comment/list', list), { total: 2, comment_cnt: 3 })
  wechat.quirks.totalIsPageSize = false
  t.match(await call('cgi-bin/comment/list', list), { total: 3, comment_cnt: 3 })
})

t.test('comments can come in rising order', async t => {
  const { clock, call, of, write, wechat } = await openWechat(t)
  write('一')
  clock.pass(1000)
  write('二')
  wechat.quirks.oldestFirst = true
  const { comment } = await call('cgi-bin/comment/list', { ...of, begin: 0, count: 9, type: 0 })
  t.same(
    comment.map(({ content }) => content),
    ['一', '二']
  )
})

t.test('an account without comments, without its address or unknown', async t => {
  const { control, call, of, account, post, secret, wechat } = await openWechat(t)
  wechat.withoutComments.add(account)
  t.match(await call('cgi-bin/comment/list', { ...of, begin: 0, count: 9, type: 0 }), { errcode: 88000 })
  const { access_token: token } = await post('/cgi-bin/stable_token', {
    grant_type: 'client_credential',
    appid: account,
    secret
  })
  control.shutOut(account, true)
  t.match(await post(`/cgi-bin/comment/open?access_token=${token}`, of), { errcode: 61004 })
  control.authorise({ platform: 'wechat', account })
  t.match(await call('cgi-bin/comment/open', of), { errcode: 0 })
  t.match(await post('/cgi-bin/stable_token', { secret }), { errcode: 41002 })
  t.match(await post('/cgi-bin/stable_token', { appid: account }), { errcode: 41004 })
  t.match(await post('/cgi-bin/stable_token', { appid: account, secret }), { errcode: 40002 })
  t.match(await call('cgi-bin/nothing', {}), { errcode: 48001 })
  const escaped = { method: 'POST', body: '{"content":"\\u6cb3"}' }
  t.match(await post(`/cgi-bin/comment/open?access_token=${token}`, null, escaped), { errcode: 40033 })
})

t.test('a forced token is had twenty times a day', async t => {
  const { clock, account, secret, post } = await openWechat(t)
  const force = async () => {
    clock.pass(30_000)
    const body = { grant_type: 'client_credential', appid: account, secret, force_refresh: true }
    return (await post('/cgi-bin/stable_token', body)).access_token
  }
  const tokens = new Set<string>()
  for (let i = 0; i < 25; i++) tokens.add(await force())
  t.equal(tokens.size, 20)
  clock.pass(10 * HOUR)
  t.notOk(tokens.has(await force()))
})

t.test('the plain token is fetched so many times a day', async t => {
  const { clock, account, secret, get } = await openWechat(t, {
    limits: { wechat: { perDay: 9, perMinute: 9, tokensPerDay: 1 } }
  })
  const plain = async () =>
    (await get(`/cgi-bin/token?grant_type=client_credential&appid=${account}&secret=${secret}`)).json
  t.match(await plain(), { expires_in: 7200 })
  t.match(await plain(), { errcode: 45009 })
  clock.pass(10 * HOUR)
  t.match(await plain(), { expires_in: 7200 })
})

t.test('the quota is told, and cleared ten times a month', async t => {
  const { control, call, of, account } = await openWechat(t, { limits: { wechat: { perDay: 2, perMinute: 9 } } })
  const list = () => call('cgi-bin/comment/list', { ...of, begin: 0, count: 9, type: 0 })
  const quota = () => call('cgi-bin/openapi/quota/get', { cgi_path: '/cgi-bin/comment/list' })
  for (const errcode of [0, 0, 45009]) t.match(await list(), { errcode })
  t.match(await quota(), { quota: { daily_limit: 2, used: 2, remain: 0 } })
  t.match(
    control.quotas().find(use => use.account === account),
    { refused: 1, paths: { '/cgi-bin/comment/list': 3 } }
  )
  t.match(await call('cgi-bin/clear_quota', { appid: account }), { errcode: 0 })
  t.match(await quota(), { quota: { used: 0, remain: 2 } })
  t.match(await list(), { errcode: 0 })
  for (let i = 0; i < 9; i++) await call('cgi-bin/clear_quota', { appid: account })
  t.match(await call('cgi-bin/clear_quota', { appid: account }), { errcode: 48006 })
  t.match(await call('cgi-bin/clear_quota', { appid: 'wxother' }), { errcode: 40013 })
  t.match(await call('cgi-bin/openapi/quota/get', { cgi_path: '/nothing' }), { errcode: 76021 })
})

t.test('the figures of a day', async t => {
  t.test('are ready at eight the next morning', async t => {
    const { clock, control, call, where } = await openWechat(t)
    control.setCounts(where, { reads: 700, reposts: 20 })
    const day = { begin_date: '2026-01-05', end_date: '2026-01-05' }
    clock.pass(18 * HOUR - 1)
    t.match(await call('datacube/getarticlesummary', day), { errcode: 61503 })
    clock.pass(1)
    t.match(await call('datacube/getarticlesummary', day), { list: [{ int_page_read_count: 700, share_count: 20 }] })
    t.match(await call('datacube/getarticlesummary', { ...day, end_date: '2026-01-04' }), { errcode: 61501 })
    t.match(await call('datacube/getarticletotal', { begin_date: 'gestern', end_date: '' }), { errcode: 61500 })
  })

  t.test('come together over seven days', async t => {
    const { clock, control, call, where } = await openWechat(t)
    control.setCounts(where, { reads: 700 })
    clock.pass(2 * DAY)
    const day = { begin_date: '2026-01-05', end_date: '2026-01-05' }
    const { list } = await call('datacube/getarticletotal', day)
    t.match(list[0]?.details, [
      { stat_date: '2026-01-05', int_page_read_count: 350 },
      { stat_date: '2026-01-06', int_page_read_count: 700 }
    ])
    clock.pass(30 * DAY)
    t.equal((await call('datacube/getarticletotal', day)).list[0]?.details.length, 7)
  })
})

t.test('a draft is published, and its comments’ id told as a text', async t => {
  const { control, call, account } = await openWechat(t)
  const { msg_data_id } = (await call('cgi-bin/freepublish/submit', { media_id: '通告二' })) as unknown as {
    msg_data_id: string
  }
  t.type(msg_data_id, 'string')
  t.match(control.posts({ platform: 'wechat', account }).at(-1), { id: `${msg_data_id}_0`, title: '通告二' })
  t.match(await call('cgi-bin/freepublish/submit', {}), { errcode: 40007 })
})

/** An office's callback address: keeps what comes and answers with the statuses in turn, then 200. */
async function openCallback(t: Test, statuses: number[] = []) {
  const came: { url: URL; body: string }[] = []
  const server = createServer(async (request, response) => {
    const body = (await request.toArray()).join('')
    const url = new URL(request.url!, 'http://office.example')
    came.push({ url, body })
    response.statusCode = statuses.shift() ?? 200
    response.end(url.searchParams.get('echostr') ?? 'success')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => server.close())
  return { came, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/callback?account=1` }
}

const sha1 = (...parts: string[]) => createHash('sha1').update(parts.sort().join('')).digest('hex')
const query = (url: URL, ...names: string[]) => names.map(name => url.searchParams.get(name) ?? '')

t.test('a private message', async t => {
  const letter = { from: 'oSIM_1', text: '请问几点开门' }

  t.test('comes as XML with a signature, and again when it is not taken', async t => {
    const { control, account, article } = await openWechat(t)
    const { came, url } = await openCallback(t, [500, 200])
    const sent = await control.privateMessage({ ...letter, account, url, post: article })
    t.same(sent.statuses, [500, 200])
    t.equal(came.length, 2)
    const [first, second] = came
    const [signature, timestamp, nonce, openid] = query(first!.url, 'signature', 'timestamp', 'nonce', 'openid')
    t.equal(signature, sha1(CALLBACK.token, timestamp!, nonce!))
    t.same([openid, timestamp], ['oSIM_1', String(START / 1000)])
    t.match(first!.body, '<FromUserName><![CDATA[oSIM_1]]></FromUserName>')
    t.match(first!.body, `<MsgId>${sent.id}</MsgId><MsgDataId>${article.split('_')[0]}</MsgDataId><Idx>1</Idx>`)
    t.equal(second!.body, first!.body)
    t.equal(first!.url.searchParams.get('account'), '1')
  })

  t.test('comes three times at most, or as often as it is told', async t => {
    const { control, account } = await openWechat(t)
    const failing = await openCallback(t, [500, 500, 500, 500])
    t.same((await control.privateMessage({ ...letter, account, url: failing.url })).statuses, [500, 500, 500])
    const taking = await openCallback(t)
    await control.privateMessage({ ...letter, account, url: taking.url, times: 3 })
    t.equal(new Set(taking.came.map(({ body }) => body)).size, 1)
    t.equal(taking.came.length, 3)
    t.same((await control.privateMessage({ ...letter, account, url: 'http://127.0.0.1:1/' })).statuses, [0, 0, 0])
  })

  t.test('is sealed in the safe mode', async t => {
    const { control, account } = await openWechat(t)
    const { came, url } = await openCallback(t)
    await control.privateMessage({ ...letter, account, url, mode: 'aes' })
    const { url: at, body } = came[0]!
    const sealed = /<Encrypt><!\[CDATA\[(.+)\]\]><\/Encrypt>/.exec(body)![1]!
    const [signature, timestamp, nonce, type] = query(at, 'msg_signature', 'timestamp', 'nonce', 'encrypt_type')
    t.equal(type, 'aes')
    t.equal(signature, sha1(CALLBACK.token, timestamp!, nonce!, sealed))
    const key = Buffer.from(`${CALLBACK.key}=`, 'base64')
    const cipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
    const plain = Buffer.concat([cipher.update(sealed, 'base64'), cipher.final()])
    const end = 20 + plain.readUInt32BE(16)
    t.match(plain.subarray(20, end).toString(), letter.text)
    t.equal(plain.subarray(end, plain.length - plain.at(-1)!).toString(), account)
  })

  t.test('is sealed as the published example says', t => {
    const random = Buffer.from('0123456789abcdef')
    t.equal(
      encrypted('<xml><Content><![CDATA[hi]]></Content></xml>', CALLBACK.key, 'wxfake0000000001', random),
      '4j/AuRx71kQlxVlzbpsMWMczXWSt2yv4WTx9dDoz/+rRbEK+96Qm5PPrXYWDb372vh6SGfsSc63chTw+GJWvrWUcjX+hCxg0S8dWZeu4FUmUwNX+dm8OjEwTv2F+b988'
    )
    t.equal(sha1('faketoken', '1767592800', 'nonce123'), '2c2cbac6116cef446e7baac59459a1051d4f18a5')
    t.end()
  })

  t.test('can be forged, and the address is checked', async t => {
    const { control, account, wechat } = await openWechat(t)
    const { came, url } = await openCallback(t)
    await control.privateMessage({ ...letter, account, url, forged: true })
    const [signature, timestamp, nonce] = query(came[0]!.url, 'signature', 'timestamp', 'nonce')
    t.not(signature, sha1(CALLBACK.token, timestamp!, nonce!))
    t.equal(await wechat.messages.verify({ url }), true)
    t.equal(await wechat.messages.verify({ url: 'http://127.0.0.1:1/' }), false)
  })

  t.test('is answered five times within 48 hours', async t => {
    const { clock, control, account, call, wechat } = await openWechat(t)
    const { url } = await openCallback(t)
    const answer = (content: string, touser = letter.from) =>
      call('cgi-bin/message/custom/send', { touser, msgtype: 'text', text: { content } })
    t.match(await answer('九点'), { errcode: 45015 })
    await control.privateMessage({ ...letter, account, url })
    for (let i = 0; i < 5; i++) t.match(await answer(`第${i}条`), { errcode: 0 })
    t.match(await answer('第六条'), { errcode: 45047 })
    await control.privateMessage({ ...letter, account, url })
    clock.pass(48 * HOUR - MINUTE)
    t.match(await answer('快到点了'), { errcode: 0 })
    clock.pass(MINUTE)
    t.match(await answer('晚了'), { errcode: 45015 })
    t.match(await answer('九点', 'x'), { errcode: 40003 })
    t.match(await answer(''), { errcode: 44004 })
    t.match(await answer('长'.repeat(700)), { errcode: 45002 })
    t.equal(wechat.messages.answered.length, 6)
  })
})

t.test('every ordered code comes with status 200 and a request id', async t => {
  const { control, call, of } = await openWechat(t)
  const codes = [-1, 40001, 40014, 42001, 40013, 40125, 40164, 45009, 45011, 48001, 48004, 50002, 88000, 88002, 88011]
  for (const code of codes) {
    control.fail('wechat', { kind: 'error', code, times: 1, path: 'comment' })
    const told = await call('cgi-bin/comment/open', of)
    t.equal(told.errcode, code)
    t.match(told.errmsg, / rid: [0-9a-f-]+$/)
    t.notMatch(told.errmsg, 'unknown')
  }
})
