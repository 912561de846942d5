import type { Test } from 'tap'
import type { Comments } from '../src/comments.ts'
import { filled, idsOf, read } from './comments-store.ts'
import {
  ANSWERS_AT_HOME,
  classification,
  comment,
  HOUR,
  NOON,
  type On,
  puts,
  says,
  versionOf,
  withUnknownFields
} from './fixtures.ts'

export async function changes(t: Test, on: On<Comments>) {
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
    t.strictSame(await idsOf(port, { where: says('尾声') }), ['a'])
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

export async function lostAnswers(t: Test, on: On<Comments>) {
  t.test('the winner knows it, though the answer was lost and somebody else put since', async t => {
    const { port, again, losing } = await on(t)
    if (!again || !losing) return t.pass(ANSWERS_AT_HOME, { skip: true })
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
