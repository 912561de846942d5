import t from 'tap'
import { HOUR, openSimulator, START } from './asked.ts'

type Options = Parameters<typeof openSimulator>[0]

async function openWeibo(options: Options = {}) {
  const opened = await openSimulator(options)
  const { id: account, secret: token } = opened.office('weibo')
  const post = opened.publish('weibo')
  const write = (text: string, parent?: string) => {
    opened.clock.pass(1000)
    return opened.control.postComment({ platform: 'weibo', account, post, text, ...(parent && { parent }) }).id
  }
  const read = (path: string, params: Record<string, string> = {}) =>
    opened.get(`/2/${path}.json?${new URLSearchParams({ access_token: token, ...params })}`)
  const tell = (path: string, form: Record<string, string>) =>
    opened.post(`/2/${path}.json`, null, { body: new URLSearchParams({ access_token: token, ...form }) })
  return { ...opened, account, token, post: post as string, write, read, tell }
}

t.test('comments of Weibo', async t => {
  t.test('come newest first, above since_id, up to max_id', async t => {
    const { simulator, read, write } = await openWeibo()
    t.teardown(simulator.close)
    const ids = Array.from({ length: 6 }, (_, i) => write(`第${i}条`))
    const page = async (params: Record<string, string>) =>
      (await read('comments/to_me', params)).json.comments.map((row: { idstr: string }) => ids.indexOf(row.idstr))
    t.same(await page({}), [5, 4, 3, 2, 1, 0])
    t.same(await page({ since_id: ids[3]! }), [5, 4])
    t.same(await page({ max_id: ids[3]!, count: '2' }), [3, 2])
    t.same(await page({ page: '2', count: '4' }), [1, 0])
  })

  t.test('tell time, ids, thread and citizen as Weibo does', async t => {
    const { simulator, read, write, post } = await openWeibo()
    t.teardown(simulator.close)
    const root = write('一楼')
    const id = write('二楼', root)
    const [row] = (await read('comments/show', { id: post })).json.comments
    t.match(row, {
      created_at: 'Mon Jan 05 14:00:02 +0800 2026',
      id: Number(id),
      idstr: id,
      rootidstr: root,
      reply_comment: { idstr: root, text: '一楼' },
      status: { idstr: post },
      user: { screen_name: /./ }
    })
    t.match(id, /^\d{16}$/)
  })

  t.test('in a batch are a bare array without those that are gone', async t => {
    const { simulator, control, account, read, write, post } = await openWeibo()
    t.teardown(simulator.close)
    const [gone, here] = [write('删了'), write('还在')]
    control.deleteComment({ platform: 'weibo', account, post, comment: gone! })
    const { json } = await read('comments/show_batch', { cids: `${gone},${here}` })
    t.same(
      json.map((row: { idstr: string }) => row.idstr),
      [here]
    )
  })

  t.test('of our own stand in by_me only', async t => {
    const { simulator, read, tell, write, post } = await openWeibo()
    t.teardown(simulator.close)
    await tell('comments/reply', { cid: write('问'), id: post, comment: '答', without_mention: '1' })
    t.same(
      (await read('comments/by_me')).json.comments.map((row: { text: string }) => row.text),
      ['答']
    )
    t.same(
      (await read('comments/to_me')).json.comments.map((row: { text: string }) => row.text),
      ['问']
    )
  })
})

t.test('the token of Weibo goes in a header or a field, and ends', async t => {
  const { simulator, control, account, get, token } = await openWeibo()
  t.teardown(simulator.close)
  const inHeader = () => get('/2/comments/to_me.json', { authorization: `OAuth2 ${token}` })
  t.equal((await inHeader()).status, 200)
  t.match(await get('/2/comments/to_me.json'), { status: 400, json: { error_code: 10006 } })
  control.expireToken({ platform: 'weibo', account })
  t.match(await inHeader(), { status: 400, json: { error: 'expired_token', request: '/2/comments/to_me.json' } })
  control.revokeToken({ platform: 'weibo', account })
  t.match(await inHeader(), { status: 400, json: { error: 'invalid_access_token' } })
})

