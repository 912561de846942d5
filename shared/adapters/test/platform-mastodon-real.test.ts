import type { NativeComment, Platform } from '@huiyin/ports/platform.ts'
import type { Account } from '@huiyin/schemas/account.ts'
import t, { type Test } from 'tap'
import { httpClient } from '../src/platforms/http.ts'
import { mastodonPlatform } from '../src/platforms/mastodon.ts'
import { type RealOptions, realMastodon } from './mastodon-real.ts'

const START = Date.parse('2026-01-05T06:00:00Z')
const MINUTE = 60_000

async function openOffice(t: Test, options: RealOptions = {}, changed: Partial<Account> = {}) {
  let at = START
  const clock = {
    now: () => at,
    pass: (ms = 1_000) => {
      at += ms
    }
  }
  const server = await realMastodon({ now: clock.now, ...options })
  t.teardown(() => server.close())
  const told: number[][] = []
  const meter = {
    spent: () => {},
    told: (_: unknown, remaining: number, resetAt: number) => void told.push([remaining, resetAt - at])
  }
  const account: Account = {
    platform: 'mastodon',
    id: server.office.id,
    name: '青禾县',
    api: server.url,
    credentials: { accessToken: server.token },
    since: START,
    ...changed
  }
  const open = () => mastodonPlatform(account, { clock, http: httpClient(2_000), meter })
  const li = server.citizen('li')
  const wang = server.citizen('wang', { domain: 'other.example', name: '王先生' })
  const post = server.say(
    server.office,
    '停水通知\n\n明日 9 时起停水，详情 https://www.qinghe.example/notices/2026/01/05/water.html'
  )
  clock.pass()
  return { server, clock, open, li, wang, post, told }
}

async function inboxOf(platform: Platform, from?: unknown) {
  const comments: NativeComment[] = []
  let cursor = from
  for (let more = true; more; ) {
    const page = await platform.inbox!(cursor)
    comments.push(...page.comments)
    cursor = JSON.parse(JSON.stringify(page.cursor))
    more = page.more
  }
  return { comments, cursor }
}

const below = async (platform: Platform, post: string) =>
  (await platform.comments!(post, undefined, () => undefined)).comments

for (const flakes of [false, true])
  t.test(`a conversation at a real server is read as it stands${flakes ? ', ids of letters too' : ''}`, async t => {
    const { server, clock, open, li, wang, post } = await openOffice(t, { flakes })
    const asks = server.say(li, '@qinghe 几点恢复供水？<急>\n@wang@other.example 你知道吗', { to: post.id })
    clock.pass()
    const answers = server.say(
      wang,
      '@li 不知道 https://www.other.example/a/very/long/path/that/nobody/reads?x=1&y=2',
      {
        to: asks.id
      }
    )
    clock.pass()
    const boards = server.say(li, '没有人回答我', { to: asks.id })
    clock.pass()
    server.favourite(wang, asks)
    server.boost(wang, asks)
    server.boost(server.office, asks)
    server.follow(wang)
    const platform = open()
    const { comments } = await inboxOf(platform)
    t.match(comments, [
      {
        post: post.id,
        root: asks.id,
        comment: asks.id,
        author: { id: li.id, name: 'li' },
        likes: 1,
        text: '@qinghe 几点恢复供水？<急>\n@wang 你知道吗',
        postTitle: '停水通知'
      }
    ])
    t.equal(comments.length, 1, 'favourites, boosts and what does not call us are not in the inbox')
    const { posts, comments: own } = await platform.posts!(undefined)
    t.match(posts, [{ id: post.id, title: '停水通知', counts: { comments: 1 } }])
    t.same(own, [], 'a boost of ours is no comment')
    const found = await below(platform, post.id)
    t.same(
      found.map(({ comment, root, parent }) => [comment, root, parent]).sort(),
      [
        [asks.id, asks.id, undefined],
        [answers.id, asks.id, asks.id],
        [boards.id, asks.id, asks.id]
      ].sort()
    )
    const text = (id: string) => found.find(({ comment }) => comment === id)?.text
    t.equal(text(answers.id), '@li 不知道 https://www.other.example/a/very/long/path/that/nobody/reads?x=1&y=2')
    t.equal(found.find(({ comment }) => comment === answers.id)?.author?.name, '王先生')
    t.equal(await open().comments!(post.id, undefined, () => undefined).then(({ comments }) => comments.length), 3)
  })

