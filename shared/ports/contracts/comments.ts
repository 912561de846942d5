import type { StoredComment } from '@huiyin/schemas/comment.ts'
import t, { type Test } from 'tap'
import type { CommentQuery, Comments } from '../src/comments.ts'
import type { Put } from '../src/documents.ts'
import {
  type ContractOptions,
  classification,
  comment,
  HOUR,
  MINUTE,
  NOON,
  type Opened,
  withUnknownFields
} from './fixtures.ts'

type Open = () => Promise<Opened<Comments>>

/** What every store of comments promises. `open` gives a fresh, empty one for each test. */
export function commentsContract(name: string, open: Open, { skip = false }: ContractOptions = {}) {
  t.test(`${name} comments`, { skip }, async t => {
    const on = opener(open)
    await t.test('one at a time', t => changes(t, on))
    await t.test('thread by thread', t => threads(t, on))
    await t.test('found by their text', t => texts(t, on))
    await t.test('listed', t => lists(t, on))
    await t.test('counted', t => counts(t, on))
    await t.test('when answers are lost', t => lostAnswers(t, on))
  })
}

const opener = (open: Open) => async (t: Test) => {
  const opened = await open()
  t.teardown(opened.close)
  return opened
}
type On = ReturnType<typeof opener>

const puts = (...comments: StoredComment[]): Put<StoredComment>[] => comments.map(document => ({ document }))

async function filled(t: Test, on: On, ...comments: StoredComment[]) {
  const { port } = await on(t)
  await port.putEach(puts(...comments))
  await port.refresh()
  return port
}

const idsOf = async (port: Comments, query: Partial<CommentQuery>) =>
  (await port.search({ sort: 'newest', atMost: 50, ...query })).rows.map(({ id }) => id).sort()

const read = async (port: Comments, { id, publishedAt }: StoredComment) =>
  (await port.getMany([{ id, publishedAt }]))[0]

const versionOf = (result: { outcome: string; version?: string }) => {
  if (result.version === undefined) throw new Error(`Expected a put; the outcome was ${result.outcome}`)
  return result.version
}

async function changes(t: Test, on: On) {
  t.test('gives back what was put, many in the order asked, with holes where there is none', async t => {
    const { port } = await on(t)
    const [a, b] = [comment({ id: 'a' }), comment({ id: 'b', publishedAt: NOON - 40 * 24 * HOUR })]
    const results = await port.putEach(puts(a, b))
    t.strictSame(
      results.map(({ outcome }) => outcome),
      ['put', 'put']
    )
    const found = await port.getMany([b, { id: 'none', publishedAt: NOON }, a, b])
    t.strictSame(
      found.map(one => one?.document),
      [b, undefined, a, b]
    )
    t.strictSame([await port.getMany([]), await port.putEach([])], [[], []])
  })

  t.test('judges each of many puts on its own, and answers in their order', async t => {
    const { port } = await on(t)
    const [a, b, c] = [comment({ id: 'a' }), comment({ id: 'b' }), comment({ id: 'c' })]
    const [first, ofB] = (await port.putEach(puts(a, b))).map(versionOf)
    const [second] = (await port.putEach([{ document: { ...a, likes: 1 }, version: first! }])).map(versionOf)
    const results = await port.putEach([
      { document: { ...a, likes: 2 }, version: first! },
      { document: c },
      { document: b },
      { document: { ...b, likes: 3 }, version: ofB! },
      { document: comment({ id: 'never' }), version: second! }
    ])
    t.strictSame(
      results.map(({ outcome }) => outcome),
      ['conflict', 'put', 'conflict', 'put', 'conflict']
    )
    t.strictSame(await read(port, a), { document: { ...a, likes: 1 }, version: second })
    t.strictSame(await read(port, b), { document: { ...b, likes: 3 }, version: versionOf(results[3]!) })
  })

  t.test('lets one win of many who put the same version at once', async t => {
    const { port, again } = await on(t)
    const other = again ? await again() : port
    const race = (version?: string) =>
      Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          (n % 2 ? other : port).putEach([{ document: comment({ id: 'a', likes: n }), ...(version && { version }) }])
        )
      )
    for (const round of ['made', 'changed']) {
      const outcomes = await race((await read(port, comment({ id: 'a' })))?.version)
      const winners = outcomes.flatMap(([result], n) => (result!.outcome === 'put' ? [n] : []))
      t.equal(winners.length, 1, round)
      t.equal((await read(port, comment({ id: 'a' })))?.document.likes, winners[0], round)
    }
  })

  t.test('keeps fields that it does not know, and is not hurt by them', async t => {
    const { port } = await on(t)
    const document = withUnknownFields(comment({ id: 'a', classification: withUnknownFields(classification()) }))
    t.strictSame(
      (await port.putEach(puts(document))).map(({ outcome }) => outcome),
      ['put']
    )
    await port.refresh()
    t.strictSame((await read(port, document))?.document, document)
    t.strictSame((await port.search({ sort: 'newest', atMost: 1 })).rows, [document])
  })

  t.test('takes the longest text that may enter the house, and finds its last word', async t => {
    const document = comment({ id: 'a', text: `${'水'.repeat(19_998)}尾声` })
    const port = await filled(t, on, document)
    t.strictSame((await read(port, document))?.document, document)
    t.strictSame(await idsOf(port, { text: '尾声' }), ['a'])
  })

  t.test('takes a thousand at once', async t => {
    const { port } = await on(t)
    const many = Array.from({ length: 1000 }, (_, n) => comment({ id: `c${n}`, likes: n }))
    const results = await port.putEach(puts(...many))
    t.ok(results.every(({ outcome }) => outcome === 'put'))
    const found = await port.getMany(many)
    t.strictSame(
      found.map(one => one?.document.likes),
      many.map(({ likes }) => likes)
    )
  })
}

