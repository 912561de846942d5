import { dispatch, signDispatch, transfer } from '@huiyin/domain/cases/commands.ts'
import { acknowledge, dismiss, pause, undo } from '@huiyin/domain/commands.ts'
import { draftReply, reviewReply } from '@huiyin/domain/replies/commands.ts'
import { OUTGOING_WAIT } from '@huiyin/domain/undo/outgoing.ts'
import type { Alert } from '@huiyin/schemas/alert.ts'
import type { Classification } from '@huiyin/schemas/classification.ts'
import t from 'tap'
import { tick } from '../src/tick.ts'
import { BUSY, DESK, DUE, HOUR, kinds, LI, LOST, ladder, MINUTE, NINE, office, WANG } from './office.ts'

t.test('the alerter', async t => {
  t.test('warns 12, 4 and 1 hours before and tells the breach, each once (R29, R40)', async t => {
    const { at, told, arrives } = office()
    await arrives(1)
    for (const hour of [1, 12, 12.01, 20, 23, 23.5, 24, 24.1, 25]) await at(NINE + hour * HOUR)
    t.same(kinds(told), ['warn 12', 'warn 4', 'warn 1', 'breach'])
  })

  t.test('tells a breach in the very millisecond it is due, and keeps when it was noticed beside it (R29)', async t => {
    const { at, told, arrives, ticketOf } = office()
    const [first, second] = [await arrives(1), await arrives(2, { publishedAt: NINE + MINUTE })]
    const breached = () => told.filter(({ alert }) => alert.kind === 'breach').map(({ alert }) => alert.ticket)
    await at(DUE - 1)
    t.same(breached(), [])
    t.equal((await ticketOf(first)).clocks[0]?.breachedAt, undefined)
    await at(DUE)
    t.same(breached(), [first])
    t.match((await ticketOf(first)).clocks[0], { breachedAt: DUE, detectedAt: DUE })
    await at(DUE + MINUTE + 20_000)
    t.same(breached(), [first, second])
    t.match((await ticketOf(second)).clocks[0], { breachedAt: DUE + MINUTE, detectedAt: DUE + MINUTE + 20_000 })
  })

  t.test('tells only the nearest warning after it was away for long, in a digest (R30)', async t => {
    const { at, told, digests, arrives } = office()
    await arrives(1)
    await at(NINE + 21 * HOUR)
    await at(NINE + 21 * HOUR + 5 * MINUTE)
    t.same(kinds(told), [])
    t.same(
      digests.map(({ notices, of }) => [kinds(notices), of.why]),
      [[['warn 4'], 'late']]
    )
  })

  t.test('makes one row when two alerters look at the same moment (R40, T12)', async t => {
    const { told, ports, store, arrives, alerts, setNow } = office()
    await arrives(1)
    setNow(DUE)
    for (let round = 0; round < 3; round++) {
      await Promise.all([store.tickets.refresh(), store.records.refresh()])
      await Promise.all([tick(ports, DUE), tick(ports, DUE)])
    }
    t.same(kinds(told), ['breach'])
    t.equal((await alerts()).length, 1)
  })

  t.test('makes the row once when it is killed before the ticket knows of it (R40)', async t => {
    const { at, told, arrives, alerts, store } = office()
    await arrives(1)
    const { putEach } = store.tickets
    for (const hour of [12, 24]) {
      store.tickets.putEach = () => Promise.reject(new Error('killed'))
      await t.rejects(at(NINE + hour * HOUR), /killed/)
      store.tickets.putEach = putEach
      await at(NINE + hour * HOUR + 1000)
    }
    t.same(kinds(told), ['warn 12', 'breach'])
    t.equal((await alerts()).length, 2)
  })

  t.test('repeats an urgent alert of unknown fate and says so (R41)', async t => {
    const { at, told, arrives } = office({ answers: [LOST] })
    await arrives(1, { urgent: true })
    await at(NINE)
    await at(NINE + MINUTE + 1000)
    t.match(told, [
      { alert: { kind: 'urgent' }, perhapsRepeated: false },
      { alert: { kind: 'urgent' }, perhapsRepeated: true }
    ])
  })

  t.test('shows any other as unknown and tells it by the next channel (R41)', async t => {
    const to = [ladder('webhook', false, [{}])]
    const { at, told, rest, deliveries, arrives } = office({ answers: [LOST], others: ['mail'], ladders: to })
    await arrives(1)
    await at(DUE)
    await at(DUE + HOUR)
    t.equal(told.length, 1)
    t.same(kinds(rest[0]!.told), ['breach'])
    t.match(await deliveries(), [
      { channel: 'mail', state: 'sent' },
      { channel: 'webhook', state: 'unknown' }
    ])
  })

  t.test('ends a claim that somebody left in the same way (R41)', async t => {
    const to = [ladder('webhook', false, [{}])]
    const { at, told, rest, arrives, ports, store, deliveries } = office({ others: ['mail'], ladders: to })
    await arrives(1)
    ports.channels[0]!.deliver = () => Promise.reject(new Error('killed'))
    await t.rejects(at(DUE), /killed/)
    await at(DUE + 30_000)
    t.match(await deliveries(), [{ channel: 'webhook', state: 'sending' }])
    await at(DUE + MINUTE)
    t.equal(told.length, 0)
    t.same(kinds(rest[0]!.told), ['breach'])
    t.equal((await store.tickets.due('nextDueAt', DUE, 1)).length, 0)
  })

  t.test('gives back what it has claimed when the lease was lost before it left', async t => {
    const { at, told, arrives, ports, deliveries } = office()
    await arrives(1)
    let asked = 0
    ports.holds = name => name !== 'channel/webhook' || ++asked < 3
    await at(DUE)
    t.ok(asked >= 3)
    t.equal(told.length, 0)
    t.match(await deliveries(), [{ state: 'pending', attempts: 0 }])
    ports.holds = () => true
    await at(DUE + 1000)
    t.match(told, [{ alert: { kind: 'breach' }, perhapsRepeated: false }])
  })

  t.test('lets nothing leave a copied installation (R45)', async t => {
    const { at, told, arrives, ports, alerts } = office()
    ports.mayAlert = async () => false
    await arrives(1)
    await at(DUE)
    t.equal(told.length, 0)
    t.equal((await alerts()).length, 1, 'but it stands in the ledger')
  })

  t.test('gives whoever is told a link by which they take the ticket, and none in a digest (R33)', async t => {
    const { at, arrives, told, digests, ports } = office()
    Object.assign(ports, { acknowledge: async ({ number }: Alert) => `https://huiyin.example/ack/${number}` })
    await arrives(1)
    await at(NINE + 12 * HOUR)
    t.match(told, [{ acknowledge: `https://huiyin.example/ack/${told[0]?.alert.number}` }])
    await at(NINE + 21 * HOUR)
    await at(NINE + 21 * HOUR + 5 * MINUTE)
    t.equal(digests[0]?.notices[0]?.acknowledge, undefined)
  })

  t.test('keeps in the ledger what reaches nobody', async t => {
    const { at, arrives, alerts, ticketOf, ports } = office()
    Object.assign(ports, { people: () => ({ persons: [], departments: [], rosters: [], channels: [], ladders: [] }) })
    const id = await arrives(1)
    await at(DUE)
    t.match(await alerts(), [{ kind: 'breach', recipients: [] }])
    await at(DUE + 48 * HOUR)
    t.notOk((await ticketOf(id)).exhausted)
  })

  t.test('leaves no event of a ticket to the sweeper', async t => {
    const { at, arrives, ticketOf } = office()
    const id = await arrives(1)
    await at(DUE)
    t.match(await ticketOf(id), { unpublished: { length: 0 }, unpublishedSince: undefined })
  })
})