t.test('what citizens do later', async t => {
  t.test('is seen: a changed text, a deletion, and what hangs below something deleted', async t => {
    const { server, clock, open, li, wang, post } = await openOffice(t)
    const asks = server.say(li, '@qinghe 停水吗', { to: post.id })
    clock.pass()
    const joins = server.say(wang, '@li @qinghe 我也想知道', { to: asks.id })
    const platform = open()
    await inboxOf(platform)
    server.edit(asks, '@qinghe 停电吗')
    const changed = await below(platform, post.id)
    t.match(changed.find(({ comment }) => comment === asks.id)?.text, '@qinghe 停电吗')
    server.remove(asks)
    const target = (comment: string) => ({ post: post.id, root: asks.id, comment })
    t.match(await platform.lookUp!([target(asks.id), target(joins.id)]), [
      { outcome: 'gone' },
      { outcome: 'there', comment: { post: post.id, root: asks.id } }
    ])
    clock.pass()
    const goesOn = server.say(wang, '@qinghe 有人吗', { to: joins.id })
    const { comments } = await inboxOf(platform)
    t.match(
      comments.find(({ comment }) => comment === goesOn.id),
      { post: post.id, root: asks.id }
    )
  })

  t.test(
    'does not end an account: who is suspended is gone, what is gone is told apart from a proxy that errs',
    async t => {
      const { server, open, li, post } = await openOffice(t)
      const asks = server.say(li, '@qinghe 停水吗', { to: post.id })
      const target = { post: post.id, root: asks.id, comment: asks.id }
      const platform = open()
      await inboxOf(platform)
      server.fail(() => ({ status: 404, html: '<html>nothing here</html>' }))
      t.match(await platform.lookUp!([target]), [{ outcome: 'unreadable' }])
      server.fail(() => ({ status: 404, html: '<html>nothing here</html>' }))
      await t.rejects(below(platform, post.id), { name: 'PlatformError', advice: 'retry' })
      li.suspended = true
      t.match(await platform.lookUp!([target]), [{ outcome: 'gone' }])
      t.same(await below(platform, post.id), [])
      server.remove(post)
      await t.rejects(below(platform, post.id), { name: 'PostGone' })
    }
  )

  t.test('in a direct message stands apart, a thread for each of them', async t => {
    const { server, clock, open, li, wang } = await openOffice(t)
    const asks = server.say(li, '@qinghe 不想公开说', { visibility: 'direct' })
    clock.pass()
    server.say(wang, '@qinghe 我也是', { visibility: 'direct' })
    const platform = open()
    const { comments } = await inboxOf(platform)
    t.same(
      new Set(comments.map(({ post, root }) => `${post}/${root}`)),
      new Set([`private/${li.id}`, `private/${wang.id}`])
    )
    await platform.reply({ post: 'private', root: li.id, comment: asks.id }, '收到', 'key')
    t.match(server.saidByOffice().at(-1), { visibility: 'direct', to: asks.id, text: '@li 收到' })
    t.match((await platform.posts!(undefined)).comments, [{ post: 'private', root: li.id, ours: true }])
  })
})

