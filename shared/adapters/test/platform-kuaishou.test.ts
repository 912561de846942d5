import { CapabilityAbsent, PlatformError } from '@huiyin/ports/platform.ts'
import t from 'tap'
import { memoryTokens } from '../src/platforms/token-memory.ts'
import { close, DAY, HOUR, MINUTE, START } from './platform-house.ts'
import { openVideoHouse, walkPosts } from './platform-video-house.ts'

t.test('the works of Kuaishou', async t => {
  t.test('are listed with what Kuaishou counts, comments too', async t => {
    const { simulator, control, open, write, at, where, post } = await openVideoHouse('kuaishou')
    t.teardown(close(simulator))
    write('一')
    const two = write('二')
    control.setCounts({ ...where, post }, { reads: 300, likes: 5 })
    const counts = async () => (await walkPosts(open())).posts[0]?.counts
    t.same(await counts(), { reads: 300, likes: 5, comments: 2 })
    control.deleteComment(at(two))
    t.same(await counts(), { reads: 300, likes: 5, comments: 1 })
  })

  for (const createTimeInSeconds of [false, true]) {
    t.test(`have a time in ${createTimeInSeconds ? 'seconds' : 'milliseconds'} that is read alike`, async t => {
      const { simulator, control, open, post } = await openVideoHouse('kuaishou')
      t.teardown(close(simulator))
      control.platforms.kuaishou.quirks.createTimeInSeconds = createTimeInSeconds
      t.match((await walkPosts(open())).posts, [{ id: post, title: '公交改线通知', publishedAt: START - HOUR }])
    })
  }

  t.test('are walked from the newest down to those of the last 30 days, behind short pages too', async t => {
    const { simulator, control, open, where } = await openVideoHouse('kuaishou')
    t.teardown(close(simulator))
    for (let i = 1; i <= 90; i++) {
      control.publishPost({ ...where, title: `第${i}半天前`, publishedAt: START - i * 12 * HOUR })
    }
    for (const shortPages of [false, true]) {
      control.platforms.kuaishou.quirks.shortPages = shortPages
      const { posts, pages } = await walkPosts(open())
      t.ok(posts.some(({ title }) => title === '第60半天前'))
      t.ok(pages <= 5)
    }
  })

  t.test('end when the last page comes again for ever, and all are met though pages overlap', async t => {
    const { simulator, control, open, where } = await openVideoHouse('kuaishou')
    t.teardown(close(simulator))
    for (let i = 1; i <= 40; i++) {
      control.publishPost({ ...where, title: `第${i}篇`, publishedAt: START - i * HOUR - HOUR })
    }
    for (const fault of [
      { kind: 'endless', cursor: 'moving' },
      { kind: 'endless', cursor: 'standing' },
      { kind: 'overlap', rows: 5 }
    ] as const) {
      control.fail('kuaishou', fault)
      const { posts, pages } = await walkPosts(open())
      t.equal(new Set(posts.map(({ id }) => id)).size, 41, fault.kind)
      t.ok(pages < 9)
      control.heal()
    }
  })

  t.test('end when the work that the cursor names is not there any more', async t => {
    const { simulator, control, open, where } = await openVideoHouse('kuaishou')
    t.teardown(close(simulator))
    for (let i = 1; i <= 30; i++)
      control.publishPost({ ...where, title: `第${i}篇`, publishedAt: START - i * HOUR - 1 })
    const platform = open()
    const first = await platform.posts!(undefined)
    for (const code of [100400, 100200100]) {
      control.fail('kuaishou', { kind: 'error', code, times: 1 })
      t.match(await platform.posts!(first.cursor), { posts: [], more: false })
    }
  })

  t.test('that are still looked over wait, rows without an id are kept with the reason', async t => {
    const { simulator, control, open, post } = await openVideoHouse('kuaishou')
    t.teardown(close(simulator))
    control.platforms.kuaishou.quirks.brokenRow = true
    const { posts, unreadable } = await walkPosts(open())
    t.equal(posts.length, 1)
    t.match(unreadable, [{ reason: /photo_id/ }])
    control.platforms.kuaishou.pending.add(post)
    t.same((await walkPosts(open())).posts, [])
  })
})

