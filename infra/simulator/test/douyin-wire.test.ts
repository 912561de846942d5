import t, { type Test } from 'tap'
import { NO_DOUYIN_LIMITS } from '../src/douyin/limits.ts'
import { douyinPlatform } from '../src/douyin/platform.ts'
import { douyinSignature } from '../src/douyin/webhooks.ts'
import { DAY, MINUTE, openReceiver, SECOND, START, servePlatform } from './served.ts'

interface Row {
  comment_id: string
  item_id: string
  content: string
  event: string
  [field: string]: unknown
}

/** The fields of all answers that the tests look at; what an answer does not have is undefined there. */
interface Json {
  err_no: number
  message: string
  data: {
    error_code: number | string
    access_token: string
    refresh_token: string
    expires_in: number
    refresh_expires_in: number
    open_id: string
    comment_id: string
    cursor: number
    has_more: boolean
    list: Row[]
  }
  extra: { error_code: number; logid?: string; log_id?: string; now: number }
}

const LIST = '/item/comment/list/'
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

async function openDouyin(t: Test, limits = NO_DOUYIN_LIMITS) {
  const served = await servePlatform('douyin', (world, usage) => douyinPlatform(world, { douyin: limits }, usage))
  t.teardown(served.close)
  const { url, office, account, post, app, platform } = served
  platform.quirks.stringNumbers = false
  const token = () => platform.tokens.of(account).accessToken
  const json = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${url}${path}`, init)
    return { status: response.status, ...((await response.json()) as Json) }
  }
  const get = (path: string, params: Record<string, string> = {}, headers: Record<string, string> = {}) => {
    const query = new URLSearchParams({ open_id: account, item_id: post, cursor: '0', count: '20', ...params })
    return json(`${path}?${query}`, { headers: { 'access-token': token(), ...headers } })
  }
  const tell = (path: string, body: object) =>
    json(`${path}?${new URLSearchParams({ open_id: account })}`, {
      method: 'POST',
      headers: { 'access-token': token(), 'content-type': 'application/json' },
      body: JSON.stringify(body)
    })
  const oauth = (name: string, form: Record<string, string>) =>
    json(`/oauth/${name}/`, {
      method: 'POST',
      headers: FORM,
      body: new URLSearchParams({ client_key: app.id, ...form })
    })
  const texts = async (path: string, params: Record<string, string> = {}) =>
    (await get(path, params)).data.list.map(({ content }) => content)
  const code = async (path: string, params: Record<string, string> = {}) =>
    Number((await get(path, params)).data.error_code)
  return { ...served, token, json, get, tell, oauth, texts, code, secret: office.app!.secret }
}

t.test('comments of Douyin', async t => {
  t.test('come by recommendation unless an order is asked for, the pinned one first', async t => {
    const { world, write, comment, texts } = await openDouyin(t)
    const ids = ['一', '二', '三', '四'].map(text => write(text))
    world.change(comment(ids[1]!), { likes: 9 })
    t.equal((await texts(LIST))[0], '二')
    t.same(await texts(LIST, { sort_type: 'time' }), ['四', '三', '二', '一'])
    t.same(await texts(LIST, { sort_type: 'time_asc' }), ['一', '二', '三', '四'])
    world.change(comment(ids[0]!), { pinned: true })
    t.same(await texts(LIST, { sort_type: 'time' }), ['一', '四', '三', '二'])
  })

  t.test('come by pages until has_more is false', async t => {
    const { write, get } = await openDouyin(t)
    for (let i = 0; i < 5; i++) write(`第${i}条`)
    const first = await get(LIST, { count: '3', sort_type: 'time' })
    t.match(first.data, { has_more: true, list: { length: 3 } })
    const second = await get(LIST, { count: '3', sort_type: 'time', cursor: String(first.data.cursor) })
    t.match(second.data, { has_more: false, list: [{ content: '第1条' }, { content: '第0条' }] })
  })

  t.test('stand in two lists: replies only below the comment that they answer', async t => {
    const { write, get, texts, comment, world } = await openDouyin(t)
    const root = write('一楼')
    const second = write('二楼', root)
    write('答二楼', second)
    t.match((await get(LIST)).data.list, [{ content: '一楼', reply_comment_total: 2, top: false }])
    t.same(await texts('/item/comment/reply/list/', { comment_id: root, sort_type: 'time_asc' }), ['二楼', '答二楼'])
    const { list } = (await get('/item/comment/reply/list/', { comment_id: root, sort_type: 'time' })).data
    t.match(list[0], { reply_comment_id: second })
    world.change(comment(second), { deleted: true })
    t.match((await get(LIST)).data.list, [{ reply_comment_total: 1 }])
  })

  t.test('tell seconds, the citizen within the app, and the log under either name', async t => {
    const { write, get, platform } = await openDouyin(t)
    const id = write('公交什么时候恢复')
    const { data, extra } = await get(LIST)
    t.match(data.list, [
      { comment_id: id, create_time: START / 1000 + 1, comment_user_id: /^[0-9a-f-]{36}$/, nick_name: '青禾的石头' }
    ])
    t.match(extra, { error_code: 0, now: START + SECOND })
    const other = (await get(LIST)).extra
    t.same([extra, other].map(one => (one.logid ? 'logid' : 'log_id')).sort(), ['log_id', 'logid'])
    platform.quirks.withoutNames = true
    t.notOk('nick_name' in (await get(LIST)).data.list[0]!)
  })

  t.test('have ids that are taken only when they are percent-encoded, once', async t => {
    const { write, json, token, account, post, code } = await openDouyin(t)
    const id = write('一楼')
    for (const char of '@+/=') t.ok(id.includes(char) && post.includes(char), char)
    const list = (item: string) =>
      json(`${LIST}?open_id=${account}&cursor=0&count=9&item_id=${item}`, { headers: { 'access-token': token() } })
    t.equal((await list(encodeURIComponent(post))).data.error_code, 0)
    t.equal((await list(post)).data.error_code, 2100005)
    t.equal((await list(post.replaceAll('+', '%2B').replaceAll('/', '%2F'))).data.error_code, 2100005)
    t.equal((await list(encodeURIComponent(encodeURIComponent(post)))).data.error_code, 2100005)
    t.equal(await code('/item/comment/reply/list/', { comment_id: encodeURIComponent(id) }), 2100005)
  })

  t.test('are an empty page once, a cursor that stays, a broken row or a total of before, if asked', async t => {
    const { write, get, platform, clock } = await openDouyin(t)
    const root = write('一楼')
    clock.pass(MINUTE)
    write('二楼', root)
    platform.quirks.emptyPages = 1
    t.match((await get(LIST)).data, { cursor: 0, has_more: true, list: { length: 0 } })
    t.match((await get(LIST)).data, { has_more: false, list: { length: 1 } })
    platform.quirks.stuckCursor = true
    t.match((await get(LIST)).data, { cursor: 0, has_more: true, list: { length: 1 } })
    platform.quirks.brokenRow = true
    t.match((await get(LIST)).data.list[1], { comment_id: undefined, create_time: '刚刚' })
    platform.quirks.totalsLag = MINUTE
    t.match((await get(LIST)).data.list[0], { reply_comment_total: 0 })
  })

  t.test('overlap and never end when the list is bent', async t => {
    const { write, get, faults } = await openDouyin(t)
    for (let i = 0; i < 4; i++) write(`第${i}条`)
    faults.order({ kind: 'overlap', rows: 1, times: 1 })
    const page = await get(LIST, { sort_type: 'time_asc', cursor: '2', count: '2' })
    t.match(page.data.list, [{ content: '第1条' }, { content: '第2条' }])
    faults.order({ kind: 'endless', cursor: 'moving' })
    t.match((await get(LIST, { cursor: '40', count: '2' })).data, { cursor: 42, has_more: true, list: { length: 2 } })
  })
})

t.test('writing at Douyin', async t => {
  t.test('answers a comment of either level, or the video, and tells the id', async t => {
    const { write, tell, post, comment, account, get } = await openDouyin(t)
    const root = write('问')
    const second = write('再问', root)
    const { data } = await tell('/item/comment/reply/', { item_id: post, comment_id: second, content: '您好' })
    t.match(comment(data.comment_id), { root, parent: second, text: '您好', author: undefined })
    const own = await tell('/item/comment/reply/', { item_id: post, content: '通知' })
    t.match((await get(LIST, { sort_type: 'time' })).data.list[0], {
      comment_id: own.data.comment_id,
      comment_user_id: account
    })
  })

  t.test('takes no empty text, no long one and nothing that is not there', async t => {
    const { write, tell, post, comment, world } = await openDouyin(t)
    const id = write('问')
    const reply = async (body: object) =>
      (await tell('/item/comment/reply/', { item_id: post, comment_id: id, content: '答', ...body })).data.error_code
    t.equal(await reply({ content: ' ' }), 2100005)
    t.equal(await reply({ content: '长'.repeat(101) }), 2100005)
    t.equal(await reply({ content: '长'.repeat(100) }), 0)
    t.equal(await reply({ item_id: '@none' }), 2100005)
    world.change(comment(id), { deleted: true })
    t.equal(await reply({}), 2100005)
  })

  t.test('pins one comment of its own at a time', async t => {
    const { write, tell, post, get } = await openDouyin(t)
    const said = async (content: string) =>
      (await tell('/item/comment/reply/', { item_id: post, content })).data.comment_id
    const [one, two] = [await said('一'), await said('二')]
    const pin = async (comment_id: string, top = true) =>
      (await tell('/item/comment/top/', { item_id: post, comment_id, top })).data.error_code
    t.equal(await pin(write('问')), 2100005)
    t.equal(await pin(one), 0)
    t.equal(await pin(two), 0)
    const pinned = (await get(LIST)).data.list.filter(({ top }) => top)
    t.match(pinned, [{ comment_id: two }])
    t.equal(await pin(two, false), 0)
    t.same(
      (await get(LIST)).data.list.filter(({ top }) => top),
      []
    )
  })
})

t.test('the same stands under all families of paths', async t => {
  const { write, texts, tell, get, post, platform } = await openDouyin(t)
  const id = write('问')
  t.same(await texts('/video/comment/list/'), ['问'])
  platform.quirks.appsAnswer = 'extra'
  for (const base of ['/api/apps/v1/item', '/api/apps/v1/item_bc']) {
    t.same(await texts(`${base}/list_comment/`, { count: '50' }), ['问'])
    t.equal(
      (await tell(`${base}/reply_comment/`, { item_id: post, comment_id: id, content: '答' })).extra.error_code,
      0
    )
    t.ok((await texts(`${base}/list_comment_reply/`, { comment_id: id })).length > 0)
    t.equal(
      (await tell(`${base}/top_comment/`, { item_id: post, comment_id: id, top: true })).extra.error_code,
      2100005
    )
  }
  platform.quirks.appsAnswer = 'err_no'
  t.match(await get('/api/apps/v1/item/list_comment/'), { err_no: 0, extra: undefined, data: { list: [{}] } })
  t.match(await get('/api/apps/v1/item/list_comment/', { count: '51' }), { err_no: 28001007, data: undefined })
  platform.quirks.appsAnswer = 'none'
  t.strictSame(Object.keys(await get('/api/apps/v1/item/list_comment/')).sort(), ['data', 'status'])
})

t.test('the videos of the account come newest first with their counts', async t => {
  const { world, write, get, account, clock, post, platform } = await openDouyin(t)
  write('问')
  clock.pass(SECOND)
  for (const title of ['二', '三']) world.publish({ platform: 'douyin', account, title })
  world.changePost(world.post('douyin', account, post)!, { reads: 900, likes: 10 })
  const path = '/api/douyin/v1/video/video_list/'
  const first = await get(path, { count: '2' })
  t.match(first.data, { has_more: true, list: [{ title: '三' }, { title: '二' }] })
  const second = await get('/video/list/', { count: '2', cursor: String(first.data.cursor) })
  t.match(second.data, {
    has_more: false,
    list: [{ item_id: post, media_type: 4, statistics: { comment_count: 1, play_count: 900, digg_count: 10 } }]
  })
  world.changePost(world.post('douyin', account, post)!, { gone: true })
  t.equal((await get(path)).data.list.length, 2)
  t.equal((await get(LIST)).data.error_code, 2100005)
  platform.quirks.goneStays = true
  t.match((await get(path)).data.list[2], { item_id: post, video_status: 2 })
})

t.test('errors are status 200 and stand in data and extra, in every third answer as texts', async t => {
  const { get, platform } = await openDouyin(t)
  t.match(await get(LIST, { count: '21' }), {
    status: 200,
    data: { error_code: 2100005, description: 'Parameter error' },
    extra: { error_code: 2100005, description: 'Parameter error', sub_error_code: 0 }
  })
  platform.quirks.newCodes = true
  t.match(await get(LIST, { count: '0' }), { data: { error_code: 28001007 }, extra: { error_code: 28001007 } })
  platform.quirks.stringNumbers = true
  const kinds = new Set<string>()
  for (let i = 0; i < 3; i++) kinds.add(typeof (await get(LIST, { sort_type: 'likes' })).data.error_code)
  t.same([...kinds].sort(), ['number', 'string'])
})

t.test('what Douyin does not let an app do', async t => {
  const { account, code, platform, post, json, token } = await openDouyin(t)
  for (const absent of [28001014, 28001018, 28001056]) {
    platform.capability['item.comment'] = absent
    t.equal(await code(LIST), absent)
  }
  t.equal(await code('/video/list/'), 0)
  platform.capability['item.comment'] = 0
  platform.withheld.add(`${account}/item.comment`)
  t.equal(await code(LIST), 2190003)
  t.equal(await code(LIST, { open_id: 'somebody' }), 28001015)
  t.equal(await code(LIST, { open_id: '' }), 2100005)
  t.equal(await code('/item/comment/delete/'), 28001017)
  const inQuery = new URLSearchParams({ access_token: token(), open_id: account, item_id: post })
  t.equal((await json(`/video/list/?cursor=0&${inQuery}`)).data.error_code, 0)
})

t.test('an error that was ordered is told as the path tells its own', async t => {
  const { get, faults, oauth } = await openDouyin(t)
  faults.order({ kind: 'error', code: 28001052, times: 2 })
  t.match(await get(LIST), { status: 200, data: { error_code: 28001052, description: /slow/ } })
  t.match(await oauth('refresh_token', {}), { message: 'error', data: { error_code: 28001052 }, extra: undefined })
})

t.test('every code that Douyin documents can be ordered, old and new', async t => {
  const { get, faults, platform } = await openDouyin(t)
  const told = async (code: number) => {
    faults.order({ kind: 'error', code, times: 1 })
    return get(LIST)
  }
  const pairs: [old: number, newer: number][] = [
    [2100004, 28001005],
    [2100005, 28001007],
    [2100007, 28001018],
    [2100009, 28001046],
    [2190001, 28003017],
    [2190002, 28001003],
    [2190003, 28001012],
    [2190004, 28001014],
    [2190008, 28001008]
  ]
  for (const [old, newer] of pairs) {
    platform.quirks.newCodes = false
    const { data, extra } = await told(old)
    t.same([Number(data.error_code), extra.error_code], [old, old])
    platform.quirks.newCodes = true
    t.equal(Number((await told(old)).data.error_code), newer)
  }
  const single = [28001006, 28001015, 28001016, 28001017, 28001019, 28001045, 28001047, 28001052, 28001056, 28003018]
  for (const code of [...single, 10002, 10003, 10004, 10005, 10008, 10010, 10013, 10020]) {
    const { status, data } = await told(code)
    t.match({ status, data }, { status: 200, data: { error_code: code, description: /^(?!Unknown error)/ } })
  }
})

t.test('the limits are per app and second and per account and day', async t => {
  const { clock, code, platform, account, usage } = await openDouyin(t, { perSecond: 1, perDay: 2 })
  t.equal(await code('/video/list/'), 0)
  t.equal(await code('/video/list/'), 28003018)
  clock.pass(SECOND)
  t.equal(await code('/video/list/'), 0)
  clock.pass(SECOND)
  t.equal(await code('/video/list/'), 2190001)
  t.match(platform.windows(account), [{ name: 'day', limit: 2, used: 2, resetAt: START + 10 * 3600 * SECOND }])
  t.match(usage.of('douyin', account), { calls: 4, refused: 2 })
  clock.pass(DAY / 2)
  t.equal(await code('/video/list/'), 0)
})

t.test('the tokens of Douyin', async t => {
  t.test('are given for a code, once', async t => {
    const { oauth, platform, account, secret } = await openDouyin(t)
    const form = { client_secret: secret, code: platform.tokens.code(account), grant_type: 'authorization_code' }
    t.match(await oauth('access_token', form), {
      message: 'success',
      data: {
        access_token: /^act\./,
        expires_in: 1_296_000,
        refresh_token: /^rft\./,
        refresh_expires_in: 2_592_000,
        open_id: account
      }
    })
    t.equal((await oauth('access_token', form)).data.error_code, 10007)
    const refused = async (other: Record<string, string>) =>
      (await oauth('access_token', { ...form, ...other })).data.error_code
    t.equal(await refused({ client_secret: 'wrong' }), 10013)
    t.equal(await refused({ client_key: 'nobody' }), 10003)
    t.equal(await refused({ grant_type: 'password' }), 10002)
    t.equal(await refused({ code: '' }), 10005)
  })

  t.test('live on while they live, and are new ones when they ended', async t => {
    const { oauth, clock, office, code, platform, account } = await openDouyin(t)
    const refresh = () => oauth('refresh_token', { grant_type: 'refresh_token', refresh_token: office.refresh! })
    clock.pass(10 * DAY)
    t.match((await refresh()).data, {
      access_token: office.secret,
      expires_in: 1_296_000,
      refresh_token: office.refresh,
      refresh_expires_in: 20 * 86_400
    })
    clock.pass(15 * DAY)
    t.equal(await code('/video/list/'), 2190008)
    const { access_token } = (await refresh()).data
    t.not(access_token, office.secret)
    t.equal(platform.tokens.of(account).accessToken, access_token)
    t.equal(await code('/video/list/'), 0)
    clock.pass(5 * DAY)
    t.equal((await refresh()).data.error_code, 10010)
  })

  t.test('to refresh with are renewed five times at most, and the old one dies at once', async t => {
    const { oauth, platform, office } = await openDouyin(t)
    const renew = (refresh_token: string) => oauth('renew_refresh_token', { refresh_token })
    let token = office.refresh!
    for (let i = 0; i < 5; i++) {
      const { data } = await renew(token)
      t.match(data, { refresh_token: /^rft\./, expires_in: 2_592_000 })
      t.equal((await renew(token)).data.error_code, 10010)
      token = data.refresh_token
    }
    t.equal((await renew(token)).data.error_code, 10020)
    t.equal((await renew('')).data.error_code, 10005)
    platform.capability.renew_refresh_token = 10004
    t.equal((await renew(token)).data.error_code, 10004)
  })

  t.test('are taken back by their owner, and age on order', async t => {
    const { oauth, office, platform, account, code } = await openDouyin(t)
    const form = { grant_type: 'refresh_token', refresh_token: office.refresh! }
    platform.expireToken(account)
    t.equal(await code('/video/list/'), 2190008)
    t.equal((await oauth('refresh_token', form)).data.error_code, 0)
    platform.revokeToken(account)
    t.equal(await code('/video/list/'), 2190002)
    t.equal((await oauth('refresh_token', form)).data.error_code, 10010)
    platform.authorise(account)
    t.equal(await code('/video/list/'), 0)
    platform.tokens.expireRefresh(account)
    t.equal((await oauth('refresh_token', form)).data.error_code, 10010)
  })

  t.test('of an earlier run still count', async t => {
    const { platform, account } = await openDouyin(t)
    platform.expireToken(account)
    platform.tokens.refresh(platform.tokens.of(account).refreshToken, 'awsimulated')
    const { accessToken } = platform.tokens.of(account)
    const later = await openDouyin(t)
    const init = { headers: { 'access-token': accessToken } }
    t.equal((await later.json(`/video/list/?open_id=${account}&cursor=0`, init)).data.error_code, 0)
  })

  t.test('of the app overlap by five minutes, and the one before dies at once', async t => {
    const { oauth, json, clock, secret } = await openDouyin(t)
    const fetchToken = async () =>
      (await oauth('client_token', { client_secret: secret, grant_type: 'client_credential' })).data.access_token
    const status = async (token: string) =>
      (await json('/event/status/list/', { headers: { 'access-token': token } })).data.error_code
    const [one, two] = [await fetchToken(), await fetchToken()]
    t.same([await status(one), await status(two)], [0, 0])
    const three = await fetchToken()
    t.same([await status(one), await status(two), await status(three)], [2190002, 0, 0])
    clock.pass(5 * MINUTE)
    t.same([await status(two), await status(three)], [2190002, 0])
    clock.pass(7200 * SECOND)
    t.equal(await status(three), 2190008)
    t.equal(
      (await oauth('client_token', { client_secret: 'no', grant_type: 'client_credential' })).data.error_code,
      10013
    )
  })
})

t.test('the webhooks of Douyin', async t => {
  t.test('are signed with SHA-1 of secret and body', t => {
    const raw = '{"event":"verify_webhook","client_key":"awfake","content":{"challenge":12345}}'
    t.equal(douyinSignature('fakeClientSecret', raw), 'fcb8dbd6b771840d013bdcb755807ae267ec765e')
    t.end()
  })

  t.test('tell a comment, twice with one Msg-Id, as object or text, in disorder', async t => {
    const { write, account, post, platform, app } = await openDouyin(t)
    const receiver = await openReceiver('{}')
    t.teardown(receiver.close)
    const root = write('一楼')
    const second = write('二楼', root)
    const order = { url: receiver.url, account, post, event: 'item_comment_reply' as const }
    const sent = await platform.send(
      [
        { ...order, comment: root, times: 2 },
        { ...order, comment: second, contentAs: 'string' }
      ],
      { disorder: true }
    )
    t.same(
      sent.map(({ statuses }) => statuses),
      [[200, 200], [200]]
    )
    const [last, ...first] = receiver.came
    t.equal(first[0]!.headers['msg-id'], first[1]!.headers['msg-id'])
    t.not(last!.headers['msg-id'], first[0]!.headers['msg-id'])
    for (const { raw, headers } of receiver.came)
      t.equal(headers['x-douyin-signature'], douyinSignature(app.secret, raw))
    t.match(JSON.parse(first[0]!.raw), {
      event: 'item_comment_reply',
      to_user_id: account,
      client_key: app.id,
      content: { comment_id: root, content: '一楼', create_time: START / 1000 + 1, reply_to_item_id: post }
    })
    t.match(JSON.parse(JSON.parse(last!.raw).content), { comment_id: second, reply_to_comment_id: root })
  })

  t.test('are tried three times, and can be forged', async t => {
    const { account, platform, app } = await openDouyin(t)
    const receiver = await openReceiver('{"challenge":777}', [500, 500, 500, 503])
    t.teardown(receiver.close)
    const order = { url: receiver.url, account }
    const sent = await platform.send([
      { ...order, event: 'unauthorize' },
      { ...order, event: 'verify_webhook', challenge: 777 },
      { ...order, event: 'authorize', scopes: ['item.comment'], forged: true }
    ])
    t.match(sent, [
      { statuses: [500, 500, 500] },
      { statuses: [503, 200], answer: '{"challenge":777}' },
      { statuses: [200] }
    ])
    const { raw, headers } = receiver.came.at(-1)!
    t.match(JSON.parse(raw), { event: 'authorize', from_user_id: account, content: { scopes: ['item.comment'] } })
    t.not(headers['x-douyin-signature'], douyinSignature(app.secret, raw))
  })

  t.test('are not sent for an event that the app switched off', async t => {
    const { write, account, post, platform, oauth, json, secret } = await openDouyin(t)
    const receiver = await openReceiver('{}')
    t.teardown(receiver.close)
    const { access_token } = (await oauth('client_token', { client_secret: secret, grant_type: 'client_credential' }))
      .data
    const headers = { 'access-token': access_token, 'content-type': 'application/json' }
    const body = JSON.stringify({ list: [{ event: 'item_comment_reply', status: 0 }] })
    t.equal((await json('/event/status/update/', { method: 'POST', headers, body })).data.error_code, 0)
    const { list } = (await json('/event/status/list/', { headers })).data
    t.same(
      list.find(({ event }) => event === 'item_comment_reply'),
      { event: 'item_comment_reply', status: 0 }
    )
    const comment = write('问')
    t.same(await platform.send([{ url: receiver.url, account, post, comment, event: 'item_comment_reply' }]), [])
    t.equal(receiver.came.length, 0)
    t.equal((await json('/event/status/update/', { method: 'POST', headers, body: '{}' })).data.error_code, 2100005)
  })
})
