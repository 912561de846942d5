import { memoryEventLog } from '@huiyin/adapters/memory/event-log.ts'
import { memoryStore } from '@huiyin/adapters/memory/store.ts'
import type { Store } from '@huiyin/adapters/open.ts'
import { openSqlite } from '@huiyin/adapters/sqlite/open.ts'
import { assign } from '@huiyin/domain/work/commands.ts'
import { shareOut } from '@huiyin/domain/work/share-out.ts'
import { act, openDesk } from '@huiyin/ports/act.ts'
import { HOUR, MINUTE, NOON, puts, runningUntil, ticket } from '@huiyin/ports/contracts/fixtures.ts'
import { openLeases } from '@huiyin/ports/lease.ts'
import { silent } from '@huiyin/ports/logger.ts'
import { RULE_KINDS } from '@huiyin/ports/rule-records.ts'
import { SHARE_RULES, shareRules, sharersOf } from '@huiyin/ports/sharing.ts'
import type { Tickets } from '@huiyin/ports/tickets.ts'
import { HouseEvent } from '@huiyin/schemas/event.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import type { ShareRule } from '@huiyin/schemas/share-rule.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import t, { type Test } from 'tap'
import { giveBack } from '../src/left-behind.ts'
import { forgetGone } from '../src/presence.ts'
import { openSharing, SHARING } from '../src/sharing.ts'

const PEOPLE = ['an', 'bo', 'chi']
const RULE: ShareRule = { id: 'all', name: '全部', order: 0, when: {}, to: PEOPLE, capacity: 100, enabled: true }

const WORLDS = {
  sqlite: async (t: Test): Promise<Store> => {
    const { store, close } = await openSqlite({ folder: t.testdir() })
    t.teardown(close)
    return store
  },
  'memory, with search that lags,': async () => memoryStore({ searchLags: true })
}

/** An office over one store; each process has leases of its own. */
async function officeOn(store: Store) {
  let now = NOON
  const clock = { now: () => now }
  const { tickets, records } = store
  const events = memoryEventLog({ parse: parser(HouseEvent, 'event') })
  const desk = openDesk({ tickets, events, clock })
  for (const id of PEOPLE)
    await records.create('person', { id, value: { actor: { id, name: id.toUpperCase(), role: 'editor' } } })
  const process = (holder: string) => {
    const leases = openLeases(records, { holder, group: 'desk', monotonic: clock.now, clock })
    leases.take([SHARING])
    const sharing = openSharing({ records, desk: openDesk({ tickets, events, clock }), leases, logger: silent })
    return {
      leases,
      async tick() {
        await leases.round()
        return sharing.tick(now)
      }
    }
  }
  let opened = 0
  const open = async (count: number, of: Partial<Ticket> = {}) => {
    const made = Array.from({ length: count }, () => ticket({ id: `t${++opened}`, ...of }))
    await tickets.putEach(puts(...made))
    await tickets.refresh()
    return made.map(({ id }) => id)
  }
  return {
    ...{ store, desk, clock, process, open },
    saves: async (rule: Partial<ShareRule> = {}) => {
      const value = { ...RULE, ...rule }
      await records.put(SHARE_RULES, { id: value.id, value })
      await records.refresh()
    },
    goesOn: (ms: number) => {
      now += ms
    },
    hands: async () => {
      await tickets.refresh()
      return tickets.count('assigned', { status: ['open', 'handling'] })
    }
  }
}

