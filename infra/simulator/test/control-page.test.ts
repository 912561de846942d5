import t from 'tap'
import { startDemo } from '../src/demo.ts'
import { REAL_LIMITS } from '../src/limits.ts'
import { ALL_OFFICES } from '../src/simulator.ts'
import { MINUTE, openSimulator, START } from './asked.ts'
import { SAYINGS } from './sayings.ts'

t.test('the control page', async t => {
  const read = async (url: string) => {
    const response = await fetch(url)
    return { type: response.headers.get('content-type'), html: await response.text() }
  }

  t.test('is one page of HTML that loads nothing from elsewhere', async t => {
    const { simulator } = await openSimulator()
    t.teardown(simulator.close)
    t.equal(simulator.page, `${simulator.url}/control`)
    const { type, html } = await read(simulator.page)
    t.match(type, /text\/html/)
    t.match(html, '<html lang="zh-CN">')
    t.notMatch(html, /\bsrc=|<link|https?:\/\/[a-z]/)
  })

  t.test('asks for nothing that is not served', async t => {
    const { simulator } = await openSimulator({ offices: ALL_OFFICES })
    t.teardown(simulator.close)
    const { html } = await read(simulator.page)
    const paths = new Set(Array.from(html.matchAll(/ask\(['`]([a-z/-]+)/g), ([, path]) => path!))
    for (const token of html.matchAll(/data-token="(\w+)"/g)) paths.add(`tokens/${token[1]}`)
    paths.delete('tokens/')
    t.ok(paths.size > 15)
    for (const path of paths) {
      const got = await fetch(`${simulator.url}/control/${path}`)
      const told = await fetch(`${simulator.url}/control/${path}`, { method: 'POST', body: '{}' })
      t.ok(got.status !== 404 || told.status !== 404, path)
    }
  })

  t.test('has a script that can be read', async t => {
    const { simulator } = await openSimulator()
    t.teardown(simulator.close)
    const { html } = await read(simulator.page)
    const script = /<script type="module">([\s\S]+)<\/script>/.exec(html)![1]!
    const AsyncFunction = (async () => {}).constructor as FunctionConstructor
    t.doesNotThrow(() => new AsyncFunction(script))
  })
})

t.test('what the page does over HTTP', async t => {
  async function open() {
    const opened = await openSimulator({ offices: ALL_OFFICES })
    const where = { platform: 'mastodon', account: opened.office('mastodon').id }
    const { id } = await opened.post('/control/posts', { ...where, title: '新的一篇' })
    const of = { ...where, post: id as string }
    const list = async () => (await opened.get(`/control/comments?${new URLSearchParams(of)}`)).json
    const posts = async () => (await opened.get(`/control/posts?${new URLSearchParams(where)}`)).json
    return { ...opened, where, of, list, posts }
  }

  t.test('is to write, edit, pin and hide a comment', async t => {
    const { simulator, post, of, list } = await open()
    t.teardown(simulator.close)
    const { id: comment } = await post('/control/comments', { ...of, text: '沙发' })
    await post('/control/comments/edit', { ...of, comment, text: '板凳' })
    await post('/control/comments/pin', { ...of, comment, pinned: true })
    await post('/control/comments/hide', { ...of, comment })
    t.match(await list(), [{ text: '板凳', pinned: true, hidden: true, editedAt: START, earlier: [{ text: '沙发' }] }])
    await post('/control/comments/show', { ...of, comment })
    t.match(await list(), [{ hidden: false }])
    t.match(await post('/control/comments/edit', { ...of, comment: '1', text: '?' }), { error: /no comment "1"/ })
  })

  t.test('is to change a post, and to let it go viral', async t => {
    const { simulator, clock, post, of, list, posts } = await open()
    t.teardown(simulator.close)
    await post('/control/posts/edit', { ...of, title: '改过的一篇' })
    await post('/control/posts/pin', { ...of, pinned: true })
    await post('/control/posts/counts', { ...of, reads: 5, likes: 2 })
    await post('/control/posts/take-down', { ...of, gone: true })
    t.match(await posts(), [{ title: '改过的一篇', pinned: true, reads: 5, likes: 2, gone: true }])
    await post('/control/posts/viral', { ...of, comments: 3, minutes: 1 })
    clock.pass(MINUTE)
    t.equal((await list()).length, 3)
  })

  t.test('is to end an authorisation and to give it back, on any platform', async t => {
    const { simulator, post, control } = await open()
    t.teardown(simulator.close)
    const { id: account, secret } = ALL_OFFICES.find(({ platform }) => platform === 'mastodon')!
    const me = async () => {
      const headers = { authorization: `Bearer ${secret}` }
      return (await fetch(`${simulator.url}/api/v1/accounts/verify_credentials`, { headers })).status
    }
    const of = { platform: 'mastodon', account }
    for (const act of ['expire', 'revoke']) {
      await post(`/control/tokens/${act}`, of)
      t.equal(await me(), 401)
      await post('/control/tokens/authorise', of)
      t.equal(await me(), 200)
    }
    t.match(await post('/control/tokens/expire', { platform: 'mastodon', account: '1' }), {
      error: /no mastodon account/
    })
    for (const { platform, id } of ALL_OFFICES) {
      t.doesNotThrow(() => control.expireToken({ platform, account: id }))
      t.doesNotThrow(() => control.authorise({ platform, account: id }))
    }
  })

  t.test('is to see who asked how often', async t => {
    const { simulator, get } = await open()
    t.teardown(simulator.close)
    const { secret } = ALL_OFFICES.find(({ platform }) => platform === 'weibo')!
    await get(`/2/comments/to_me.json?access_token=${secret}`)
    const uses = (await get('/control/quotas')).json as unknown as { platform: string; calls: number }[]
    t.same(
      uses.map(({ platform, calls }) => [platform, calls]),
      [
        ['wechat', 0],
        ['weibo', 1],
        ['douyin', 0],
        ['kuaishou', 0],
        ['mastodon', 0]
      ]
    )
    t.match(await get('/control/offices'), { json: [{ platform: 'wechat', name: '青禾发布' }] })
  })

  t.test('is to order what goes wrong at each platform', async t => {
    const { simulator, post, control } = await open()
    t.teardown(simulator.close)
    const urls = {
      wechat: '/cgi-bin/comment/list',
      weibo: '/2/comments/to_me.json',
      douyin: '/item/comment/list/',
      kuaishou: '/openapi/photo/list',
      mastodon: '/api/v2/instance'
    }
    for (const [platform, path] of Object.entries(urls)) {
      await post('/control/faults', { platform, kind: 'http', status: 502, times: 1 })
      t.equal((await fetch(`${simulator.url}${path}`)).status, 502)
    }
    await post('/control/faults', { platform: 'weibo', kind: 'http', status: 502 })
    await post('/control/faults/heal', {})
    t.not((await fetch(`${simulator.url}${urls.weibo}`)).status, 502)
    t.match(await post('/control/faults', { platform: 'weibo', kind: 'flood' }), { error: /kind must be one of/ })
    t.ok(control)
  })

  t.test('is to keep WeChat from our address', async t => {
    const { simulator, post } = await open()
    t.teardown(simulator.close)
    const { id: account, secret } = ALL_OFFICES[0]!
    await post('/control/shut-out', { account, out: true })
    const body = { grant_type: 'client_credential', appid: account, secret }
    t.match(await post('/cgi-bin/stable_token', body), { errcode: 40164 })
  })
})

t.test('a demo has an account at each platform, with all that a client needs', async t => {
  const demo = await startDemo({ clock: { now: () => START }, sayings: SAYINGS, rate: 0 })
  t.teardown(demo.stop)
  const { url } = demo.simulator
  t.same(
    demo.accounts.map(({ platform }) => platform),
    ['wechat', 'weibo', 'douyin', 'kuaishou', 'mastodon']
  )
  t.same(
    demo.accounts.map(({ credentials }) => Object.keys(credentials).join(' ')),
    [
      'secret callbackToken callbackKey',
      'accessToken',
      'clientKey clientSecret accessToken refreshToken',
      'appId appSecret accessToken refreshToken partnerToken',
      'accessToken'
    ]
  )
  t.match(demo.accounts[3], { options: { comments: 'partner', partnerApi: `${url}/partner` } })
  t.ok(demo.accounts.every(({ delay, api }) => delay.fresh === 1000 && delay.old === 1000 && api === url))
  const { world, control } = demo.simulator
  for (const { platform, id } of world.offices) {
    t.ok(control.posts({ platform, account: id }).length >= 3)
    const comments = world.under(platform, id)
    t.ok(comments.length > 0)
    t.ok(platform !== 'wechat' || comments.every(({ parent }) => parent === undefined))
  }
  t.ok(world.under('mastodon', world.offices[4]!.id).some(({ parent }) => parent !== undefined))
})

t.test('a demo with the platforms’ own limits does not promise more than they give', async t => {
  const of = { clock: { now: () => START }, sayings: SAYINGS, rate: 0 }
  const [free, limited] = [await startDemo(of), await startDemo({ ...of, limits: REAL_LIMITS })]
  t.teardown(free.stop)
  t.teardown(limited.stop)
  t.ok(free.accounts.every(({ quotas }) => quotas?.[0]?.calls === 1_000_000))
  t.ok(limited.accounts.every(({ quotas }) => quotas === undefined))
})
