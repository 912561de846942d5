import type { Test } from 'tap'
import type { Tickets } from '../src/tickets.ts'
import { ANSWERS_AT_HOME, NOON, type On, puts, ticket, versionOf, withUnknownFields } from './fixtures.ts'

export async function changes(t: Test, on: On<Tickets>) {
  t.test('gives back what was put, and nothing where nothing was', async t => {
    const { port } = await on(t)
    const document = ticket({ id: 'a' })
    const put = await port.putIfUnchanged(document)
    t.equal(put.outcome, 'put')
    t.strictSame((await port.get('a'))?.document, document)
    t.equal(await port.get('b'), undefined)
  })

  t.test('reads many in the order asked, with holes where there is none', async t => {
    const { port } = await on(t)
    await port.putEach(puts(ticket({ id: 'a' }), ticket({ id: 'b' }), ticket({ id: 'c' })))
    const read = await port.getMany(['c', 'none', 'a', 'c'])
    t.strictSame(
      read.map(found => found?.document.id),
      ['c', undefined, 'a', 'c']
    )
    t.strictSame(await port.getMany([]), [])
  })

  t.test('takes a change of what was read, with the version of the read or of the last put', async t => {
    const { port } = await on(t)
    const made = await port.putIfUnchanged(ticket({ id: 'a' }))
    const second = await port.putIfUnchanged(ticket({ id: 'a', urgent: true }), versionOf(made))
    const read = await port.get('a')
    t.equal(read?.document.urgent, true)
    t.equal(read?.version, versionOf(second))
    t.equal((await port.putIfUnchanged(ticket({ id: 'a', review: true }), read?.version)).outcome, 'put')
    t.strictSame((await port.get('a'))?.document, ticket({ id: 'a', review: true }))
  })

  t.test('refuses what was decided on an older state, on none, or on one that never was', async t => {
    const { port } = await on(t)
    const made = await port.putIfUnchanged(ticket({ id: 'a' }))
    await port.putIfUnchanged(ticket({ id: 'a', review: true }), versionOf(made))
    t.strictSame(await port.putIfUnchanged(ticket({ id: 'a', urgent: true }), versionOf(made)), { outcome: 'conflict' })
    t.strictSame(await port.putIfUnchanged(ticket({ id: 'a', urgent: true })), { outcome: 'conflict' })
    t.strictSame(await port.putIfUnchanged(ticket({ id: 'never' }), versionOf(made)), { outcome: 'conflict' })
    t.strictSame((await port.get('a'))?.document, ticket({ id: 'a', review: true }))
  })

  t.test('lets one win of many who put the same version at once', async t => {
    const { port, again } = await on(t)
    const other = again ? await again() : port
    for (const version of [undefined, versionOf(await port.putIfUnchanged(ticket({ id: 'b' })))]) {
      const id = version ? 'b' : 'a'
      const tries = Array.from({ length: 20 }, (_, n) =>
        (n % 2 ? other : port).putIfUnchanged(ticket({ id, says: `第${n}次` }), version)
      )
      const outcomes = await Promise.all(tries)
      const winners = outcomes.flatMap(({ outcome }, n) => (outcome === 'put' ? [n] : []))
      t.equal(winners.length, 1, `one winner for ${id}`)
      t.equal((await port.get(id))?.document.turns[0]?.excerpt, `第${winners[0]}次`)
    }
  })

  t.test('judges each of many puts on its own, and answers in their order', async t => {
    const { port } = await on(t)
    const old = versionOf(await port.putIfUnchanged(ticket({ id: 'a' })))
    const fresh = versionOf(await port.putIfUnchanged(ticket({ id: 'a', review: true }), old))
    const b = versionOf(await port.putIfUnchanged(ticket({ id: 'b' })))
    const results = await port.putEach([
      { document: ticket({ id: 'a', urgent: true }), version: old },
      { document: ticket({ id: 'c' }) },
      { document: ticket({ id: 'b' }) },
      { document: ticket({ id: 'd' }), version: b }
    ])
    t.strictSame(
      results.map(({ outcome }) => outcome),
      ['conflict', 'put', 'conflict', 'conflict']
    )
    t.equal((await port.get('a'))?.version, fresh)
    t.equal((await port.get('c'))?.version, versionOf(results[1]!))
    t.strictSame(await port.putEach([]), [])
  })

  t.test('keeps fields that it does not know, and is not hurt by them', async t => {
    const { port } = await on(t)
    const document = withUnknownFields(ticket({ id: 'a' }))
    t.equal((await port.putIfUnchanged(document)).outcome, 'put')
    await port.refresh()
    t.strictSame((await port.get('a'))?.document, document)
    t.strictSame((await port.search({ sort: 'newest', atMost: 1 })).rows, [document])
  })

  t.test('takes a ticket whose lists are full', async t => {
    const { port } = await on(t)
    const met = Object.fromEntries(Array.from({ length: 2000 }, (_, n) => [`digest${n}`, NOON + n]))
    const turns = Array.from({ length: 20 }, (_, n) => ({
      n: n + 1,
      by: 'citizen' as const,
      at: NOON,
      excerpt: '水'.repeat(200)
    }))
    const document = ticket({ id: 'a', met, turns })
    t.equal((await port.putIfUnchanged(document)).outcome, 'put')
    t.strictSame((await port.get('a'))?.document, document)
  })

  t.test('shows a second handle at once what the first one put', async t => {
    const { port, again } = await on(t)
    if (!again) return t.pass('this store has one handle', { skip: true })
    const other = await again()
    const made = await port.putIfUnchanged(ticket({ id: 'a' }))
    t.strictSame(await other.get('a'), { document: ticket({ id: 'a' }), version: versionOf(made) })
    t.equal((await other.putIfUnchanged(ticket({ id: 'a', urgent: true }), versionOf(made))).outcome, 'put')
    t.strictSame(await port.putIfUnchanged(ticket({ id: 'a', review: true }), versionOf(made)), { outcome: 'conflict' })
  })
}

