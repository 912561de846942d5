import { CapabilityAbsent, PostGone } from '@huiyin/ports/platform.ts'
import t from 'tap'
import { parseWeiboTime } from '../src/platforms/weibo-time.ts'
import { close, DAY, HOUR, MINUTE, openHouse, readAll, readPosts, SECOND, START } from './platform-house.ts'

const nothing = () => undefined

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
        const { clock, simulator, control, open, write, post } = await openHouse('weibo')
        t.teardown(close(simulator))
        control.quirks.weibo.withoutRootid = withoutRootid
        let id = write('一楼')
        const root = id
        for (let i = 2; i < 9; i++) {
          clock.pass(SECOND)
          id = write(`${i}楼`, { parent: id })
        }
        const { comments } = await readAll(open(), post, 'inbox')
        const under = await readAll(open(), post, 'comments')
        for (const found of [comments, under.comments]) {
          t.equal(found.length, 8)
          t.ok(found.every(comment => comment.root === root))
          t.equal(found[0]?.parent, found[1]?.comment)
        }
      }
    )
  }

  t.test('keeps the root that was climbed to when a comment between is deleted later', async t => {
    const { clock, simulator, control, open, write, at, post } = await openHouse('weibo')
    t.teardown(close(simulator))
    control.quirks.weibo.withoutRootid = true
    const root = write('一楼')
    clock.pass(SECOND)
    const middle = write('二楼', { parent: root })
    clock.pass(SECOND)
    const last = write('三楼', { parent: middle })
    const { cursor } = await readAll(open(), post, 'inbox')
    control.deleteComment(at(middle))
    const { comments } = await readAll(open(), post, 'inbox', cursor) // another process, within the overlap
    t.equal(comments.find(({ comment }) => comment === last)?.root, root)
  })
})

t.test('a poll of Weibo', async t => {
  t.test('goes on behind a page that is short because rows are hidden', async t => {
    const { clock, simulator, control, open, write, at, post } = await openHouse('weibo')
    t.teardown(close(simulator))
    const ids = Array.from({ length: 230 }, (_, i) => {
      clock.pass(SECOND)
      return write(`第${i}条`)
    })
    for (const id of ids.slice(100, 180)) control.hideComment(at(id))
    t.equal((await readAll(open(), post, 'inbox')).comments.length, 150)
  })

  t.test('reads again what is younger than ten minutes, and no more', async t => {
    const { clock, simulator, open, write, post } = await openHouse('weibo')
    t.teardown(close(simulator))
    write('旧的')
    clock.pass(20 * MINUTE)
    write('新的')
    const { cursor } = await readAll(open(), post, 'inbox')
    t.same(
      (await readAll(open(), post, 'inbox', cursor)).comments.map(({ text }) => text),
      ['新的']
    )
  })

  t.test('walks down from the newest after an outage, and goes on where it was stopped', async t => {
    const { clock, simulator, control, open, write, post } = await openHouse('weibo')
    t.teardown(close(simulator))
    for (let i = 0; i < 450; i++) {
      clock.pass(SECOND)
      write(`第${i}条`)
    }
    const first = await open().inbox!(undefined)
    control.fail('weibo', { kind: 'http', status: 502, times: 1 })
    await t.rejects(open().inbox!(first.cursor))
    const rest = await readAll(open(), post, 'inbox', first.cursor)
    t.equal(new Set([...first.comments, ...rest.comments].map(({ comment }) => comment)).size, 450)
  })

  t.test('tells place, likes, followers and the post where Weibo does', async t => {
    const { simulator, control, open, write, at, post } = await openHouse('weibo')
    t.teardown(close(simulator))
    const citizen = control.people[3]!
    const id = write('看看', { as: citizen.id })
    control.likeComment(at(id), 7)
    const { id: uid, name, followers, verified, place } = citizen
    const { comments } = await readAll(open(), post, 'inbox')
    t.match(comments, [
      { post, likes: 7, place, postTitle: '关于夜间施工的通告', author: { id: uid, name, followers, verified } }
    ])
  })
})

