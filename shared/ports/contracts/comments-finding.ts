import type { Test } from 'tap'
import type { Comments } from '../src/comments.ts'
import { filled, idsOf } from './comments-store.ts'
import { comment, NOON, type On, puts, versionOf } from './fixtures.ts'

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
