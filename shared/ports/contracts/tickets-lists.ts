import type { Dispatch, Ticket } from '@huiyin/schemas/ticket.ts'
import type { Test } from 'tap'
import type { TicketQuery, Tickets } from '../src/tickets.ts'
import { HOUR, MINUTE, NOON, type On, puts, runningUntil, says, ticket } from './fixtures.ts'
import { filled, idsOf } from './tickets-store.ts'

const dispatched = (department: string, more: Partial<Dispatch> = {}): Dispatch => ({
  id: department,
  department,
  state: 'dispatched',
  cycle: 1,
  request: '请处理',
  by: { id: 'li', name: '李静', role: 'editor' },
  dispatchedAt: NOON,
  ...more
})

export async function lists(t: Test, on: On<Tickets>) {
  t.test('narrowed by each condition, and by several together', async t => {
    const port = await filled(
      t,
      on,
      ticket({
        id: 'a',
        department: '住建局',
        label: 'complaint',
        risk: { score: 80, level: 'orange', reasons: [] },
        urgent: true,
        dispatches: [dispatched('水务局', { assisting: ['城管局'] })]
      }),
      ticket({
        id: 'b',
        department: '交通局',
        label: 'inquiry',
        account: '2002',
        review: true,
        dispatches: [dispatched('水务局', { state: 'bounced', endedAt: NOON }), dispatched('交通局')]
      }),
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
        status: 'handling',
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
      [{ dispatchedTo: '水务局' }, ['a', 'b']],
      [{ dispatchedTo: '城管局' }, ['a']],
      [{ dispatchedTo: '交通局', review: true }, ['b']],
      [{ dispatchedTo: '住建局' }, []],
      [{ of: [{ platform: 'weibo', account: '2002' }] }, ['b']],
      [{ of: [{ platform: 'wechat', account: '2002' }] }, []],
      [
        {
          of: [
            { platform: 'weibo', account: '2002' },
            { platform: 'wechat', account: '1001' }
          ]
        },
        ['b', 'c']
      ],
      [{ of: [] }, []],
      [{ openedFrom: NOON }, ['a', 'b', 'c', 'e']],
      [{ openedTo: NOON }, ['d']],
      [{ openedFrom: NOON - HOUR, openedTo: NOON + HOUR }, ['a', 'b', 'd', 'e']],
      [{ dueBefore: NOON + HOUR }, []],
      [{ dueBefore: NOON + HOUR + 1 }, ['e']],
      [{ dueBefore: NOON + 25 * HOUR }, ['a', 'b', 'e']],
      [{ label: ['complaint'], status: ['open'], where: says('路灯'), urgent: true }, ['a']],
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

export async function counts(t: Test, on: On<Tickets>) {
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
    t.strictSame(await port.count('platform', { where: says('路灯') }), { weibo: 2 })
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
