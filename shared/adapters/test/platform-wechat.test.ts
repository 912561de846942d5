import { CapabilityAbsent, PostGone } from '@huiyin/ports/platform.ts'
import t from 'tap'
import { close, HOUR, MINUTE, openHouse, START } from './platform-house.ts'

const nothing = () => undefined

t.test('the token of WeChat', async t => {
  t.test('is fetched once for many calls at the same time', async t => {
    const { simulator, control, open, post } = await openHouse('wechat')
    t.teardown(close(simulator))
    const platform = open()
    const list = () => platform.comments!(post, undefined, nothing)
    control.fail('wechat', { kind: 'delay', ms: 50, times: 1, path: 'stable_token' })
    control.fail('wechat', { kind: 'error', code: 40125, times: 1, path: 'stable_token' }) // for a second fetch
    await Promise.all([list(), list(), list()])
    await t.rejects(open().comments!(post, undefined, nothing), { code: '40125' }, 'still ahead')
  })

  t.test('is renewed early, before it ends', async t => {
    const { clock, simulator, control, open, post } = await openHouse('wechat')
    t.teardown(close(simulator))
    const platform = open()
    await platform.comments!(post, undefined, nothing)
    clock.pass(2 * HOUR - 4 * MINUTE)
    control.fail('wechat', { kind: 'error', code: -1, times: 1, path: 'stable_token' })
    await t.rejects(platform.comments!(post, undefined, nothing), { code: '-1', advice: 'retry' }, 'it asks already')
  })

  for (const end of ['expireToken', 'revokeToken'] as const) {
    t.test(`is replaced once when it is no longer good (${end}), and the reply is posted`, async t => {
      const { simulator, control, open, where, write, target, post } = await openHouse('wechat')
      t.teardown(close(simulator))
      const platform = open()
      const id = write('在吗')
      await platform.comments!(post, undefined, nothing)
      control[end](where)
      t.match(await platform.reply(target(id), '在', 'key'), { outcome: 'sent' })
    })
  }

  t.test('that is refused though fresh is no reason to ask for ever', async t => {
    const { simulator, control, open, post } = await openHouse('wechat')
    t.teardown(close(simulator))
    control.fail('wechat', { kind: 'error', code: 40001, times: 2, path: 'comment' })
    await t.rejects(open().comments!(post, undefined, nothing), {
      code: '40001',
      advice: 'retry',
      retryAfterMs: MINUTE
    })
  })
})

