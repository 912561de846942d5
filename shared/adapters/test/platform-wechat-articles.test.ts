import { PostGone } from '@huiyin/ports/platform.ts'
import t from 'tap'
import { totalIn } from '../src/platforms/wechat-list.ts'
import { nextPage, PAGE, WALK_FROM_START } from '../src/platforms/wechat-pages.ts'
import { close, DAY, HOUR, openHouse, readAll, readPosts, SECOND, START } from './platform-house.ts'

const nothing = () => undefined

t.test('the comments of an article', async t => {
  t.test('leave the author out whom WeChat does not name', async t => {
    const { simulator, control, open, write, post } = await openHouse('wechat', { citizens: { count: 200 } })
    t.teardown(close(simulator))
    const nameless = control.people.find(one => one.withoutOpenid)!
    write('匿名说一句', { as: nameless.id })
    const { comments } = await readAll(open(), post, 'comments')
    t.same(comments[0]?.author, {})
  })

  t.test('are found by the message alone, and named with its place', async t => {
    const { simulator, open, write, post } = await openHouse('wechat')
    t.teardown(close(simulator))
    write('在吗')
    const { comments } = await readAll(open(), post.replace(/_0$/, ''), 'comments')
    t.match(comments, [{ post, text: '在吗' }])
  })

  t.test('are counted by comment_cnt, never by a total that is the size of the page', async t => {
    const { simulator, control, open, write, post } = await openHouse('wechat')
    t.teardown(close(simulator))
    for (let i = 0; i < 60; i++) write(`第${i}条`)
    const first = () => open().comments!(post, undefined, nothing)
    control.quirks.wechat.totalIsPageSize = true
    t.equal((await first()).total, 60)
    t.equal(totalIn({ total: 49, comment_cnt: 60 }, 49), 60)
    t.equal(totalIn({ total: 49 }, 49), undefined)
    t.equal(totalIn({ total: 60 }, 49), 60, 'where it is no page size')
    t.equal(totalIn({ comment_cnt: '60' }, 49), undefined)
  })

  t.test('are taken for newest first only where their page shows it', async t => {
    const { clock, simulator, control, open, write, post } = await openHouse('wechat')
    t.teardown(close(simulator))
    const ids = Array.from({ length: 60 }, (_, i) => {
      clock.pass(SECOND)
      return write(`第${i}条`)
    })
    t.equal((await open().comments!(post, undefined, nothing)).newestFirst, true)
    control.quirks.wechat.oldestFirst = true
    t.equal((await open().comments!(post, undefined, nothing)).newestFirst, false)
    const { comments } = await readAll(open(), post, 'comments')
    t.same(new Set(comments.map(({ comment }) => comment)), new Set(ids))
  })

  t.test('of no article are an error of that article', async t => {
    const { simulator, open } = await openHouse('wechat')
    t.teardown(close(simulator))
    for (const [post, code] of [
      ['404_0', '88001'],
      ['anything', 'ADDRESS']
    ] as const) {
      const error = await open().comments!(post, undefined, nothing).catch(error => error)
      t.ok(error instanceof PostGone)
      t.match(error, { post, code })
    }
  })
})

t.test('a walk through the pages of an article', async t => {
  const rows = (from: number, to: number) =>
    Array.from({ length: from - to + 1 }, (_, i) => ({ user_comment_id: from - i }))

  t.test('goes back when rows were deleted, and ends at a short page', async t => {
    const second = nextPage(WALK_FROM_START, rows(100, 52))!
    t.match(second, { begin: 46, tail: [54, 53, 52] })
    const back = nextPage(second, rows(50, 2))!
    t.match(back, { begin: 0, tail: [], back: 1 }, 'none of the tail is seen')
    t.equal(nextPage(second, rows(54, 20)), undefined)
  })
  t.test('does not follow a last page that comes again and again', async t => {
    let walk = nextPage(WALK_FROM_START, rows(PAGE, 1))
    let pages = 1
    for (; walk && pages < 100; pages++) walk = nextPage(walk, rows(PAGE, 1))
    t.equal(pages, 4)
  })
})

