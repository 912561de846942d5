import type { Ladder } from '@huiyin/schemas/ladder.ts'
import t from 'tap'
import { type LintedAgainst, lintLadder } from '../src/escalation/lint.ts'
import * as f from './escalation-fixtures.ts'
import { HOUR, MINUTE, NINE } from './fixtures.ts'

const lint = (ladder: Partial<Ladder> = {}, against: Partial<LintedAgainst> = {}) =>
  lintLadder({ ...f.LADDER, ...ladder }, { ...f.HOUSE, now: NINE, ...against })
const found = (...of: Parameters<typeof lint>) => lint(...of).map(({ code, rung = '-' }) => `${rung} ${code}`)
const rungs = (...rungs: Ladder['rungs']) => ({ rungs })

t.test('a ladder that is to be saved', async t => {
  t.test('is taken when every rung reaches somebody in the next 14 days (R36)', async t => {
    t.same(lint(), [])
  })

  t.test('is refused without rungs, or when one comes no later than the one before (R36)', async t => {
    t.same(found(rungs()), ['- NO_RUNGS'])
    const same = rungs(f.rung(10, f.ON_DUTY), f.rung(10, f.CHIEF), f.rung(5, f.CHIEF))
    t.same(found(same), ['1 AFTER_NOT_INCREASING', '2 AFTER_NOT_INCREASING'])
  })

  t.test('is refused for a rung that never reaches anybody, though others would stand in (R36)', async t => {
    const nobody = [{ kind: 'person' as const, person: 'gone' }]
    t.same(found(rungs(f.rung(0, nobody), f.rung(5, f.CHIEF))), ['0 RUNG_UNREACHABLE'])
    t.same(found(rungs(f.rung(0, [{ kind: 'roster', roster: 'gone' }]), f.rung(5, f.CHIEF))), ['0 RUNG_UNREACHABLE'])
    t.same(found(rungs(f.rung(0, f.HEAD), f.rung(5, f.CHIEF)), { departments: [] }), ['0 RUNG_UNREACHABLE'])
  })

  t.test('is refused when the last rung does not reach somebody always (R36)', async t => {
    const dayOnly = { ...f.DUTY, weekly: f.DUTY.weekly.slice(0, 1) }
    const problems = lint(rungs(f.rung(0, f.ON_DUTY)), { rosters: [dayOnly] })
    t.match(
      problems.filter(({ code }) => code === 'LAST_RUNG_MAY_REACH_NOBODY'),
      [{ refuses: true, en: /from 2026-11-23 20:00 to 2026-11-24 08:00 it reaches nobody/, zh: /2026-11-23 20:00至/ }]
    )
    t.same(found(rungs(f.rung(0, f.HEAD))), ['0 LAST_RUNG_MAY_REACH_NOBODY'], 'a ticket may have no department')
  })

  t.test('is told of each stretch in which a roster is empty (R36)', async t => {
    const dated = [{ from: NINE + HOUR, to: NINE + 3 * HOUR, people: [] }]
    const problems = lint({}, { rosters: [{ ...f.DUTY, dated }] })
    t.match(problems, [
      { code: 'ROSTER_EMPTY', rung: 0, refuses: false, en: /"值班" from 2026-11-23 10:00 to 2026-11-23 12:00/ }
    ])
    t.equal(problems.length, 1)
  })

  t.test('is told of a person on leave for whom nobody stands in (R36)', async t => {
    const leave = [{ from: NINE + HOUR, to: NINE + 2 * HOUR }]
    const persons = (deputy?: string) =>
      f.HOUSE.persons.map(one => (one.id === 'zhao' ? { ...one, leave, ...(deputy && { deputy }) } : one))
    t.same(found({}, { persons: persons() }), ['1 ON_LEAVE_WITHOUT_DEPUTY'])
    t.same(found({}, { persons: persons('li') }), [])
  })

  t.test('is refused for a channel that is not configured, and told who has no address (R36)', async t => {
    const pager = rungs(f.rung(0, f.CHIEF, { by: ['wecom', 'pager'] }))
    t.same(found(pager), ['0 CHANNEL_NOT_CONFIGURED'])
    const group = rungs(f.rung(0, [{ kind: 'channel', channel: 'feishu' }]), f.rung(5, f.CHIEF))
    t.same(found(group), ['0 CHANNEL_NOT_CONFIGURED', '0 RUNG_UNREACHABLE'])
    t.same(found(rungs(f.rung(0, f.CHIEF, { by: ['smtp'] }))), ['0 NO_ADDRESS'])
  })

  t.test('is refused when what is urgent would wait for quiet hours, or nothing ever could be told (R37)', async t => {
    t.same(found({ urgent: true }), ['- QUIET_HOURS_BLOCK_URGENT'])
    t.same(found({ urgent: true, keepsQuietHours: false }), [])
    const weekly = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }]
    t.same(found({}, { quietHours: { ...f.NIGHT, weekly } }), ['- QUIET_HOURS_NEVER_END'])
  })

  t.test('is refused when repeats never end, and told of those that the next rung cuts off (R36)', async t => {
    const every = 10 * MINUTE
    t.same(found(rungs(f.rung(0, f.CHIEF, { repeat: { every } }))), ['0 REPEATS_NEVER_END'])
    const cut = (times: number) => rungs(f.rung(0, f.ON_DUTY, { repeat: { every, times } }), f.rung(30, f.CHIEF))
    t.same(found(cut(2)), [])
    t.match(lint(cut(3)), [{ code: 'REPEATS_CUT_OFF', refuses: false, en: /3 times, but only 2/ }])
  })

  t.test('is told in Chinese and in English, rung by rung as people count', async t => {
    t.match(lint(rungs(f.rung(0, f.CHIEF, { repeat: { every: MINUTE } }))), [
      { zh: '第1级：重复提醒没有次数上限，请设定次数。', en: 'Rung 1: its repeats never end; say how many times.' }
    ])
  })
})
