import { CapabilityAbsent, PostGone } from '@huiyin/ports/platform.ts'
import t from 'tap'
import { memoryTokens } from '../src/platforms/token-memory.ts'
import { close, DAY, HOUR, MINUTE, SECOND, START } from './platform-house.ts'
import { openVideoHouse, walkComments, walkPosts } from './platform-video-house.ts'

const APPS = { options: { variant: 'mini-app' } }

for (const [variant, changed] of [
  ['item', {}],
  ['mini-app', APPS]
] as const) {
  t.test(`comments at Douyin by the interface ${variant}`, async t => {
    t.test('come with both levels, their thread and who wrote them', async t => {
      const { simulator, control, office, open, write, at, post } = await openVideoHouse('douyin', changed)
      t.teardown(close(simulator))
      const root = write('公交改线通知什么时候出？')
      const answer = control.answerByHand({ ...at(root), text: '您好，本周五' }).id
      const follow = write('谢谢', answer)
      control.likeComment(at(root), 7)
      const { comments, unreadable } = await walkComments(open(), post)
      t.same(unreadable, [])
      t.match(comments, [
        { post, root, comment: root, ours: false, text: '公交改线通知什么时候出？', likes: 7, replies: 2 },
        { post, root, comment: follow, parent: answer, ours: false, text: '谢谢' },
        { post, root, comment: answer, parent: root, ours: true, author: { id: office.id } }
      ])
      t.equal(comments[0]?.publishedAt, START + SECOND)
      t.equal(comments[0]?.parent, undefined)
    })

    t.test('are read a page a call, the replies behind the page that they belong to', async t => {
      const { simulator, open, write, post } = await openVideoHouse('douyin', changed)
      t.teardown(close(simulator))
      const roots = Array.from({ length: 25 }, (_, i) => write(`第${i}条`))
      write('回复老的', roots[0])
      write('回复新的', roots[24])
      const { pages } = await walkComments(open(), post)
      t.same(
        pages.map(({ newestFirst, texts }) => [newestFirst, texts.length, texts[0]]),
        [
          [false, 20, '第24条'],
          [false, 1, '回复新的'],
          [false, 5, '第4条'],
          [false, 1, '回复老的']
        ]
      )
    })

    t.test('are answered in place, and the reply is read back', async t => {
      const { simulator, control, open, write, target, where, post } = await openVideoHouse('douyin', changed)
      t.teardown(close(simulator))
      const root = write('什么时候出？')
      const second = write('我也想知道', root)
      const platform = open()
      for (const comment of [root, second]) {
        const to = target(comment, root)
        t.same(await platform.readBack(to, { text: '您好，本周五' }), { outcome: 'absent' })
        const sent = await platform.reply(to, '您好，本周五', 'reply-1')
        if (sent.outcome !== 'sent') throw new Error(sent.outcome)
        const reply = control.standing({ ...where, post }).at(-1)!
        t.match(reply, { parent: comment, author: undefined, text: '您好，本周五' })
        t.equal(sent.native, reply.id)
        t.same(await platform.readBack(to, { text: ' 您好，本周五 ' }), {
          outcome: 'same',
          native: reply.id,
          acceptedAt: reply.publishedAt
        })
        t.match(await platform.readBack(to, { text: '别的', native: reply.id }), { outcome: 'different' })
      }
    })
  })
}

