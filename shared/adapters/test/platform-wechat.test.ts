import t from 'tap'
import { close, DAY, HOUR, MINUTE, openHouse, pollAll, START } from './platform-house.ts'

t.test('the token of WeChat', async t => {
  t.test('is fetched once for many calls at the same time', async t => {
    const { simulator, control, open } = await openHouse('wechat')
    t.teardown(close(simulator))
    const platform = open()
    control.fail('wechat', { kind: 'delay', ms: 50, times: 1, path: 'stable_token' })
    control.fail('wechat', { kind: 'error', code: 40125, times: 1, path: 'stable_token' }) // for a second fetch
    await Promise.all([platform.poll(undefined), platform.poll(undefined), platform.poll(undefined)])
    await t.rejects(
      open().readBack({ post: '1_0', root: '1', comment: '1' }, { text: '' }),
      { code: '40125' },
      'still ahead'
    )
  })

  t.test('is renewed early, before it ends', async t => {
    const { clock, simulator, control, open } = await openHouse('wechat')
    t.teardown(close(simulator))
    const platform = open()
    await platform.poll(undefined)
    clock.pass(2 * HOUR - 4 * MINUTE)
    control.fail('wechat', { kind: 'error', code: -1, times: 1, path: 'stable_token' })
    await t.rejects(platform.poll(undefined), { code: '-1', advice: 'retry' }, 'it asks for another one already')
  })

  for (const end of ['expireToken', 'revokeToken'] as const) {
    t.test(`is replaced once when it is no longer good (${end}), and the reply is posted`, async t => {
      const { simulator, control, open, where, write, target } = await openHouse('wechat')
      t.teardown(close(simulator))
      const platform = open()
      const id = write('在吗')
      await platform.poll(undefined)
      control[end](where)
      t.match(await platform.reply(target(id), '在'), { outcome: 'sent' })
    })
  }

  t.test('that is refused though fresh is no reason to ask for ever', async t => {
    const { simulator, control, open } = await openHouse('wechat')
    t.teardown(close(simulator))
    control.fail('wechat', { kind: 'error', code: 40001, times: 2, path: 'comment' })
    const { cursor } = await open().poll(undefined).then(skipStatistics(open()))
    await t.rejects(open().poll(cursor), { code: '40001', advice: 'retry', retryAfterMs: MINUTE })
  })
})

/** The first steps ask for the statistics of the last week. */
const skipStatistics = (platform: { poll: (cursor: unknown) => Promise<{ cursor: unknown; more: boolean }> }) =>
  async function skip(page: { cursor: unknown }): Promise<{ cursor: unknown }> {
    let at = page
    for (let day = 1; day < 7; day++) at = await platform.poll(at.cursor)
    return at
  }

t.test('an error of WeChat says what to do', async t => {
  const advices = [
    [-1, { advice: 'retry' }],
    [45009, { advice: 'retry', retryAfterMs: 10 * HOUR }], // from 14:00 to midnight in Beijing
    [45011, { advice: 'retry', retryAfterMs: MINUTE }],
    [40164, { advice: 'stop' }],
    [48001, { advice: 'stop' }],
    [50002, { advice: 'stop' }],
    [88000, { advice: 'stop' }],
    [88010, { advice: 'bug' }],
    [47001, { advice: 'bug' }],
    [99999, { advice: 'retry' }]
  ] as const
  for (const [code, expected] of advices) {
    const { simulator, control, open, target, write } = await openHouse('wechat')
    t.teardown(close(simulator))
    const platform = open()
    control.fail('wechat', { kind: 'error', code, times: 1, path: 'comment/list' })
    await t.rejects(platform.readBack(target(write('在')), { text: '好' }), { code: String(code), ...expected })
  }

  t.test('and keeps the request id, which WeChat asks for', async t => {
    const { simulator, control, open, target, write } = await openHouse('wechat')
    t.teardown(close(simulator))
    control.fail('wechat', { kind: 'error', code: 48001, times: 1, path: 'comment/list' })
    await t.rejects(open().readBack(target(write('在')), { text: '好' }), { message: /rid [0-9a-f-]+/ })
  })

  t.test('when the secret or the IP is wrong', async t => {
    const { simulator, control, open, account } = await openHouse('wechat', {}, { credentials: { secret: 'wrong' } })
    t.teardown(close(simulator))
    await t.rejects(open().readBack({ post: '1_0', root: '1', comment: '1' }, { text: '' }), {
      code: '40125',
      advice: 'reauthorise'
    })
    control.shutOut(account.id, true)
    const right = await openHouse('wechat')
    t.teardown(close(right.simulator))
    right.control.shutOut(account.id, true)
    await t.rejects(right.open().readBack(right.target('1'), { text: '' }), { code: '40164', advice: 'stop' })
  })
})

