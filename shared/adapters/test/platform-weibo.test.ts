import t from 'tap'
import { parseWeiboTime } from '../src/platforms/weibo-time.ts'
import { close, DAY, HOUR, MINUTE, openHouse, pollAll, SECOND, START } from './platform-house.ts'

t.test('the time of Weibo', async t => {
  t.test('is read with its offset', async t => {
    t.equal(parseWeiboTime('Mon Jan 05 14:03:22 +0800 2026'), Date.parse('2026-01-05T06:03:22Z'))
    t.equal(parseWeiboTime('Mon Jan 05 14:03:22 -0130 2026'), Date.parse('2026-01-05T15:33:22Z'))
  })
  t.test('is refused when it is none', async t => {
    for (const text of [
      '刚刚',
      '',
      '2026-01-05',
      'Mon Foo 05 14:03:22 +0800 2026',
      'Mon Feb 31 14:03:22 +0800 2026',
      undefined
    ]) {
      t.equal(parseWeiboTime(text), undefined, String(text))
    }
  })
})

t.test('a thread at Weibo', async t => {
  for (const withoutRootid of [false, true]) {
    t.test(
      `has one root for all its comments ${withoutRootid ? 'though Weibo names only parents' : 'as Weibo names it'}`,
      async t => {
        const { clock, simulator, control, open, write } = await openHouse('weibo')
        t.teardown(close(simulator))
        control.quirks.weibo.withoutRootid = withoutRootid
        let id = write('一楼')
        const root = id
        for (let i = 2; i < 9; i++) {
          clock.pass(SECOND)
          id = write(`${i}楼`, { parent: id })
        }
        const { comments } = await pollAll(open())
        t.equal(comments.length, 8)
        t.ok(comments.every(comment => comment.root === root))
        t.equal(comments[0]?.parent, comments[1]?.comment)
      }
    )
  }

  t.test('keeps the root that was climbed to when a comment between is deleted later', async t => {
    const { clock, simulator, control, open, write, at } = await openHouse('weibo')
    t.teardown(close(simulator))
    control.quirks.weibo.withoutRootid = true
    const root = write('一楼')
    clock.pass(SECOND)
    const middle = write('二楼', { parent: root })
    clock.pass(SECOND)
    const last = write('三楼', { parent: middle })
    const { cursor } = await pollAll(open())
    control.deleteComment(at(middle))
    const { comments } = await pollAll(open(), cursor) // another process, within the overlap
    t.equal(comments.find(({ comment }) => comment === last)?.root, root)
  })
})

t.test('a poll of Weibo', async t => {
  t.test('goes on behind a page that is short because rows are hidden', async t => {
    const { clock, simulator, control, open, write, at } = await openHouse('weibo')
    t.teardown(close(simulator))
    const ids = Array.from({ length: 230 }, (_, i) => {
      clock.pass(SECOND)
      return write(`第${i}条`)
    })
    for (const id of ids.slice(100, 180)) control.hideComment(at(id))
    t.equal((await pollAll(open())).comments.length, 150)
  })

  t.test('reads again what is younger than ten minutes, and no more', async t => {
    const { clock, simulator, open, write } = await openHouse('weibo')
    t.teardown(close(simulator))
    write('旧的')
    clock.pass(20 * MINUTE)
    write('新的')
    const { cursor } = await pollAll(open())
    t.same(
      (await pollAll(open(), cursor)).comments.map(({ text }) => text),
      ['新的']
    )
  })

  t.test('walks down from the newest after an outage, and goes on where it was stopped', async t => {
    const { clock, simulator, control, open, write } = await openHouse('weibo')
    t.teardown(close(simulator))
    for (let i = 0; i < 450; i++) {
      clock.pass(SECOND)
      write(`第${i}条`)
    }
    const first = await open().poll(undefined)
    control.fail('weibo', { kind: 'http', status: 502, times: 1 })
    await t.rejects(open().poll(first.cursor))
    const rest = await pollAll(open(), first.cursor)
    t.equal(new Set([...first.comments, ...rest.comments].map(({ comment }) => comment)).size, 450)
  })

  t.test('tells place, likes, followers and the post where Weibo does', async t => {
    const { simulator, control, open, write, at, post } = await openHouse('weibo')
    t.teardown(close(simulator))
    const citizen = control.people[3]!
    const id = write('看看', { as: citizen.id })
    control.likeComment(at(id), 7)
    const { id: uid, name, followers, verified, place } = citizen
    const { comments } = await pollAll(open())
    t.match(comments, [
      { post, likes: 7, place, postTitle: '关于夜间施工的通告', author: { id: uid, name, followers, verified } }
    ])
  })
})

