import t, { type Test } from 'tap'
import type { Records } from '../src/records.ts'
import {
  ANSWERS_AT_HOME,
  type ContractOptions,
  NOON,
  type On,
  type Opened,
  opener,
  UNKNOWN_FIELDS,
  versionOf
} from './fixtures.ts'

/** What every store of small documents promises. `open` gives a fresh, empty one for each test. */
export function recordsContract(
  name: string,
  open: () => Promise<Opened<Records>>,
  { skip = false }: ContractOptions = {}
) {
  const on = opener(open)
  t.test(`${name} records`, { skip }, async t => {
    await t.test('claimed', t => claims(t, on))
    await t.test('changed', t => changes(t, on))
    await t.test('listed', t => lists(t, on))
    await t.test('when answers are lost', t => lostAnswers(t, on))
  })
}

async function claims(t: Test, on: On<Records>) {
  t.test('by exactly one of twenty who create at once, and its value stays', async t => {
    const { port, again } = await on(t)
    const other = again ? await again() : port
    const tries = Array.from({ length: 20 }, (_, n) => (n % 2 ? other : port).create('alert', { id: 'a', value: n }))
    const made = (await Promise.all(tries)).flatMap((mine, n) => (mine ? [n] : []))
    t.equal(made.length, 1)
    t.strictSame((await port.get('alert', 'a'))?.document, { id: 'a', value: made[0] })
    t.equal(await port.create('alert', { id: 'a', value: 99 }), false)
  })

  t.test('by kind: one id stands once in each', async t => {
    const { port } = await on(t)
    t.equal(await port.create('lease', { id: 'a', value: 'lease' }), true)
    t.equal(await port.create('cursor', { id: 'a', value: 'cursor' }), true)
    t.equal((await port.get('lease', 'a'))?.document.value, 'lease')
    t.equal(await port.get('session', 'a'), undefined)
    await port.remove('lease', 'a')
    t.equal((await port.get('cursor', 'a'))?.document.value, 'cursor')
  })
}

async function changes(t: Test, on: On<Records>) {
  t.test('only by who read it last', async t => {
    const { port } = await on(t)
    await port.create('lease', { id: 'a', value: { beat: 0 } })
    const read = await port.get<{ beat: number }>('lease', 'a')
    const tries = [1, 2, 3, 4].map(beat => port.putIfUnchanged('lease', { id: 'a', value: { beat } }, read!.version))
    const outcomes = (await Promise.all(tries)).map(({ outcome }) => outcome)
    t.equal(outcomes.filter(outcome => outcome === 'put').length, 1)
    t.equal(outcomes.filter(outcome => outcome === 'conflict').length, 3)
    const now = await port.get<{ beat: number }>('lease', 'a')
    t.equal(now?.document.value.beat, outcomes.indexOf('put') + 1)
    const next = await port.putIfUnchanged('lease', { id: 'a', value: { beat: 9 } }, now!.version)
    t.equal((await port.get('lease', 'a'))?.version, versionOf(next))
  })

  t.test('never where there is none', async t => {
    const { port } = await on(t)
    await port.create('lease', { id: 'a', value: 1 })
    const { version } = (await port.get('lease', 'a'))!
    t.strictSame(await port.putIfUnchanged('lease', { id: 'b', value: 1 }, version), { outcome: 'conflict' })
    await port.remove('lease', 'a')
    t.strictSame(await port.putIfUnchanged('lease', { id: 'a', value: 2 }, version), { outcome: 'conflict' })
    await port.create('lease', { id: 'a', value: 3 })
    t.strictSame(await port.putIfUnchanged('lease', { id: 'a', value: 4 }, version), { outcome: 'conflict' })
    t.strictSame((await port.get('lease', 'a'))?.document, { id: 'a', value: 3 })
  })

  t.test('by put whatever was there, and nobody overwrites it who read before', async t => {
    const { port } = await on(t)
    await port.put('cursor', { id: 'a', value: 1 })
    const before = await port.get('cursor', 'a')
    await port.put('cursor', { id: 'a', value: [2, { three: null }], dueAt: NOON })
    t.strictSame((await port.get('cursor', 'a'))?.document, { id: 'a', value: [2, { three: null }], dueAt: NOON })
    t.strictSame(await port.putIfUnchanged('cursor', { id: 'a', value: 3 }, before!.version), { outcome: 'conflict' })
    await port.put('cursor', { id: 'a', value: 'no longer due' })
    t.strictSame((await port.get('cursor', 'a'))?.document, { id: 'a', value: 'no longer due' })
  })

  t.test('gone after remove, which may be asked twice', async t => {
    const { port } = await on(t)
    await port.create('session', { id: 'a', value: 1, dueAt: NOON })
    await port.remove('session', 'a')
    await port.remove('session', 'a')
    t.equal(await port.get('session', 'a'), undefined)
    await port.refresh()
    t.strictSame(await port.list('session', { atMost: 10 }), [])
    t.strictSame(await port.due('session', NOON, 10), [])
    t.equal(await port.create('session', { id: 'a', value: 2 }), true)
  })

  t.test('whatever the value is', async t => {
    const { port } = await on(t)
    const values = [null, 0, '', false, '中文', [], {}, { ...UNKNOWN_FIELDS }, 'x'.repeat(100_000)]
    await Promise.all(values.map((value, n) => port.create('parked', { id: `p${n}`, value })))
    const read = await port.getMany(
      'parked',
      values.map((_, n) => `p${n}`)
    )
    t.strictSame(
      read.map(found => found?.document.value),
      values
    )
  })
}

