import t from 'tap'
import { HOUR, MINUTE, openSimulator, START } from './asked.ts'

type Options = Parameters<typeof openSimulator>[0]

async function openWechat(options: Options = {}) {
  const opened = await openSimulator(options)
  const { id: account, secret } = opened.office('wechat')
  const stable = (force_refresh = false) =>
    opened.post('/cgi-bin/stable_token', { grant_type: 'client_credential', appid: account, secret, force_refresh })
  const { access_token: token } = await stable()
  const call = (path: string, body: unknown, access_token = token) =>
    opened.post(`/cgi-bin/${path}?access_token=${access_token}`, body)
  const post = opened.publish('wechat')
  const msg_data_id = Number(post.split('_')[0])
  const write = (text: string) => opened.control.postComment({ platform: 'wechat', account, post, text }).id
  return { ...opened, account, secret, stable, token: token as string, call, article: post, msg_data_id, write }
}

t.test('stable_token', async t => {
  t.test('is the same while it has more than five minutes', async t => {
    const { simulator, clock, stable, token } = await openWechat()
    t.teardown(simulator.close)
    clock.pass(HOUR)
    t.same(await stable(), { access_token: token, expires_in: 3600 })
  })

  t.test('is a new one in its last five minutes, and the old one holds meanwhile', async t => {
    const { simulator, clock, stable, token, call, msg_data_id } = await openWechat()
    t.teardown(simulator.close)
    const list = { msg_data_id, begin: 0, count: 1, type: 0 }
    clock.pass(2 * HOUR - 4 * MINUTE)
    const { access_token } = await stable()
    t.not(access_token, token)
    t.match(await call('comment/list', list, token), { errcode: 0 })
    clock.pass(4 * MINUTE)
    t.match(await call('comment/list', list, token), { errcode: 42001 })
    t.match(await call('comment/list', list, access_token), { errcode: 0 })
  })

  t.test('forced ends the old one at once, and not twice within half a minute', async t => {
    const { simulator, stable, token, call, msg_data_id } = await openWechat()
    t.teardown(simulator.close)
    const first = await stable(true)
    const second = await stable(true)
    t.not(first.access_token, token)
    t.equal(second.access_token, first.access_token)
    t.match(await call('comment/list', { msg_data_id, begin: 0, count: 1, type: 0 }, token), { errcode: 42001 })
  })

  t.test('is refused to strangers', async t => {
    const { simulator, control, account, secret, post } = await openWechat()
    t.teardown(simulator.close)
    t.match(await post('/cgi-bin/stable_token', { appid: 'wxnobody', secret }), { errcode: 40013 })
    t.match(await post('/cgi-bin/stable_token', { appid: account, secret: 'x' }), { errcode: 40125 })
    control.shutOut(account, true)
    t.match(await post('/cgi-bin/stable_token', { appid: account, secret }), { errcode: 40164 })
  })

  t.test('lives apart from the plain token, of which a new one ends the one before after five minutes', async t => {
    const { simulator, clock, account, secret, get, call, token, msg_data_id } = await openWechat()
    t.teardown(simulator.close)
    const plain = async () =>
      (await get(`/cgi-bin/token?grant_type=client_credential&appid=${account}&secret=${secret}`)).json.access_token
    const list = { msg_data_id, begin: 0, count: 1, type: 0 }
    const first = await plain()
    const second = await plain()
    t.not(first, second)
    for (const good of [first, second, token]) t.match(await call('comment/list', list, good), { errcode: 0 })
    clock.pass(5 * MINUTE)
    t.match(await call('comment/list', list, first), { errcode: 42001 })
    t.match(await call('comment/list', list, second), { errcode: 0 })
  })
})