t.test('a walk through the comments of Douyin', async t => {
  t.test('leaves the replies of those out whose number is known', async t => {
    const { simulator, open, write, post } = await openVideoHouse('douyin')
    t.teardown(close(simulator))
    const one = write('一')
    const two = write('二')
    write('回复一', one)
    write('回复二', two)
    const known = (id: string) => (id === one ? { replies: 1 } : { replies: 0 })
    const { comments, pages } = await walkComments(open(), post, known)
    t.same(
      comments.map(({ text }) => text),
      ['二', '一', '回复二']
    )
    t.equal(pages.length, 2)
  })

  t.test('says that it is newest first where nothing hangs behind a page', async t => {
    const { simulator, control, open, write, at, post } = await openVideoHouse('douyin')
    t.teardown(close(simulator))
    const old = write('老的')
    write('新的')
    control.pinComment(at(old), true)
    const { pages } = await walkComments(open(), post)
    t.same(pages, [{ newestFirst: true, texts: ['老的', '新的'] }])
  })

  t.test('goes on behind empty pages that promise more', async t => {
    const { simulator, control, open, write, post } = await openVideoHouse('douyin')
    t.teardown(close(simulator))
    write('一')
    control.platforms.douyin.quirks.emptyPages = 2
    t.equal((await walkComments(open(), post)).comments.length, 1)
    control.platforms.douyin.quirks.emptyPages = 1000
    t.equal((await walkComments(open(), post)).comments.length, 0, 'and ends when there are only such')
  })

  t.test('ends when the cursor stands still, though more is promised', async t => {
    const { simulator, control, open, write, post } = await openVideoHouse('douyin')
    t.teardown(close(simulator))
    write('一')
    control.platforms.douyin.quirks.stuckCursor = true
    t.equal((await walkComments(open(), post)).pages.length, 1)
  })

  for (const cursor of ['moving', 'standing'] as const) {
    t.test(`ends when the last page comes again for ever, the cursor ${cursor}`, async t => {
      const { simulator, control, open, write, post } = await openVideoHouse('douyin')
      t.teardown(close(simulator))
      const root = write('一')
      write('回复', root)
      control.fail('douyin', { kind: 'endless', cursor })
      const { comments } = await walkComments(open(), post)
      t.same(new Set(comments.map(({ text }) => text)), new Set(['一', '回复']))
      t.ok((await walkPosts(open())).pages <= 3)
    })
  }

  t.test('goes on when the comment whose replies come next was deleted meanwhile', async t => {
    const { simulator, control, open, write, at, post } = await openVideoHouse('douyin')
    t.teardown(close(simulator))
    const one = write('一')
    write('回复一', one)
    const two = write('二')
    write('回复二', two)
    const platform = open()
    const first = await platform.comments!(post, undefined, () => undefined)
    control.deleteComment(at(two))
    const second = await platform.comments!(post, first.cursor, () => undefined)
    t.same(second.comments, [])
    t.ok(second.more)
    const third = await platform.comments!(post, second.cursor, () => undefined)
    t.same(
      third.comments.map(({ text }) => text),
      ['回复一']
    )
    t.notOk(third.more)
  })

  t.test('meets each comment though pages overlap', async t => {
    const { simulator, control, open, write, post } = await openVideoHouse('douyin')
    t.teardown(close(simulator))
    for (let i = 0; i < 50; i++) write(`第${i}条`)
    control.fail('douyin', { kind: 'overlap', rows: 7 })
    const { comments } = await walkComments(open(), post)
    t.equal(new Set(comments.map(({ comment }) => comment)).size, 50)
  })

  t.test('keeps a row that it cannot read, with the reason, and names are not needed', async t => {
    const { simulator, control, open, write, post } = await openVideoHouse('douyin')
    t.teardown(close(simulator))
    write('一')
    Object.assign(control.platforms.douyin.quirks, { brokenRow: true, withoutNames: true })
    const { comments, unreadable } = await walkComments(open(), post)
    t.equal(comments.length, 1)
    t.equal(comments[0]?.author.name, undefined)
    t.match(unreadable, [{ reason: /comment_id/ }])
  })

  t.test('tells that the video is gone, and leaves the account alone', async t => {
    const { simulator, control, open, where, post } = await openVideoHouse('douyin')
    t.teardown(close(simulator))
    control.takeDown({ ...where, post }, true)
    const error = await walkComments(open(), post).catch(error => error)
    t.ok(error instanceof PostGone)
    t.match(error, { post, code: '2100005' })
  })
})