t.test('an error code is a text now and then', async t => {
  const { simulator, get } = await openWeibo()
  t.teardown(simulator.close)
  const kinds = new Set<string>()
  for (let i = 0; i < 3; i++) kinds.add(typeof (await get('/2/nothing.json')).json.error_code)
  t.same([...kinds].sort(), ['number', 'string'])
})

t.test('what Weibo does not take', async t => {
  const { simulator, get, read, tell, post, write } = await openWeibo()
  t.teardown(simulator.close)
  const cid = write('问')
  const codeOf = (json: { error_code: unknown }) => Number(json.error_code)
  const reply = { cid, id: post, comment: '答' }
  t.equal(codeOf((await get('/2/comments/reply.json')).json), 10021)
  t.equal(codeOf(await tell('comments/reply', { cid, id: post })), 10016)
  t.equal(codeOf(await tell('comments/reply', { ...reply, comment: ' ' })), 20008)
  t.equal(codeOf(await tell('comments/reply', { ...reply, comment: '长'.repeat(141) })), 20012)
  t.equal(codeOf(await tell('comments/reply', { ...reply, id: '1' })), 20101)
  t.equal(codeOf(await tell('comments/reply', { ...reply, cid: '1' })), 20201)
  t.equal(codeOf((await read('comments/show_batch')).json), 10016)
})

t.test('a reply bears the name of the citizen unless it is told not to, and is not taken twice', async t => {
  const { simulator, tell, post, write } = await openWeibo()
  t.teardown(simulator.close)
  const cid = write('问')
  const named = await tell('comments/reply', { cid, id: post, comment: '答' })
  t.match(named.text, /^回复@.+:答$/)
  t.equal((await tell('comments/reply', { cid, id: post, comment: '答', without_mention: '1' })).text, '答')
  t.equal(
    Number((await tell('comments/reply', { cid, id: post, comment: '答', without_mention: '1' })).error_code),
    20019
  )
})

t.test('the limits agree with what their status says', async t => {
  const limits = { weibo: { userPerDay: 5, ipPerHour: 100, writesPerHour: 1 } }
  const { simulator, clock, read, tell, post, write } = await openWeibo({ limits })
  t.teardown(simulator.close)
  const cid = write('问')
  await read('comments/to_me')
  await tell('comments/reply', { cid, id: post, comment: '一' })
  t.equal(Number((await tell('comments/reply', { cid, id: post, comment: '二' })).error_code), 20016)
  t.match((await read('account/rate_limit_status')).json, {
    remaining_user_hits: 2,
    remaining_ip_hits: 97,
    reset_time: '2026-01-06 00:00:00',
    reset_time_in_seconds: 10 * 3600 - 1,
    api_rate_limits: [{ remaining_hits: 0 }]
  })
  await read('comments/to_me')
  await read('comments/to_me')
  t.match(await read('comments/to_me'), { status: 403, json: { error: /User requests/ } })
  clock.pass(10 * HOUR)
  t.equal((await read('comments/to_me')).status, 200)
})

t.test('the IP has a limit of its own', async t => {
  const { simulator, read } = await openWeibo({ limits: { weibo: { userPerDay: 9, ipPerHour: 1, writesPerHour: 1 } } })
  t.teardown(simulator.close)
  await read('comments/to_me')
  t.match(await read('comments/to_me'), { status: 403, json: { error: /IP requests/ } })
})

t.test('the timeline is one’s own and has five at most', async t => {
  const { simulator, control, account, read } = await openWeibo()
  t.teardown(simulator.close)
  for (let i = 0; i < 7; i++)
    control.publishPost({ platform: 'weibo', account, title: `第${i}篇`, publishedAt: START + i })
  const { json } = await read('statuses/user_timeline', { uid: account })
  t.same(
    json.statuses.map((row: { text: string }) => row.text),
    [6, 5, 4, 3, 2].map(i => `第${i}篇`)
  )
})

t.test('the token tells how long it has left, in a field without the s', async t => {
  const { simulator, token } = await openWeibo()
  t.teardown(simulator.close)
  const body = new URLSearchParams({ access_token: token })
  const response = await fetch(`${simulator.url}/oauth2/get_token_info`, { method: 'POST', body })
  t.match(await response.json(), { uid: 1_900_000_001, expire_in: 30 * 86_400 })
})