t.test('comment/list', async t => {
  t.test('gives rows by offset, the newest first, with a total that is none', async t => {
    const { simulator, clock, call, msg_data_id, write } = await openWechat()
    t.teardown(simulator.close)
    for (let i = 0; i < 60; i++) {
      clock.pass(1000)
      write(`第${i}条`)
    }
    const page = await call('comment/list', {
      msg_data_id: String(msg_data_id),
      index: 0,
      begin: 5,
      count: 10,
      type: 0
    })
    t.equal(page.comment[0]?.content, '第54条')
    t.match(page, { errcode: 0, total: 10, comment_cnt: 60 })
    t.match(page.comment[0], { user_comment_id: 55, create_time: START / 1000 + 55, comment_type: 0 })
  })

  t.test('refuses what is wrong, with status 200 and a request id', async t => {
    const { simulator, get, post, call, msg_data_id, token } = await openWechat()
    t.teardown(simulator.close)
    const list = { msg_data_id, begin: 0, count: 49, type: 0 }
    t.match(await call('comment/list', { ...list, count: 50 }), {
      errcode: 88010,
      errmsg: /cout <= 0.* rid: [0-9a-f-]+$/
    })
    t.match(await call('comment/list', { ...list, count: 0 }), { errcode: 88010 })
    t.match(await call('comment/list', { ...list, msg_data_id: 4 }), { errcode: 88001 })
    t.match(await call('comment/list', list, 'wrong'), { errcode: 40001 })
    t.match(await post('/cgi-bin/comment/list', list), { errcode: 41001 })
    t.match(await get(`/cgi-bin/comment/list?access_token=${token}`), { status: 200, json: { errcode: 43002 } })
    const path = `/cgi-bin/comment/list?access_token=${token}`
    t.match(await post(path, null, { body: '' }), { errcode: 44002 })
    t.match(await post(path, null, { body: '{"msg' }), { errcode: 47001 })
  })

  t.test('ends for the day after so many calls, and begins anew at midnight in Beijing', async t => {
    const { simulator, clock, stable, call, msg_data_id } = await openWechat({
      limits: { wechat: { perDay: 2, perMinute: 9 } }
    })
    t.teardown(simulator.close)
    const list = { msg_data_id, begin: 0, count: 1, type: 0 }
    t.match(await call('comment/list', list), { errcode: 0 })
    t.match(await call('comment/list', list), { errcode: 0 })
    t.match(await call('comment/list', list), { errcode: 45009 })
    clock.pass(10 * HOUR - 1)
    t.match(await call('comment/list', list, (await stable()).access_token), { errcode: 45009 })
    clock.pass(1)
    t.match(await call('comment/list', list, (await stable()).access_token), { errcode: 0 })
  })

  t.test('ends for the minute too', async t => {
    const { simulator, clock, call, msg_data_id } = await openWechat({
      limits: { wechat: { perDay: 9, perMinute: 1 } }
    })
    t.teardown(simulator.close)
    const list = { msg_data_id, begin: 0, count: 1, type: 0 }
    t.match(await call('comment/list', list), { errcode: 0 })
    t.match(await call('comment/list', list), { errcode: 45011 })
    clock.pass(MINUTE)
    t.match(await call('comment/list', list), { errcode: 0 })
  })
})

t.test('a reply', async t => {
  t.test('is one per comment, until it is deleted', async t => {
    const { simulator, call, msg_data_id, write } = await openWechat()
    t.teardown(simulator.close)
    const of = { msg_data_id, user_comment_id: Number(write('几点开门')) }
    t.match(await call('comment/reply/delete', of), { errcode: 88009 })
    t.same(await call('comment/reply/add', { ...of, content: '九点' }), { errcode: 0, errmsg: 'ok' })
    t.match(await call('comment/reply/add', { ...of, content: '十点' }), { errcode: 88005 })
    t.match(await call('comment/reply/delete', of), { errcode: 0 })
    t.match(await call('comment/reply/add', { ...of, content: '十点' }), { errcode: 0 })
    const { comment } = await call('comment/list', { msg_data_id, begin: 0, count: 1, type: 0 })
    t.match(comment, [{ reply: { content: '十点', create_time: START / 1000 } }])
  })

  t.test('is refused when it is empty, too long, or to nobody', async t => {
    const { simulator, control, account, call, msg_data_id, article, write } = await openWechat()
    t.teardown(simulator.close)
    const id = write('几点开门')
    const of = { msg_data_id, user_comment_id: Number(id) }
    t.match(await call('comment/reply/add', { ...of, content: '' }), { errcode: 88007 })
    t.match(await call('comment/reply/add', { ...of, content: '长'.repeat(141) }), { errcode: 88007 })
    control.deleteComment({ platform: 'wechat', account, post: article, comment: id })
    t.match(await call('comment/reply/add', { ...of, content: '九点' }), { errcode: 88008 })
    t.same((await call('comment/list', { msg_data_id, begin: 0, count: 1, type: 0 })).comment, [])
  })
})

t.test('elected comments are a list of their own', async t => {
  const { simulator, call, msg_data_id, write } = await openWechat()
  t.teardown(simulator.close)
  const of = { msg_data_id, user_comment_id: Number(write('写得好')) }
  write('路过')
  await call('comment/markelect', of)
  const listed = async (type: number) =>
    (await call('comment/list', { msg_data_id, begin: 0, count: 9, type })).comment.length
  t.same([await listed(0), await listed(1), await listed(2)], [2, 1, 1])
})

t.test('the statistics of a day name its articles the day after, from 1', async t => {
  const { simulator, clock, stable, post, article } = await openWechat()
  t.teardown(simulator.close)
  const ask = async () =>
    post(`/datacube/getarticlesummary?access_token=${(await stable()).access_token}`, {
      begin_date: '2026-01-05',
      end_date: '2026-01-05'
    })
  t.match(await ask(), { errcode: 61501 })
  clock.pass(24 * HOUR)
  t.match(await ask(), { list: [{ msgid: article.replace('_0', '_1'), title: '通告' }] })
})

t.test('the published articles are listed without the id that their comments go by', async t => {
  const { simulator, call } = await openWechat()
  t.teardown(simulator.close)
  const listed = await call('freepublish/batchget', { offset: 0, count: 10, no_content: 1 })
  t.match(listed, { total_count: 1, item: [{ content: { news_item: [{ title: '通告' }] } }] })
  t.notOk('msg_data_id' in listed)
  t.match(await call('freepublish/batchget', { offset: 0, count: 21 }), { errcode: 47001 })
})
