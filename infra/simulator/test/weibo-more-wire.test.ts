import t, { type Test } from 'tap'
import { WEIBO_APP } from '../src/weibo/tokens.ts'
import { HOUR, MINUTE, openSimulator, START } from './asked.ts'

async function openWeibo(t: Test, options: Parameters<typeof openSimulator>[0] = {}) {
  const opened = await openSimulator(options)
  t.teardown(opened.simulator.close)
  const { id: account, secret, name } = opened.office('weibo')
  const post = opened.publish('weibo')
  const where = { platform: 'weibo' as const, account, post }
  const write = (text: string) => {
    opened.clock.pass(1000)
    return opened.control.postComment({ ...where, text }).id
  }
  const read = async (path: string, params: Record<string, string> = {}, token = secret) =>
    (await opened.get(`/2/${path}.json?${new URLSearchParams({ access_token: token, ...params })}`)).json
  const tell = (path: string, form: Record<string, string>) =>
    opened.post(`/2/${path}.json`, null, { body: new URLSearchParams({ access_token: secret, ...form }) })
  const oauth = (path: string, form: Record<string, string>) =>
    opened.post(`/oauth2/${path}`, null, { body: new URLSearchParams(form) })
  const texts = (json: { comments: { text: string }[] }) => json.comments.map(({ text }) => text)
  const code = (json: { error_code: number | string }) => Number(json.error_code)
  return { ...opened, account, name, secret, post, where, write, read, tell, oauth, texts, code }
}

t.test('an authorisation of Weibo', async t => {
  const back = 'https://office.example/back'
  const app = { client_id: WEIBO_APP.id, client_secret: WEIBO_APP.secret, redirect_uri: back }
  const grant = { ...app, grant_type: 'authorization_code' }

  t.test('is a code that is good once, for ten minutes', async t => {
    const { clock, control, account, read, oauth, code } = await openWeibo(t)
    const { tokens } = control.platforms.weibo
    const first = tokens.code(account)
    const given = await oauth('access_token', { ...grant, code: first })
    t.match(given, { expires_in: 30 * 86_400, remind_in: '2592000', uid: account })
    t.ok((await read('comments/to_me', {}, given.access_token)).comments)
    t.equal(code(await oauth('access_token', { ...grant, code: first })), 21314)
    const late = tokens.code(account)
    clock.pass(10 * MINUTE)
    t.match(await oauth('access_token', { ...grant, code: late }), {
      error: 'invalid_grant',
      request: '/oauth2/access_token',
      error_description: 'invalid_grant'
    })
    t.equal(code(await oauth('access_token', { ...grant, code: 'x' })), 21325)
    t.equal(code(await oauth('access_token', { ...grant, code: 'x', client_secret: 'x' })), 21324)
    t.equal(code(await oauth('access_token', { ...grant, code: 'x', grant_type: 'refresh_token' })), 21328)
    t.equal(code(await oauth('access_token', app)), 21323)
  })

  t.test('ends after thirty days, when its end has come or when it is given back', async t => {
    const { clock, control, account, where, secret, read, oauth, code } = await openWeibo(t)
    const { tokens } = control.platforms.weibo
    const { access_token: token } = await oauth('access_token', { ...grant, code: tokens.code(account) })
    clock.pass(86_400_000)
    t.match(await oauth('get_token_info', { access_token: token }), { expire_in: 29 * 86_400, create_at: START / 1000 })
    clock.pass(29 * 86_400_000)
    t.equal(code(await read('comments/to_me', {}, token)), 21327)
    control.expireToken(where)
    t.equal(code(await read('comments/to_me')), 21327)
    control.authorise(account)
    t.ok((await read('comments/to_me')).comments)
    t.match(await oauth('revokeoauth2', { access_token: secret }), { result: 'true' })
    t.equal(code(await read('comments/to_me')), 21332)
    t.equal(code(await oauth('revokeoauth2', { access_token: secret })), 21332)
  })
})

t.test('lists of comments at Weibo', async t => {
  t.test('hold what was sent and received, and what names the office', async t => {
    const { read, tell, write, texts, post, name } = await openWeibo(t)
    const cid = write('问')
    write(`@${name} 请看这里`)
    await tell('comments/reply', { cid, id: post, comment: '答', without_mention: '1' })
    t.same(texts(await read('comments/timeline')), ['答', `@${name} 请看这里`, '问'])
    t.same(texts(await read('comments/mentions')), [`@${name} 请看这里`])
  })

  t.test('have short pages where something may not be shown, with a total that counts it', async t => {
    const { control, read, write, where, texts } = await openWeibo(t)
    const ids = [write('一'), write('二'), write('三')]
    control.hideComment({ ...where, comment: ids[1]! })
    const page = await read('comments/to_me', { count: '2' })
    t.same(texts(page), ['三'])
    t.match(page, { total_number: 3 })
    t.same(texts(await read('comments/to_me', { count: '2', max_id: ids[0]! })), ['一'])
  })

  t.test('leave out what belongs to a post that is gone', async t => {
    const { control, read, tell, write, where, post, code } = await openWeibo(t)
    const cid = write('一')
    control.takeDown(where, true)
    t.same((await read('comments/to_me')).comments, [])
    t.same((await read('statuses/user_timeline')).statuses, [])
    t.equal(code(await read('comments/show', { id: post })), 20101)
    t.equal(code(await tell('comments/reply', { cid, id: post, comment: '答' })), 20101)
    t.equal(code(await tell('comments/create', { id: post, comment: '答' })), 20101)
  })

  t.test('refuse ids, counts and accounts that are none', async t => {
    const { read, code, write } = await openWeibo(t)
    write('一')
    t.equal(code(await read('comments/to_me', { since_id: 'x' })), 10017)
    t.equal(code(await read('comments/to_me', { count: '0' })), 10017)
    t.equal(code(await read('statuses/user_timeline', { uid: '1' })), 10017)
    const cids = Array.from({ length: 51 }, (_, i) => i).join(',')
    t.equal(code(await read('comments/show_batch', { cids })), 10017)
    const [row] = (await read('comments/to_me', { trim_user: '1' })).comments
    t.notOk('screen_name' in (row as unknown as { user: object }).user)
  })
})

