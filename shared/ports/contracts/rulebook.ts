import { officeCalendar } from '@huiyin/domain/calendar/office-calendar.ts'
import { calendarAt, policyAt } from '@huiyin/domain/rules.ts'
import type { Ladder, QuietHours } from '@huiyin/schemas/ladder.ts'
import type { DepartmentDuty, Person } from '@huiyin/schemas/person.ts'
import { DEFAULT_POLICY, type Policy } from '@huiyin/schemas/policy.ts'
import type { DutyRoster } from '@huiyin/schemas/roster.ts'
import t, { type Test } from 'tap'
import type { Records } from '../src/records.ts'
import { RULE_KINDS, tagOf } from '../src/rule-records.ts'
import { openRulebook } from '../src/rulebook.ts'
import { type ContractOptions, HOUR, MINUTE, NOON, type On, type Opened, opener } from './fixtures.ts'

const clock = { now: () => NOON }
const events = { append: async () => [] }
const policy = (of: Partial<Policy> = {}): Policy => ({ ...DEFAULT_POLICY, version: 'p-1', effectiveFrom: NOON, ...of })
const person = (of: Partial<Person> = {}): Person => ({ id: 'li', name: '李静', contacts: [], leave: [], ...of })
const ladder = (of: Partial<Ladder> = {}): Ladder => ({
  id: 'normal',
  version: '1',
  effectiveFrom: NOON,
  for: ['breached'],
  urgent: false,
  keepsQuietHours: true,
  rungs: [{ after: 0, to: [{ kind: 'channel', channel: 'wecom' }], by: ['wecom'], untilAcknowledged: true }],
  ...of
})
const quiet = (from: string): QuietHours => ({
  version: from,
  zone: 'Asia/Shanghai',
  weekly: [{ days: [1, 2, 3, 4, 5, 6, 7], from, to: '08:00' }]
})

/** What a house's rules and people promise over every store of records. */
export function rulebookContract(
  name: string,
  open: () => Promise<Opened<Records>>,
  { skip = false }: ContractOptions = {}
) {
  const on = opener(open)
  t.test(`${name} rulebook`, { skip }, async t => {
    await t.test('shipped', t => shipped(t, on))
    await t.test('of versions', t => versions(t, on))
    await t.test('of people', t => people(t, on))
    await t.test('of an office of one', t => alone(t, on))
    await t.test('read anew', t => fresh(t, on))
  })
}

const opened = async (t: Test, on: On<Records>, channels = ['wecom']) => {
  const { port: records, again } = await on(t)
  const elsewhere = again ? await again() : records
  return { records, rulebook: openRulebook(records, { clock, events, channels }), elsewhere }
}

async function shipped(t: Test, on: On<Records>) {
  t.test('is in force as long as nothing is kept', async t => {
    const { rulebook } = await opened(t, on)
    const before = rulebook.rules()
    await rulebook.refresh()
    t.same(rulebook.rules(), before)
    t.equal(policyAt(rulebook.rules(), NOON), DEFAULT_POLICY)
    t.equal(calendarAt(rulebook.rules(), 'office', NOON).version, officeCalendar().version)
    t.same(rulebook.people().persons, [])
    t.equal(rulebook.people().quietHours, undefined)
  })

  t.test('has ladders that tell every channel, and none without channels', async t => {
    const { rulebook } = await opened(t, on)
    t.equal(rulebook.people().ladders.length, 20)
    const { rulebook: mute } = await opened(t, on, [])
    t.same(mute.people().ladders, [])
  })
}

