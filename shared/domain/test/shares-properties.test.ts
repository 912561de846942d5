import type { ShareRule } from '@huiyin/schemas/share-rule.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import fc from 'fast-check'
import t from 'tap'
import { shareOut } from '../src/work/share-out.ts'
import { matches, type Sharer, type Sharers } from '../src/work/shares.ts'
import { opened } from './replies-fixtures.ts'

const PEOPLE = ['an', 'bo', 'chi', 'deng', 'er']
const PLACES = ['城南', '城北']
const ONE = opened()

const rule = (of: Partial<ShareRule> = {}): ShareRule => ({
  id: 'all',
  name: '全部',
  order: 0,
  when: {},
  to: PEOPLE,
  capacity: 1000,
  enabled: true,
  ...of
})
const sharer = (id: string, of: Partial<Sharer> = {}): Sharer => ({
  actor: { id, name: id, role: 'editor' },
  onLeave: false,
  inHand: 0,
  lastShare: 0,
  ...of
})
const all = (of: (id: string) => Partial<Sharer> = () => ({})): Sharers =>
  new Map(PEOPLE.map(id => [id, sharer(id, of(id))]))
const tickets = (count: number, of: (n: number) => Partial<Ticket> = () => ({})): Ticket[] =>
  Array.from({ length: count }, (_, n) => ({ ...ONE, id: `t${n}`, ...of(n) }))

const anyTickets = fc
  .array(
    fc.record({
      label: fc.constantFrom('inquiry', 'complaint', 'suggestion'),
      urgent: fc.boolean(),
      department: fc.constantFrom('水务局', '住建局'),
      places: fc.subarray(PLACES)
    }),
    { maxLength: 60 }
  )
  .map(of => of.map((one, n): Ticket => ({ ...ONE, id: `t${n}`, ...one })))
const optional = { requiredKeys: [] as [] }
const anyRule = fc.record({
  id: fc.constantFrom('a', 'b', 'c'),
  name: fc.constant('规则'),
  order: fc.nat(3),
  when: fc.record(
    {
      labels: fc.subarray(['inquiry', 'complaint'] as const, { minLength: 1 }),
      urgent: fc.boolean(),
      departments: fc.subarray(['水务局', '住建局'], { minLength: 1 }),
      places: fc.subarray(PLACES, { minLength: 1 }),
      accounts: fc.constantFrom<string[]>([`${ONE.platform}/${ONE.account}`], ['wechat/none'])
    },
    optional
  ),
  to: fc.subarray(PEOPLE, { minLength: 1 }),
  capacity: fc.integer({ min: 1, max: 12 }),
  enabled: fc.boolean()
})
const anyRules = fc.uniqueArray(anyRule, { selector: ({ id }) => id, maxLength: 3 })
const anySharers = fc
  .array(fc.record({ here: fc.boolean(), onLeave: fc.boolean(), inHand: fc.nat(12), lastShare: fc.nat(5) }), {
    minLength: PEOPLE.length,
    maxLength: PEOPLE.length
  })
  .map(
    (of): Sharers =>
      new Map(
        PEOPLE.map((id, i) => {
          const { here, ...rest } = of[i]!
          const { actor, ...nobody } = sharer(id, rest)
          return [id, here ? { actor: actor!, ...nobody } : nobody]
        })
      )
  )

const countOf = (ids: readonly string[]) => PEOPLE.map(person => ids.filter(id => id === person).length)

t.test('nobody gets a ticket above what a rule lets them have, while away, or on leave', async t => {
  const holds = fc.property(anyTickets, anyRules, anySharers, (some, rules, sharers) => {
    const hand = new Map([...sharers].map(([id, { inHand }]) => [id, inHand]))
    for (const { rule, to } of shareOut(some, rules, { sharers, last: 0 }).shares) {
      const { actor, onLeave } = sharers.get(to.id)!
      if (!actor || onLeave || !rule.to.includes(to.id) || hand.get(to.id)! >= rule.capacity) return false
      hand.set(to.id, hand.get(to.id)! + 1)
    }
    return true
  })
  t.doesNotThrow(() => fc.assert(holds, { numRuns: 500 }))
})

