import { PlatformError, PostGone } from '@huiyin/ports/platform.ts'
import t from 'tap'
import { answering, CREDENTIALS, mastodonSays, mention, NOW, office, person, status, US } from './mastodon-server.ts'

const page = (json: unknown, link?: string) => ({ json, ...(link !== undefined && { headers: { link } }) })
const NOTIFICATIONS = '/api/v1/notifications'
const target = (comment: string, post = '100') => ({ post, root: comment, comment })

t.test('the inbox of Mastodon', async t => {
  t.test('walks down by the link the first time, then goes on above the newest', async t => {
    let later = false
    const below: Record<string, ReturnType<typeof page>> = {
      '': page(
        [mention('30', status('300')), { id: '29', type: 'something_new', created_at: 'x' }],
        '<https://elsewhere/api/v1/notifications?limit=80&max_id=29>; rel="next", <https://elsewhere/api/v1/notifications?min_id=30>'
      ),
      '29': page([mention('9', status('90'))], '<https://elsewhere/?max_id=9>; rel=next'),
      '9': page([])
    }
    const newer = [mention('100', status('1000'))]
    const { open, asked } = await mastodonSays(t, ({ path, query }) => {
      if (path !== NOTIFICATIONS) return undefined
      if (query.has('min_id')) return page(query.get('min_id') === '30' ? newer : [])
      return later && !query.has('max_id') ? page(newer) : below[query.get('max_id') ?? '']
    })
    const platform = open()
    const ids: string[] = []
    let cursor: unknown
    for (let more = true; more; ) {
      const found = await platform.inbox!(cursor)
      ids.push(...found.comments.map(({ comment }) => comment))
      cursor = JSON.parse(JSON.stringify(found.cursor))
      more = found.more
    }
    t.same(ids, ['300', '90'])
    later = true
    const reaches = await platform.inbox!(cursor)
    t.match(reaches, { comments: [], more: true }, 'something may lie between')
    const above = await platform.inbox!(reaches.cursor)
    t.match(above, { comments: [{ comment: '1000' }], more: true })
    t.equal(asked.at(-1)?.query.get('min_id'), '30')
    const end = await platform.inbox!(above.cursor)
    t.match(end, { comments: [], more: false })
    t.equal(asked.at(-1)?.query.get('min_id'), '100')
    const again = await platform.inbox!(end.cursor)
    t.match(again, { comments: [], more: false })
    t.notOk(asked.at(-1)?.query.has('min_id'), 'what reaches the known is asked for without an id')
    t.ok(asked.every(({ query }) => query.get('types[]') === 'mention' && query.get('include_filtered') === 'true'))
  })

  t.test('ends a walk that repeats its page', async t => {
    const same = page([mention('30', status('300'))], '<https://h/?max_id=30>; rel="next"')
    const { open, asked } = await mastodonSays(t, ({ path }) => (path === NOTIFICATIONS ? same : undefined))
    const platform = open()
    let cursor: unknown
    for (let more = true; more; ) ({ cursor, more } = await platform.inbox!(cursor))
    t.equal(asked.length, 3)
  })

  t.test('climbs to the post and to the first citizen below it, once', async t => {
    const post = status('100', { account: office, content: '<p>停水通知</p><p>详情</p>', mentions: [] })
    const first = status('101', answering('100', US))
    const ours = status('102', { account: office, ...answering('101', '7') })
    const last = status('103', answering('102', US))
    const another = status('104', answering('103', '7'))
    const told = [mention('1', last)]
    const { open, asked } = await mastodonSays(t, ({ path }) => {
      if (path === NOTIFICATIONS) return page(told, '<x?min_id=1>; rel="prev"')
      return path === '/api/v1/statuses/103/context'
        ? { json: { ancestors: [post, first, ours], descendants: [] } }
        : undefined
    })
    const platform = open()
    const { comments, cursor } = await platform.inbox!(undefined)
    t.match(comments, [{ post: '100', root: '101', comment: '103', parent: '102', postTitle: '停水通知', ours: false }])
    told.unshift(mention('2', another))
    const next = await platform.inbox!(cursor)
    t.match(next.comments, [{ post: '100', root: '101', comment: '104', parent: '103' }])
    t.equal(asked.filter(({ path }) => path.endsWith('/context')).length, 1)
    const afterRestart = await open().inbox!(JSON.parse(JSON.stringify(cursor)))
    t.match(afterRestart.comments, [{ post: '100', root: '101', comment: '104' }])
    t.equal(asked.filter(({ path }) => path.endsWith('/context')).length, 1, 'the cursor kept it')
  })

  t.test('takes what answers nothing of ours for a conversation of its own', async t => {
    const alone = status('200')
    const friend = status('210', { mentions: [], account: person('8') })
    const below = status('211', answering('210', '8'))
    const { open } = await mastodonSays(t, ({ path }) => {
      if (path === NOTIFICATIONS) return page([mention('2', below), mention('1', alone)], '<x>; rel="prev"')
      return path === '/api/v1/statuses/211/context' ? { json: { ancestors: [friend], descendants: [] } } : undefined
    })
    const { comments } = await open().inbox!(undefined)
    t.match(comments, [
      { comment: '211', post: '210', root: '210', parent: '210' },
      { comment: '200', post: '200', root: '200' }
    ])
    t.notOk('parent' in comments[1]!)
  })

  t.test('tolerates that what is answered was deleted, or is hidden', async t => {
    const post = status('100', { account: office })
    const hidden = status('103', answering('102', '9')) // 102 and what it answers are not shown
    const dangling = status('110', answering('109', '9'))
    const gone = status('120', answering('119', '9'))
    const { open } = await mastodonSays(t, ({ path }) => {
      if (path === NOTIFICATIONS)
        return page([mention('3', gone), mention('2', dangling), mention('1', hidden)], '<x>; rel="prev"')
      if (path === '/api/v1/statuses/103/context') return { json: { ancestors: [post], descendants: [] } }
      return path === '/api/v1/statuses/110/context' ? { json: { ancestors: [], descendants: [] } } : undefined
    })
    const { comments } = await open().inbox!(undefined)
    t.match(comments, [
      { comment: '120', post: '119', root: '120' },
      { comment: '110', post: '109', root: '110' },
      { comment: '103', post: '100', root: '103' }
    ])
  })

  t.test('knows where an answer to something deleted belongs, when it was met before', async t => {
    const first = status('101', answering('100', US))
    const late = status('105', answering('101', '7'))
    const told = [mention('1', first)]
    const { open } = await mastodonSays(t, ({ path }) => {
      if (path === NOTIFICATIONS) return page(told, '<x>; rel="prev"')
      const ancestors = path.includes('/101/') ? [status('100', { account: office })] : []
      return path.endsWith('/context') ? { json: { ancestors, descendants: [] } } : undefined
    })
    const { cursor } = await open().inbox!(undefined)
    told.unshift(mention('2', late))
    const { comments } = await open().inbox!(JSON.parse(JSON.stringify(cursor)))
    t.match(comments, [{ comment: '105', post: '100', root: '101' }])
  })

  t.test('keeps a direct message apart, a thread for each citizen', async t => {
    const said = status('200', { visibility: 'direct', ...answering('100', US) })
    const { open } = await mastodonSays(t, ({ path }) =>
      path === NOTIFICATIONS ? page([mention('1', said)]) : undefined
    )
    const { comments } = await open().inbox!(undefined)
    t.match(comments, [{ post: 'private', root: '7', comment: '200' }])
  })

  t.test('reads what a status says, whatever it shows', async t => {
    const rows = [
      status('1', { spoiler_text: '投诉', content: '<p>有噪音</p>', favourites_count: 4, replies_count: 2 }),
      status('2', { content: '<p>@<span>qinghe</span></p>', media_attachments: [{ type: 'image' }, { type: 'gifv' }] }),
      status('3', {
        content: '',
        media_attachments: [{ type: 'hologram' }],
        account: { ...person('7'), display_name: '王' }
      })
    ]
    const { open } = await mastodonSays(t, ({ path }) =>
      path === NOTIFICATIONS
        ? page([...rows.map((row, i) => mention(String(i), row)), mention('9', { ...status('9'), created_at: '?' })])
        : undefined
    )
    const { comments, unreadable } = await open().inbox!(undefined)
    const texts = Object.fromEntries(comments.map(({ comment, text }) => [comment, text]))
    t.same(texts, { 1: '投诉\n\n有噪音', 2: '@qinghe [图片][视频]', 3: '[附件]' })
    t.match(
      comments.find(({ comment }) => comment === '1'),
      { likes: 4, replies: 2, author: { id: '7', name: 'citizen7', followers: 3 } }
    )
    t.match(unreadable, [{ reason: /created_at/ }])
  })
})