async function versions(t: Test, on: On<Records>) {
  t.test('is made once: the same again is well, another content is refused', async t => {
    const { rulebook } = await opened(t, on)
    await rulebook.savePolicy(policy())
    await rulebook.savePolicy(policy())
    t.same(policyAt(rulebook.rules(), NOON), policy())
    await t.rejects(rulebook.savePolicy(policy({ selfReview: true })), { code: 'VERSION_EXISTS' })
    await t.rejects(rulebook.savePolicy(policy({ version: DEFAULT_POLICY.version })), { code: 'VERSION_EXISTS' })

    await rulebook.saveLadder(ladder())
    await rulebook.saveLadder(ladder())
    await t.rejects(rulebook.saveLadder(ladder({ keepsQuietHours: false })), { code: 'VERSION_EXISTS' })
    t.equal(rulebook.people().ladders.filter(({ id }) => id === 'normal').length, 1)

    const calendar = { ...officeCalendar(), version: '1' }
    await rulebook.saveCalendar(calendar)
    await rulebook.saveCalendar(calendar)
    await t.rejects(rulebook.saveCalendar({ ...calendar, name: '另一个' }), { code: 'VERSION_EXISTS' })
    await t.rejects(rulebook.saveCalendar({ ...officeCalendar(), name: '另一个' }), { code: 'VERSION_EXISTS' })
  })

  t.test('is made by exactly one of two who name it at once', async t => {
    const { rulebook, elsewhere } = await opened(t, on)
    const other = openRulebook(elsewhere, { clock, events })
    const results = await Promise.allSettled([
      rulebook.savePolicy(policy({ selfReview: true })),
      other.savePolicy(policy({ selfReview: false }))
    ])
    t.same(results.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
    await rulebook.refresh()
    t.equal(policyAt(rulebook.rules(), NOON).selfReview, results[0]?.status === 'fulfilled')
  })

  t.test('begins no earlier than a minute ago; a calendar may, as notices of holidays do', async t => {
    const { rulebook } = await opened(t, on)
    const past = { effectiveFrom: NOON - 2 * MINUTE }
    const problems = [{ code: 'EFFECTIVE_IN_THE_PAST', refuses: true, where: 'effectiveFrom' }]
    await t.rejects(rulebook.savePolicy(policy(past)), { code: 'RULES_INVALID', problems })
    await t.rejects(rulebook.saveLadder(ladder(past)), { code: 'RULES_INVALID', problems })
    await rulebook.savePolicy(policy({ effectiveFrom: NOON - MINUTE }))
    await rulebook.saveCalendar({ ...officeCalendar(), version: '1', effectiveFrom: NOON - 240 * HOUR })
    t.equal(calendarAt(rulebook.rules(), 'office', NOON).version, '1')
  })

  t.test('that is to come leaves in force what is, until then', async t => {
    const { rulebook } = await opened(t, on)
    await rulebook.savePolicy(policy({ effectiveFrom: NOON + HOUR }))
    await rulebook.saveLadder(ladder({ effectiveFrom: NOON + HOUR }))
    t.equal(policyAt(rulebook.rules(), NOON + HOUR - 1), DEFAULT_POLICY)
    t.equal(policyAt(rulebook.rules(), NOON + HOUR).version, 'p-1')
    t.ok(rulebook.people().ladders.some(({ id }) => id === 'default-breached-normal'))
  })

  t.test('is refused with all that is wrong with it, and nothing is kept', async t => {
    const { rulebook, records } = await opened(t, on)
    const rules = DEFAULT_POLICY.rules.slice(0, 1)
    await t.rejects(rulebook.savePolicy(policy({ rules })), {
      code: 'RULES_INVALID',
      problems: ['first', 'close', 'sign', 'handle'].map(() => ({ code: 'PROMISE_MISSING' }))
    })
    const nobody = ladder({ rungs: [{ ...ladder().rungs[0]!, to: [{ kind: 'person', person: 'gone' }] }] })
    await t.rejects(rulebook.saveLadder(nobody), { code: 'RULES_INVALID', problems: [{ code: 'RUNG_UNREACHABLE' }] })
    await t.rejects(rulebook.saveCalendar({ ...officeCalendar(), version: '1', workday: [] }), {
      code: 'CALENDAR_INVALID'
    })
    await records.refresh()
    for (const kind of Object.values(RULE_KINDS)) t.same(await records.list(kind, { atMost: 10 }), [], kind)
  })
}

async function people(t: Test, on: On<Records>) {
  t.test('are changed by who saw them last', async t => {
    const { rulebook, elsewhere } = await opened(t, on)
    await rulebook.savePerson(person())
    const seen = tagOf(person())
    const away = person({ leave: [{ from: NOON, to: NOON + HOUR }] })
    await rulebook.savePerson(away, seen)
    t.same(rulebook.people().persons, [away])
    await rulebook.savePerson(away, seen) // the answer was lost and it is asked again
    const other = openRulebook(elsewhere, { clock, events })
    await t.rejects(other.savePerson(person({ name: '李婧' }), seen), { code: 'SOMEBODY_WAS_FASTER' })
    await t.rejects(other.savePerson(person({ name: '李婧' })), { code: 'SOMEBODY_WAS_FASTER' })
    await t.rejects(other.savePerson(person({ id: 'wang' }), seen), { code: 'SOMEBODY_WAS_FASTER' })
    t.same(other.people().persons, [away])
  })

  t.test('have duties, rosters and quiet hours', async t => {
    const { rulebook } = await opened(t, on)
    const duty: DepartmentDuty = { department: '住建局/一科', head: 'li', roster: 'night', contacts: [] }
    const roster: DutyRoster = {
      id: 'night',
      name: '夜班',
      zone: 'Asia/Shanghai',
      weekly: [{ days: [1], from: '20:00', to: '08:00', people: ['li'] }],
      dated: [],
      handOver: 0
    }
    await t.rejects(rulebook.saveRoster(roster), { code: 'RULES_INVALID', problems: [{ code: 'PERSON_UNKNOWN' }] })
    await rulebook.savePerson(person())
    await t.rejects(rulebook.saveDuty(duty), { code: 'RULES_INVALID', problems: [{ code: 'ROSTER_UNKNOWN' }] })
    await rulebook.saveRoster(roster)
    await rulebook.saveDuty(duty)
    await rulebook.saveQuietHours(quiet('22:00'))
    await rulebook.saveQuietHours(quiet('23:00'), tagOf(quiet('22:00')))
    await t.rejects(rulebook.saveQuietHours(quiet('21:00'), tagOf(quiet('22:00'))), { code: 'SOMEBODY_WAS_FASTER' })
    t.match(rulebook.people(), { departments: [duty], rosters: [roster], quietHours: quiet('23:00') })
  })

  t.test('who sign in are others than those who are told', async t => {
    const { rulebook, records } = await opened(t, on)
    await records.create('person', { id: 'admin', value: { actor: {}, password: {} } })
    await records.refresh()
    await rulebook.refresh()
    t.same(rulebook.people().persons, [])
    await rulebook.savePerson(person({ id: 'admin' }))
    t.same((await records.get('person', 'admin'))?.document.value, { actor: {}, password: {} })
  })
}

async function alone(t: Test, on: On<Records>) {
  const signs = (records: Records, id: string) => records.create('person', { id, value: { actor: {}, password: {} } })
  const refreshed = async (t: Test, ...ids: string[]) => {
    const { rulebook, records } = await opened(t, on)
    for (const id of ids) await signs(records, id)
    await records.refresh()
    await rulebook.refresh()
    return { rulebook, records }
  }

  t.test('lets the one who can sign in review their own words, under every policy', async t => {
    const { rulebook } = await refreshed(t, 'admin')
    await rulebook.savePolicy(policy())
    t.same(
      rulebook.rules().policies.map(({ version, selfReview }) => [version, selfReview]),
      [
        [DEFAULT_POLICY.version, true],
        ['p-1', true]
      ]
    )
    t.same(rulebook.rules().calendars, rulebook.keptRules().calendars)
  })

  t.test('shows and keeps the policies as they were written', async t => {
    const { rulebook } = await refreshed(t, 'admin')
    await rulebook.savePolicy(policy())
    await rulebook.savePolicy(policy())
    t.same(rulebook.keptRules().policies, [DEFAULT_POLICY, policy()])
    await t.rejects(rulebook.savePolicy(policy({ selfReview: true })), { code: 'VERSION_EXISTS' })
  })

  t.test('ends when a second person can sign in, and begins when they cannot any more', async t => {
    const { rulebook, records } = await refreshed(t, 'admin', 'li')
    t.equal(policyAt(rulebook.rules(), NOON), DEFAULT_POLICY)
    await records.remove('person', 'li')
    await records.refresh()
    await rulebook.refresh()
    t.equal(policyAt(rulebook.rules(), NOON).selfReview, true)
  })
}

async function fresh(t: Test, on: On<Records>) {
  t.test('shows what another process saved', async t => {
    const { rulebook, elsewhere } = await opened(t, on)
    await rulebook.refresh()
    await openRulebook(elsewhere, { clock, events }).savePolicy(policy())
    t.equal(policyAt(rulebook.rules(), NOON), DEFAULT_POLICY)
    await rulebook.refresh()
    t.equal(policyAt(rulebook.rules(), NOON).version, 'p-1')
  })

  t.test('keeps as the same object what has not changed', async t => {
    const { rulebook } = await opened(t, on)
    await rulebook.saveCalendar({ ...officeCalendar(), version: '1' })
    const before = calendarAt(rulebook.rules(), 'office', NOON)
    await rulebook.refresh()
    t.equal(calendarAt(rulebook.rules(), 'office', NOON), before)
  })

  t.test('leaves out what it cannot read, and says so once', async t => {
    const { records } = await opened(t, on)
    const told: string[] = []
    const error = (fields: object) => void told.push(JSON.stringify(fields))
    const rulebook = openRulebook(records, { clock, events, logger: { info: () => {}, warn: () => {}, error } })
    await records.create(RULE_KINDS.policy, { id: 'p-9', value: { ...policy({ version: 'p-9' }), later: true } })
    await rulebook.savePolicy(policy())
    await rulebook.refresh()
    t.same(
      rulebook.rules().policies.map(({ version }) => version),
      [DEFAULT_POLICY.version, 'p-1']
    )
    t.equal(told.length, 1)
    t.match(told[0], /"kind":"policy","id":"p-9"/)
  })
}