t.test('a reply at a real server', async t => {
  const asked = async (t: Test, options: RealOptions = {}) => {
    const world = await openOffice(t, options)
    const asks = world.server.say(world.wang, '@qinghe 停水吗', { to: world.post.id })
    return { ...world, asks, target: { post: world.post.id, root: asks.id, comment: asks.id } }
  }

  t.test('is read back as it was written, with addresses, lines and entities', async t => {
    const { server, open, target, asks } = await asked(t)
    const text =
      '您好：\n\n请看 https://www.qinghe.example/notices/2026/01/05/water-and-more.html?a=1&b=2 ；\n“谢谢” <3 & #供水#'
    const platform = open()
    const sent = await platform.reply(target, text, 'key')
    t.match(sent, { outcome: 'sent' })
    const native = sent.outcome === 'sent' ? sent.native! : ''
    t.match(await platform.readBack(target, { text, native }), { outcome: 'same', native })
    t.match(await open().readBack(target, { text }), { outcome: 'same', native }, 'also by its words alone')
    t.match(server.saidByOffice().at(-1), { to: asks.id, visibility: 'unlisted' })
    t.match(await below(platform, target.post), [{}, { comment: native, ours: true, root: asks.id, parent: asks.id }])
  })

  t.test('is there once though its answer was lost, and though it is asked for again', async t => {
    const { server, open, target } = await asked(t)
    server.fail(({ method }) => (method === 'POST' ? 'cut' : undefined))
    const platform = open()
    await inboxOf(platform).catch(() => {})
    t.match(await platform.reply(target, '停', 'key'), { outcome: 'unknown' })
    t.match(await platform.readBack(target, { text: '停' }), { outcome: 'same' })
    t.match(await open().reply(target, '停', 'key'), { outcome: 'sent' })
    t.equal(server.saidByOffice().length, 2, 'the post and one reply')
  })

  t.test('that is too long, or to what is gone, is refused; one to a busy server waits as long as it says', async t => {
    const { server, open, target, asks } = await asked(t, { characters: 100 })
    t.match(await open().reply(target, '长'.repeat(120), 'k1'), { outcome: 'refused', code: '422', message: /100/ })
    server.fail(({ method }) =>
      method === 'POST' ? { status: 429, json: { error: '请求过多' }, headers: { 'retry-after': '7' } } : undefined
    )
    t.match(await open().reply(target, '停', 'k2'), { outcome: 'later', code: '429' })
    server.remove(asks)
    t.match(await open().reply(target, '停', 'k3'), { outcome: 'refused', code: '404' })
  })

  t.test('taken away is away', async t => {
    const { server, open, target } = await asked(t)
    const platform = open()
    const sent = await platform.reply(target, '停', 'key')
    const native = sent.outcome === 'sent' ? sent.native! : ''
    t.match(await platform.deleteReply!(target, native), { outcome: 'done' })
    t.match(await platform.readBack(target, { text: '停', native }), { outcome: 'absent' })
    t.equal(server.saidByOffice().length, 1)
  })
})

t.test('many mentions are read once each, over pages and after an outage', async t => {
  const { server, clock, open, li, post } = await openOffice(t)
  const say = (n: number) =>
    Array.from({ length: n }, (_, i) => {
      clock.pass()
      return server.say(li, `@qinghe 第${i}问`, { to: post.id }).id
    })
  const first = say(170)
  const begun = await inboxOf(open())
  t.same(begun.comments.map(({ comment }) => comment).sort(), first.sort())
  const more = say(95)
  const after = await inboxOf(open(), begun.cursor)
  t.same(after.comments.map(({ comment }) => comment).sort(), more.sort())
  t.same((await inboxOf(open(), after.cursor)).comments, [])
})

t.test('the counts of a real server', async t => {
  t.test('that last longer than five minutes are not taken for the one of all calls', async t => {
    const { server, open, li, post, told } = await openOffice(t, { limits: { statuses: 2, paging: 3 } })
    const asks = server.say(li, '@qinghe 停水吗', { to: post.id })
    const platform = open()
    await inboxOf(platform)
    await platform.reply({ post: post.id, root: asks.id, comment: asks.id }, '停', 'key')
    t.ok(told.length > 0)
    t.ok(told.every(([remaining, lasts]) => remaining! > 200 && lasts! <= 5 * MINUTE))
  })

  t.test('leave the inbox room: what reaches the known needs no call that pages', async t => {
    const { server, clock, open, li, post } = await openOffice(t, { limits: { paging: 5 } })
    const platform = open()
    let { cursor } = await inboxOf(platform)
    for (let i = 0; i < 20; i++) {
      clock.pass(10_000)
      const { id } = server.say(li, `@qinghe 第${i}问`, { to: post.id })
      const read = await inboxOf(platform, cursor)
      t.match(read.comments, [{ comment: id }])
      cursor = read.cursor
    }
  })
})

