import { periodOf } from '@huiyin/domain/appraisal/period.ts'
import type { House as People } from '@huiyin/domain/escalation/recipients.ts'
import { SHEET, sheetId } from '@huiyin/ports/appraisal/records.ts'
import { LETTERS } from '@huiyin/ports/letters.ts'
import { tellAnswered, tellConfirmed } from '@huiyin/ports/register/letters.ts'
import type { Appraisal, AppraisalSheet } from '@huiyin/schemas/appraisal.ts'
import type { Letter } from '@huiyin/schemas/letter.ts'
import type { RegisterEntry } from '@huiyin/schemas/register.ts'
import t from 'tap'
import { openHouse } from './house.ts'

const person = (id: string, name: string, of: Partial<People['persons'][number]> = {}) => ({
  ...{ id, name, contacts: [{ channel: 'smtp', address: `${id}@example.org` }], leave: [], ...of }
})

const PEOPLE: People = {
  persons: [
    person('li', '李敏', { leave: [{ from: 0, to: 9e15 }], deputy: 'wu' }),
    person('wu', '吴桐'),
    person('sun', '孙工')
  ],
  departments: [{ department: '水务局', head: 'sun', contacts: [] }],
  rosters: [],
  channels: ['smtp']
}

const ID = '2026-q3-person'
const subjectOf = (kind: 'person' | 'department' | 'account', id: string) => ({ kind, id, name: id })
const SUBJECTS = [
  subjectOf('person', 'li'),
  subjectOf('department', '水务局'),
  subjectOf('account', 'weibo/1001'),
  subjectOf('person', 'nobody')
]

t.test('those whom the register is about are told by letter', async t => {
  const { store, desk } = await openHouse(t)
  const { records } = store
  const account = { platform: 'weibo' as const, id: '1001', name: '云溪发布', since: 0, responsible: '吴桐' }
  const ports = { records, clock: desk.clock, people: () => PEOPLE, accounts: () => [account] }
  const sent = async () => {
    await records.refresh()
    return (await records.list<Letter>(LETTERS, { atMost: 100 })).map(({ value }) => value)
  }
  await records.createEach(
    SHEET,
    SUBJECTS.map(subject => ({
      id: sheetId(ID, 1, subject),
      value: { subject, result: 91.5, band: 'excellent', rank: { place: 1, of: 4 } } as AppraisalSheet
    }))
  )
  const objectUntil = Date.parse('2026-11-27T18:00:00+08:00')
  const appraisal = { id: ID, revision: 1, period: periodOf(2026, 3), objectUntil } as Appraisal

  t.test('of a confirmed appraisal, each of their own, and not their deputies', async t => {
    t.equal(await tellConfirmed(ports, appraisal), 3)
    const letters = await sent()
    const to = letters.map(letter => letter.to.map(one => one.person).join()).toSorted()
    t.same(to, ['li', 'sun', 'wu'])
    t.match(
      letters.find(({ title }) => title.endsWith('li')),
      {
        ...{ about: 'register', of: ID, title: '2026年第3季度考核结果已审定：li' },
        lines: [/得分：91.5，等次：优秀，名次：1\/4/, /2026-11-27 18:00前提出/]
      }
    )
    t.equal(await tellConfirmed(ports, appraisal), 0, 'told again, it is told once')
    t.equal((await sent()).length, 3)
  })

  t.test('of an answered appeal: who appealed and whom it is about, without anybody’s words', async t => {
    const appeal = {
      n: 1,
      by: { id: 'wu', name: '吴桐', role: 'editor' },
      at: 0,
      grounds: '理由',
      dueAt: 0,
      calendar: 'x'
    }
    const entry = {
      ...{ id: 'e1', kind: 'violation', title: '逾期未签收', subject: SUBJECTS[1], appeals: [appeal] }
    } as unknown as RegisterEntry
    t.equal(await tellAnswered(ports, entry), false, 'nothing is told before it is answered')
    const by = { id: 'zhao', name: '赵宏', role: 'head' }
    const answered: RegisterEntry = {
      ...entry,
      appeals: [{ ...appeal, answer: { by, at: objectUntil, outcome: 'withdrawn', why: '查无实据' } }]
    }
    t.equal(await tellAnswered(ports, answered), true)
    t.equal(await tellAnswered(ports, answered), false, 'told again, it is told once')
    const letter = (await sent()).find(({ of }) => of === 'e1')!
    t.match(letter, { title: '申诉已答复：逾期未签收', lines: [/撤销/] })
    t.same(letter.to.map(one => one.person).toSorted(), ['sun', 'wu'])
    t.notMatch(JSON.stringify(letter), /查无实据|理由/)
  })
})
