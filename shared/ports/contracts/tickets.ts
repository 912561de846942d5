import type { Ticket } from '@huiyin/schemas/ticket.ts'
import t, { type Test } from 'tap'
import type { Put } from '../src/documents.ts'
import type { TicketQuery, Tickets } from '../src/tickets.ts'
import {
  type ContractOptions,
  HOUR,
  MINUTE,
  NOON,
  type Opened,
  runningUntil,
  ticket,
  withUnknownFields
} from './fixtures.ts'

type Open = () => Promise<Opened<Tickets>>

/** What every store of tickets promises. `open` gives a fresh, empty one for each test. */
export function ticketsContract(name: string, open: Open, { skip = false }: ContractOptions = {}) {
  t.test(`${name} tickets`, { skip }, async t => {
    const on = opener(open)
    await t.test('one at a time', t => changes(t, on))
    await t.test('found by when they are due', t => dueTimes(t, on))
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

const puts = (...tickets: Ticket[]): Put<Ticket>[] => tickets.map(document => ({ document }))

async function filled(t: Test, on: On, ...tickets: Ticket[]) {
  const { port } = await on(t)
  await port.putEach(puts(...tickets))
  await port.refresh()
  return port
}

const idsOf = async (port: Tickets, query: Partial<TicketQuery>) =>
  (await port.search({ sort: 'newest', atMost: 50, ...query })).rows.map(({ id }) => id).sort()

async function changes(t: Test, on: On) {
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
    if (!again) return t.pass('this store has one handle')
    const other = await again()
    const made = await port.putIfUnchanged(ticket({ id: 'a' }))
    t.strictSame(await other.get('a'), { document: ticket({ id: 'a' }), version: versionOf(made) })
    t.equal((await other.putIfUnchanged(ticket({ id: 'a', urgent: true }), versionOf(made))).outcome, 'put')
    t.strictSame(await port.putIfUnchanged(ticket({ id: 'a', review: true }), versionOf(made)), { outcome: 'conflict' })
  })
}

const versionOf = (result: { outcome: string; version?: string }) => {
  if (result.version === undefined) throw new Error(`Expected a put; the outcome was ${result.outcome}`)
  return result.version
}

async function dueTimes(t: Test, on: On) {
  for (const field of ['nextDueAt', 'nextSendAt', 'lookBackAt', 'unpublishedSince'] as const) {
    t.test(`by ${field}: the earliest first, those at the instant too, later ones and those without never`, async t => {
      const port = await filled(
        t,
        on,
        ticket({ id: 'third', [field]: NOON }),
        ticket({ id: 'first', [field]: NOON - HOUR }),
        ticket({ id: 'later', [field]: NOON + 1 }),
        ticket({ id: 'second', [field]: NOON - MINUTE }),
        ticket({ id: 'without' })
      )
      t.strictSame(await port.due(field, NOON, 10), ['first', 'second', 'third'])
      t.strictSame(await port.due(field, NOON, 2), ['first', 'second'])
      const others = (['nextDueAt', 'nextSendAt', 'lookBackAt', 'unpublishedSince'] as const).filter(f => f !== field)
      for (const other of others) t.strictSame(await port.due(other, NOON, 10), [], `not by ${other}`)
    })
  }

  t.test('a due time that moved or ended is found where it is now', async t => {
    const { port } = await on(t)
    const made = await port.putEach(puts(ticket({ id: 'a', nextDueAt: NOON }), ticket({ id: 'b', nextDueAt: NOON })))
    const [a, b] = made.map(versionOf)
    await port.putIfUnchanged(ticket({ id: 'a', nextDueAt: NOON + HOUR }), a)
    await port.putIfUnchanged(ticket({ id: 'b' }), b)
    await port.refresh()
    t.strictSame(await port.due('nextDueAt', NOON, 10), [])
    t.strictSame(await port.due('nextDueAt', NOON + HOUR, 10), ['a'])
  })
}

async function texts(t: Test, on: On) {
  const street = () => [
    ticket({ id: 'lamp', number: 'LAMP-2345', says: '和平路的路灯坏了三天没人修' }),
    ticket({ id: 'water', number: 'H7Q2-9KXM', says: '小区门口积水严重，孩子上学要绕路' }),
    ticket({
      id: 'bus',
      number: 'BUSS-2345',
      says: 'K12路公交车总是晚点，APP和café都打不开',
      postTitle: '关于优化公交线路的公告'
    }),
    ticket({ id: 'name', number: 'NAME-2345', says: '请问几点上班', citizen: { id: 'u9', name: '江边的老王' } })
  ]
  const asked: [string, string, string[]][] = [
    ['a word', '积水', ['water']],
    ['several words, all of which must be found', '路灯 三天', ['lamp']],
    ['words of which one is nowhere', '路灯 积水', []],
    ['a piece of the text that no cutting of words would give', '"路的路"', ['lamp']],
    ['the end of one word with the beginning of the next', '水严', ['water']],
    ['a single character', '灯', ['lamp']],
    ['a phrase', '"坏了三天"', ['lamp']],
    ['a phrase whose characters stand apart', '"路三天"', []],
    ['a Latin word in another case', 'app', ['bus']],
    ['digits with their letters, in full width', 'ｋ１２', ['bus']],
    ['a word with an accent', 'Café', ['bus']],
    ['a word without its accent, which is another', 'cafe', []],
    ['a part of a Latin word, which is no word', 'ap', []],
    ['the title of the post', '公交线路', ['bus']],
    ['the number of the ticket', 'h7q2-9kxm', ['water']],
    ['the name of the citizen', '老王', ['name']],
    ['a phrase over the end of one text and the beginning of the next', '"打不开关于"', []],
    ['marks alone, which narrow nothing', '？！', ['bus', 'lamp', 'name', 'water']]
  ]
  t.test('in the ways that people ask', async t => {
    const port = await filled(t, on, ...street())
    for (const [what, text, ids] of asked) t.strictSame(await idsOf(port, { text }), ids, `${what}: ${text}`)
  })

  t.test('no longer by a word that is gone', async t => {
    const { port } = await on(t)
    const made = await port.putIfUnchanged(ticket({ id: 'a', says: '井盖松动' }))
    await port.putIfUnchanged(ticket({ id: 'a', says: '已经修好' }), versionOf(made))
    await port.refresh()
    t.strictSame(await idsOf(port, { text: '井盖' }), [])
    t.strictSame(await idsOf(port, { text: '修好' }), ['a'])
  })
}

async function lists(t: Test, on: On) {
  t.test('narrowed by each condition, and by several together', async t => {
    const port = await filled(
      t,
      on,
      ticket({
        id: 'a',
        department: '住建局',
        label: 'complaint',
        risk: { score: 80, level: 'orange', reasons: [] },
        urgent: true
      }),
      ticket({ id: 'b', department: '交通局', label: 'inquiry', account: '2002', review: true }),
      ticket({
        id: 'c',
        status: 'answered',
        label: 'suggestion',
        platform: 'wechat',
        openedAt: NOON + HOUR,
        clocks: []
      }),
      ticket({ id: 'd', status: 'dismissed', label: 'complaint', openedAt: NOON - HOUR, clocks: [runningUntil(NOON)] }),
      ticket({
        id: 'e',
        label: 'inquiry',
        clocks: [{ ...runningUntil(NOON - HOUR), stoppedAt: NOON }, runningUntil(NOON + HOUR)]
      })
    )
    const asked: [Partial<TicketQuery>, string[]][] = [
      [{}, ['a', 'b', 'c', 'd', 'e']],
      [{ status: ['answered', 'dismissed'] }, ['c', 'd']],
      [{ status: [] }, []],
      [{ label: ['inquiry'] }, ['b', 'e']],
      [{ level: ['orange', 'red'] }, ['a']],
      [{ urgent: true }, ['a']],
      [{ urgent: false }, ['b', 'c', 'd', 'e']],
      [{ review: true }, ['b']],
      [{ account: ['2002', '3003'] }, ['b']],
      [{ platform: ['wechat'] }, ['c']],
      [{ department: ['住建局', '交通局'] }, ['a', 'b']],
      [{ openedFrom: NOON }, ['a', 'b', 'c', 'e']],
      [{ openedTo: NOON }, ['d']],
      [{ openedFrom: NOON - HOUR, openedTo: NOON + HOUR }, ['a', 'b', 'd', 'e']],
      [{ dueBefore: NOON + HOUR }, []],
      [{ dueBefore: NOON + HOUR + 1 }, ['e']],
      [{ dueBefore: NOON + 25 * HOUR }, ['a', 'b', 'e']],
      [{ label: ['complaint'], status: ['open'], text: '路灯', urgent: true }, ['a']],
      [{ label: ['complaint'], status: ['open'], urgent: false }, []]
    ]
    for (const [query, ids] of asked) t.strictSame(await idsOf(port, query), ids, JSON.stringify(query))
  })

  t.test('in each order, ties by id', async t => {
    const of = (id: string, score: number, openedAt: number, ...clocks: Ticket['clocks']) =>
      ticket({ id, risk: { score, level: 'blue', reasons: [] }, openedAt, clocks })
    const port = await filled(
      t,
      on,
      of('d', 50, NOON, runningUntil(NOON + HOUR)),
      of('b', 70, NOON + MINUTE),
      of('a', 50, NOON, runningUntil(NOON + 2 * HOUR)),
      of('c', 10, NOON + HOUR, runningUntil(NOON + HOUR)),
      of('e', 50, NOON - HOUR)
    )
    const order = async (sort: TicketQuery['sort']) => (await port.search({ sort, atMost: 9 })).rows.map(({ id }) => id)
    t.strictSame(await order('due'), ['c', 'd', 'a', 'b', 'e'])
    t.strictSame(await order('newest'), ['c', 'b', 'a', 'd', 'e'])
    t.strictSame(await order('risk'), ['b', 'a', 'd', 'e', 'c'])
  })

  for (const sort of ['due', 'newest', 'risk'] as const) {
    t.test(`page by page by ${sort}, without gaps or doubles while new ones arrive`, async t => {
      const first = Array.from({ length: 13 }, (_, n) =>
        ticket({
          id: `t${String(n).padStart(2, '0')}`,
          openedAt: NOON + (n % 4) * MINUTE,
          clocks: n % 3 ? [runningUntil(NOON + n * HOUR)] : []
        })
      )
      const port = await filled(t, on, ...first)
      const seen: string[] = []
      let after: string | undefined
      let pages = 0
      do {
        const page = await port.search({ sort, atMost: 3, ...(after !== undefined && { after }) })
        seen.push(...page.rows.map(({ id }) => id))
        after = page.after
        pages += 1
        const front = {
          openedAt: NOON + HOUR,
          risk: { score: 99, level: 'red' as const, reasons: [] },
          clocks: [runningUntil(NOON - HOUR)]
        }
        await port.putEach(puts(ticket({ id: `new${pages}`, ...front })))
        await port.refresh()
      } while (after !== undefined && pages < 20)
      t.equal(pages, 5)
      t.strictSame(
        [...seen].sort(),
        first.map(({ id }) => id)
      )
    })
  }

  t.test('with the total of all that match, and no next page after the last', async t => {
    const port = await filled(
      t,
      on,
      ticket({ id: 'a' }),
      ticket({ id: 'b' }),
      ticket({ id: 'c' }),
      ticket({ id: 'd', urgent: true })
    )
    const page = await port.search({ sort: 'newest', atMost: 2, urgent: false })
    t.equal(page.total, 3)
    const last = await port.search({ sort: 'newest', atMost: 2, urgent: false, after: page.after! })
    t.strictSame(
      { ids: last.rows.map(({ id }) => id), total: last.total, after: last.after },
      { ids: ['c'], total: 3, after: undefined }
    )
    t.strictSame(await port.search({ sort: 'newest', atMost: 4, label: ['other'] }), { rows: [], total: 0 })
    t.equal((await port.search({ sort: 'newest', atMost: 4 })).after, undefined)
  })

  t.test('a page that was not given by this list is refused', async t => {
    const port = await filled(t, on, ticket({ id: 'a' }), ticket({ id: 'b' }))
    const { after } = await port.search({ sort: 'newest', atMost: 1 })
    await t.rejects(port.search({ sort: 'newest', atMost: 1, after: 'nonsense' }), { code: 'INVALID_REQUEST' })
    await t.rejects(port.search({ sort: 'risk', atMost: 1, after: after! }), { code: 'INVALID_REQUEST' })
  })

  t.test('after a refresh with every put that was answered, however many ask for it at once', async t => {
    const { port } = await on(t)
    for (const round of [1, 2, 3]) {
      await Promise.all(
        Array.from({ length: 8 }, async (_, n) => {
          const id = `${round}-${n}`
          await port.putIfUnchanged(ticket({ id }))
          await port.refresh()
          t.ok((await idsOf(port, { openedFrom: NOON })).includes(id), id)
        })
      )
    }
  })
}

async function counts(t: Test, on: On) {
  t.test('per value, under a filter; those without a value nowhere', async t => {
    const port = await filled(
      t,
      on,
      ticket({ id: 'a', department: '住建局', risk: { score: 90, level: 'red', reasons: [] } }),
      ticket({ id: 'b', department: '住建局', account: '2002', label: 'inquiry' }),
      ticket({ id: 'c', status: 'answered', platform: 'douyin', says: '谢谢' })
    )
    t.strictSame(await port.count('status', {}), { open: 2, answered: 1 })
    t.strictSame(await port.count('label', { status: ['open'] }), { complaint: 1, inquiry: 1 })
    t.strictSame(await port.count('level', {}), { red: 1, blue: 2 })
    t.strictSame(await port.count('account', {}), { 1001: 2, 2002: 1 })
    t.strictSame(await port.count('platform', { text: '路灯' }), { weibo: 2 })
    t.strictSame(await port.count('department', {}), { 住建局: 2 })
    t.strictSame(await port.count('department', { label: ['other'] }), {})
  })

  t.test('per day of Shanghai, to the millisecond of its midnight', async t => {
    const midnight = Date.UTC(2026, 10, 21, 16)
    const port = await filled(
      t,
      on,
      ticket({ id: 'a', openedAt: midnight - 1 }),
      ticket({ id: 'b', openedAt: midnight }),
      ticket({ id: 'c', openedAt: midnight + 8 * HOUR - 1 }),
      ticket({ id: 'd', openedAt: midnight + 24 * HOUR })
    )
    t.strictSame(await port.count('openedDay', {}), { '2026-11-21': 1, '2026-11-22': 2, '2026-11-23': 1 })
    t.strictSame(await port.count('openedDay', { openedTo: midnight }), { '2026-11-21': 1 })
  })
}

async function lostAnswers(t: Test, on: On) {
  const through = async (t: Test) => {
    const { port, again, losing } = await on(t)
    return again && losing ? { port, losing, other: await again() } : undefined
  }

  t.test('the winner knows it, though the answer was lost', async t => {
    const store = await through(t)
    if (!store) return t.pass('this store answers in the same process')
    const { port, losing, other } = store
    const made = await losing(() => port.putIfUnchanged(ticket({ id: 'a' })))
    t.equal(made.outcome, 'put')
    const next = await losing(() => port.putIfUnchanged(ticket({ id: 'a', urgent: true }), versionOf(made)))
    t.equal(next.outcome, 'put')
    t.equal((await other.get('a'))?.version, versionOf(next))
  })

  t.test('the winner knows it, though the answer was lost and somebody else put since', async t => {
    const store = await through(t)
    if (!store) return t.pass('this store answers in the same process')
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
    if (!store) return t.pass('this store answers in the same process')
    const { port, losing, other } = store
    const made = await other.putIfUnchanged(ticket({ id: 'a' }))
    const later = await other.putIfUnchanged(ticket({ id: 'a', says: '别人先改了' }), versionOf(made))
    t.strictSame(await losing(() => port.putIfUnchanged(ticket({ id: 'a' }))), { outcome: 'conflict' })
    t.strictSame(await losing(() => port.putIfUnchanged(ticket({ id: 'a' }), versionOf(made))), { outcome: 'conflict' })
    t.equal((await other.get('a'))?.version, versionOf(later))
  })
}