/** Every code that the documents name, with what is to be done, met while the inbox is read. */
const ADVICES: Record<string, [advice: string, words: RegExp, retryAfterMs?: number]> = {
  10001: ['retry', /system error/],
  10002: ['retry', /not available/],
  10003: ['retry', /error behind it/],
  10004: ['stop', /banned our IP/],
  10005: ['stop', /ask for it at open\.weibo\.com/],
  10006: ['reauthorise', /misses the access token/],
  10008: ['bug', /parameter/],
  10009: ['retry', /too much to do/],
  10010: ['retry', /expire/],
  10011: ['retry', /error behind it/],
  10012: ['bug', /illegal/],
  10013: ['bug', /invalid/],
  10014: ['stop', /ask for it at open\.weibo\.com/],
  10016: ['bug', /misses a parameter/],
  10017: ['bug', /value of a parameter/],
  10018: ['bug', /too long/],
  10020: ['bug', /interface/],
  10021: ['bug', /method/],
  10022: ['retry', /our IP asks too often/, HOUR],
  10023: ['retry', /asks too often/, 10 * HOUR],
  10024: ['retry', /this interface too often/, 10 * HOUR],
  20003: ['bug', /account is not there/],
  20008: ['bug', /empty/],
  20012: ['bug', /140 characters/],
  20016: ['retry', /too fast/, MINUTE],
  20017: ['bug', /like the last/],
  20019: ['bug', /stands there already/],
  20031: ['stop', /captcha/],
  20032: ['retry', /shows it in a minute/, 2 * MINUTE],
  20033: ['stop', /login abnormal/],
  20101: ['bug', /post is not there/],
  20102: ['bug', /not ours/],
  20111: ['bug', /stands there already/],
  20112: ['bug', /settings/],
  20201: ['bug', /comment is not there/],
  20202: ['bug', /words of the reply/],
  20203: ['bug', /not ours/],
  20206: ['bug', /settings/],
  20207: ['bug', /settings/],
  21314: ['reauthorise', /used before: the person in charge has to authorise/],
  21315: ['reauthorise', /has expired/],
  21316: ['reauthorise', /taken back/],
  21317: ['reauthorise', /refused/],
  21319: ['reauthorise', /withdrawn/],
  21321: ['stop', /not audited/],
  21322: ['reauthorise', /redirect_uri/],
  21323: ['reauthorise', /request for authorisation/],
  21324: ['reauthorise', /app key/],
  21325: ['reauthorise', /code of the authorisation/],
  21326: ['reauthorise', /does not let the app ask/],
  21327: ['reauthorise', /has expired/],
  21328: ['reauthorise', /kind of authorisation/],
  21329: ['reauthorise', /kind of answer/],
  21330: ['reauthorise', /denied/],
  21331: ['retry', /for a while/],
  21332: ['reauthorise', /does not know the access token/],
  99999: ['retry', /do not know/]
}

t.test('an error of Weibo', async t => {
  const { simulator, control, open } = await openHouse('weibo')
  t.teardown(close(simulator))
  const platform = open()
  for (const [code, [advice, words, retryAfterMs]] of Object.entries(ADVICES)) {
    t.test(`${code} says in words what it is, and what to do: ${advice}`, async t => {
      for (let time = 0; time < 3; time++) {
        control.fail('weibo', { kind: 'error', code: Number(code), times: 1 }) // the code is a text now and then
        const error = await platform.inbox!(undefined).catch(error => error)
        t.match(error, { code, advice, message: words, retryAfterMs })
        t.match(error.message, code, 'the code itself is told')
        t.equal(error instanceof CapabilityAbsent, ['10005', '10014'].includes(code), 'only the capability')
      }
    })
  }
})

t.test('the authorisation of a Weibo account', async t => {
  t.test('ends when Weibo says, and only a person can renew it', async t => {
    const { clock, simulator, control, open, where, account, metered } = await openHouse('weibo')
    t.teardown(close(simulator))
    const platform = open()
    t.equal(await platform.authorisedUntil!(), START + 30 * DAY)
    t.equal(metered.calls, 0, 'it costs no call of the hundred')

    clock.pass(28 * DAY)
    control.expireToken(where)
    await t.rejects(platform.authorisedUntil!(), { code: '21327', advice: 'reauthorise' })
    await t.rejects(platform.inbox!(undefined), { code: '21327', advice: 'reauthorise' })
    t.match(await platform.check(), [{ what: 'sign-in', ok: false, code: '21327', message: /authorise the app again/ }])
    control.revokeToken(where)
    await t.rejects(platform.inbox!(undefined), { code: '21332', advice: 'reauthorise' })
    control.authorise(account.id)
    await t.resolves(platform.inbox!(undefined))
  })

  t.test('for another account is found by check', async t => {
    const { simulator, open } = await openHouse('weibo')
    t.teardown(close(simulator))
    const other = await openHouse(
      'weibo',
      { offices: [{ platform: 'weibo', id: '1900000077', name: '别人', secret: 'x' }] },
      { id: '1900000077', credentials: { accessToken: 'x' } }
    )
    t.teardown(close(other.simulator))
    const mixed = await openHouse('weibo', {}, { api: other.simulator.url, credentials: { accessToken: 'x' } })
    t.teardown(close(mixed.simulator))
    t.match(await mixed.open().check(), [{ what: 'sign-in', ok: false, code: 'OTHER_ACCOUNT', message: /1900000077/ }])
    t.match(await open().check(), [
      { what: 'sign-in', ok: true },
      { what: 'token', ok: true, message: /30 days/ },
      { what: 'comments', ok: true },
      { what: 'posts', ok: true },
      { what: 'quota', ok: true, message: /calls are left/ }
    ])
  })
})

