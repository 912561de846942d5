import type { Actor } from '@huiyin/schemas/actor.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import t from 'tap'
import { dismiss, reopen } from '../src/commands.ts'
import { handOverOf } from '../src/sign-in/hand-over.ts'
import { assign, assignedByRule, handedOver, note, tag, unassign } from '../src/work/commands.ts'
import { readsNote } from '../src/work/notes.ts'
import { DESK, HOUR, LI, NINE } from './fixtures.ts'
import * as l from './links-fixtures.ts'
import { by, decided, opened } from './replies-fixtures.ts'

const WANG = { id: 'wang', name: '王敏', role: 'reviewer' }
const toLi = { id: 'li', name: '李静' }
const toWang = { id: 'wang', name: '王敏' }
const at = (hours: number) => NINE + hours * HOUR
const inHand = (ticket: Ticket = opened()) => decided(ticket, at(1), assign({ ...by(LI), to: toLi }))

t.test('who has a ticket in hand', async t => {
  t.test('moves no clock and is no turn', async t => {
    const before = opened()
    const after = inHand(before)
    t.same(after.clocks, before.clocks)
    t.equal(after.lastTurn, before.lastTurn)
    t.equal(after.nextDueAt, before.nextDueAt)
  })
  t.test('by a rule only where nobody has it, and no rule is refused', async t => {
    const rule = (to: typeof toLi) => assignedByRule({ actor: DESK, to, rule: 'r' })
    const given = decided(opened(), at(1), rule(toLi))
    t.match(given.assigned, { to: toLi, how: 'rule' })
    t.equal(decided(given, at(2), rule(toWang)), given)
    const closed = decided(opened(), at(1), dismiss({ ...by(LI), seen: opened().lastTurn, reason: 'x' }))
    t.equal(decided(closed, at(2), rule(toLi)), closed)
  })
  t.test('who was given it by a rule is named as the faster one, for a rule is nobody', async t => {
    const given = decided(opened(), at(1), assignedByRule({ actor: DESK, to: toLi, rule: 'r' }))
    t.throws(() => decided(given, at(2), assign({ ...by(WANG), to: toWang })), { message: /^李静 was faster/ })
  })
  t.test('what somebody else took away may be given by who still saw it theirs', async t => {
    const free = decided(inHand(), at(2), unassign({ ...by(WANG), from: 'li' }))
    t.equal(free.assigned, undefined)
    t.match(decided(free, at(3), assign({ ...by(WANG), to: toWang, from: 'li' })).assigned, { to: toWang })
  })
  t.test('is handed over from whom still has it only', async t => {
    const over = decided(inHand(), at(2), handedOver({ actor: WANG, from: 'li', to: toWang }))
    t.match(over.assigned, { to: toWang, how: 'hand-over' })
    t.equal(decided(over, at(3), handedOver({ actor: WANG, from: 'li' })), over)
    t.equal(decided(over, at(3), handedOver({ actor: WANG, from: 'wang' })).assigned, undefined)
  })
  t.test('is among what somebody leaves behind', async t => {
    t.same(handOverOf(inHand(), 'li')?.why, ['assigned'])
    t.equal(handOverOf(inHand(), 'wang'), undefined)
  })
  t.test('the elder of two that are merged keeps its own', async t => {
    const elder = decided(l.opened('1', NINE), at(1), assign({ ...by(LI), to: toLi }))
    const younger = decided(l.opened('2', at(1)), at(2), assign({ ...by(WANG), to: toWang }))
    t.match(l.joined(elder, younger, at(3)).elder.assigned, { to: toLi })
  })
  t.test('is not said by departments or readers', async t => {
    for (const actor of [
      { id: 'a', name: 'a', role: 'handler', department: '水务局' },
      { id: 'b', name: 'b', role: 'leader' }
    ])
      t.throws(() => decided(opened(), at(1), assign({ ...by(actor), to: toLi })), { code: 'NOT_ALLOWED' })
  })
})

t.test('tags keep their order, and what changes nothing tells nothing', async t => {
  const tagged = decided(opened(), at(1), tag({ ...by(LI), add: ['b', 'a', 'b'] }))
  t.same(tagged.tags, ['b', 'a'])
  const same = decided(tagged, at(2), tag({ ...by(LI), add: ['a'], remove: ['c'] }))
  t.equal(same.n, tagged.n)
  t.equal(decided(tagged, at(2), tag({ ...by(LI), remove: ['a', 'b'] })).tags, undefined)
})

t.test('a ticket names its newest hundred notes', async t => {
  let ticket = opened()
  for (let n = 1; n <= 105; n++) {
    ticket = decided(ticket, at(1), note({ ...by(LI), note: `n${n}`, mentions: [] }))
    ticket = { ...ticket, unpublished: [] }
  }
  t.equal(ticket.notes?.length, 100)
  t.match(ticket.notes?.[0], { id: 'n6' })
})

t.test(
  'a note of the office is the office’s unless it is shared; one of a department is theirs and the office’s',
  async t => {
    const water = { id: 'a', name: 'a', role: 'handler', department: '水务局' }
    const roads = { ...water, department: '住建局' }
    const li: Actor = LI
    t.ok(readsNote(li, { by: water }))
    t.ok(readsNote(water, { by: water }))
    t.notOk(readsNote(roads, { by: water }))
    t.notOk(readsNote(water, { by: LI }))
    t.ok(readsNote(roads, { by: LI, shared: true }))
  }
)

t.test('a ticket that was reopened is with whom had it', async t => {
  const closed = decided(inHand(), at(2), dismiss({ ...by(LI), seen: inHand().lastTurn, reason: 'x' }))
  t.throws(() => decided(closed, at(3), assign({ ...by(WANG), to: toWang, from: 'li' })), { code: 'TICKET_CLOSED' })
  const again = decided(closed, at(3), reopen({ ...by(LI), seen: closed.lastTurn, reason: 'x' }))
  t.match(again.assigned, { to: toLi })
})
