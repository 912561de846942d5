import type { Classification } from '@huiyin/schemas/classification.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import fc from 'fast-check'
import t from 'tap'
import { runningClock } from '../src/clocks/running.ts'
import type { Command } from '../src/commands.ts'
import { levelOf, levelWithHysteresis } from '../src/risk-levels.ts'
import { after, arrived, decideOn, HOUR, judged, MINUTE, NINE, said, typesOf } from './fixtures.ts'

const at = (score: number, of: Partial<Classification> = {}) =>
  judged({
    risk: { score, level: levelOf(score), reasons: [{ code: `r${score}`, kind: 'content', points: score }] },
    ...of
  })

/** The question, looked at again some minutes after it was written. */
const look = (minute: number, score: number, of: { text?: string; model?: string; comment?: string } = {}) => {
  const { text = '路灯坏了', model = 'test', comment = '100' } = of
  const seen = said(text, NINE, { comment, observedAt: NINE + minute * MINUTE })
  return arrived(seen, at(score, { model }))
}
const now = NINE + 55 * MINUTE
const told = (commands: readonly Command[]): Ticket =>
  after(...commands.map((command): [Command, number] => [command, now]))

t.test('the risk of a ticket', async t => {
  t.test('grows with the engagement of a comment that was met already, and says so', async t => {
    const { ticket, events } = decideOn(told([look(1, 20)]), look(2, 40), now)
    t.match(ticket?.risk, { score: 40, level: 'yellow', reasons: ['r40'] })
    t.match(events, [{ type: 'ticket.scored', data: { score: 40, level: 'yellow', wasLevel: 'blue' } }])
  })

  t.test('falls with it, the level only well below its bound (R39)', async t => {
    t.match(told([look(1, 60), look(2, 50)]).risk, { score: 50, level: 'orange', reasons: ['r50'] })
    t.match(told([look(1, 60), look(2, 50), look(3, 47)]).risk, { score: 47, level: 'yellow' })
    t.match(told([look(1, 60), look(2, 47), look(3, 54)]).risk, { score: 54, level: 'yellow' })
  })

  t.test('is not lowered by another model, nor by another text', async t => {
    t.match(told([look(1, 60), look(2, 5, { model: 'newer' })]).risk, { score: 60, level: 'orange' })
    t.match(told([look(1, 60), look(2, 5, { model: 'newer' }), look(3, 4, { model: 'newer' })]).risk, { score: 60 })
    t.match(told([look(1, 60), look(2, 5, { text: '没事了' })]).risk, { score: 60, level: 'orange' })
    t.match(told([look(1, 20), look(2, 85, { model: 'newer' })]).risk, { score: 85, level: 'red' })
  })

  t.test('is that of the comment that is worst now', async t => {
    const both = [look(1, 60), look(2, 40, { comment: '101' })]
    t.match(told(both).risk, { score: 60, level: 'orange' })
    t.match(told([...both, look(3, 10)]).risk, { score: 40, level: 'yellow', reasons: ['r40'] })
  })

  t.test('that becomes orange is urgent, and due an hour after we saw it (R21)', async t => {
    const ticket = told([look(1, 20), look(30, 60)])
    t.equal(ticket.urgent, true)
    t.match(runningClock(ticket), { dueAt: NINE + 90 * MINUTE, originalDueAt: NINE + 24 * HOUR, urgent: true })
  })

  t.test('never takes urgency back, and never makes a clock longer', async t => {
    const ticket = told([look(1, 60), look(30, 5)])
    t.match(ticket, { urgent: true, risk: { score: 5, level: 'blue' } })
    t.equal(runningClock(ticket)?.dueAt, NINE + HOUR)
  })

  t.test('of what was answered is told as well, and starts no clock', async t => {
    const answer = said('已派人维修。', NINE + MINUTE, { comment: '600', parent: '100', ours: true })
    const { ticket, events } = decideOn(told([look(1, 20), arrived(answer)]), look(30, 60), now)
    t.match(ticket, { status: 'answered', urgent: true, risk: { level: 'orange' } })
    t.same(typesOf(events), ['ticket.scored'])
    t.equal(runningClock(ticket!), undefined)
  })

  t.test('of a comment that was no turn makes it one when it needs an answer now', async t => {
    const chat = said('今天风真大', NINE - MINUTE, { comment: '99' })
    const later = { ...chat, observedAt: NINE + 10 * MINUTE }
    const ticket = told([look(1, 20), arrived(chat, at(5, { label: 'other' }))])
    t.equal(ticket.owed.length, 1)
    t.equal(decideOn(ticket, arrived(later, at(20, { label: 'other' })), now).ticket?.owed.length, 1)
    t.match(decideOn(ticket, arrived(later, at(60, { label: 'other' })), now).ticket, { urgent: true, owed: [{}, {}] })
  })

  t.test('changes nothing when the same is seen again', async t => {
    const ticket = told([look(1, 20), look(2, 40)])
    t.same(decideOn(ticket, look(3, 40), now).events, [])
    t.equal(decideOn(ticket, look(2, 40), now).ticket, ticket)
    t.equal(decideOn(ticket, look(1, 20), now).ticket, ticket)
  })

  t.test('of a ticket from before looks were kept is kept as a floor', async t => {
    const { scores: _, ...older } = told([look(1, 60)])
    t.match(decideOn(older, look(2, 20), now).ticket?.risk, { score: 60, level: 'orange' })
    t.match(decideOn(older, look(2, 85), now).ticket?.risk, { score: 85, level: 'red' })
  })
})