t.test('the posts of a Mastodon account', async t => {
  const at = `/api/v1/accounts/${US}/statuses`
  const instance = { configuration: { statuses: { max_characters: 1000, characters_reserved_per_url: 20 } } }

  t.test('come with their counts; our replies among them are comments', async t => {
    const rows = [
      status('105', { account: office, ...answering('101', '7') }),
      status('104', { account: office, ...answering('103', '7'), in_reply_to_id: null }),
      status('100', {
        account: office,
        content: '<p>通知</p>',
        replies_count: 3,
        reblogs_count: 2,
        favourites_count: 1
      })
    ]
    const { open, asked } = await mastodonSays(t, ({ path }) => {
      if (path === '/api/v2/instance') return { json: instance }
      if (path === at) return page(rows, '<x>; rel="prev"')
      return path.endsWith('105/context')
        ? { json: { ancestors: [rows[2], status('101', answering('100', US))], descendants: [] } }
        : undefined
    })
    const platform = open()
    const { posts, comments, more } = await platform.posts!(undefined)
    t.match(posts, [{ id: '100', title: '通知', counts: { comments: 3, reposts: 2, likes: 1 } }])
    t.match(comments, [
      { comment: '105', post: '100', root: '101', parent: '101', ours: true },
      { comment: '104', ours: true }
    ])
    t.equal(more, false)
    t.equal(asked.find(({ path }) => path === at)?.query.get('exclude_reblogs'), 'true')
    t.equal(platform.capabilities.replyLimit, 1000 - 32)
    t.equal(platform.replyLength('https://example.com/long/long/long/long'), 20)
  })

  t.test('are read again each round, though many replies stand before them', async t => {
    const replies = Array.from({ length: 40 }, (_, i) =>
      status(String(239 - i), { account: office, ...answering('199', '7') })
    )
    const post = status('150', { account: office })
    const { open } = await mastodonSays(t, ({ path, query }) => {
      if (path === '/api/v2/instance') return { json: instance }
      if (path !== at) return { json: { ancestors: [], descendants: [] } }
      if (query.get('exclude_replies')) return page([post], '<x>; rel="prev"')
      return query.get('max_id') === '200'
        ? page([post])
        : query.has('max_id')
          ? page([])
          : page(replies, '<x?max_id=200>; rel="next"')
    })
    const platform = open()
    const round = async (from: unknown) => {
      const posts: string[] = []
      let cursor = from
      for (let more = true; more; ) {
        const found = await platform.posts!(cursor)
        posts.push(...found.posts.map(({ id }) => id))
        ;({ cursor, more } = found)
      }
      return { posts, cursor }
    }
    const first = await round(undefined)
    t.same(first.posts, ['150'])
    t.same((await round(first.cursor)).posts, ['150'])
  })
})

