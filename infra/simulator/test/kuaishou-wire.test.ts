import t, { type Test } from 'tap'
import { NO_KUAISHOU_LIMITS } from '../src/kuaishou/limits.ts'
import { kuaishouPlatform } from '../src/kuaishou/platform.ts'
import { kwaisign } from '../src/kuaishou/webhooks.ts'
import { DAY, HOUR, MINUTE, openReceiver, SECOND, START, servePlatform } from './served.ts'

interface Work {
  photo_id: string
  [field: string]: unknown
}

/** The fields of all answers that the tests look at; what an answer does not have is undefined there. */
interface Json {
  result: number
  access_token: string
  refresh_token: string
  video_list: Work[]
  video_info: Work
  commentId: string
  items: { commentId: string; text: string; parentId: string | null }[]
  nextCursor: string | null
}

async function openKuaishou(t: Test, limits = NO_KUAISHOU_LIMITS) {
  const served = await servePlatform('kuaishou', (world, usage) => kuaishouPlatform(world, { kuaishou: limits }, usage))
  t.teardown(served.close)
  const { url, account, app, platform, world, post } = served
  const json = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${url}${path}`, init)
    const { status, headers } = response
    return { status, retryAfter: headers.get('retry-after'), ...((await response.json()) as Json) }
  }
  const get = (path: string, params: Record<string, string> = {}) => {
    const { accessToken } = platform.tokens.of(account)
    return json(`/openapi/${path}?${new URLSearchParams({ app_id: app.id, access_token: accessToken, ...params })}`)
  }
  const oauth = (name: string, params: Record<string, string>) =>
    json(`/oauth2/${name}?${new URLSearchParams({ app_id: app.id, app_secret: app.secret, ...params })}`)
  const refresh = (refresh_token: string) => oauth('refresh_token', { grant_type: 'refresh_token', refresh_token })
  const publish = (title: string, at: number) =>
    world.publish({ platform: 'kuaishou', account, title, publishedAt: at }).id
  const headers = { authorization: `Bearer ${platform.partner.token(account)}` }
  const comments = (params: Record<string, string> = {}, work = post) =>
    json(`/partner/v1/works/${work}/comments?${new URLSearchParams(params)}`, { headers })
  const reply = (comment: string, body: unknown, work = post) => {
    const init = { method: 'POST', headers, body: JSON.stringify(body) }
    return json(`/partner/v1/works/${work}/comments/${comment}/replies`, init)
  }
  return { ...served, json, get, oauth, refresh, publish, comments, reply }
}

t.test('the works of Kuaishou', async t => {
  t.test('come newest first behind the work that the cursor names, and nothing tells of more', async t => {
    const { get, publish, post, world, account } = await openKuaishou(t)
    const ids = [post, ...['二', '三', '四'].map((title, i) => publish(title, START + i))]
    const page = async (params: Record<string, string>) =>
      (await get('photo/list', params)).video_list.map(({ photo_id }) => ids.indexOf(photo_id))
    t.same(await page({}), [3, 2, 1, 0])
    t.same(await page({ count: '2' }), [3, 2])
    t.same(await page({ count: '2', cursor: ids[2]! }), [1, 0])
    t.same(await page({ count: '2', cursor: ids[0]! }), [])
    t.strictSame(Object.keys(await get('photo/list')).sort(), ['result', 'retryAfter', 'status', 'video_list'])
    world.changePost(world.post('kuaishou', account, ids[2]!)!, { gone: true })
    t.same(await page({ cursor: ids[2]! }), [1, 0])
    t.same(await page({}), [3, 1, 0])
  })

  t.test('tell times in ms, counts, and whether they are pending', async t => {
    const { get, post, write, platform, world, account } = await openKuaishou(t)
    write('问')
    world.changePost(world.post('kuaishou', account, post)!, { reads: 300, likes: 5 })
    const work = { photo_id: post, caption: '公交改线通知', create_time: START - HOUR, pending: false }
    const counted = { ...work, comment_count: 1, view_count: 300, like_count: 5 }
    t.match((await get('photo/list')).video_list, [counted])
    t.match((await get('photo/info', { photo_id: post })).video_info, counted)
    platform.pending.add(post)
    platform.quirks.createTimeInSeconds = true
    const { video_info } = await get('photo/info', { photo_id: post })
    t.match(video_info, { create_time: (START - HOUR) / 1000, pending: true })
    t.match(await get('photo/count'), { result: 1, public_count: 1, all_count: 1 })
    t.match(await get('user_info'), { result: 1, user_info: { name: '青禾政务' } })
  })

  t.test('count comments that come and go, late if asked', async t => {
    const { get, post, write, comment, world, platform, clock } = await openKuaishou(t)
    const count = async () => (await get('photo/info', { photo_id: post })).video_info.comment_count
    const root = write('一')
    write('二', root)
    t.equal(await count(), 2)
    world.change(comment(root), { deleted: true })
    t.equal(await count(), 1)
    platform.quirks.countLag = MINUTE
    t.equal(await count(), 0)
    clock.pass(MINUTE)
    t.equal(await count(), 1)
  })

  t.test('come in short pages, with a broken row, overlapping and without end, if asked', async t => {
    const { get, publish, platform, faults, post } = await openKuaishou(t)
    for (let i = 0; i < 3; i++) publish(`第${i}个`, START + i)
    const captions = async (params: Record<string, string>) =>
      (await get('photo/list', params)).video_list.map(({ caption }) => caption)
    platform.quirks.shortPages = true
    t.same(await captions({ count: '2' }), ['第2个'])
    platform.quirks.shortPages = false
    platform.quirks.brokenRow = true
    t.match((await get('photo/list')).video_list[0], { photo_id: undefined, caption: '第2个' })
    platform.quirks.brokenRow = false
    faults.order({ kind: 'endless', cursor: 'moving' })
    t.same(await captions({ count: '2', cursor: post }), ['第0个', '公交改线通知'])
  })
})

t.test('the tokens of Kuaishou', async t => {
  t.test('are given for a code, once, within two minutes', async t => {
    const { oauth, platform, account, clock } = await openKuaishou(t)
    const form = { code: platform.tokens.code(account), grant_type: 'authorization_code' }
    t.match(await oauth('access_token', form), {
      result: 1,
      access_token: /^ChFvYXV0aC5/,
      expires_in: 172_800,
      refresh_token: /^ChJvYXV0aC5/,
      refresh_token_expires_in: 15_552_000,
      open_id: account,
      scopes: ['user_info', 'user_video_info']
    })
    t.equal((await oauth('access_token', form)).result, 100200105)
    const late = platform.tokens.code(account)
    clock.pass(2 * MINUTE)
    t.equal((await oauth('access_token', { ...form, code: late })).result, 100200105)
    t.equal((await oauth('access_token', { ...form, app_secret: 'no' })).result, 100200101)
    t.equal((await oauth('access_token', { ...form, grant_type: 'password' })).result, 100200104)
    t.equal((await oauth('access_token', { ...form, code: '' })).result, 100200100)
  })

  t.test('end after 48 hours and are refreshed by a token that is replaced', async t => {
    const { get, refresh, clock, office, platform, account } = await openKuaishou(t)
    clock.pass(2 * DAY)
    t.equal((await get('user_info')).result, 100200108)
    const first = await refresh(office.refresh!)
    t.match(first, { result: 1, expires_in: 172_800, refresh_token_expires_in: 178 * 86_400 })
    t.not(first.refresh_token, office.refresh)
    t.equal((await get('user_info')).result, 1)
    clock.pass(5 * MINUTE - 1)
    const second = await refresh(office.refresh!)
    t.equal(second.result, 1)
    t.equal((await get('user_info', { access_token: first.access_token })).result, 1)
    clock.pass(1)
    t.equal((await refresh(office.refresh!)).result, 100200102)
    t.equal((await refresh(first.refresh_token)).result, 1)
    platform.tokens.expireRefresh(account)
    t.equal((await refresh(platform.tokens.of(account).refreshToken)).result, 100200113)
  })

  t.test('end after 180 days however often they were refreshed', async t => {
    const { refresh, clock, office } = await openKuaishou(t)
    clock.pass(179 * DAY)
    const { refresh_token } = await refresh(office.refresh!)
    clock.pass(DAY)
    t.equal((await refresh(refresh_token)).result, 100200113)
  })

  t.test('are taken back, and given back', async t => {
    const { get, refresh, platform, account, office } = await openKuaishou(t)
    platform.revokeToken(account)
    t.equal((await get('user_info')).result, 100200109)
    t.equal((await refresh(office.refresh!)).result, 100200109)
    platform.authorise(account)
    t.equal((await get('user_info')).result, 1)
    platform.expireToken(account)
    t.equal((await get('user_info')).result, 100200108)
  })
})

t.test('what Kuaishou does not take is status 200 and no 1', async t => {
  const { get, platform, account, faults, json } = await openKuaishou(t)
  const wrong = await get('photo/list', { access_token: 'nobody' })
  t.match(wrong, { status: 200, result: 100200102, error: 'access_denied', error_msg: /token/ })
  t.equal((await get('photo/list', { access_token: '' })).result, 100200100)
  t.equal((await get('photo/list', { app_id: 'ksother' })).result, 100200102)
  t.equal((await get('photo/list', { count: '201' })).result, 100400)
  t.equal((await get('photo/list', { cursor: '3xnone' })).result, 100400)
  t.equal((await get('photo/info')).result, 100200100)
  t.equal((await get('photo/info', { photo_id: '3xnone' })).result, 120001)
  t.equal((await get('photo/comment/list')).result, 100200100)
  t.equal((await json('/openapi/photo/list', { method: 'POST' })).result, 100200100)
  platform.withheld.add(account)
  t.equal((await get('photo/list')).result, 100200106)
  t.equal((await get('user_info')).result, 1)
  faults.order({ kind: 'error', code: 100200500, times: 1 })
  t.match(await get('user_info'), { result: 100200500, error: 'server_error' })
})

t.test('every code that Kuaishou documents can be ordered, and the partner’s by their status', async t => {
  const { get, comments, faults } = await openKuaishou(t)
  const oauth = Array.from({ length: 14 }, (_, i) => 100200100 + i)
  for (const code of [...oauth, 100200500, 120001, 120002, 120003, 100400, 400002]) {
    faults.order({ kind: 'error', code, times: 1 })
    t.match(await get('photo/list'), { status: 200, result: code, error: /^(?!unknown_error)/, error_msg: /./ })
  }
  faults.order({ kind: 'error', code: 429, times: 1 })
  t.match(await comments(), { status: 429, retryAfter: '60', error: 'too_many_requests' })
})

t.test('the limits of Kuaishou are per app and second and per account and day', async t => {
  const { get, clock, platform, account, usage } = await openKuaishou(t, {
    perSecond: 1,
    perDay: 2,
    partnerPerMinute: 9
  })
  const result = async () => (await get('user_info')).result
  t.same([await result(), await result()], [1, 400002])
  clock.pass(SECOND)
  t.equal(await result(), 1)
  clock.pass(SECOND)
  t.equal(await result(), 400002)
  t.match(platform.windows(account), [{ name: 'day', limit: 2, used: 2, resetAt: START + 10 * HOUR }])
  t.match(usage.of('kuaishou', account), { calls: 4, refused: 2 })
  clock.pass(10 * HOUR)
  t.equal(await result(), 1)
})

t.test('the webhooks of Kuaishou', async t => {
  t.test('are signed with MD5 of body and secret', t => {
    const raw = '{"app_id":"ksfake","event":"test","timestamp":1767592800123,"message_id":"m-fake-1","data":{}}'
    t.equal(kwaisign(raw, 'fakeAppSecret'), '42bd62d85db6e666f212fb1442384b9f')
    t.end()
  })

  t.test('tell of the authorisation, some twice, again until they are taken', async t => {
    const { platform, account, app } = await openKuaishou(t)
    const receiver = await openReceiver('{"result":1}', [500])
    t.teardown(receiver.close)
    const order = { url: receiver.url, account }
    const sent = await platform.send([
      { ...order, event: 'AUTHORIZE', scopes: ['user_info'], times: 2 },
      { ...order, event: 'UN_AUTHORIZE', forged: true }
    ])
    t.match(sent, [{ statuses: [500, 200, 200] }, { statuses: [200], answer: '{"result":1}' }])
    const [first, , third, forged] = receiver.came
    t.equal(first!.raw, third!.raw)
    t.equal(first!.headers.kwaisign, kwaisign(first!.raw, app.secret))
    t.match(JSON.parse(first!.raw), {
      app_id: app.id,
      event: 'AUTHORIZE',
      timestamp: START,
      data: { open_id: account, scope: ['user_info'], is_new: true }
    })
    t.not(forged!.headers.kwaisign, kwaisign(forged!.raw, app.secret))
    await t.rejects(platform.send([{ ...order, account: 'nobody', event: 'test' }]), RangeError)
  })
})

t.test('the partner’s comments', async t => {
  t.test('come in one list, newest first behind the pinned one, page by page', async t => {
    const { comments, write, comment, world } = await openKuaishou(t)
    const root = write('一')
    const second = write('二', root)
    write('三')
    world.change(comment(root), { pinned: true, likes: 2 })
    const { items, nextCursor } = await comments({ limit: '2' })
    t.match(items, [{ text: '一', parentId: null, replyCount: 1, likeCount: 2, pinned: true }, { text: '三' }])
    const rest = await comments({ limit: '2', cursor: nextCursor! })
    t.match(rest, {
      items: [
        { commentId: second, parentId: root, rootId: root, authorName: '青禾的石头', createdAtMs: START + 2 * SECOND }
      ],
      nextCursor: null
    })
  })

  t.test('are answered once per clientToken', async t => {
    const { reply, write, comments, account } = await openKuaishou(t)
    const id = write('问')
    const answer = { text: '您好', clientToken: 'a1' }
    const first = await reply(id, answer)
    t.equal(first.status, 201)
    t.equal((await reply(id, answer)).commentId, first.commentId)
    t.not((await reply(id, { ...answer, clientToken: 'a2' })).commentId, first.commentId)
    const { items } = await comments()
    t.match(items, [{ authorId: account }, { commentId: first.commentId, parentId: id, text: '您好' }, {}])
    t.equal(items.length, 3)
  })

  t.test('are refused as the web refuses', async t => {
    const { json, comments, reply, write, comment, world, platform, account, post } = await openKuaishou(t)
    const path = `/partner/v1/works/${post}/comments`
    const id = write('问')
    const answer = { text: '答', clientToken: 'a' }
    t.match(await json(path), { status: 401, error: 'unauthorized' })
    t.match(await comments({}, '3xnone'), { status: 404 })
    t.match(await comments({ limit: '101' }), { status: 400 })
    t.match(await comments({ cursor: 'none' }), { status: 400 })
    t.match(await reply(id, { text: '答' }), { status: 400 })
    t.match(await reply(id, { text: '', clientToken: 'a' }), { status: 400 })
    t.match(await reply(id, 'no object'), { status: 400 })
    t.match(await reply('1', answer), { status: 404 })
    const headers = { authorization: `Bearer ${platform.partner.token(account)}` }
    t.match(await json(path, { method: 'POST', headers }), { status: 405 })
    world.change(comment(id), { deleted: true })
    t.match(await reply(id, answer), { status: 404 })
    platform.partner.expired.add(account)
    t.match(await comments(), { status: 401 })
  })

  t.test('are not handed out too often', async t => {
    const { comments, clock } = await openKuaishou(t, { ...NO_KUAISHOU_LIMITS, partnerPerMinute: 1 })
    clock.pass(20 * SECOND)
    t.equal((await comments()).status, 200)
    t.match(await comments(), { status: 429, retryAfter: '40' })
    clock.pass(40 * SECOND)
    t.equal((await comments()).status, 200)
  })
})
