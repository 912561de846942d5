import { Ladder, QuietHours } from '@huiyin/schemas/ladder.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import { DepartmentDuty, Person } from '@huiyin/schemas/person.ts'
import { DutyRoster } from '@huiyin/schemas/roster.ts'
import t from 'tap'
import { neverEnds, quietUntil } from '../src/escalation/quiet-hours.ts'
import { type House, reachedBy, reachedFrom } from '../src/escalation/recipients.ts'
import { onDuty, rosterGaps } from '../src/escalation/roster.ts'
import * as f from './escalation-fixtures.ts'
import { HOUR, MINUTE, NINE } from './fixtures.ts'

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]
const ABOUT = { urgent: false, level: 'blue' } as const
const addresses = (found: readonly { address?: string; channel: string }[]) =>
  found.map(({ channel, address = '-' }) => `${channel} ${address}`)

t.test('a duty roster', async t => {
  t.test('says who is on duty in Asia/Shanghai, over midnight too (R17)', async t => {
    t.same(onDuty(f.DUTY, f.at('23T08:00')), ['li'])
    t.same(onDuty(f.DUTY, f.at('23T20:00') - 1), ['li'])
    t.same(onDuty(f.DUTY, f.at('23T20:00')), ['wang'])
    t.same(onDuty(f.DUTY, f.at('24T00:30')), ['wang'])
  })

  t.test('tells those who hand over as well, for as long as it says (R17)', async t => {
    const roster = { ...f.DUTY, handOver: 15 * MINUTE }
    t.same(onDuty(roster, f.at('23T20:05')), ['wang', 'li'])
    t.same(onDuty(roster, f.at('23T20:15')), ['wang'])
  })

  t.test('puts dated shifts in the place of the weekly ones (R17)', async t => {
    const roster = { ...f.DUTY, dated: [{ from: f.at('23T09:00'), to: f.at('23T10:00'), people: ['chief'] }] }
    t.same(onDuty(roster, NINE), ['chief'])
    t.same(onDuty(roster, NINE + HOUR), ['li'])
  })

  t.test('shows the hours in which nobody is on duty (R36)', async t => {
    const weekly = [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '20:00', people: ['li'] }]
    t.same(rosterGaps({ ...f.DUTY, weekly, handOver: HOUR }, f.HOUSE.persons, { from: NINE, to: NINE + 2 * f.DAY }), [
      { from: f.at('23T20:00'), to: f.at('24T08:00') },
      { from: f.at('24T20:00'), to: f.at('25T08:00') }
    ])
    t.same(rosterGaps(f.DUTY, f.HOUSE.persons, { from: NINE, to: NINE + 14 * f.DAY }), [])
  })

  t.test('shows a shift whose people are all on leave, or not known, as empty (R36)', async t => {
    const leave = [{ from: f.at('23T12:00'), to: f.at('23T14:00') }]
    const persons = [f.person('li', { leave }), f.person('wang')]
    t.same(rosterGaps(f.DUTY, persons, { from: NINE, to: NINE + f.DAY }), leave)
    t.same(rosterGaps(f.DUTY, [f.person('li')], { from: NINE, to: NINE + f.DAY }), [
      { from: f.at('23T20:00'), to: f.at('24T08:00') }
    ])
  })
})

t.test('quiet hours', async t => {
  t.test('end at an instant in Asia/Shanghai, over midnight too (R37)', async t => {
    t.equal(quietUntil(f.NIGHT, f.at('23T22:00')), f.at('24T08:00'))
    t.equal(quietUntil(f.NIGHT, f.at('24T07:59')), f.at('24T08:00'))
    t.equal(quietUntil(f.NIGHT, f.at('24T08:00')), undefined)
    t.equal(quietUntil(f.NIGHT, f.at('23T21:59')), undefined)
  })

  t.test('that follow one another are one (R37)', async t => {
    const weekly = [...f.NIGHT.weekly, { days: [6, 7], from: '00:00', to: '24:00' }]
    t.equal(quietUntil({ ...f.NIGHT, weekly }, f.at('27T23:00')), f.at('30T08:00'))
  })

  t.test('that leave no time at all hold nothing (R36)', async t => {
    const always = { ...f.NIGHT, weekly: [{ days: EVERY_DAY, from: '00:00', to: '24:00' }] }
    t.equal(quietUntil(always, NINE), undefined)
    t.ok(neverEnds(always))
    t.notOk(neverEnds(f.NIGHT))
  })
})