t.test('a reply at WeChat', async t => {
  const outcomes = [
    [88007, { outcome: 'refused' }],
    [88008, { outcome: 'refused' }],
    [88001, { outcome: 'refused' }],
    [45009, { outcome: 'later' }],
    [45011, { outcome: 'later', retryAfterMs: MINUTE }],
    [-1, { outcome: 'unknown' }]
  ] as const
  for (const [code, expected] of outcomes) {
    t.test(`that meets ${code} is ${expected.outcome}`, async t => {
      const { simulator, control, open, write, target } = await openHouse('wechat')
      t.teardown(close(simulator))
      const id = write('问一句')
      control.fail('wechat', { kind: 'error', code, times: 1, path: 'reply/add' })
      t.match(await open().reply(target(id), '答一句'), expected)
    })
  }

  t.test('is sent when WeChat says "already" and the same text stands there', async t => {
    const { simulator, control, open, write, at, target } = await openHouse('wechat')
    t.teardown(close(simulator))
    const id = write('问一句')
    control.answerByHand({ ...at(id), text: '答一句' })
    t.match(await open().reply(target(id), '答一句'), { outcome: 'sent', acceptedAt: START })
  })

  t.test('is refused when another one stands there', async t => {
    const { simulator, control, open, write, at, target } = await openHouse('wechat')
    t.teardown(close(simulator))
    const id = write('问一句')
    control.answerByHand({ ...at(id), text: '手动答的' })
    t.match(await open().reply(target(id), '答一句'), { outcome: 'refused', code: '88005' })
  })

  t.test('too long is refused by WeChat, and its length is known before', async t => {
    const { simulator, open, write, target } = await openHouse('wechat')
    t.teardown(close(simulator))
    const platform = open()
    const long = '长'.repeat(141)
    t.ok(platform.replyLength(long) > platform.capabilities.replyLimit)
    t.match(await platform.reply(target(write('问')), long), { outcome: 'refused', code: '88007' })
    t.match(await platform.reply(target(write('问')), long.slice(1)), { outcome: 'sent' })
  })

  t.test('stops the account when the account may not', async t => {
    const { simulator, control, open, write, target } = await openHouse('wechat')
    t.teardown(close(simulator))
    control.fail('wechat', { kind: 'error', code: 48004, times: 1, path: 'reply/add' })
    await t.rejects(open().reply(target(write('问')), '答'), { name: 'PlatformError', advice: 'stop' })
  })
})

t.test('a poll of WeChat', async t => {
  t.test('leaves the author out whom WeChat does not name', async t => {
    const { simulator, control, open, write } = await openHouse('wechat', { citizens: { count: 200 } })
    t.teardown(close(simulator))
    const nameless = control.people.find(one => one.withoutOpenid)!
    write('匿名说一句', { as: nameless.id })
    const { comments } = await pollAll(open())
    t.same(comments[0]?.author, {})
  })

  t.test('finds the articles pushed by hand the day after', async t => {
    const { clock, simulator, control, open, where } = await openHouse('wechat', {}, { posts: [] })
    t.teardown(close(simulator))
    const other = control.publishPost({ ...where, title: '手动推送', publishedAt: START }).id
    control.postComment({ ...where, post: other, text: '看到了' })
    t.same((await pollAll(open())).comments, [])

    clock.pass(DAY)
    const { comments } = await pollAll(open())
    t.match(comments, [{ post: other, text: '看到了', postTitle: '手动推送' }])
  })

  t.test('goes on without the statistics when the account may not use them', async t => {
    const { simulator, control, open, write } = await openHouse('wechat')
    t.teardown(close(simulator))
    write('还是看得到')
    control.fail('wechat', { kind: 'error', code: 48001, times: 1, path: 'datacube' })
    t.equal((await pollAll(open())).comments.length, 1)
  })

  t.test('leaves an article alone that is not there twice, says so once, and reads the others', async t => {
    const { simulator, open, write, post } = await openHouse('wechat', {}, { posts: ['404_0'] })
    t.teardown(close(simulator))
    const first = await pollAll(open())
    const second = await pollAll(open(), first.cursor)
    const third = await pollAll(open(), second.cursor)
    t.same(
      [first, second, third].map(({ unreadable }) => unreadable.map(({ raw }) => raw)),
      [[], ['404_0'], []]
    )
    t.ok(write('别的文章') && post)
  })

  t.test('asks for one page when nothing is new', async t => {
    const { clock, simulator, open, write } = await openHouse('wechat', {
      limits: { wechat: { perDay: 8, perMinute: 600 } }
    })
    t.teardown(close(simulator))
    for (let i = 0; i < 150; i++) write(`第${i}条`)
    const { cursor } = await pollAll(open()) // four pages
    clock.pass(MINUTE)
    await pollAll(open(), cursor)
    await pollAll(open(), cursor)
    t.pass('six calls in all; walking to the end each time would have met 45009')
  })
})