t.test('the quota of a Weibo account', async t => {
  const weibo = { userPerDay: 3, ipPerHour: 1000, writesPerHour: 30 }

  t.test('that is used up says how long until there is more, and the meter hears it', async t => {
    const { clock, simulator, open, metered } = await openHouse('weibo', { limits: { weibo } })
    t.teardown(close(simulator))
    const platform = open()
    t.match(platform.quotas, [{ scope: 'account', calls: 100, per: 'day' }])
    for (let i = 0; i < 3; i++) await platform.inbox!(undefined)
    t.same(metered.told, [], 'nobody asked for the status')
    await t.rejects(platform.inbox!(undefined), { code: '10023', advice: 'retry', retryAfterMs: 10 * HOUR })
    t.match(metered.told.at(-1), [{ scope: 'account', per: 'day' }, 0, START + 10 * HOUR])
    t.equal(metered.calls, 4, 'asking for the status costs nothing')
    clock.pass(10 * HOUR)
    await t.resolves(platform.inbox!(undefined))
  })

  t.test('is what the platform granted the account, where that is known', async t => {
    const quotas = [{ scope: 'account', calls: 1000, per: 'hour' }] as const
    const { simulator, open, metered } = await openHouse('weibo', { limits: { weibo } }, { quotas: [...quotas] })
    t.teardown(close(simulator))
    const platform = open()
    t.same(platform.quotas, quotas)
    for (let i = 0; i < 4; i++) await platform.inbox!(undefined).catch(nothing)
    t.match(metered.told.at(-1), [{ scope: 'account', per: 'hour' }, 0, Number])
  })
})

t.test('what a Weibo account wrote itself', async t => {
  /** How many of the rounds read it. */
  async function ownReads(delay: { fresh: number; old: number } | undefined, rounds: number, every: number) {
    const house = await openHouse('weibo', {}, { ...(delay && { delay }) })
    t.teardown(close(house.simulator))
    const platform = house.open()
    let cursor: unknown
    let own = 0
    for (let i = 0; i < rounds; i++) {
      house.metered.calls = 0
      cursor = (await readAll(platform, house.post, 'inbox', cursor)).cursor
      own += house.metered.calls - 1
      house.clock.pass(every)
    }
    return own
  }
  t.test('is read hourly', async t => {
    t.equal(await ownReads(undefined, 12, 15 * MINUTE), 3)
    t.equal(await ownReads({ fresh: 5 * MINUTE, old: HOUR }, 12, 5 * MINUTE), 1)
  })
  t.test('is read in every fourth round where the office wants the fresh within a minute', async t => {
    t.equal(await ownReads({ fresh: SECOND, old: SECOND }, 13, SECOND), 4)
  })
})

t.test('the posts of Weibo', async t => {
  t.test('are the newest five, with what is counted', async t => {
    const { simulator, control, open, write, where, post } = await openHouse('weibo')
    t.teardown(close(simulator))
    control.setCounts({ ...where, post }, { likes: 34, reposts: 5 })
    write('一条')
    t.match((await readPosts(open())).posts, [
      { id: post, publishedAt: START - HOUR, counts: { likes: 34, reposts: 5, comments: 1 } }
    ])
    for (let i = 0; i < 6; i++) control.publishPost({ ...where, title: `第${i}篇`, publishedAt: START + i * SECOND })
    const { posts, pages } = await readPosts(open())
    t.same(
      posts.map(({ title }) => title),
      ['第5篇', '第4篇', '第3篇', '第2篇', '第1篇']
    )
    t.equal(pages, 1)
  })

  t.test('give their comments to an empty page, ours among them, behind short pages too', async t => {
    const { clock, simulator, control, open, write, at, target, where, post } = await openHouse('weibo')
    t.teardown(close(simulator))
    const ids = Array.from({ length: 230 }, (_, i) => {
      clock.pass(SECOND)
      return write(`第${i}条`)
    })
    for (const id of ids.slice(100, 180)) control.hideComment(at(id))
    clock.pass(SECOND)
    await open().reply(target(ids[0]!), '收到', 'key')
    const elsewhere = control.publishPost({ ...where, title: '另一篇', publishedAt: START }).id
    control.postComment({ ...where, post: elsewhere, text: '别处' })
    const { comments, pages } = await readAll(open(), post, 'comments')
    t.equal(comments.length, 151)
    t.match(comments[0], { ours: true, root: ids[0], parent: ids[0], text: '收到' })
    t.equal(pages, 3)
    const first = await open().comments!(post, undefined, nothing)
    t.ok(first.newestFirst)
    t.equal(first.total, 231, 'the hidden ones are counted')
  })

  t.test('that are gone, or not to be read, are no fault of the account', async t => {
    const { simulator, control, open, post } = await openHouse('weibo')
    t.teardown(close(simulator))
    for (const code of [20101, 20112]) {
      control.fail('weibo', { kind: 'error', code, times: 1, path: 'show' })
      const error = await open().comments!(post, undefined, nothing).catch(error => error)
      t.ok(error instanceof PostGone)
      t.match(error, { code: String(code), post })
    }
    await t.rejects(open().comments!('anything', undefined, nothing), { name: 'PostGone', code: 'ADDRESS' })
  })
})