t.test('the videos of Douyin', async t => {
  t.test('are listed with what Douyin counts', async t => {
    const { simulator, control, open, write, where, post } = await openVideoHouse('douyin')
    t.teardown(close(simulator))
    write('一')
    control.setCounts({ ...where, post }, { reads: 900, likes: 10, reposts: 2 })
    const { posts } = await walkPosts(open())
    t.match(posts, [
      { id: post, title: '公交改线通知', publishedAt: START - HOUR, counts: { reads: 900, likes: 10, comments: 1 } }
    ])
    t.match(posts[0]?.link, /^https:/)
  })

  t.test('are gone where Douyin says that one is not fit for the public', async t => {
    const { simulator, control, open, where, post } = await openVideoHouse('douyin')
    t.teardown(close(simulator))
    t.equal((await walkPosts(open())).posts[0]?.gone, undefined)
    control.takeDown({ ...where, post }, true)
    t.same((await walkPosts(open())).posts, [])
    control.platforms.douyin.quirks.goneStays = true
    t.equal((await walkPosts(open())).posts[0]?.gone, true)
  })

  t.test('are walked from the newest, down to those of the last 30 days, in every round', async t => {
    const { simulator, control, open, where } = await openVideoHouse('douyin')
    t.teardown(close(simulator))
    for (let i = 1; i <= 90; i++) {
      control.publishPost({ ...where, title: `第${i}天前`, publishedAt: START - i * DAY })
    }
    const platform = open()
    const { posts, pages } = await walkPosts(platform)
    t.equal(pages, 3)
    t.equal(posts[0]?.title, '公交改线通知')
    t.ok(posts.some(({ title }) => title === '第30天前'))
    t.equal((await platform.posts!(null)).posts[0]?.title, '公交改线通知')
  })
})

t.test('the authorisation of Douyin', async t => {
  t.test('is refreshed at the first call, which tells how long it lasts', async t => {
    const { simulator, open } = await openVideoHouse('douyin')
    t.teardown(close(simulator))
    const platform = open()
    t.equal(await platform.authorisedUntil!(), undefined)
    await platform.posts!(undefined)
    t.equal(await platform.authorisedUntil!(), START + 30 * DAY + 5 * 25 * DAY)
  })

  t.test('outlives half a year, the refresh token being renewed five times, and then ends', async t => {
    const { simulator, control, clock, open, office, account } = await openVideoHouse('douyin')
    t.teardown(close(simulator))
    const tokens = memoryTokens()
    const platform = open(tokens)
    const lasts: number[] = []
    for (let day = 0; day < 160; day++) {
      await platform.posts!(undefined)
      lasts.push((await platform.authorisedUntil!())!)
      clock.pass(DAY)
    }
    t.equal(control.platforms.douyin.tokens.of(office.id).renewals, 5)
    const end = lasts.at(-1)!
    t.ok(end <= START + 200 * DAY)
    t.equal((await tokens.read())?.token.renewals, 5)
    clock.pass(end - clock.now() + MINUTE)
    await t.rejects(platform.posts!(undefined), { name: 'PlatformError', advice: 'reauthorise' })
    const { code, exchange, of } = control.platforms.douyin.tokens
    exchange(code(office.id), office.app!.id)
    const { accessToken, refreshToken } = of(office.id)
    const anew = open(tokens, { credentials: { ...account.credentials, accessToken, refreshToken } })
    t.equal((await walkPosts(anew)).pages, 1)
    t.ok((await anew.authorisedUntil!())! > clock.now() + 100 * DAY)
  })

  t.test('ends with the access token at hand when the answer to the renewal was lost', async t => {
    const { simulator, control, clock, open, calls } = await openVideoHouse('douyin')
    t.teardown(close(simulator))
    const platform = open()
    await platform.posts!(undefined)
    clock.pass(13 * DAY)
    await platform.posts!(undefined)
    clock.pass(13 * DAY)
    control.fail('douyin', { kind: 'cut', times: 1, path: '/renew_refresh_token/' })
    t.equal((await platform.posts!(undefined)).posts.length, 1)
    const before = calls()
    await platform.posts!(undefined)
    t.equal(calls() - before, 1, 'not tried again at once')
    clock.pass(MINUTE)
    t.equal((await platform.posts!(undefined)).posts.length, 1)
    t.equal(await platform.authorisedUntil!(), START + 26 * DAY + 15 * DAY)
  })

  t.test('ends with the tokens at hand when the app may not renew it', async t => {
    const { simulator, control, clock, open } = await openVideoHouse('douyin')
    t.teardown(close(simulator))
    control.platforms.douyin.capability.renew_refresh_token = 10004
    const platform = open()
    for (let day = 0; day < 27; day++) {
      await platform.posts!(undefined)
      clock.pass(DAY)
    }
    const until = (await platform.authorisedUntil!())!
    t.ok(until >= START + 38 * DAY && until <= START + 45 * DAY, String((until - START) / DAY))
  })

  t.test('is refreshed once and the call made again when the access token has ended', async t => {
    const { simulator, control, open, calls, where } = await openVideoHouse('douyin')
    t.teardown(close(simulator))
    const platform = open()
    await platform.posts!(undefined)
    const before = calls()
    control.expireToken(where)
    t.equal((await platform.posts!(undefined)).posts.length, 1)
    t.equal(calls() - before, 3)
  })

  t.test('that was withdrawn asks for a person, until one authorises anew', async t => {
    const { simulator, control, open, where } = await openVideoHouse('douyin')
    t.teardown(close(simulator))
    const platform = open()
    await platform.posts!(undefined)
    control.revokeToken(where)
    await t.rejects(platform.posts!(undefined), { name: 'PlatformError', advice: 'reauthorise' })
    control.authorise(where)
    t.equal((await platform.posts!(undefined)).posts.length, 1)
  })

  t.test('goes on when no answer comes to a refreshment that was too early anyway', async t => {
    const { simulator, control, clock, open } = await openVideoHouse('douyin')
    t.teardown(close(simulator))
    const platform = open()
    await platform.posts!(undefined)
    clock.pass(13 * DAY)
    control.fail('douyin', { kind: 'cut', times: 1, path: '/oauth/' })
    t.equal((await platform.posts!(undefined)).posts.length, 1)
    clock.pass(MINUTE)
    await platform.posts!(undefined)
    t.ok((await platform.authorisedUntil!())! > clock.now())
  })
})

