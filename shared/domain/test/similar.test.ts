import { system } from '@huiyin/schemas/actor.ts'
import t from 'tap'
import { similarCounted } from '../src/commands.ts'
import { HOUR, judged, MINUTE, NINE } from './fixtures.ts'
import { at, idOf, opened } from './links-fixtures.ts'

const counted = (count: number) => similarCounted({ actor: system('analyst'), comment: idOf('100'), count })
const of = (score: number, level: 'blue' | 'yellow') =>
  judged({ label: 'complaint', risk: { score, level, reasons: [] } })

t.test('that others say the same counts for the risk of a ticket', async t => {
  t.test('with points and a reason of its own, once', async t => {
    const ticket = opened('100', NINE, of(20, 'blue'))
    const told = at(ticket, NINE + 2 * MINUTE, counted(12))
    t.match(told, { risk: { score: 26, level: 'blue', reasons: ['similar'] }, similar: { count: 12, points: 6 } })
    t.equal(at(told, NINE + HOUR, counted(100)), told)
  })

  t.test('not below the first step', async t => {
    const ticket = opened('100', NINE, of(20, 'blue'))
    t.equal(at(ticket, NINE + MINUTE, counted(2)), ticket)
  })

  t.test('and makes urgent what reaches orange by it: what is owed is due within the hour', async t => {
    const ticket = opened('100', NINE, of(50, 'yellow'))
    const told = at(ticket, NINE + 2 * MINUTE, counted(30))
    t.match(told, { urgent: true, risk: { score: 62, level: 'orange' }, owed: [{ urgent: true }] })
    t.equal(told.clocks.find(({ stoppedAt }) => stoppedAt === undefined)!.dueAt, NINE + 2 * MINUTE + HOUR)
  })

  t.test('but not against the word of a person', async t => {
    const ticket = opened('100', NINE, of(50, 'yellow'))
    const corrected = at(ticket, NINE + MINUTE, {
      ...{ type: 'correct', id: 'k', level: 'blue', actor: { id: 'li', name: '李静', role: 'head' } }
    })
    const told = at(corrected, NINE + 2 * MINUTE, counted(30))
    t.match(told, { urgent: false, risk: { level: 'blue' } })
  })
})