t.test('the comments of a post at Mastodon', async t => {
  const context = (id: string, descendants: unknown[]) => ({
    path: `/api/v1/statuses/${id}/context`,
    json: { ancestors: [], descendants }
  })

  t.test('come in one answer, as a tree, without what is private', async t => {
    const said = context('100', [
      status('101', { ...answering('100', US), mentions: [] }),
      status('102', { ...answering('101', '7'), account: office }),
      status('103', { ...answering('102', US), account: person('8') }),
      status('104', { ...answering('101', '7'), visibility: 'direct' })
    ])
    const { open, asked } = await mastodonSays(t, ({ path }) => (path === said.path ? said : undefined))
    const { comments, more } = await open().comments!('100', undefined, () => undefined)
    t.match(comments, [
      { comment: '101', root: '101', ours: false },
      { comment: '102', root: '101', parent: '101', ours: true },
      { comment: '103', root: '101', parent: '102', ours: false }
    ])
    t.equal(comments.length, 3)
    t.equal(more, false)
    t.equal(asked.length, 1)
  })

  t.test("below a citizen's status are itself and what concerns us", async t => {
    const said = context('200', [
      status('201', { ...answering('200', '7'), mentions: [], account: person('8') }),
      status('202', { ...answering('200', '7'), account: office, mentions: [] }),
      status('203', { ...answering('202', US) })
    ])
    const { open } = await mastodonSays(t, ({ path }) =>
      path === said.path ? said : path === '/api/v1/statuses/200' ? { json: status('200') } : undefined
    )
    const { comments } = await open().comments!('200', undefined, () => undefined)
    t.same(
      comments.map(({ comment, root, post }) => [comment, root, post]),
      ['200', '202', '203'].map(id => [id, '200', '200'])
    )
  })

  t.test('of one that is gone are told apart from an account that is stopped', async t => {
    const { open } = await mastodonSays(t, () => undefined)
    await t.rejects(
      open().comments!('100', undefined, () => undefined),
      PostGone
    )
  })
})