t.test('a reply at Douyin', async t => {
  t.test('that met no answer is unknown, and read back', async t => {
    const { simulator, control, open, write, target } = await openVideoHouse('douyin')
    t.teardown(close(simulator))
    const to = target(write('什么时候出？'))
    const platform = open()
    await platform.posts!(undefined)
    control.fail('douyin', { kind: 'cut', times: 1, path: '/item/comment/reply/' })
    t.match(await platform.reply(to, '本周五', 'r'), { outcome: 'unknown' })
    t.match(await platform.readBack(to, { text: '本周五' }), { outcome: 'same' })
  })

  t.test('is unknown after a fault on their side, later when too often, refused for what it is', async t => {
    const { simulator, control, open, write, target } = await openVideoHouse('douyin')
    t.teardown(close(simulator))
    const to = target(write('什么时候出？'))
    const platform = open()
    const replied = (code: number) => {
      control.fail('douyin', { kind: 'error', code, times: 1, path: '/reply/' })
      return platform.reply(to, '本周五', 'r')
    }
    for (const code of [2100004, 28001005, 28001006]) t.match(await replied(code), { outcome: 'unknown' })
    t.match(await replied(28003018), { outcome: 'later', retryAfterMs: 10 * SECOND })
    t.match(await platform.reply(to, '长'.repeat(101), 'r'), { outcome: 'refused', code: '2100005' })
    t.match(await platform.reply({ ...to, comment: '@none==' }, '好', 'r'), { outcome: 'refused' })
    await t.rejects(replied(2100009), { name: 'PlatformError', advice: 'stop' })
    const error = await replied(28001056).catch(error => error)
    t.ok(error instanceof CapabilityAbsent)
    t.equal(error.capability, 'reply')
  })

  t.test('is found among many, newest first, and only among our own', async t => {
    const { simulator, control, open, write, at, target } = await openVideoHouse('douyin')
    t.teardown(close(simulator))
    const root = write('什么时候出？')
    const other = write('我也问', root)
    control.answerByHand({ ...at(other), text: '本周五' })
    for (let i = 0; i < 30; i++) write('本周五', root)
    const platform = open()
    t.same(await platform.readBack(target(root), { text: '本周五' }), { outcome: 'absent' }, 'that one answers another')
    t.match(await platform.readBack(target(other, root), { text: '本周五' }), { outcome: 'same' })
  })
})
