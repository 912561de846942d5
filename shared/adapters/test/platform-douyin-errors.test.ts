import { CapabilityAbsent, PlatformError } from '@huiyin/ports/platform.ts'
import t from 'tap'
import { close, DAY, HOUR, MINUTE, SECOND } from './platform-house.ts'
import { openVideoHouse } from './platform-video-house.ts'

/** What each code that Douyin names asks us to do; `capability`: this interface only is off. */
const ADVICE: Record<number, string> = {
  2100004: 'retry',
  28001005: 'retry',
  28001006: 'retry',
  2100005: 'bug',
  28001007: 'bug',
  2100007: 'capability',
  28001018: 'capability',
  2100009: 'stop',
  28001046: 'stop',
  2190001: 'retry',
  28003017: 'retry',
  28003018: 'retry',
  2190002: 'reauthorise',
  28001003: 'reauthorise',
  2190008: 'reauthorise',
  10008: 'reauthorise',
  28001008: 'reauthorise',
  2190003: 'reauthorise',
  28001012: 'reauthorise',
  2190004: 'capability',
  28001014: 'capability',
  28001019: 'capability',
  28001015: 'stop',
  28001016: 'stop',
  28001017: 'bug',
  28001045: 'stop',
  28001047: 'stop',
  28001052: 'retry',
  28001056: 'capability',
  10010: 'reauthorise',
  10020: 'reauthorise'
}