/** Every code that the documents name, with what is to be done, met while a page of comments is read. */
const ADVICES: Record<string, [advice: string, words: RegExp, retryAfterMs?: number]> = {
  '-1': ['retry', /system error/],
  40001: ['retry', /does another program fetch tokens/, MINUTE],
  40003: ['bug', /does not know the person/],
  40013: ['stop', /appid/],
  40014: ['retry', /fresh token/, MINUTE],
  40033: ['bug', /characters/],
  40125: ['reauthorise', /app secret/],
  40164: ['stop', /add this server's IP address 127\.0\.0\.1 in mp\.weixin\.qq\.com/],
  40243: ['reauthorise', /frozen the app secret/],
  41001: ['bug', /access token/],
  42001: ['retry', /expired/, MINUTE],
  43002: ['bug', /POST/],
  43003: ['bug', /HTTPS/],
  43004: ['bug', /follow/],
  44002: ['bug', /empty body/],
  45009: ['retry', /quota of the day/, 10 * HOUR], // from 14:00 to midnight in Beijing
  45011: ['retry', /too often/, MINUTE],
  45015: ['bug', /48 hours/],
  45047: ['bug', /until the person writes again/],
  47001: ['bug', /JSON/],
  48001: ['stop', /certified/],
  48004: ['stop', /irregularities/],
  48006: ['stop', /quota be cleared/],
  50002: ['stop', /frozen the account/],
  53600: ['bug', /article_id/],
  61004: ['stop', /IP whitelist/],
  61500: ['bug', /date/],
  61501: ['bug', /days of the statistics/],
  61503: ['retry', /not counted that day/, HOUR],
  76001: ['bug', /request id/],
  76002: ['bug', /request id/],
  76003: ['bug', /request id/],
  76004: ['bug', /request id/],
  76021: ['bug', /interface whose quota/],
  76022: ['bug', /another account/],
  88000: ['stop', /not opened comments/],
  88001: ['stop', /not there any more/],
  88002: ['stop', /restricted/],
  88003: ['bug', /elected/],
  88004: ['bug', /deleted by its author/],
  88005: ['bug', /has a reply/],
  88007: ['bug', /too long/],
  88008: ['bug', /comment is not there/],
  88009: ['bug', /no reply/],
  88010: ['bug', /size of our pages/],
  88011: ['stop', /restricted/],
  89503: ['stop', /administrator/],
  99999: ['retry', /do not know/]
}

t.test('an error of WeChat', async t => {
  const { simulator, control, open, post, metered } = await openHouse('wechat')
  t.teardown(close(simulator))
  const platform = open()

  for (const [code, [advice, words, retryAfterMs]] of Object.entries(ADVICES)) {
    t.test(`${code} says in words what it is, and what to do: ${advice}`, async t => {
      control.fail('wechat', { kind: 'error', code: Number(code), times: 2, path: 'comment/list' })
      const error = await platform.comments!(post, undefined, nothing).catch(error => error)
      control.heal()
      t.match(error, { code, advice, message: words, retryAfterMs })
      t.match(error.message, code, 'the code itself is told')
      t.equal(error instanceof PostGone, ['88001', '88002', '88011'].includes(code), 'only the post')
      t.equal(error instanceof CapabilityAbsent, code === '48001', 'only the capability')
    })
  }

  t.test('of quotas reaches the meter', async t => {
    t.match(metered.told, [
      [{ scope: 'account', per: 'day' }, 0, START + 10 * HOUR],
      [{ scope: 'account', per: 'minute' }, 0, START + MINUTE]
    ])
  })

  t.test('keeps the request id, which WeChat asks for', async t => {
    control.fail('wechat', { kind: 'error', code: 48001, times: 1, path: 'comment/list' })
    await t.rejects(platform.comments!(post, undefined, nothing), { message: /rid [0-9a-f-]+/ })
  })

  t.test('shows the address that WeChat names, of either kind, and says what to do without one', async t => {
    for (const [message, words] of [
      [
        'invalid ip 203.0.113.5 ipv6 ::ffff:203.0.113.5, not in whitelist',
        /add this server's IP address 203\.0\.113\.5 in/
      ],
      ['invalid ip 2001:db8::17, not in whitelist', /add this server's IP address 2001:db8::17 in/],
      ['not in whitelist', /add this server's IP address in/]
    ] as const) {
      control.fail('wechat', { kind: 'error', code: 40164, message, times: 1, path: 'comment/list' })
      await t.rejects(platform.comments!(post, undefined, nothing), { code: '40164', advice: 'stop', message: words })
    }
  })
})

t.test('an account that WeChat does not take', async t => {
  t.test('is told by check, whose first finding says what to mend', async t => {
    const { simulator, control, account, open } = await openHouse('wechat', {}, { credentials: { secret: 'wrong' } })
    t.teardown(close(simulator))
    t.match(await open().check(), [
      { what: 'sign-in', ok: false, code: '40125', message: /AppSecret/ },
      { what: 'callback', ok: true, code: 'NO_CALLBACK' }
    ])
    control.shutOut(account.id, true)
    const right = await openHouse(
      'wechat',
      {},
      { credentials: { secret: 'simulated-wechat-secret', callbackToken: 't', callbackKey: 'short' } }
    )
    t.teardown(close(right.simulator))
    right.control.shutOut(account.id, true)
    t.match(await right.open().check(), [
      { what: 'sign-in', ok: false, code: '40164', message: /IP whitelist/ },
      { what: 'callback', ok: false, code: 'CALLBACK_KEY' }
    ])
  })

  t.test('lacks the statistics, or comments, each a finding of its own', async t => {
    const { simulator, control, open, post } = await openHouse('wechat', {}, { posts: [] })
    t.teardown(close(simulator))
    const named = await openHouse('wechat', {}, { posts: [post.replace(/_0$/, '')] })
    t.teardown(close(named.simulator))
    control.fail('wechat', { kind: 'error', code: 48001, path: 'datacube' })
    t.match(await open().check(), [
      { what: 'sign-in', ok: true },
      { what: 'posts', ok: false, code: '48001' },
      { what: 'comments', ok: true, message: /No article is known/ },
      { what: 'callback' }
    ])
    named.control.fail('wechat', { kind: 'error', code: 88000, path: 'comment/list' })
    t.match(await named.open().check(), [
      { what: 'sign-in', ok: true },
      { what: 'posts', ok: true },
      { what: 'comments', ok: false, code: '88000' },
      { what: 'callback' }
    ])
  })
})