t.test('an account as people enter it', async t => {
  const findings = async (platform: Platform) =>
    Object.fromEntries((await platform.check()).map(one => [one.what, one]))

  for (const id of ['qinghe', '@QingHe', '@qinghe@here.example'])
    t.test(`by its name, ${id}, is the account of the token`, async t => {
      const { server, open, li, post } = await openOffice(t, {}, { id })
      server.say(li, '@qinghe 停水吗', { to: post.id })
      const platform = open()
      t.match(await findings(platform), { 'sign-in': { ok: true }, posts: { ok: true }, reply: { ok: true } })
      t.match(await platform.posts!(undefined), { posts: [{ id: post.id }] })
      t.match(await below(platform, post.id), [{ ours: false }])
    })

  t.test('with the address of its page, or of the api', async t => {
    const { server, clock } = await openOffice(t)
    for (const api of [`${server.url}/`, `${server.url}/@qinghe`, `${server.url}/api/v1/`, `${server.url}/api`]) {
      const of = { platform: 'mastodon', id: 'qinghe', name: '青禾县', api, since: START } as const
      const platform = mastodonPlatform({ ...of, credentials: { accessToken: server.token } }, { clock })
      t.match(await findings(platform), { 'sign-in': { ok: true } }, api)
    }
  })

  t.test('of somebody else is not read and not answered for', async t => {
    const { open } = await openOffice(t, {}, { id: '109000000000000009' })
    t.match(await findings(open()), { 'sign-in': { ok: false, code: 'OTHER_ACCOUNT' } })
    await t.rejects(open().inbox!(undefined), {
      code: 'OTHER_ACCOUNT',
      advice: 'stop',
      message: /enter "\d+" as its id/
    })
  })

  t.test('whose token may do less says what is missing', async t => {
    const { server, open } = await openOffice(t)
    server.allow('read:statuses', 'read:notifications')
    const platform = open()
    t.match(await findings(platform), { 'sign-in': { ok: false, code: '403' } })
    await t.resolves(platform.inbox!(undefined), 'it is taken at its word then')
    server.allow('read')
    t.match(await findings(open()), { 'sign-in': { ok: true }, reply: { ok: false, code: '403' } })
  })

  t.test('at an address that leads elsewhere is told where, and one of a proxy that knows no host says so', async t => {
    const { server, open } = await openOffice(t)
    server.fail(() => ({ status: 301, headers: { location: 'https://social.example/api/v1/x' } }))
    t.match(await findings(open()), { 'sign-in': { code: '301', message: /https:\/\/social\.example\b/ } })
    server.fail(() => ({ status: 403, html: '<h1>Blocked host</h1>' }))
    t.match(await findings(open()), { 'sign-in': { code: '403', message: /goes by/ } })
  })

  t.test('past the proxy of its server is called by the name that this goes by', async t => {
    const host = 'social.example'
    t.match(await findings((await openOffice(t, { host })).open()), { 'sign-in': { code: '403' } })
    const { open, post } = await openOffice(t, { host }, { options: { host } })
    t.match(await open().posts!(undefined), { posts: [{ id: post.id }] })
  })

  t.test('at other software has its length from where that tells it', async t => {
    const { open } = await openOffice(t, { old: true, characters: 5_000 })
    const platform = open()
    await platform.posts!(undefined)
    t.equal(platform.capabilities.replyLimit, 5_000 - 32)
  })
})

t.test('a server in trouble is waited for', async t => {
  const { server, open, told } = await openOffice(t)
  const platform = open()
  await inboxOf(platform)
  told.length = 0
  const trouble = [
    [{ status: 503, json: { error: 'try again' }, headers: { 'retry-after': '90' } }, { retryAfterMs: 90_000 }],
    [{ status: 502, html: '<html>502</html>' }, { code: '502' }],
    ['cut', { code: 'NO_ANSWER' }]
  ] as const
  for (const [said, expected] of trouble) {
    server.fail(() => said)
    const error: unknown = await platform.inbox!(undefined).catch(error => error)
    t.match(error, { name: 'PlatformError', advice: 'retry', ...expected })
  }
  server.office.suspended = true
  await t.rejects(platform.inbox!(undefined), { code: '403', advice: 'stop' })
})