t.test('a status of Weibo tells its counts', async t => {
  const { control, read, write, where } = await openWeibo(t)
  control.setCounts(where, { likes: 7, reposts: 3, reads: 900 })
  write('一')
  t.match((await read('statuses/user_timeline')).statuses, [
    { attitudes_count: 7, reposts_count: 3, comments_count: 1, visible: { type: 0 } }
  ])
})

t.test('writing at Weibo', async t => {
  t.test('goes below the post too, and the same not twice within ten minutes', async t => {
    const { clock, tell, read, texts, code, post } = await openWeibo(t)
    const form = { id: post, comment: '请大家绕行' }
    t.match(await tell('comments/create', form), { text: '请大家绕行', idstr: /^\d{16}$/ })
    t.equal(code(await tell('comments/create', form)), 20019)
    clock.pass(10 * MINUTE)
    t.match(await tell('comments/create', form), { text: '请大家绕行' })
    t.equal(texts(await read('comments/by_me')).length, 2)
    t.equal(code(await tell('comments/create', { id: post })), 10016)
    t.equal(code(await tell('comments/create', { ...form, comment: ' ' })), 20008)
    t.equal(code(await tell('comments/create', { ...form, comment: '长'.repeat(141) })), 20012)
    t.match(await tell('comments/create', { ...form, comment: 'a'.repeat(280) }), { text: /^a+$/ })
  })

  t.test('is taken back where it is one’s own', async t => {
    const { control, read, tell, texts, code, write, where, post } = await openWeibo(t)
    const cid = write('问')
    const { idstr } = (await tell('comments/reply', { cid, id: post, comment: '答' })) as unknown as { idstr: string }
    t.equal(code(await tell('comments/destroy', { cid })), 20203)
    t.match(await tell('comments/destroy', { cid: idstr }), { idstr })
    t.equal(code(await tell('comments/destroy', { cid: idstr })), 20201)
    t.equal(code(await tell('comments/destroy', {})), 10016)
    t.same(texts(await read('comments/by_me')), [])
    const { idstr: two } = (await tell('comments/create', { id: post, comment: '二' })) as unknown as { idstr: string }
    t.equal((await tell('comments/destroy_batch', { cids: `${two},${cid}` })).length, 1)
    const cids = Array.from({ length: 21 }, (_, i) => i).join(',')
    t.equal(code(await tell('comments/destroy_batch', { cids })), 10017)
    control.deleteComment({ ...where, comment: cid })
    t.equal(code(await tell('comments/reply', { cid, id: post, comment: '答' })), 20201)
  })

  t.test('is so many an hour, as the status says', async t => {
    const limits = { weibo: { userPerDay: 99, ipPerHour: 99, writesPerHour: 1 } }
    const { clock, control, tell, read, code, post, account } = await openWeibo(t, { limits })
    await tell('comments/create', { id: post, comment: '一' })
    t.equal(code(await tell('comments/create', { id: post, comment: '二' })), 20016)
    t.match(await read('account/rate_limit_status'), {
      remaining_user_hits: 97,
      api_rate_limits: [{ remaining_hits: 0 }, { api: '/comments/create', remaining_hits: 0 }]
    })
    t.match(
      control.quotas().find(use => use.account === account),
      { calls: 2, refused: 1, windows: [{ used: 2 }, { used: 2 }, { name: 'writes an hour', used: 1, limit: 1 }] }
    )
    clock.pass(HOUR)
    t.match(await tell('comments/create', { id: post, comment: '二' }), { text: '二' })
  })
})

t.test('every ordered code comes with Weibo’s words, as a number or a text', async t => {
  const { control, read, code } = await openWeibo(t)
  const codes = [
    10001, 10002, 10004, 10022, 10023, 10024, 20003, 20016, 20019, 20101, 20201, 20206, 21315, 21327, 21332
  ]
  for (const wanted of codes) {
    control.fail('weibo', { kind: 'error', code: wanted, times: 1 })
    const told = await read('comments/to_me')
    t.equal(code(told), wanted)
    t.match(told, { request: '/2/comments/to_me.json', error: /./ })
  }
})
