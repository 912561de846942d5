import t from 'tap'
import { checkDuty, checkPerson, checkQuietHours, checkRoster } from '../src/check-people.ts'
import * as f from './escalation-fixtures.ts'

const codes = (problems: readonly { code: string; where?: string }[]) =>
  problems.map(({ code, where }) => `${where} ${code}`)

t.test('a person', async t => {
  t.test('is away for stretches that end after they start, and not for themselves', async t => {
    const leave = [{ from: 5, to: 9 }]
    t.same(checkPerson(f.person('li', { leave, deputy: 'wang' })), [])
    t.same(codes(checkPerson(f.person('li', { leave: [...leave, { from: 9, to: 9 }], deputy: 'li' }))), [
      'deputy OWN_DEPUTY',
      'leave/1 ENDS_BEFORE_IT_STARTS'
    ])
  })
})

t.test('a duty and a roster name persons and rosters that there are', async t => {
  t.same(checkDuty({ department: '住建局', head: 'li', roster: 'duty', contacts: [] }, f.HOUSE), [])
  t.same(codes(checkDuty({ department: '住建局', head: 'gone', roster: 'none', contacts: [] }, f.HOUSE)), [
    'head PERSON_UNKNOWN',
    'roster ROSTER_UNKNOWN'
  ])
  t.same(checkRoster(f.DUTY, f.HOUSE), [])
  const dated = [{ from: 9, to: 5, people: ['li', 'gone'] }]
  t.same(codes(checkRoster({ ...f.DUTY, dated }, f.HOUSE)), [
    'dated/0/people PERSON_UNKNOWN',
    'dated/0 ENDS_BEFORE_IT_STARTS'
  ])
})

t.test('quiet hours leave some time of the week', async t => {
  t.same(checkQuietHours(f.NIGHT), [])
  const weekly = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }]
  t.match(checkQuietHours({ ...f.NIGHT, weekly }), [{ code: 'QUIET_HOURS_NEVER_END', refuses: true }])
})
