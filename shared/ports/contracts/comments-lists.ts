import type { Test } from 'tap'
import type { CommentQuery, Comments } from '../src/comments.ts'
import { filled, idsOf } from './comments-store.ts'
import { classification, comment, HOUR, MINUTE, NOON, type On, puts, says, versionOf } from './fixtures.ts'

export async function lists(t: Test, on: On<Comments>) {
  t.test('narrowed by each condition, and by several together', async t => {
    const grave = classification({ label: 'complaint', risk: { score: 80, level: 'orange', reasons: [] } })
    const pleased = classification({ label: 'other', sentiment: { name: 'positive', score: 0.9 } })
    const { classification: _, ...unread } = comment({ id: 'e', ours: true })
    const port = await filled(
      t,
      on,
      comment({ id: 'a', classification: grave }),
      comment({ id: 'b', account: '2002', post: 'p2', key: 'other', classification: pleased }),
      comment({ id: 'c', platform: 'douyin', publishedAt: NOON + HOUR }),
      comment({ id: 'd', publishedAt: NOON - HOUR, state: 'deleted' }),
      unread
    )
    const asked: [Partial<CommentQuery>, string[]][] = [
      [{}, ['a', 'b', 'c', 'd', 'e']],
      [{ label: ['complaint', 'other'] }, ['a', 'b']],
      [{ label: [] }, []],
      [{ level: ['orange'] }, ['a']],
      [{ sentiment: ['positive'] }, ['b']],
      [{ account: ['2002'] }, ['b']],
      [{ of: [{ platform: 'weibo', account: '2002' }] }, ['b']],
      [{ of: [{ platform: 'douyin', account: '2002' }] }, []],
      [
        {
          of: [
            { platform: 'weibo', account: '2002' },
            { platform: 'douyin', account: '1001' }
          ]
        },
        ['b', 'c']
      ],
      [{ of: [] }, []],
      [{ platform: ['douyin', 'wechat'] }, ['c']],
      [{ post: 'p2' }, ['b']],
      [{ posts: ['p2'] }, ['b']],
      [{ posts: ['p1', 'p2', 'none'], ours: false, platform: ['weibo'] }, ['a', 'b', 'd']],
      [{ posts: [] }, []],
      [{ posts: ['p1'], post: 'p2' }, []],
      [{ state: ['visible'] }, ['a', 'b', 'c', 'e']],
      [{ state: ['deleted'] }, ['d']],
      [{ state: ['visible', 'deleted'] }, ['a', 'b', 'c', 'd', 'e']],
      [{ state: ['erased'] }, []],
      [{ state: [] }, []],
      [{ key: 'other' }, ['b']],
      [{ ours: true }, ['e']],
      [{ ours: false }, ['a', 'b', 'c', 'd']],
      [{ publishedFrom: NOON }, ['a', 'b', 'c', 'e']],
      [{ publishedTo: NOON }, ['d']],
      [{ publishedFrom: NOON, publishedTo: NOON + HOUR }, ['a', 'b', 'e']],
      [{ where: says('积水'), account: ['1001'], label: ['inquiry'] }, ['c', 'd']]
    ]
    for (const [query, ids] of asked) t.strictSame(await idsOf(port, query), ids, JSON.stringify(query))
  })

  for (const sort of ['newest', 'oldest'] as const) {
    t.test(`page by page, the ${sort} first, ties by id, without gaps or doubles while new ones arrive`, async t => {
      const first = Array.from({ length: 11 }, (_, n) =>
        comment({ id: `c${10 + n}`, publishedAt: NOON + Math.floor(n / 4) * MINUTE })
      )
      const port = await filled(t, on, ...first)
      const ordered = sort === 'oldest' ? first : [...first.slice(8), ...first.slice(4, 8), ...first.slice(0, 4)]
      const seen: string[] = []
      let after: string | undefined
      let pages = 0
      do {
        const page = await port.search({ sort, atMost: 3, ...(after !== undefined && { after }) })
        t.equal(page.total, 11 + pages)
        seen.push(...page.rows.map(({ id }) => id))
        after = page.after
        pages += 1
        await port.putEach(
          puts(comment({ id: `new${pages}`, publishedAt: sort === 'newest' ? NOON + HOUR : NOON - HOUR }))
        )
        await port.refresh()
      } while (after !== undefined && pages < 20)
      t.equal(pages, 4)
      t.strictSame(
        seen,
        ordered.map(({ id }) => id)
      )
    })
  }

  t.test('a page that was not given by this list is refused', async t => {
    const port = await filled(t, on, comment({ id: 'a' }))
    await t.rejects(port.search({ sort: 'newest', atMost: 1, after: 'nonsense' }), { code: 'INVALID_REQUEST' })
  })
}