t.test('comments of Weibo that are looked up', async t => {
  const { simulator, control, open, write, at, target, metered } = await openHouse('weibo')
  t.teardown(close(simulator))
  const platform = open()
  const ids = Array.from({ length: 51 }, (_, i) => write(`第${i}条`))

  t.test('are fifty in one call, and no more', async t => {
    control.likeComment(at(ids[7]!), 12)
    metered.calls = 0
    const looked = await platform.lookUp!(ids.slice(0, 50).map(target))
    t.ok(looked.every(({ outcome }) => outcome === 'there'))
    t.match(looked[7], { comment: { likes: 12 } })
    t.equal(metered.calls, 1)
    await t.rejects(platform.lookUp!(ids.map(target)), RangeError)
  })
  t.test('are gone when Weibo says that they do not exist, and when it says nothing nobody knows', async t => {
    control.fail('weibo', { kind: 'error', code: 20201, times: 1 })
    t.same(await platform.lookUp!([target(ids[0]!)]), [{ outcome: 'gone' }])
    control.fail('weibo', { kind: 'error', code: 20201, times: 1, path: 'show_batch' })
    t.match(await platform.readBack(target(ids[0]!), { text: '好' }), { outcome: 'gone' })
    control.fail('weibo', { kind: 'garbage', times: 1 })
    await t.rejects(platform.lookUp!([target(ids[0]!)]), { code: 'NO_ANSWER' })
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
      t.match(await open().reply(target(id), '答一句', 'key'), expected)
    })
  }

  t.test('stands as it was written, with no name before it', async t => {
    const { simulator, control, open, write, target, where, post } = await openHouse('weibo')
    t.teardown(close(simulator))
    await open().reply(target(write('问一句')), '您好！', 'key')
    t.equal(control.standing({ ...where, post }).at(-1)?.text, '您好！')
  })

  t.test('sent twice is not posted twice', async t => {
    const { simulator, control, open, write, target, where, post } = await openHouse('weibo')
    t.teardown(close(simulator))
    const platform = open()
    const id = write('问一句')
    t.match(await platform.reply(target(id), '答一句', 'key'), { outcome: 'sent' })
    t.match(await platform.reply(target(id), '答一句', 'key'), { outcome: 'unknown' })
    t.match(await platform.readBack(target(id), { text: '答一句' }), { outcome: 'same' })
    t.equal(control.standing({ ...where, post }).length, 2)
  })

  t.test('is counted as Weibo counts: half-width characters are a half', async t => {
    const { simulator, open, write, target } = await openHouse('weibo')
    t.teardown(close(simulator))
    const platform = open()
    t.equal(platform.replyLength('a'.repeat(280)), 140)
    t.equal(platform.replyLength('长'.repeat(140)), 140)
    t.match(await platform.reply(target(write('问')), 'a'.repeat(280), 'key'), { outcome: 'sent' })
    t.match(await platform.reply(target(write('问')), 'a'.repeat(281), 'key'), { outcome: 'refused', code: '20012' })
  })

  t.test('is taken away once, and only when it is ours', async t => {
    const { simulator, control, open, write, target } = await openHouse('weibo')
    t.teardown(close(simulator))
    const platform = open()
    const id = write('问一句')
    t.match(await platform.deleteReply!(target(id), id), { outcome: 'refused', code: '20203' })
    control.fail('weibo', { kind: 'error', code: 10001, times: 1 })
    t.match(await platform.deleteReply!(target(id), id), { outcome: 'unknown' })
    control.fail('weibo', { kind: 'error', code: 10022, times: 1 })
    t.match(await platform.deleteReply!(target(id), id), { outcome: 'later', retryAfterMs: HOUR })
    control.fail('weibo', { kind: 'error', code: 20033, times: 1 })
    await t.rejects(platform.deleteReply!(target(id), id), { code: '20033', advice: 'stop' })
  })

  t.test('is found by the name that Weibo gave it', async t => {
    const { clock, simulator, control, open, write, at, target } = await openHouse('weibo')
    t.teardown(close(simulator))
    const platform = open()
    const id = write('问一句')
    const sent = await platform.reply(target(id), '第一答', 'key')
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