async function threads(t: Test, on: On) {
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
  })

  t.test('sees every put that was answered, without a refresh', async t => {
    const { port } = await on(t)
    for (const likes of [1, 2, 3]) {
      await port.putEach(puts(comment({ id: `c${likes}`, key: 'one', likes })))
      t.equal((await port.thread('one', 10)).length, likes)
    }
  })
}

async function texts(t: Test, on: On) {
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
    for (const [what, text, ids] of asked) t.strictSame(await idsOf(port, { text }), ids, `${what}: ${text}`)
  })

  t.test('no longer by a word that is gone', async t => {
    const { port } = await on(t)
    const [made] = await port.putEach(puts(comment({ id: 'a', text: '我的电话写在这里' })))
    await port.putEach([{ document: comment({ id: 'a', text: '', state: 'erased' }), version: versionOf(made!) }])
    await port.refresh()
    t.strictSame(await idsOf(port, { text: '电话' }), [])
    t.strictSame(await idsOf(port, {}), ['a'])
  })
}

async function lists(t: Test, on: On) {
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
      comment({ id: 'd', publishedAt: NOON - HOUR }),
      unread
    )
    const asked: [Partial<CommentQuery>, string[]][] = [
      [{}, ['a', 'b', 'c', 'd', 'e']],
      [{ label: ['complaint', 'other'] }, ['a', 'b']],
      [{ label: [] }, []],
      [{ level: ['orange'] }, ['a']],
      [{ sentiment: ['positive'] }, ['b']],
      [{ account: ['2002'] }, ['b']],
      [{ platform: ['douyin', 'wechat'] }, ['c']],
      [{ post: 'p2' }, ['b']],
      [{ key: 'other' }, ['b']],
      [{ ours: true }, ['e']],
      [{ ours: false }, ['a', 'b', 'c', 'd']],
      [{ publishedFrom: NOON }, ['a', 'b', 'c', 'e']],
      [{ publishedTo: NOON }, ['d']],
      [{ publishedFrom: NOON, publishedTo: NOON + HOUR }, ['a', 'b', 'e']],
      [{ text: '积水', account: ['1001'], label: ['inquiry'] }, ['c', 'd']]
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

async function counts(t: Test, on: On) {
  t.test('per value, under a filter; those without a value nowhere', async t => {
    const { classification: _, ...unread } = comment({ id: 'c', ours: true, text: '已转交处理' })
    const port = await filled(
      t,
      on,
      comment({ id: 'a', classification: classification({ sentiment: { name: 'negative', score: -0.8 } }) }),
      comment({ id: 'b', account: '2002', classification: classification({ label: 'suggestion' }) }),
      unread
    )
    t.strictSame(await port.count('label', {}), { inquiry: 1, suggestion: 1 })
    t.strictSame(await port.count('level', {}), { blue: 2 })
    t.strictSame(await port.count('sentiment', { account: ['1001'] }), { negative: 1 })
    t.strictSame(await port.count('account', {}), { 1001: 2, 2002: 1 })
    t.strictSame(await port.count('platform', { text: '积水' }), { weibo: 2 })
    t.strictSame(await port.count('label', { ours: true }), {})
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

async function lostAnswers(t: Test, on: On) {
  t.test('the winner knows it, though the answer was lost and somebody else put since', async t => {
    const { port, again, losing } = await on(t)
    if (!again || !losing) return t.pass('this store answers in the same process')
    const other = await again()
    const [a, b] = [comment({ id: 'a' }), comment({ id: 'b' })]
    const overtake = async () => {
      const found = await read(other, a)
      const [result] = await other.putEach([{ document: { ...found!.document, replies: 7 }, version: found!.version }])
      t.equal(result?.outcome, 'put')
    }
    const made = await losing(() => port.putEach(puts(a, b)), overtake)
    t.strictSame(
      made.map(({ outcome }) => outcome),
      ['put', 'put']
    )
    t.strictSame((await read(other, a))?.document, { ...a, replies: 7 })
    t.strictSame(
      await losing(() => port.putEach(puts({ ...b, likes: 9 }))),
      [{ outcome: 'conflict' }],
      'and so does the loser'
    )
    t.strictSame((await read(other, b))?.document, b)
  })
}