for (const [world, openStore] of Object.entries(WORLDS))
  t.test(`${world} shares out what nobody has`, async t => {
    const office = async (t: Test) => officeOn(await openStore(t))

    t.test('evenly, with the rule and the desk named in the event', async t => {
      const { process, open, saves, hands, desk } = await office(t)
      const desk1 = process('a')
      await saves()
      const [id] = await open(9)
      t.equal(await desk1.tick(), 9)
      t.strictSame(await hands(), { an: 3, bo: 3, chi: 3 })
      const { assigned } = (await desk.tickets.get(id!))!.document
      t.match(assigned, { by: { role: 'system' }, how: 'rule', to: { name: assigned?.to.id.toUpperCase() } })
      t.equal(await desk1.tick(), 0, 'nothing is left to share')
    })

    t.test('without a rule nothing', async t => {
      const { process, open, saves, hands } = await office(t)
      await open(3)
      t.equal(await process('a').tick(), 0)
      await saves({ enabled: false })
      t.equal(await process('a').tick(), 0)
      t.strictSame(await hands(), {})
    })

    t.test('never above what they can take, and on again when something is done', async t => {
      const { process, open, saves, hands, store } = await office(t)
      const one = process('a')
      await saves({ capacity: 2 })
      await open(10)
      t.equal(await one.tick(), 6)
      t.equal(await one.tick(), 0)
      t.strictSame(await hands(), { an: 2, bo: 2, chi: 2 })
      const { rows } = await store.tickets.search({ assigned: ['bo'], sort: 'due', atMost: 1 })
      const found = (await store.tickets.get(rows[0]!.id))!
      await store.tickets.putIfUnchanged({ ...found.document, status: 'answered' }, found.version)
      t.equal(await one.tick(), 1)
      t.strictSame(await hands(), { an: 2, bo: 2, chi: 2 })
    })

    t.test('a new one at once, however many wait that fall to nobody', async t => {
      const { process, open, saves, hands } = await office(t)
      const one = process('a')
      await saves({ when: { urgent: true } })
      await open(700)
      await one.tick()
      await one.tick()
      await open(1, { urgent: true, openedAt: NOON + HOUR })
      t.equal(await one.tick(), 1)
      t.same(Object.values(await hands()), [1])
    })

    t.test('what is due first once somebody is free again', async t => {
      const { process, open, saves, store } = await office(t)
      const one = process('a')
      await saves({ when: { urgent: true }, to: ['an'], capacity: 1 })
      const due = (at: number) => ({ clocks: [runningUntil(at)], openedAt: NOON - HOUR })
      const urgent = { urgent: true, openedAt: NOON - 9 * HOUR }
      await open(200, due(NOON + HOUR))
      const [held] = await open(1, { ...due(NOON + 8 * HOUR), ...urgent })
      await open(400, { ...due(NOON + 9 * HOUR), ...urgent })
      t.equal(await one.tick(), 0, 'a page of what falls to nobody')
      t.equal(await one.tick(), 1)
      const [first] = await open(1, { ...due(NOON + MINUTE), ...urgent })
      t.equal(await one.tick(), 0, 'nobody is free')
      const found = (await store.tickets.get(held!))!
      await store.tickets.putIfUnchanged({ ...found.document, status: 'answered' }, found.version)
      t.equal(await one.tick(), 1)
      t.match((await store.tickets.get(first!))!.document, { assigned: { to: { id: 'an' } } })
    })

    t.test('to nobody who is on leave, suspended, or gone', async t => {
      const { process, open, saves, hands, store, goesOn } = await office(t)
      const leave = [{ from: NOON - HOUR, to: NOON + HOUR }]
      const person = { id: 'an', name: 'An', contacts: [], leave }
      await store.records.put(RULE_KINDS.person, { id: 'an', value: person })
      const bo = { actor: { id: 'bo', name: 'BO', role: 'editor' }, state: 'suspended' }
      await store.records.put('person', { id: 'bo', value: bo })
      await saves({ to: [...PEOPLE, 'nobody'] })
      await open(4)
      const one = process('a')
      await one.tick()
      t.strictSame(await hands(), { chi: 4 })
      goesOn(HOUR)
      await one.leases.release()
      await open(2)
      await process('b').tick()
      t.strictSame(await hands(), { an: 1, chi: 5 }, 'back again, they are first')
    })

    t.test('three at once give each once', async t => {
      const { process, open, saves, hands, goesOn, desk } = await office(t)
      const three = ['a', 'b', 'c'].map(process)
      await saves()
      const ids = await open(60)
      for (let second = 0; second < 8; second++) {
        await Promise.all(three.map(({ tick }) => tick()))
        goesOn(1000)
      }
      t.strictSame(await hands(), { an: 20, bo: 20, chi: 20 })
      for (const one of await desk.tickets.getMany(ids)) t.equal(one?.document.n, 4, 'one event more than before')
    })

    t.test('after a restart whose turn it is is known', async t => {
      const { process, open, saves, hands } = await office(t)
      await saves()
      await open(1)
      const first = process('a')
      await first.tick()
      await first.leases.release()
      await open(1)
      const second = process('b')
      await second.tick()
      await second.leases.release()
      await open(1)
      await process('c').tick()
      t.strictSame(await hands(), { an: 1, bo: 1, chi: 1 })
    })

    t.test('what a person gave meanwhile stays with whom they gave it', async t => {
      const { process, open, saves, hands, desk } = await office(t)
      const [id] = await open(1)
      const zhao = { id: 'zhao', name: '赵宏', role: 'head' }
      await act(desk, id!, assign({ actor: zhao, id: 'k', to: { id: 'zhao', name: '赵宏' } })) // no list shows it yet
      await saves()
      t.equal(await process('a').tick(), 0)
      t.strictSame(await hands(), { zhao: 1 })
    })

    t.test('what no rule is about is passed over, and what comes behind it is found', async t => {
      const { process, open, saves, hands } = await office(t)
      await open(450, { clocks: [runningUntil(NOON)] })
      await open(3, { urgent: true })
      await saves({ when: { urgent: true } })
      const one = process('a')
      let given = 0
      for (let tick = 0; tick < 4; tick++) given += await one.tick()
      t.equal(given, 3)
      t.strictSame(await hands(), { an: 1, bo: 1, chi: 1 })
    })

    t.test('as the rules and the people stand in the store', async t => {
      const { open, saves, store, hands, process } = await office(t)
      await saves({ id: 'b', order: 2, to: ['bo'] })
      await saves({ id: 'a', order: 1, to: ['an'], when: { urgent: true } })
      const tickets = [...(await open(2)), ...(await open(2, { urgent: true }))]
      const rules = await shareRules(store.records)
      const found = (await store.tickets.getMany(tickets)).map(one => one!.document)
      const { shares } = shareOut(found, rules, await sharersOf(store, rules, NOON))
      t.strictSame(
        shares.map(({ to, rule }) => [to.id, rule.id]),
        [
          ['bo', 'b'],
          ['bo', 'b'],
          ['an', 'a'],
          ['an', 'a']
        ]
      )
      await process('a').tick()
      t.strictSame(await hands(), { an: 2, bo: 2 })
    })
  })