t.test('the first rule in order that matches decides, and no other', async t => {
  const holds = fc.property(anyTickets, anyRules, anySharers, (some, rules, sharers) => {
    const ordered = rules
      .filter(({ enabled }) => enabled)
      .toSorted((a, b) => a.order - b.order || a.id.localeCompare(b.id))
    const { shares, left } = shareOut(some, rules, { sharers, last: 0 })
    const first = (id: string) => ordered.find(({ when }) => matches(some.find(one => one.id === id)!, when))?.id
    return shares.every(({ ticket, rule }) => rule.id === first(ticket)) && shares.length + left.length === some.length
  })
  t.doesNotThrow(() => fc.assert(holds, { numRuns: 500 }))
})

t.test('where all are free, shares differ by one at most', async t => {
  const holds = fc.property(fc.nat(80), fc.array(fc.nat(30), { minLength: 5, maxLength: 5 }), (count, inHand) => {
    const sharers = all(id => ({ inHand: inHand[PEOPLE.indexOf(id)]! }))
    const counts = countOf(shareOut(tickets(count), [rule()], { sharers, last: 0 }).shares.map(({ to }) => to.id))
    return Math.max(...counts) - Math.min(...counts) <= 1
  })
  t.doesNotThrow(() => fc.assert(holds))
})

t.test('it falls the same in one go and in several, and the same twice', async t => {
  const holds = fc.property(anyTickets, anyRules, anySharers, fc.nat(60), (some, rules, sharers, cut) => {
    const whole = shareOut(some, rules, { sharers, last: 9 })
    const first = shareOut(some.slice(0, cut), rules, { sharers, last: 9 })
    const rest = shareOut(some.slice(cut), rules, first)
    const again = shareOut(some, rules, { sharers, last: 9 })
    const said = (of: typeof whole.shares) => JSON.stringify(of.map(({ ticket, to }) => [ticket, to.id]))
    return said(whole.shares) === said([...first.shares, ...rest.shares]) && said(whole.shares) === said(again.shares)
  })
  t.doesNotThrow(() => fc.assert(holds, { numRuns: 300 }))
})

t.test('whose last share is longest ago is next, and of several the one with fewest in hand', async t => {
  const sharers = all(id => ({ lastShare: id === 'deng' || id === 'er' ? 3 : 4, inHand: id === 'deng' ? 2 : 1 }))
  const { shares, last } = shareOut(tickets(3), [rule()], { sharers, last: 4 })
  t.same(
    shares.map(({ to }) => to.id),
    ['er', 'deng', 'an']
  )
  t.equal(last, 7)
})

t.test('nobody is passed over for a ticket of an account that they do not care for', async t => {
  const sharers = all(id => ({
    actor: { id, name: id, role: 'editor', ...(id !== 'chi' && { accounts: ['wechat/2'] }) }
  }))
  const { shares, left } = shareOut(tickets(2), [rule({ capacity: 1 })], { sharers, last: 0 })
  t.same(
    shares.map(({ to }) => to.id),
    ['chi']
  )
  t.same(left, ['t1'])
})

t.test('a rule is about all that it names', async t => {
  const one: Ticket = { ...ONE, department: '水务局', places: ['城南'], urgent: true, label: 'complaint' }
  const account = `${one.platform}/${one.account}`
  t.ok(matches(one, {}))
  t.ok(
    matches(one, {
      accounts: [account],
      departments: ['水务局'],
      labels: ['complaint'],
      places: ['城南'],
      urgent: true
    })
  )
  for (const when of [
    { accounts: ['wechat/1'] },
    { departments: ['住建局'] },
    { labels: ['inquiry' as const] },
    { places: ['城北'] },
    { urgent: false }
  ])
    t.notOk(matches(one, { departments: ['水务局'], ...when }), JSON.stringify(when))
})