export async function counts(t: Test, on: On<Comments>) {
  t.test('per value, under a filter; those without a value nowhere', async t => {
    const { classification: _, ...unread } = comment({ id: 'c', ours: true, text: '已转交处理' })
    const port = await filled(
      t,
      on,
      comment({ id: 'a', classification: classification({ sentiment: { name: 'negative', score: -0.8 } }) }),
      comment({ id: 'b', account: '2002', post: 'p2', classification: classification({ label: 'suggestion' }) }),
      unread
    )
    t.strictSame(await port.count('label', {}), { inquiry: 1, suggestion: 1 })
    t.strictSame(await port.count('level', {}), { blue: 2 })
    t.strictSame(await port.count('sentiment', { account: ['1001'] }), { negative: 1 })
    t.strictSame(await port.count('account', {}), { 1001: 2, 2002: 1 })
    t.strictSame(await port.count('platform', { where: says('积水') }), { weibo: 2 })
    t.strictSame(await port.count('post', { platform: ['weibo'], ours: false }), { p1: 1, p2: 1 })
    t.strictSame(await port.count('post', { account: ['1001'], post: 'p1' }), { p1: 2 })
    t.strictSame(await port.count('label', { ours: true }), {})
  })

  t.test('per post, of more posts than one answer holds, and of ten thousand that are asked for', async t => {
    const posts = Array.from({ length: 1_200 }, (_, n) => `p${n}`)
    const comments = posts.map((post, n) => comment({ id: `c${n}`, post, publishedAt: NOON + n }))
    const port = await filled(t, on, ...comments, comment({ id: 'more', post: 'p7' }))
    const counted = await port.count('post', {})
    t.equal(Object.keys(counted).length, 1_200)
    t.equal(counted.p7, 2)
    const asked = Array.from({ length: 10_000 }, (_, n) => `p${n + 1_198}`)
    t.strictSame(await port.count('post', { posts: asked }), { p1198: 1, p1199: 1 })
  })

  t.test('no longer as visible once deleted, and again when it came back', async t => {
    const { port } = await on(t)
    const visible = async () => {
      await port.refresh()
      return port.count('post', { state: ['visible'] })
    }
    const [made] = await port.putEach(puts(comment({ id: 'a' })))
    t.strictSame(await visible(), { p1: 1 })
    const [taken] = await port.putEach([
      { document: comment({ id: 'a', state: 'deleted' }), version: versionOf(made!) }
    ])
    t.strictSame(await visible(), {})
    await port.putEach([{ document: comment({ id: 'a' }), version: versionOf(taken!) }])
    t.strictSame(await visible(), { p1: 1 })
  })

  t.test('per day of Shanghai, over the end of a month', async t => {
    const midnight = Date.UTC(2026, 10, 30, 16)
    const port = await filled(
      t,
      on,
      comment({ id: 'a', publishedAt: midnight - 1 }),
      comment({ id: 'b', publishedAt: midnight }),
      comment({ id: 'c', publishedAt: midnight + 8 * HOUR })
    )
    t.strictSame(await port.count('publishedDay', {}), { '2026-11-30': 1, '2026-12-01': 2 })
  })
}