t.test('a rung', async t => {
  const house = (of: Partial<House>): House => ({ ...f.HOUSE, ...of })
  const away = [{ from: NINE, to: NINE + HOUR }]

  t.test('tells a deputy while the person is on leave, and that one’s deputy after them (R36)', async t => {
    const persons = [
      f.person('chief', { leave: away, deputy: 'zhao' }),
      f.person('zhao', { leave: away, deputy: 'li' }),
      f.person('li')
    ]
    t.same(addresses(reachedBy(house({ persons }), f.rung(0, f.CHIEF), ABOUT, NINE)), ['wecom li'])
    t.same(addresses(reachedBy(house({ persons }), f.rung(0, f.CHIEF), ABOUT, NINE + HOUR)), ['wecom chief'])
  })

  t.test('reaches nobody when deputies stand in for one another and all are away (R36)', async t => {
    const persons = [
      f.person('chief', { leave: away, deputy: 'zhao' }),
      f.person('zhao', { leave: away, deputy: 'chief' })
    ]
    t.same(reachedBy(house({ persons }), f.rung(0, f.CHIEF), ABOUT, NINE), [])
  })

  t.test('tells a department’s roster when its head is not reached, and its desk after that (R36)', async t => {
    const department = '住建局'
    const contacts = [{ channel: 'smtp', address: 'desk@example.org' }]
    const about = { ...ABOUT, department }
    const desk = house({ departments: [{ department, contacts, head: 'nobody', roster: 'none' }] })
    t.same(addresses(reachedBy(desk, f.rung(0, f.HEAD), about, NINE)), ['smtp desk@example.org'])
    const roster = house({ departments: [{ department, contacts, head: 'nobody', roster: 'duty' }] })
    t.same(addresses(reachedBy(roster, f.rung(0, f.HEAD), about, NINE)), ['wecom li'])
    t.same(reachedBy(desk, f.rung(0, f.HEAD), ABOUT, NINE), [])
  })

  t.test('uses the channels that it names, or any other rather than none, never one not configured (R36)', async t => {
    const contacts = [
      { channel: 'smtp', address: 'c@example.org' },
      { channel: 'pager', address: '1' }
    ]
    const persons = [f.person('chief', { contacts })]
    t.same(addresses(reachedBy(house({ persons }), f.rung(0, f.CHIEF, { by: ['pager'] }), ABOUT, NINE)), [
      'smtp c@example.org'
    ])
    t.same(reachedBy(house({ persons, channels: ['wecom'] }), f.rung(0, f.CHIEF), ABOUT, NINE), [])
  })

  t.test('spares those who muted the level, unless it is urgent or nobody else is reached (R37)', async t => {
    const persons = [f.person('chief', { muteBelow: 'orange' }), f.person('li')]
    const both = f.rung(0, [...f.CHIEF, ...f.ON_DUTY])
    const told = (of: object, rung = both) => addresses(reachedBy(house({ persons }), rung, { ...ABOUT, ...of }, NINE))
    t.same(told({}), ['wecom li'])
    t.same(told({ level: 'orange' }), ['wecom chief', 'wecom li'])
    t.same(told({ urgent: true }), ['wecom chief', 'wecom li'])
    t.same(told({}, f.rung(0, f.CHIEF)), ['wecom chief'])
  })

  t.test('tells one address once, whoever it stands for', async t => {
    t.same(addresses(reachedBy(f.HOUSE, f.rung(0, [...f.ON_DUTY, { kind: 'person', person: 'li' }]), ABOUT, NINE)), [
      'wecom li'
    ])
  })

  t.test('that reaches nobody is stood in for by the next that does (R36)', async t => {
    t.same(reachedFrom(f.LADDER, 1, f.HOUSE, ABOUT, NINE).rung, 2)
    const persons = [f.person('li')]
    t.same(reachedFrom(f.LADDER, 1, house({ persons }), ABOUT, NINE).rung, 0)
    t.same(reachedFrom(f.LADDER, 1, house({ persons: [] }), ABOUT, NINE), { recipients: [], rung: 1 })
  })
})

t.test('what is kept of people, rosters, ladders and quiet hours is checked', async t => {
  const parseRoster = parser(DutyRoster, 'roster')
  t.same(parser(Ladder, 'ladder')(f.LADDER), f.LADDER)
  t.same(parser(QuietHours, 'quiet hours')(f.NIGHT), f.NIGHT)
  t.same(parseRoster(f.DUTY), f.DUTY)
  for (const one of f.HOUSE.persons) t.same(parser(Person, 'person')(one), one)
  for (const one of f.HOUSE.departments) t.same(parser(DepartmentDuty, 'department')(one), one)
  t.throws(() => parseRoster({ ...f.DUTY, zone: 'Europe/Berlin' }), /roster: at \/zone/)
  t.throws(() => parseRoster({ ...f.DUTY, weekly: [{ days: [8], from: '08:00', to: '9:00', people: [] }] }), /weekly/)
  t.throws(() => parser(Ladder, 'ladder')({ ...f.LADDER, rungs: [] }), /ladder: at \/rungs/)
})