t.test('what waits to be told is told no more (R34)', async t => {
  /** A warning twelve hours before stands and could not leave yet. */
  async function waiting(of: Partial<Classification> = {}) {
    const house = office({ answers: [BUSY] })
    const id = await house.arrives(1, of)
    await house.at(NINE + 12 * HOUR)
    const after = async () => {
      await house.at(NINE + 14 * HOUR)
      t.same(kinds(house.told), ['warn 12'], 'it was tried once')
      return (await house.deliveries()).map(({ state }) => state)
    }
    return { ...house, id, after }
  }

  t.test('once somebody has acknowledged', async t => {
    const { id, acts, after } = await waiting()
    await acts(id, acknowledge({ actor: LI, id: 'k' }))
    t.same(await after(), ['cancelled'])
  })

  t.test('once the citizen was answered', async t => {
    const { id, acts, ticketOf, after, setNow } = await waiting()
    const { lastTurn } = await ticketOf(id)
    const { replies } = await acts(id, draftReply({ actor: LI, id: 'k', seen: lastTurn, text: '已派人处理。' }))
    const { id: reply, hash } = replies[0]!
    await acts(id, reviewReply({ actor: WANG, id: 'k2', reply, hash }))
    setNow(NINE + 12 * HOUR + OUTGOING_WAIT)
    await acts(id, { type: 'reply.sending', actor: DESK, reply, hash, token: 'a' })
    await acts(id, { type: 'reply.sent', actor: DESK, reply, native: '9' })
    await acts(id, { type: 'reply.confirmed', actor: DESK, reply, acceptedAt: NINE + 12 * HOUR })
    t.same(await after(), ['cancelled'])
  })

  t.test('once the clock is paused', async t => {
    const { id, acts, after } = await waiting()
    await acts(id, pause({ actor: LI, id: 'k', clock: 'first-1', reason: 'platform_outage' }))
    t.same(await after(), ['cancelled'])
  })

  t.test('once somebody has closed it', async t => {
    const { id, acts, ticketOf, after } = await waiting({ label: 'inquiry' })
    await acts(id, dismiss({ actor: LI, id: 'k', seen: (await ticketOf(id)).lastTurn, reason: '重复' }))
    t.same(await after(), ['cancelled'])
  })

  t.test('but is told when that was taken back within the minute', async t => {
    for (const back of [true, false]) {
      const { id, at, acts, ticketOf, told, setNow, deliveries } = await waiting({ label: 'inquiry' })
      const dismissed = NINE + 13 * HOUR - 30_000 // half a minute before the channel is tried again
      setNow(dismissed)
      await acts(id, dismiss({ actor: LI, id: 'k', seen: (await ticketOf(id)).lastTurn, reason: '重复' }))
      await at(dismissed + 50_000)
      t.match(await deliveries(), [{ state: 'pending' }], 'nobody knows yet')
      setNow(dismissed + 55_000)
      if (back) await acts(id, undo({ actor: LI, id: 'u', of: 'k' }))
      await at(dismissed + MINUTE)
      await at(dismissed + 3 * MINUTE)
      t.match(await deliveries(), [{ state: back ? 'sent' : 'cancelled' }])
      t.same(kinds(told), back ? ['warn 12', 'warn 12'] : ['warn 12'], 'the first try met a busy channel')
    }
  })

  /** That nobody has signed for the dispatch stands, and could not leave yet. */
  async function unsigned() {
    const house = office({ answers: [{ outcome: 'sent' }, BUSY] })
    const id = await house.arrives(1)
    const { lastTurn: seen } = await house.ticketOf(id)
    await house.acts(id, dispatch({ actor: LI, id: 'd', seen, department: '住建局', request: '请核实' }))
    await house.at(NINE + 10_000)
    await house.at(NINE + 2 * HOUR)
    t.same(kinds(house.told), ['dispatched', 'unsigned-dispatch'])
    const after = async () => {
      await house.at(NINE + 3 * HOUR)
      t.same(kinds(house.told), ['dispatched', 'unsigned-dispatch'], 'it was tried once')
      const deliveries = await house.deliveries()
      return deliveries.flatMap(({ alert, state }) => (alert.kind === 'unsigned-dispatch' ? [state] : []))
    }
    return { ...house, id, after, sent: (await house.ticketOf(id)).dispatches[0]!.id }
  }

  t.test('once the department has signed', async t => {
    const { id, acts, sent, after } = await unsigned()
    const CHEN = { id: 'chen', name: '陈工', role: 'handler', department: '住建局' }
    await acts(id, signDispatch({ actor: CHEN, id: 's', dispatch: sent }))
    t.same(await after(), ['cancelled'])
  })

  t.test('once it was handed over to another department', async t => {
    const { id, acts, after } = await unsigned()
    await acts(id, transfer({ actor: LI, id: 't', department: '水务局', reason: '职责在水务' }))
    t.same(await after(), ['cancelled'])
  })

  t.test('once the ticket has joined an elder one', async t => {
    const { at, acts, arrives, ticketOf, deliveries, told } = office({ answers: [BUSY] })
    const younger = await arrives(2, { publishedAt: NINE - HOUR })
    await at(NINE + 11 * HOUR)
    const { id, key, number, bornAt } = await ticketOf(younger)
    const into = { id: `${id}-elder`, key: `${key}-elder`, number, bornAt: bornAt - HOUR }
    await acts(younger, { type: 'merge', actor: LI, id: 'k', seen: (await ticketOf(younger)).lastTurn, into })
    await at(NINE + 13 * HOUR)
    t.same(kinds(told), ['warn 12'])
    t.match(await deliveries(), [{ state: 'cancelled' }])
  })
})