/** What each code that Kuaishou names asks us to do. */
const ADVICE: Record<number, string> = {
  100200100: 'bug',
  100200101: 'stop',
  100200102: 'reauthorise',
  100200103: 'bug',
  100200104: 'bug',
  100200105: 'reauthorise',
  100200106: 'reauthorise',
  100200107: 'bug',
  100200108: 'reauthorise',
  100200109: 'reauthorise',
  100200110: 'reauthorise',
  100200111: 'reauthorise',
  100200112: 'bug',
  100200113: 'reauthorise',
  100200500: 'retry',
  120001: 'stop',
  120002: 'retry',
  120003: 'stop',
  100400: 'bug',
  400002: 'retry'
}

t.test('every error of Kuaishou says what to do, in words', async t => {
  const { simulator, control, open } = await openVideoHouse('kuaishou')
  t.teardown(close(simulator))
  for (const [code, advice] of Object.entries(ADVICE)) {
    control.fail('kuaishou', { kind: 'error', code: Number(code), path: '/openapi/' })
    const error = await open().posts!(undefined).catch(error => error)
    control.heal()
    t.ok(error instanceof PlatformError, code)
    t.equal(error.code, code)
    t.equal(error.advice, advice, code)
    t.match(error.message, new RegExp(`^Kuaishou .+ \\(${code}\\)$`))
    t.notMatch(error.message, /that we do not know/)
  }
  control.fail('kuaishou', { kind: 'error', code: 400002, times: 1 })
  await t.rejects(open().posts!(undefined), { code: '400002', retryAfterMs: MINUTE })
  for (const fault of [{ kind: 'http', status: 502 }, { kind: 'garbage' }, { kind: 'refuse' }] as const) {
    control.fail('kuaishou', { ...fault, times: 1 })
    await t.rejects(open().posts!(undefined), { code: 'NO_ANSWER', advice: 'retry' })
  }
})