t.test('an error of Mastodon is judged by its status, whatever it says', async t => {
  const cases = [
    [401, {}, { advice: 'reauthorise' }],
    [403, {}, { advice: 'stop' }],
    [422, {}, { advice: 'reauthorise' }],
    [410, {}, { advice: 'stop' }],
    [301, { location: 'https://x' }, { advice: 'stop' }],
    [400, {}, { advice: 'bug' }],
    [503, {}, { advice: 'retry' }],
    [429, { 'x-ratelimit-reset': '2026-01-05T06:02:00.123456Z' }, { advice: 'retry', retryAfterMs: 120_123 }],
    [429, { 'x-ratelimit-reset': String(NOW / 1000 + 60) }, { advice: 'retry', retryAfterMs: 60_000 }],
    [429, { 'retry-after': '30' }, { advice: 'retry', retryAfterMs: 30_000 }],
    [429, {}, { advice: 'retry', retryAfterMs: 300_000 }]
  ] as const
  for (const [code, headers, expected] of cases) {
    const { open } = await mastodonSays(t, () => ({ status: code, headers, json: { error: '请求过多' } }))
    await t.rejects(open().inbox!(undefined), { name: 'PlatformError', code: String(code), ...expected }, String(code))
  }
  const { open } = await mastodonSays(t, () => ({ status: 200 }))
  await t.rejects(open().inbox!(undefined), { code: 'NO_ANSWER', advice: 'retry' }, 'no JSON')
})

t.test('what Mastodon tells of its quota is passed on', async t => {
  const headers = {
    'x-ratelimit-limit': '300',
    'x-ratelimit-remaining': '287',
    'x-ratelimit-reset': '2026-01-05T06:05:00Z'
  }
  const { open, told } = await mastodonSays(t, () => ({ json: [], headers }))
  await open().inbox!(undefined)
  t.same(told.at(-1), [{ scope: 'account', per: '5-minutes' }, 287, NOW + 300_000])
})

t.test('a reply at Mastodon', async t => {
  const posted = (visibility: string, post?: string) => async (t: import('tap').Test) => {
    const { open, asked } = await mastodonSays(t, ({ method, path }) => {
      if (method === 'POST') return { json: status('500', { account: office, created_at: '2026-01-05T06:00:01.000Z' }) }
      return path === '/api/v1/statuses/101'
        ? { json: status('101', { visibility, account: person('7', 'wang@other.cn') }) }
        : undefined
    })
    const outcome = await open().reply(target('101', post), '已修复', 'reply-1')
    t.same(outcome, { outcome: 'sent', native: '500', acceptedAt: NOW + 1000 })
    return asked.at(-1)!
  }
  t.test('calls the citizen, is unlisted, and bears its key', async t => {
    const { body, headers } = await posted('public')(t)
    t.same(body, { status: '@wang@other.cn 已修复', in_reply_to_id: '101', visibility: 'unlisted' })
    t.equal(headers['idempotency-key'], 'reply-1')
  })
  for (const visibility of ['private', 'direct'])
    t.test(`is ${visibility} where the citizen's words are`, async t => {
      t.match((await posted(visibility)(t)).body, { visibility })
    })
  t.test('in a private thread is direct whatever comes', async t => {
    t.match((await posted('public', 'private')(t)).body, { visibility: 'direct' })
  })

  const outcomes = [
    [404, { outcome: 'refused', code: '404' }],
    [422, { outcome: 'refused', code: '422', message: /文字过长/ }],
    [429, { outcome: 'later' }],
    [500, { outcome: 'unknown' }],
    [503, { outcome: 'unknown' }]
  ] as const
  for (const [code, expected] of outcomes)
    t.test(`that meets ${code} is ${expected.outcome}`, async t => {
      const { open } = await mastodonSays(t, ({ method }) =>
        method === 'POST' ? { status: code, json: { error: '文字过长' } } : { json: status('101') }
      )
      t.match(await open().reply(target('101'), '好', 'k'), expected)
    })
  t.test('that meets 401 or 403 stops the account', async t => {
    for (const code of [401, 403]) {
      const { open } = await mastodonSays(t, ({ method }) =>
        method === 'POST' ? { status: code, json: {} } : { json: status('101') }
      )
      await t.rejects(open().reply(target('101'), '好', 'k'), PlatformError)
    }
  })
  t.test('to what is gone is refused, and to what cannot be looked at now waits', async t => {
    const { open } = await mastodonSays(t, () => undefined)
    t.match(await open().reply(target('101'), '好', 'k'), { outcome: 'refused', code: '404' })
    const away = await mastodonSays(t, () => ({ status: 502 }))
    t.match(await away.open().reply(target('101'), '好', 'k'), { outcome: 'later' })
  })
})