t.test('an error of Weibo says what to do', async t => {
  const advices = [
    [10001, { advice: 'retry' }],
    [10004, { advice: 'stop' }],
    [10017, { advice: 'bug' }],
    [10022, { advice: 'retry', retryAfterMs: HOUR }],
    [21315, { advice: 'reauthorise' }],
    [21321, { advice: 'stop' }],
    [99999, { advice: 'retry' }]
  ] as const
  for (const [code, expected] of advices) {
    for (let time = 0; time < 2; time++) {
      // the code is a string now and then
      const { simulator, control, open } = await openHouse('weibo')
      t.teardown(close(simulator))
      control.fail('weibo', { kind: 'error', code, times: 1 })
      await t.rejects(open().poll(undefined), { code: String(code), ...expected })
    }
  }

  t.test('when the token has expired, or the person took it back', async t => {
    const { simulator, control, open, where, account } = await openHouse('weibo')
    t.teardown(close(simulator))
    control.expireToken(where)
    await t.rejects(open().poll(undefined), { code: '21327', advice: 'reauthorise' })
    control.revokeToken(where)
    await t.rejects(open().poll(undefined), { code: '21332', advice: 'reauthorise' })
    control.authorise(account.id)
    await t.resolves(open().poll(undefined))
  })

  t.test('and when the calls of the day are used up, how long until there are more', async t => {
    const limits = { weibo: { userPerDay: 3, ipPerHour: 1000, writesPerHour: 30 } }
    const { clock, simulator, open } = await openHouse('weibo', { limits })
    t.teardown(close(simulator))
    const platform = open()
    for (let i = 0; i < 3; i++) await platform.poll(undefined)
    await t.rejects(platform.poll(undefined), { code: '10023', advice: 'retry', retryAfterMs: 10 * HOUR })
    clock.pass(10 * HOUR)
    await t.resolves(platform.poll(undefined))
  })
})

t.test('a reply at Weibo', async t => {
  const outcomes = [
    [20032, { outcome: 'sent' }],
    [20019, { outcome: 'unknown' }],
    [20017, { outcome: 'unknown' }],
    [10001, { outcome: 'unknown' }],
    [20016, { outcome: 'later', retryAfterMs: MINUTE }],
    [10002, { outcome: 'later' }],
    [20012, { outcome: 'refused' }],
    [20201, { outcome: 'refused' }],
    [20206, { outcome: 'refused' }]
  ] as const
  for (const [code, expected] of outcomes) {
    t.test(`that meets ${code} is ${expected.outcome}`, async t => {
      const { simulator, control, open, write, target } = await openHouse('weibo')
      t.teardown(close(simulator))
      const id = write('问一句')
      control.fail('weibo', { kind: 'error', code, times: 1, path: 'reply' })
      t.match(await open().reply(target(id), '答一句'), expected)
    })
  }

  t.test('stands as it was written, with no name before it', async t => {
    const { simulator, control, open, write, target, where, post } = await openHouse('weibo')
    t.teardown(close(simulator))
    await open().reply(target(write('问一句')), '您好！')
    t.equal(control.standing({ ...where, post }).at(-1)?.text, '您好！')
  })

  t.test('sent twice is not posted twice', async t => {
    const { simulator, control, open, write, target, where, post } = await openHouse('weibo')
    t.teardown(close(simulator))
    const platform = open()
    const id = write('问一句')
    t.match(await platform.reply(target(id), '答一句'), { outcome: 'sent' })
    t.match(await platform.reply(target(id), '答一句'), { outcome: 'unknown' })
    t.match(await platform.readBack(target(id), { text: '答一句' }), { outcome: 'same' })
    t.equal(control.standing({ ...where, post }).length, 2)
  })

  t.test('is counted as Weibo counts: half-width characters are a half', async t => {
    const { simulator, open, write, target } = await openHouse('weibo')
    t.teardown(close(simulator))
    const platform = open()
    t.equal(platform.replyLength('a'.repeat(280)), 140)
    t.equal(platform.replyLength('长'.repeat(140)), 140)
    t.match(await platform.reply(target(write('问')), 'a'.repeat(280)), { outcome: 'sent' })
    t.match(await platform.reply(target(write('问')), 'a'.repeat(281)), { outcome: 'refused', code: '20012' })
  })

  t.test('is found by the name that Weibo gave it', async t => {
    const { clock, simulator, control, open, write, at, target } = await openHouse('weibo')
    t.teardown(close(simulator))
    const platform = open()
    const id = write('问一句')
    const sent = await platform.reply(target(id), '第一答')
    t.equal(sent.outcome, 'sent')
    clock.pass(DAY)
    control.answerByHand({ ...at(id), text: '第二答' })
    const native = sent.outcome === 'sent' ? sent.native! : ''
    t.match(await platform.readBack(target(id), { text: '第一答', native }), {
      outcome: 'same',
      native,
      acceptedAt: START
    })
  })
})