t.test('the authorisation of Kuaishou', async t => {
  t.test('lasts 180 days, both tokens renewed on the way, and then asks for a person', async t => {
    const { simulator, clock, open } = await openVideoHouse('kuaishou')
    t.teardown(close(simulator))
    const tokens = memoryTokens()
    const platform = open(tokens)
    t.equal(await platform.authorisedUntil!(), undefined, 'not known before the first renewal')
    for (let half = 0; half < 2 * 180; half++) {
      await platform.posts!(undefined)
      clock.pass(12 * HOUR)
    }
    t.equal(await platform.authorisedUntil!(), START + 180 * DAY)
    t.not((await tokens.read())?.token.refresh, 'ChJvYXV0aC5zaW11bGF0ZWQ')
    await t.rejects(platform.posts!(undefined), { name: 'PlatformError', advice: 'reauthorise' })
  })

  t.test('is renewed once and the call made again when the token has ended', async t => {
    const { simulator, control, open, where, calls } = await openVideoHouse('kuaishou')
    t.teardown(close(simulator))
    const platform = open()
    await platform.posts!(undefined)
    control.expireToken(where)
    const before = calls()
    const all = await Promise.all([platform.posts!(undefined), platform.posts!(undefined), platform.posts!(undefined)])
    t.ok(all.every(({ posts }) => posts.length === 1))
    t.equal(calls() - before, 7, 'three refused, one renewal, three again')
  })

  t.test('survives the lost answer to a renewal', async t => {
    const { simulator, control, clock, open } = await openVideoHouse('kuaishou')
    t.teardown(close(simulator))
    const tokens = memoryTokens()
    const platform = open(tokens)
    await platform.posts!(undefined)
    clock.pass(DAY + 13 * HOUR)
    control.fail('kuaishou', { kind: 'cut', times: 1, path: '/oauth2/refresh_token' })
    t.equal((await platform.posts!(undefined)).posts.length, 1)
    clock.pass(MINUTE)
    await platform.posts!(undefined)
    clock.pass(2 * DAY)
    t.equal((await platform.posts!(undefined)).posts.length, 1)
  })

  t.test('survives two processes that renew at once', async t => {
    const { simulator, control, clock, open, where } = await openVideoHouse('kuaishou')
    t.teardown(close(simulator))
    const tokens = memoryTokens()
    const [one, other] = [open(tokens), open(tokens)]
    await Promise.all([one.posts!(undefined), other.posts!(undefined)])
    for (let day = 0; day < 20; day++) {
      if (day % 2) control.expireToken(where)
      else clock.pass(DAY + 13 * HOUR)
      const results = await Promise.allSettled([one.posts!(undefined), other.posts!(undefined)])
      t.ok(results.some(({ status }) => status === 'fulfilled'))
      await Promise.all([one.posts!(undefined), other.posts!(undefined)])
    }
    clock.pass(10 * DAY)
    t.equal((await open(tokens).posts!(undefined)).posts.length, 1, 'the saved chain is alive long after')
  })

  t.test('that was withdrawn asks for a person, until one authorises anew', async t => {
    const { simulator, control, open, where, office, account } = await openVideoHouse('kuaishou')
    t.teardown(close(simulator))
    const tokens = memoryTokens()
    const platform = open(tokens)
    await platform.posts!(undefined)
    control.revokeToken(where)
    await t.rejects(platform.posts!(undefined), { code: '100200109', advice: 'reauthorise' })
    const { code, exchange, of } = control.platforms.kuaishou.tokens
    exchange(code(office.id), office.app!.id)
    const { accessToken, refreshToken } = of(office.id)
    const anew = open(tokens, { credentials: { ...account.credentials, accessToken, refreshToken } })
    t.equal((await anew.posts!(undefined)).posts.length, 1)
    t.equal((await tokens.read())?.token.access, accessToken)
  })
})

t.test('an account of Kuaishou', async t => {
  const { simulator, control, open, account } = await openVideoHouse('kuaishou')
  t.teardown(close(simulator))

  for (const comments of ['manual-import', 'off', undefined]) {
    t.test(`whose comments come by ${comments ?? 'default'} has counts and no comments`, async t => {
      const platform = open(undefined, comments === undefined ? {} : { options: { comments } })
      t.match(platform.capabilities, { comments: false, reply: false, readBack: false, posts: true, counts: true })
      t.equal(platform.comments, undefined)
      const target = { post: 'a', root: 'b', comment: 'b' }
      for (const call of [platform.reply(target, 'x', 'k'), platform.readBack(target, { text: 'x' })]) {
        const error = await call.catch(error => error)
        t.ok(error instanceof CapabilityAbsent)
        t.match(error, { code: 'NO_INTERFACE', advice: 'stop' })
      }
    })
  }
  t.test('is checked in words', async t => {
    t.match(await open().check(), [
      { what: 'posts', ok: true },
      { what: 'token', ok: true },
      { what: 'comments', ok: true, code: 'BY_HAND' }
    ])
    control.platforms.kuaishou.withheld.add(account.id)
    t.match((await open().check())[0], { what: 'posts', ok: false, code: '100200106', message: /scope/ })
    control.platforms.kuaishou.withheld.delete(account.id)
  })
  t.test('is refused in words when it cannot be opened', async t => {
    t.throws(() => open(undefined, { credentials: {} }), { message: /appId, appSecret, accessToken and refreshToken/ })
    t.throws(() => open(undefined, { options: { comments: 'magic' } }), { message: /not "magic"/ })
    t.throws(() => open(undefined, { options: { comments: 'partner' } }), { message: /partnerApi/ })
  })
})