t.test('the articles of WeChat', async t => {
  t.test('are found the day after, at eight, with reads, shares and a link; until then nothing is asked', async t => {
    const { clock, simulator, control, open, where, post, metered } = await openHouse('wechat')
    t.teardown(close(simulator))
    control.setCounts({ ...where, post }, { reads: 1200, reposts: 5 })
    const platform = open()
    const before = await readPosts(platform)
    t.same(before.posts, [])
    t.equal(before.pages, 7, 'the last week, day by day')
    metered.calls = 0
    clock.pass(17 * HOUR) // seven in the morning
    t.same(await platform.posts!(before.cursor), {
      posts: [],
      comments: [],
      unreadable: [],
      cursor: before.cursor,
      more: false
    })
    t.equal(metered.calls, 0)

    clock.pass(HOUR)
    const after = await readPosts(platform, before.cursor)
    t.match(after.posts, [
      {
        id: post,
        publishedAt: START - HOUR,
        title: '关于夜间施工的通告',
        counts: { reads: 1200, reposts: 5 },
        link: /^http:\/\/mp\.weixin\.qq\.com/
      }
    ])
    t.equal(metered.calls, 3, 'a day of statistics, what was pushed on it, and the links')
    metered.calls = 0
    t.same((await readPosts(platform, after.cursor)).posts, [])
    t.equal(metered.calls, 0)
  })

  t.test('come without links where the account may not list what it published', async t => {
    const { clock, simulator, control, open, post } = await openHouse('wechat')
    t.teardown(close(simulator))
    clock.pass(DAY)
    control.fail('wechat', { kind: 'error', code: 48001, path: 'freepublish' })
    const { posts } = await readPosts(open())
    t.same(
      posts.map(({ id, link }) => [id, link]),
      [[post, undefined]]
    )
  })

  t.test('that are named again because they were read do not count as published again', async t => {
    const { clock, simulator, control, open } = await openHouse('wechat')
    t.teardown(close(simulator))
    clock.pass(DAY)
    for (const path of ['getarticletotal', 'freepublish']) control.fail('wechat', { kind: 'error', code: 48001, path })
    const { posts } = await readPosts(open())
    t.equal(posts.length, 1)
    t.equal(posts[0]?.publishedAt, undefined)
    t.ok(posts[0]?.counts?.reads)
  })

  t.test('are published on the day on which they were pushed where no exact time is told', async t => {
    const { clock, simulator, control, open } = await openHouse('wechat')
    t.teardown(close(simulator))
    clock.pass(DAY)
    control.fail('wechat', { kind: 'error', code: 48001, path: 'freepublish' })
    const { posts } = await readPosts(open())
    t.equal(posts[0]?.publishedAt, Date.parse('2026-01-05T00:00:00+08:00'))
  })

  t.test('with one title have no link, for it could be the wrong one', async t => {
    const { clock, simulator, control, open, where } = await openHouse('wechat')
    t.teardown(close(simulator))
    control.publishPost({ ...where, title: '关于夜间施工的通告', publishedAt: START })
    clock.pass(DAY)
    const { posts } = await readPosts(open())
    t.equal(posts.length, 2)
    t.ok(posts.every(({ link }) => link === undefined))
  })

  t.test('of a day that is not counted yet are asked for again, and what is withheld is the capability', async t => {
    const { clock, simulator, control, open, post } = await openHouse('wechat')
    t.teardown(close(simulator))
    const platform = open()
    const { cursor } = await readPosts(platform)
    clock.pass(DAY)
    control.fail('wechat', { kind: 'error', code: 61503, times: 1, path: 'datacube' })
    t.match(await platform.posts!(cursor), { posts: [], cursor, more: false })
    control.fail('wechat', { kind: 'error', code: 48001, times: 1, path: 'datacube' })
    await t.rejects(platform.posts!(cursor), { name: 'CapabilityAbsent', capability: 'posts', code: '48001' })
    t.match((await platform.posts!(cursor)).posts, [{ id: post }])
  })

  t.test('are paged on though a lost answer stopped the walk', async t => {
    const { clock, simulator, control, open, post } = await openHouse('wechat')
    t.teardown(close(simulator))
    clock.pass(DAY)
    const first = await open().posts!(undefined)
    control.fail('wechat', { kind: 'http', status: 502, times: 1, path: 'datacube' })
    await t.rejects(open().posts!(first.cursor), { code: 'NO_ANSWER' })
    t.match((await readPosts(open(), first.cursor)).posts, [{ id: post }])
    clock.pass(SECOND)
  })
})