const score = fc.integer({ min: 0, max: 100 })

t.test('news in any order, doubled and late', async t => {
  t.test('ends in the same risk', async () => {
    const news = fc.record({
      minute: fc.integer({ min: 1, max: 12 }),
      score,
      comment: fc.constantFrom('100', '101'),
      text: fc.constantFrom('路灯坏了', '路灯坏了三天'),
      model: fc.constantFrom('test', 'newer')
    })
    const orders = fc
      .array(news, { minLength: 1, maxLength: 14 })
      .chain(all => fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })))
    const stand = (all: readonly { minute: number; score: number; comment: string; text: string; model: string }[]) => {
      const { risk, urgent } = told(all.map(({ minute, score, ...of }) => look(minute, score, of)))
      return JSON.stringify({ risk, urgent })
    }
    fc.assert(
      fc.property(orders, ([all, shuffled]) => stand(all) === stand(shuffled)),
      { numRuns: 500 }
    )
  })

  t.test('ends in the level that looks in their own order give', async () => {
    const scores = fc.array(score, { minLength: 1, maxLength: 30 })
    const shuffled = scores.chain(all =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray([...all.keys()], { minLength: all.length }))
    )
    fc.assert(
      fc.property(shuffled, ([all, order]) => {
        const expected = all.reduce<ReturnType<typeof levelOf> | undefined>(
          (level, score) => levelWithHysteresis(score, level),
          undefined
        )
        const { risk } = told(order.map(i => look(i + 1, all[i]!)))
        return risk.level === expected && risk.score === all.at(-1)
      })
    )
  })

  t.test('of two comments ends in the same clock, each comment’s looks in their order', async () => {
    const looks = fc.array(score, { minLength: 1, maxLength: 5 })
    const order = fc.infiniteStream(fc.tuple(fc.boolean(), fc.boolean()))
    const clockOf = (commands: readonly Command[]) => {
      const { startedAt, dueAt, urgent, originalDueAt } = runningClock(told(commands))!
      return JSON.stringify({ startedAt, dueAt, urgent, originalDueAt })
    }
    fc.assert(
      fc.property(looks, looks, order, (a, b, choices) => {
        const first = a.map((score, i) => look(i + 1, score))
        const second = b.map((score, i) => look(i + 3, score, { comment: '101' }))
        return clockOf([...first, ...second]) === clockOf(interleaved(first, second, choices))
      }),
      { numRuns: 500 }
    )
  })
})

/** Both in their own order, one or the other first; now and then what was told already is told again. */
function interleaved<T>(a: readonly T[], b: readonly T[], choices: Iterator<[boolean, boolean]>): T[] {
  const result: T[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [left, doubled] = choices.next().value as [boolean, boolean]
    if (doubled && result.length > 0) result.push(result[Math.floor(result.length / 2)]!)
    if (j === b.length || (left && i < a.length)) result.push(a[i++]!)
    else result.push(b[j++]!)
  }
  return result
}