async function lists(t: Test, on: On<Records>) {
  t.test('many in the order asked, with holes where there is none', async t => {
    const { port } = await on(t)
    for (const id of ['a', 'b', 'c']) await port.create('person', { id, value: id })
    const read = await port.getMany('person', ['c', 'none', 'a', 'c'])
    t.strictSame(
      read.map(found => found?.document.id),
      ['c', undefined, 'a', 'c']
    )
    t.strictSame(await port.getMany('person', []), [])
  })

  t.test('by id in their order, by prefix, page by page', async t => {
    const { port } = await on(t)
    const ids = ['a/1', 'a/10', 'a/2', 'a_1', 'a%', 'b', 'ab']
    for (const id of ids) await port.create('delivery', { id, value: { id } })
    await port.create('other', { id: 'a/3', value: 0 })
    await port.refresh()
    const list = async (options: { prefix?: string; after?: string; atMost: number }) =>
      (await port.list('delivery', options)).map(({ id }) => id)
    t.strictSame(await list({ atMost: 10 }), ['a%', 'a/1', 'a/10', 'a/2', 'a_1', 'ab', 'b'])
    t.strictSame(await list({ prefix: 'a/', atMost: 2 }), ['a/1', 'a/10'])
    t.strictSame(await list({ prefix: 'a/', after: 'a/10', atMost: 2 }), ['a/2'])
    t.strictSame(await list({ prefix: 'a%', atMost: 9 }), ['a%'])
    t.strictSame(await list({ prefix: 'a_', atMost: 9 }), ['a_1'])
    t.strictSame(await list({ after: 'ab', atMost: 9 }), ['b'])
    t.strictSame(await list({ prefix: 'c', atMost: 9 }), [])
    t.strictSame((await port.list('delivery', { prefix: 'b', atMost: 1 }))[0], { id: 'b', value: { id: 'b' } })
  })

  t.test(
    'by when they are due: the earliest first, at the instant too, later ones and those without never',
    async t => {
      const { port } = await on(t)
      const due = { third: NOON, later: NOON + 1, first: NOON - 2, second: NOON - 1 }
      for (const [id, dueAt] of Object.entries(due)) await port.create('delivery', { id, value: 1, dueAt })
      await port.create('delivery', { id: 'without', value: 1 })
      await port.create('other', { id: 'other', value: 1, dueAt: NOON })
      await port.refresh()
      const ids = async (atMost: number) => (await port.due('delivery', NOON, atMost)).map(({ id }) => id)
      t.strictSame(await ids(10), ['first', 'second', 'third'])
      t.strictSame(await ids(2), ['first', 'second'])
      t.strictSame((await port.due('delivery', NOON, 1))[0], { id: 'first', value: 1, dueAt: NOON - 2 })
    }
  )

  t.test('where a change has moved them', async t => {
    const { port } = await on(t)
    await port.put('delivery', { id: 'a', value: 1, dueAt: NOON })
    await port.put('delivery', { id: 'a', value: 2, dueAt: NOON + 1 })
    await port.refresh()
    t.strictSame(await port.due('delivery', NOON, 10), [])
    t.strictSame(await port.due('delivery', NOON + 1, 10), [{ id: 'a', value: 2, dueAt: NOON + 1 }])
    t.strictSame(await port.list('delivery', { atMost: 10 }), [{ id: 'a', value: 2, dueAt: NOON + 1 }])
  })
}

async function lostAnswers(t: Test, on: On<Records>) {
  t.test('who created knows it, and so does who did not', async t => {
    const { port, again, losing } = await on(t)
    if (!again || !losing) return t.pass(ANSWERS_AT_HOME, { skip: true })
    const other = await again()
    t.equal(await losing(() => port.create('alert', { id: 'a', value: 'mine' })), true)
    t.equal(
      await losing(() => port.create('alert', { id: 'a', value: 'mine' })),
      false,
      'the same once more is another'
    )
    await other.create('alert', { id: 'b', value: 'theirs' })
    t.equal(await losing(() => port.create('alert', { id: 'b', value: 'mine' })), false)
    t.equal((await other.get('alert', 'b'))?.document.value, 'theirs')
  })

  t.test('who created knows it even if somebody else put since', async t => {
    const { port, again, losing } = await on(t)
    if (!again || !losing) return t.pass(ANSWERS_AT_HOME, { skip: true })
    const other = await again()
    const overtake = () => other.put('alert', { id: 'a', value: 'theirs' })
    t.equal(await losing(() => port.create('alert', { id: 'a', value: 'mine' }), overtake), true)
    t.equal((await port.get('alert', 'a'))?.document.value, 'theirs')
  })

  t.test('who changed knows it', async t => {
    const { port, again, losing } = await on(t)
    if (!again || !losing) return t.pass(ANSWERS_AT_HOME, { skip: true })
    await port.create('lease', { id: 'a', value: 0 })
    const { version } = (await port.get('lease', 'a'))!
    const put = await losing(() => port.putIfUnchanged('lease', { id: 'a', value: 1 }, version))
    t.equal(put.outcome, 'put')
    t.equal((await port.get('lease', 'a'))?.version, versionOf(put))
    t.strictSame(await losing(() => port.putIfUnchanged('lease', { id: 'a', value: 2 }, version)), {
      outcome: 'conflict'
    })
  })
}