t.test('every error of Douyin says what to do, in words', async t => {
  const { simulator, control, open } = await openVideoHouse('douyin')
  t.teardown(close(simulator))
  const platform = open()
  await platform.posts!(undefined)
  for (const [code, advice] of Object.entries(ADVICE)) {
    control.fail('douyin', { kind: 'error', code: Number(code), times: 2, path: '/video_list/' })
    const error = await platform.posts!(undefined).catch(error => error)
    control.heal()
    t.ok(error instanceof PlatformError, code)
    t.equal(error.code, code)
    t.match(error.message, new RegExp(`^Douyin .+ \\(${code}\\)$`))
    t.notMatch(error.message, /do not know\b.*\(/, code)
    t.equal(error instanceof CapabilityAbsent, advice === 'capability', code)
    t.equal(error.advice, advice === 'capability' ? 'stop' : advice, code)
  }
})

t.test('every error of the interface for tokens says what to do, in words', async t => {
  const advices = { 10002: 'bug', 10003: 'stop', 10005: 'bug', 10010: 'reauthorise', 10013: 'stop', 2100004: 'retry' }
  for (const [code, advice] of Object.entries(advices)) {
    const { simulator, control, open, where } = await openVideoHouse('douyin')
    t.teardown(close(simulator))
    control.fail('douyin', { kind: 'error', code: Number(code), path: '/oauth/' })
    control.expireToken(where)
    await t.rejects(open().posts!(undefined), { code, advice, message: /^Douyin / })
  }
})

t.test('an error of Douyin', async t => {
  t.test('tells how long to wait', async t => {
    const { simulator, control, open } = await openVideoHouse('douyin')
    t.teardown(close(simulator))
    const platform = open()
    await platform.posts!(undefined)
    for (const [code, retryAfterMs] of [
      [2190001, 10 * HOUR], // it is 14:00 in Beijing
      [28003017, 10 * HOUR],
      [28003018, 10 * SECOND],
      [28001052, 10 * MINUTE]
    ] as const) {
      control.fail('douyin', { kind: 'error', code, times: 1 })
      await t.rejects(platform.posts!(undefined), { code: String(code), retryAfterMs })
    }
  })

  for (const appsAnswer of ['err_no', 'extra', 'none'] as const) {
    t.test(`is read where the mini-app's interface tells it (${appsAnswer})`, async t => {
      const { simulator, control, open, write, post } = await openVideoHouse('douyin', {
        options: { variant: 'mini-app' }
      })
      t.teardown(close(simulator))
      write('一')
      control.platforms.douyin.quirks.appsAnswer = appsAnswer
      const platform = open()
      const read = () => platform.comments!(post, undefined, () => undefined)
      t.equal((await read()).comments.length, 1)
      control.platforms.douyin.capability['ma.item.comment'] = 28001014
      const error = await read().catch(error => error)
      t.ok(error instanceof CapabilityAbsent)
      t.match(error, { capability: 'comments', code: '28001014' })
    })
  }

  t.test('is told by the newer codes too', async t => {
    const { simulator, control, open, calls } = await openVideoHouse('douyin')
    t.teardown(close(simulator))
    control.platforms.douyin.quirks.newCodes = true
    const platform = open()
    await platform.posts!(undefined)
    control.expireToken({ platform: 'douyin', account: '_000simulatedQinghe' })
    const before = calls()
    await platform.posts!(undefined)
    t.equal(calls() - before, 3)
  })

  t.test('is no answer when a bare status, a page or nothing comes', async t => {
    const { simulator, control, open } = await openVideoHouse('douyin')
    t.teardown(close(simulator))
    const platform = open()
    await platform.posts!(undefined)
    for (const fault of [{ kind: 'http', status: 502 }, { kind: 'garbage' }, { kind: 'refuse' }] as const) {
      control.fail('douyin', { ...fault, times: 1 })
      await t.rejects(platform.posts!(undefined), { code: 'NO_ANSWER', advice: 'retry' })
    }
  })
})

t.test('a check of a Douyin account', async t => {
  t.test('says that all is well', async t => {
    const { simulator, open, write } = await openVideoHouse('douyin')
    t.teardown(close(simulator))
    write('一')
    const found = await open().check()
    t.same(
      found.map(({ what, ok }) => [what, ok]),
      [
        ['token', true],
        ['posts', true],
        ['comments', true]
      ]
    )
  })
  t.test('says in words what is missing, and goes on', async t => {
    const { simulator, control, open, write } = await openVideoHouse('douyin')
    t.teardown(close(simulator))
    write('一')
    control.platforms.douyin.capability['item.comment'] = 28001056
    t.match((await open().check()).at(-1), { what: 'comments', ok: false, code: '28001056', message: /offline/ })
    control.fail('douyin', { kind: 'http', status: 502 })
    t.ok((await open().check()).some(({ ok, code }) => !ok && code === 'NO_ANSWER'))
  })
  t.test('says so when the key of the app is wrong, though the token at hand is good', async t => {
    const { simulator, open, account } = await openVideoHouse('douyin')
    t.teardown(close(simulator))
    const credentials = { ...account.credentials, clientKey: 'awother' }
    t.match((await open(undefined, { credentials }).check())[0], { what: 'token', ok: false, code: '10003' })
  })
})

t.test('an account of Douyin', async t => {
  const { simulator, open, account } = await openVideoHouse('douyin')
  t.teardown(close(simulator))

  t.test('without an interface for comments still lists its videos', async t => {
    const platform = open(undefined, { options: { variant: 'off' } })
    t.match(platform.capabilities, { comments: false, reply: false, readBack: false, posts: true, counts: true })
    t.equal(platform.comments, undefined)
    t.equal((await platform.posts!(undefined)).posts.length, 1)
    t.match((await platform.check()).at(-1), { what: 'comments', ok: true, code: 'VARIANT_OFF' })
  })
  t.test('counts every request, and has the quota that is usual or granted', async t => {
    t.match(open().quotas, [
      { calls: 1, per: 'second' },
      { calls: 5000, per: 'day' }
    ])
    const quotas = [{ scope: 'app', calls: 9, per: 'day' }] as const
    t.same(open(undefined, { quotas: [...quotas] }).quotas, quotas)
  })
  t.test('has the longest reply that was configured, counted in characters', async t => {
    t.equal(open().capabilities.replyLimit, 100)
    t.equal(open(undefined, { options: { replyLimit: '250' } }).capabilities.replyLimit, 250)
    t.equal(open().replyLength('您好👍'), 3)
  })
  t.test('is refused in words when it cannot be opened', async t => {
    t.throws(() => open(undefined, { credentials: {} }), { message: /clientKey, accessToken and refreshToken/ })
    t.throws(() => open(undefined, { options: { variant: 'web' } }), { message: /item, mini-app, off, not "web"/ })
    t.throws(() => open(undefined, { options: { replyLimit: 'much' } }), { message: /not "much"/ })
  })
  t.test('stops at too many calls until midnight', async t => {
    const limited = await openVideoHouse('douyin', {}, { limits: { douyin: { perSecond: 1e9, perDay: 2 } } })
    t.teardown(close(limited.simulator))
    const platform = limited.open()
    await platform.posts!(undefined)
    await platform.posts!(undefined)
    await t.rejects(platform.posts!(undefined), { code: '2190001', retryAfterMs: 10 * HOUR })
    limited.clock.pass(DAY)
    await platform.posts!(undefined)
    t.ok(account)
  })
})
