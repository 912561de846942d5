import { findableComment } from '@huiyin/domain/search/findable.ts'
import type { Query } from '@huiyin/domain/search/query.ts'
import type { Test } from 'tap'
import type { Comments } from '../src/comments.ts'
import { filled, idsOf } from './comments-store.ts'
import { classification, comment, NOON, type On, puts, says, versionOf } from './fixtures.ts'
import { sameInEveryWorld } from './search.ts'
import { madeUpComments } from './search-words.ts'

export async function threads(t: Test, on: On<Comments>) {
  t.test('the oldest first, the newest ones when there are more, and nothing of another thread', async t => {
    const { port } = await on(t)
    const at = (id: string, publishedAt: number, key = 'one') => comment({ id, key, publishedAt })
    await port.putEach(
      puts(
        at('c', NOON + 2),
        at('a', NOON),
        at('d', NOON + 3),
        at('b', NOON + 1),
        at('b2', NOON + 1),
        at('x', NOON, 'other')
      )
    )
    const thread = async (atMost: number) => (await port.thread('one', atMost)).map(({ id }) => id)
    t.strictSame(await thread(10), ['a', 'b', 'b2', 'c', 'd'])
    t.strictSame(await thread(2), ['c', 'd'])
    t.strictSame(await port.thread('none', 10), [])
    const together = await Promise.all([thread(10), thread(2), port.thread('none', 10), thread(10)])
    t.strictSame(together, [['a', 'b', 'b2', 'c', 'd'], ['c', 'd'], [], ['a', 'b', 'b2', 'c', 'd']])
  })

  t.test('sees every put that was answered, without a refresh', async t => {
    const { port } = await on(t)
    for (const likes of [1, 2, 3]) {
      await port.putEach(puts(comment({ id: `c${likes}`, key: 'one', likes })))
      t.equal((await port.thread('one', 10)).length, likes)
    }
  })
}

export async function texts(t: Test, on: On<Comments>) {
  const asked: [string, string, string[]][] = [
    ['a word', '积水', ['water']],
    ['several words, all of which must be found', '上学 孩子', ['water']],
    ['words of which one is nowhere', '积水 路灯', []],
    ['a word that was cut in another way when it was written', '水严', ['water']],
    ['a single character', '票', ['bus']],
    ['a phrase', '"公交车总是"', ['bus']],
    ['a phrase whose characters stand apart', '"公交晚点"', []],
    ['a Latin word in another case, and digits', 'Wifi 5g', ['bus']],
    ['the name of the author', '早起的人', ['water']],
    ['the earlier text, which no longer stands there', '旧稿', []]
  ]
  t.test('in the ways that people ask', async t => {
    const port = await filled(
      t,
      on,
      comment({ id: 'water', text: '小区积水严重，孩子上学难', firstText: '旧稿', author: { name: '早起的人' } }),
      comment({ id: 'bus', text: '公交车总是晚点，买票的WIFI和5G都连不上' })
    )
    for (const [what, text, ids] of asked)
      t.strictSame(await idsOf(port, { where: says(text) }), ids, `${what}: ${text}`)
  })

  t.test('no longer by a word that is gone', async t => {
    const { port } = await on(t)
    const [made] = await port.putEach(puts(comment({ id: 'a', text: '我的电话写在这里' })))
    await port.putEach([{ document: comment({ id: 'a', text: '', state: 'erased' }), version: versionOf(made!) }])
    await port.refresh()
    t.strictSame(await idsOf(port, { where: says('电话') }), [])
    t.strictSame(await idsOf(port, {}), ['a'])
  })
}

export async function searches(t: Test, on: On<Comments>) {
  t.test('with the same answer in every store', async t => {
    const documents = madeUpComments(60)
    const port = await filled(t, on, ...documents)
    await sameInEveryWorld(t, documents, {
      findable: findableComment,
      newest: query => port.search({ ...query, sort: 'newest' }),
      byRelevance: query => port.search({ ...query, sort: 'relevance' }),
      labels: where => port.count('label', { where })
    })
  })

  for (const sort of ['relevance', 'risk', 'newest'] as const) {
    t.test(`page by page by ${sort}, without gaps or doubles while new ones arrive`, async t => {
      const first = Array.from({ length: 430 }, (_, n) => written(`c${n}`, n))
      const port = await filled(t, on, ...first)
      const seen: string[] = []
      let after: string | undefined
      let round = 0
      do {
        const page = await port.search({ where: WATER, sort, atMost: 60, ...(after !== undefined && { after }) })
        seen.push(...page.rows.map(({ id }) => id))
        after = page.after
        await port.putEach(puts(...Array.from({ length: 7 }, (_, n) => written(`new${round}-${n}`, n * 90 - 20))))
        await port.refresh()
        round += 1
      } while (after !== undefined)
      t.equal(new Set(seen).size, seen.length, 'none twice')
      t.strictSame(
        first.map(({ id }) => id).filter(id => !seen.includes(id)),
        [],
        'none passed over'
      )
    })
  }

  t.test('by risk: the highest first, those without a score last, ties by id', async t => {
    const { classification: _, ...unread } = comment({ id: 'd' })
    const risk = (id: string, score: number) =>
      comment({ id, classification: classification({ risk: { score, level: 'blue', reasons: [] } }) })
    const port = await filled(t, on, unread, risk('b', 50), risk('a', 50), risk('c', 80), risk('e', 0))
    const { rows } = await port.search({ sort: 'risk', atMost: 9 })
    t.strictSame(
      rows.map(({ id }) => id),
      ['c', 'a', 'b', 'e', 'd']
    )
  })
}

/** Some say it once, some often, some both words: lists by relevance are in another order than by time. */
const written = (id: string, n: number) =>
  comment({
    id,
    text: `${n % 3 === 0 ? '路灯' : '天气'}${'积水'.repeat(1 + (n % 5))}${n}`,
    publishedAt: NOON + n * 1000,
    classification: classification({ risk: { score: n % 11, level: 'blue', reasons: [] } })
  })

const WATER: Query = { type: 'any', of: [says('积水'), says('路灯')] }