t.test('reading a reply back', async t => {
  const own = status('500', {
    account: office,
    ...answering('101', '7'),
    content:
      '<p>@<span>citizen7</span> 见 <a href="#"><span class="invisible">https://</span><span>a.cn/b</span></a> 谢谢</p>'
  })
  const say = (rows: Record<string, unknown>) => (t: import('tap').Test) =>
    mastodonSays(t, ({ path }) => (path in rows ? { json: rows[path] } : undefined))
  const below = (...descendants: unknown[]) => ({ '/api/v1/statuses/101/context': { ancestors: [], descendants } })
  const text = '见 https://a.cn/b 谢谢'

  t.test('finds it by its id, and without one below the comment', async t => {
    const byId = await say({ '/api/v1/statuses/500': own })(t)
    t.match(await byId.open().readBack(target('101'), { text, native: '500' }), {
      outcome: 'same',
      native: '500',
      acceptedAt: NOW - 3_600_000
    })
    const byText = await say(below(status('400', answering('101', '8')), own))(t)
    t.match(await byText.open().readBack(target('101'), { text }), { outcome: 'same', native: '500' })
  })
  t.test('says when another stands there, when none does, and when the comment is gone', async t => {
    const { open } = await say(below(own))(t)
    t.match(await open().readBack(target('101'), { text: '别的' }), { outcome: 'different', text })
    const none = await say(below())(t)
    t.match(await none.open().readBack(target('101'), { text, native: '500' }), { outcome: 'absent' })
    const gone = await say({})(t)
    t.match(await gone.open().readBack(target('101'), { text }), { outcome: 'gone' })
  })
})

t.test('a comment is looked up, edited or gone', async t => {
  const { open } = await mastodonSays(t, ({ path }) =>
    path === '/api/v1/statuses/101'
      ? { json: status('101', { ...answering('100', US), content: '<p>改过</p>' }) }
      : { status: 410 }
  )
  const found = await open().lookUp!([target('101'), target('102')])
  t.match(found, [{ outcome: 'there', comment: { text: '改过', post: '100', root: '101' } }, { outcome: 'gone' }])
})

t.test('a reply is taken away, also one that is away', async t => {
  for (const [code, expected] of [
    [200, 'done'],
    [404, 'done'],
    [429, 'later'],
    [500, 'unknown']
  ] as const) {
    const { open, asked } = await mastodonSays(t, () => ({ status: code, json: {} }))
    t.match(await open().deleteReply!(target('101'), '500'), { outcome: expected })
    t.match(asked, [{ method: 'DELETE', path: '/api/v1/statuses/500' }])
  }
})

t.test('the check of a Mastodon account', async t => {
  t.test('says which id to enter when the token is of another', async t => {
    const { open } = await mastodonSays(t, ({ path }) =>
      path === CREDENTIALS ? { json: { id: '42', acct: 'qinghe' } } : { json: [] }
    )
    t.match(await open().check(), [
      { what: 'sign-in', ok: false, code: 'OTHER_ACCOUNT', message: /enter "42" as its id/ }
    ])
  })
  t.test('says which right is missing, and publishes nothing', async t => {
    const { open, asked } = await mastodonSays(t, ({ path, method }) => {
      if (path === CREDENTIALS) return { json: office }
      if (path === NOTIFICATIONS || method === 'PUT') return { status: 403, json: { error: 'scope' } }
      return { json: [] }
    })
    t.match(await open().check(), [
      { what: 'sign-in', ok: true },
      { what: 'comments', ok: false, code: '403' },
      { what: 'posts', ok: true },
      { what: 'reply', ok: false, code: '403' }
    ])
    t.notOk(asked.some(({ method }) => method === 'POST'))
  })
  t.test('ends at a token that is none, and at a server that is away', async t => {
    const { open } = await mastodonSays(t, () => undefined, { credentials: { accessToken: 'another' } })
    t.match(await open().check(), [{ what: 'sign-in', ok: false, code: '401' }])
    const away = await mastodonSays(t, () => undefined, { api: 'http://127.0.0.1:9' })
    t.match(await away.open().check(), [{ what: 'sign-in', ok: false, code: 'NO_ANSWER' }])
  })
})