t.test('what is in hand of somebody who has left is given back', async t => {
  const { store, desk, open, hands } = await officeOn(await WORLDS.sqlite(t))
  const [theirs, others] = await open(2)
  const zhao = { id: 'zhao', name: '赵宏', role: 'head' }
  await act(desk, theirs!, assign({ actor: zhao, id: 'k', to: { id: 'an', name: 'AN' } }))
  await act(desk, others!, assign({ actor: zhao, id: 'k', to: { id: 'bo', name: 'BO' } }))
  t.equal(await giveBack({ records: store.records, desk, logger: silent }), 0)
  const an = { actor: { id: 'an', name: 'AN', role: 'editor' }, state: 'left' }
  await store.records.put('person', { id: 'an', value: an })
  t.equal(await giveBack({ records: store.records, desk, logger: silent }), 1)
  t.strictSame(await hands(), { bo: 1 })
})

t.test('what is in hand of somebody who was moved to a department is given back', async t => {
  const { store, desk, open, hands } = await officeOn(await WORLDS.sqlite(t))
  const [theirs] = await open(1)
  const zhao = { id: 'zhao', name: '赵宏', role: 'head' }
  await act(desk, theirs!, assign({ actor: zhao, id: 'k', to: { id: 'an', name: 'AN' } }))
  const moved = { actor: { id: 'an', name: 'AN', role: 'editor', department: '水务局' } }
  await store.records.put('person', { id: 'an', value: moved })
  t.equal(await giveBack({ records: store.records, desk, logger: silent }), 1)
  t.strictSame(await hands(), {})
})

t.test('of what somebody left behind the rest is given back when the store refuses one', async t => {
  const { store, desk, open, hands } = await officeOn(await WORLDS.sqlite(t))
  const ids = await open(2)
  const zhao = { id: 'zhao', name: '赵宏', role: 'head' }
  for (const id of ids) await act(desk, id, assign({ actor: zhao, id: 'k', to: { id: 'an', name: 'AN' } }))
  await store.records.put('person', {
    id: 'an',
    value: { actor: { id: 'an', name: 'AN', role: 'editor' }, state: 'left' }
  })
  const { rows } = await store.tickets.search({ assigned: ['an'], sort: 'due', atMost: 2 })
  const tickets: Tickets = {
    ...store.tickets,
    putIfUnchanged: async (ticket, version) =>
      ticket.id === rows[0]!.id
        ? { outcome: 'refused', reason: 'the disk is full' }
        : store.tickets.putIfUnchanged(ticket, version)
  }
  t.equal(await giveBack({ records: store.records, desk: { ...desk, tickets }, logger: silent }), 1)
  t.strictSame(await hands(), { an: 1 })
})

t.test('who has gone without a word is forgotten', async t => {
  const { records } = memoryStore()
  await records.put('presence', { id: 'a', value: {}, dueAt: NOON })
  await records.put('presence', { id: 'b', value: {}, dueAt: NOON + 1 })
  await forgetGone(records, NOON)
  t.same(
    (await records.list('presence', { atMost: 9 })).map(({ id }) => id),
    ['b']
  )
})
