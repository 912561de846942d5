import t from 'tap'
import { close, DAY, HOUR, MINUTE, openHouse, START } from './platform-house.ts'

t.test('a reply at WeChat', async t => {
  const outcomes = [
    [88007, { outcome: 'refused' }],
    [88008, { outcome: 'refused' }],
    [88004, { outcome: 'refused' }],
    [88001, { outcome: 'refused' }],
    [40033, { outcome: 'refused' }],
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
      t.match(await open().reply(target(id), '答一句', 'key'), expected)
    })
  }

  t.test('is sent when WeChat says "already" and the same text stands there', async t => {
    const { simulator, control, open, write, at, target } = await openHouse('wechat')
    t.teardown(close(simulator))
    const id = write('问一句')
    control.answerByHand({ ...at(id), text: '答一句' })
    t.match(await open().reply(target(id), '答一句', 'key'), { outcome: 'sent', acceptedAt: START })
  })

  t.test('is refused when another one stands there', async t => {
    const { simulator, control, open, write, at, target } = await openHouse('wechat')
    t.teardown(close(simulator))
    const id = write('问一句')
    control.answerByHand({ ...at(id), text: '手动答的' })
    t.match(await open().reply(target(id), '答一句', 'key'), { outcome: 'refused', code: '88005' })
  })

  t.test('too long is refused by WeChat, and its length is known before', async t => {
    const { simulator, open, write, target } = await openHouse('wechat')
    t.teardown(close(simulator))
    const platform = open()
    const long = '长'.repeat(141)
    t.ok(platform.replyLength(long) > platform.capabilities.replyLimit)
    t.match(await platform.reply(target(write('问')), long, 'key'), { outcome: 'refused', code: '88007' })
    t.match(await platform.reply(target(write('问')), long.slice(1), 'key'), { outcome: 'sent' })
  })

  t.test('too long takes the place of none: the one that stands is left', async t => {
    const { simulator, control, open, write, target, where, post } = await openHouse('wechat')
    t.teardown(close(simulator))
    const platform = open()
    const id = write('问')
    await platform.reply(target(id), '答', 'key')
    t.match(await platform.replace!(target(id), '长'.repeat(141), 'key'), { outcome: 'refused', code: '88007' })
    t.same(
      control.standing({ ...where, post }).map(({ text }) => text),
      ['问', '答']
    )
  })

  t.test('that is refused after the earlier one was taken away says so', async t => {
    const { simulator, control, open, write, target } = await openHouse('wechat')
    t.teardown(close(simulator))
    const platform = open()
    const id = write('问')
    control.fail('wechat', { kind: 'error', code: 45011, times: 1, path: 'reply/add' })
    const nothingStood = await platform.replace!(target(id), '答', 'key')
    t.match(nothingStood, { outcome: 'later', code: '45011' })
    t.notMatch(nothingStood, { message: /taken away/ })
    await platform.reply(target(id), '答', 'key')
    control.fail('wechat', { kind: 'error', code: 40033, times: 1, path: 'reply/add' })
    t.match(await platform.replace!(target(id), '新的答复', 'key'), {
      outcome: 'refused',
      code: '40033',
      message: /The earlier reply is taken away/
    })
    t.match(await platform.replace!(target(id), '新的答复', 'key'), { outcome: 'sent' })
  })

  t.test('counts as delivered under a comment that is not elected', async t => {
    const { simulator, control, open, write, target, where, post } = await openHouse('wechat')
    t.teardown(close(simulator))
    const id = write('问')
    await open().reply(target(id), '答', 'key')
    t.match(await open().readBack(target(id), { text: '答' }), { outcome: 'same' })
    t.notOk(control.standing({ ...where, post })[0]?.elected)
  })

  t.test('stops the account when the account may not', async t => {
    const { simulator, control, open, write, target } = await openHouse('wechat')
    t.teardown(close(simulator))
    control.fail('wechat', { kind: 'error', code: 48004, times: 1, path: 'reply/add' })
    await t.rejects(open().reply(target(write('问')), '答', 'key'), { name: 'PlatformError', advice: 'stop' })
  })

  t.test('is no reply when it goes to nothing that WeChat knows', async t => {
    const { simulator, open } = await openHouse('wechat')
    t.teardown(close(simulator))
    const nowhere = { post: 'x', root: 'y', comment: 'z' }
    t.match(await open().reply(nowhere, '答', 'key'), { outcome: 'refused', code: 'ADDRESS' })
    t.match(await open().readBack(nowhere, { text: '答' }), { outcome: 'gone' })
  })
})