export async function lostAnswers(t: Test, on: On<Tickets>) {
  const through = async (t: Test) => {
    const { port, again, losing } = await on(t)
    return again && losing ? { port, losing, other: await again() } : undefined
  }

  t.test('the winner knows it, though the answer was lost', async t => {
    const store = await through(t)
    if (!store) return t.pass(ANSWERS_AT_HOME, { skip: true })
    const { port, losing, other } = store
    const made = await losing(() => port.putIfUnchanged(ticket({ id: 'a' })))
    t.equal(made.outcome, 'put')
    const next = await losing(() => port.putIfUnchanged(ticket({ id: 'a', urgent: true }), versionOf(made)))
    t.equal(next.outcome, 'put')
    t.equal((await other.get('a'))?.version, versionOf(next))
  })

  t.test('the winner knows it, though the answer was lost and somebody else put since', async t => {
    const store = await through(t)
    if (!store) return t.pass(ANSWERS_AT_HOME, { skip: true })
    const { port, losing, other } = store
    const overtake = async () => {
      const read = await other.get('a')
      t.equal((await other.putIfUnchanged({ ...read!.document, review: true }, read!.version)).outcome, 'put')
    }
    const made = await losing(() => port.putIfUnchanged(ticket({ id: 'a' })), overtake)
    t.equal(made.outcome, 'put', 'made')
    t.strictSame(
      await port.putIfUnchanged(ticket({ id: 'a' }), versionOf(made)),
      { outcome: 'conflict' },
      'its version is stale'
    )

    const read = await port.get('a')
    const [changed, fresh] = await losing(
      () =>
        port.putEach([
          { document: { ...read!.document, urgent: true }, version: read!.version },
          { document: ticket({ id: 'b' }) }
        ]),
      overtake
    )
    t.strictSame([changed!.outcome, fresh!.outcome], ['put', 'put'], 'changed, and its neighbour')
    t.match((await other.get('a'))?.document, { urgent: true, review: true }, 'nothing was written over')
  })

  t.test('the loser knows it too', async t => {
    const store = await through(t)
    if (!store) return t.pass(ANSWERS_AT_HOME, { skip: true })
    const { port, losing, other } = store
    const made = await other.putIfUnchanged(ticket({ id: 'a' }))
    const later = await other.putIfUnchanged(ticket({ id: 'a', says: '别人先改了' }), versionOf(made))
    t.strictSame(await losing(() => port.putIfUnchanged(ticket({ id: 'a' }))), { outcome: 'conflict' })
    t.strictSame(await losing(() => port.putIfUnchanged(ticket({ id: 'a' }), versionOf(made))), { outcome: 'conflict' })
    t.equal((await other.get('a'))?.version, versionOf(later))
  })
}