t.test('other acts at WeChat', async t => {
  const acts = [
    ['elect', 88003, { outcome: 'refused', message: /take one back/ }],
    ['elect', 88004, { outcome: 'refused' }],
    ['elect', 88008, { outcome: 'refused' }],
    ['elect', 88001, { outcome: 'refused' }],
    ['elect', 45011, { outcome: 'later', retryAfterMs: MINUTE }],
    ['elect', -1, { outcome: 'unknown' }],
    ['deleteReply', 88009, { outcome: 'done' }],
    ['deleteReply', 88008, { outcome: 'done' }],
    ['deleteReply', 88002, { outcome: 'refused' }],
    ['deleteComment', 88008, { outcome: 'done' }],
    ['deleteComment', 88001, { outcome: 'refused' }],
    ['deleteComment', 45009, { outcome: 'later', retryAfterMs: 10 * HOUR }]
  ] as const
  const { simulator, control, open, write, target } = await openHouse('wechat')
  t.teardown(close(simulator))
  const platform = open()
  for (const [act, code, expected] of acts) {
    t.test(`${act} that meets ${code} is ${expected.outcome}`, async t => {
      const to = target(write('一句'))
      control.fail('wechat', { kind: 'error', code, times: 1, path: '/comment/' })
      const run = {
        elect: () => platform.elect!(to, true),
        deleteReply: () => platform.deleteReply!(to, 'x'),
        deleteComment: () => platform.deleteComment!(to)
      }
      t.match(await run[act](), expected)
    })
  }
})

t.test('a private message at WeChat', async t => {
  const openid = 'oSIM_citizen'
  const to = { post: 'private', root: openid, comment: '23456789' }
  /** As if the citizen had just written: nobody listens at that address. */
  const heard = (account: string) => ({ account, from: openid, text: '在吗', url: 'http://127.0.0.1:9/', timeout: 100 })

  t.test('is answered, and WeChat has taken it: there is nothing else to be asked', async t => {
    const { clock, simulator, control, account, open } = await openHouse('wechat')
    t.teardown(close(simulator))
    await control.privateMessage(heard(account.id))
    const platform = open()
    const sent = await platform.reply(to, '在。', 'key')
    t.match(sent, { outcome: 'sent', acceptedAt: START })
    t.match(control.platforms.wechat.messages.answered, [{ to: openid, text: '在。' }])
    clock.pass(HOUR)
    const native = sent.outcome === 'sent' ? sent.native! : ''
    t.match(await platform.readBack(to, { text: '在。', native }), { outcome: 'same', native, acceptedAt: START })
  })

  t.test('that nobody knows the fate of is left to a person, and not sent again', async t => {
    const { simulator, control, account, open } = await openHouse('wechat')
    t.teardown(close(simulator))
    await control.privateMessage(heard(account.id))
    const platform = open(300)
    control.fail('wechat', { kind: 'cut', times: 1, path: 'custom/send' })
    t.match(await platform.reply(to, '在。', 'key'), { outcome: 'unknown' })
    t.match(await platform.readBack(to, { text: '在。' }), { outcome: 'gone', message: /look in mp\.weixin\.qq\.com/ })
  })

  t.test('is refused in words after two days, and after five answers', async t => {
    const { clock, simulator, control, account, open } = await openHouse('wechat')
    t.teardown(close(simulator))
    const platform = open()
    t.match(await platform.reply(to, '您好', 'key'), { outcome: 'refused', code: '45015', message: /48 hours/ })
    await control.privateMessage(heard(account.id))
    for (let i = 0; i < 5; i++) t.match(await platform.reply(to, `第${i}条`, 'key'), { outcome: 'sent' })
    t.match(await platform.reply(to, '第六条', 'key'), { outcome: 'refused', code: '45047' })
    await control.privateMessage(heard(account.id))
    clock.pass(2 * DAY)
    t.match(await platform.reply(to, '晚了', 'key'), { outcome: 'refused', code: '45015' })
  })

  t.test('is not taken back, replaced or elected', async t => {
    const { simulator, open } = await openHouse('wechat')
    t.teardown(close(simulator))
    const platform = open()
    for (const done of [
      await platform.replace!(to, '好', 'key'),
      await platform.deleteReply!(to, 'accepted-1'),
      await platform.deleteComment!(to),
      await platform.elect!(to, true)
    ]) {
      t.match(done, { outcome: 'refused', code: 'PRIVATE' })
    }
  })
})
