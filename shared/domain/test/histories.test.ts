import { deepEqual } from 'node:assert/strict'
import type { Classification } from '@huiyin/schemas/classification.ts'
import type { Label } from '@huiyin/schemas/names.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import fc from 'fast-check'
import t from 'tap'
import type { Command } from '../src/commands.ts'
import { arrived, CALM, decideOn, HOUR, judged, MINUTE, NINE, said, URGENT } from './fixtures.ts'

/** Everything is seen within the minute: what is late by itself is another history. */
const NOW = NINE + 40 * MINUTE

/** What a later comment has moved of a clock that an earlier answer stopped is no outcome: it was met either way. */
const facts = ({ clocks, owed, status, cycles, urgent }: Ticket) => ({
  clocks: clocks.map(({ kind, cycle, startedAt, dueAt, stoppedAt, outcome, urgent }) =>
    stoppedAt === undefined
      ? { kind, cycle, startedAt, dueAt, urgent, outcome }
      : { kind, cycle, startedAt, stoppedAt, outcome }
  ),
  owed: owed.map(({ comment }) => comment),
  ...{ status, cycles: cycles.length, urgent }
})

const told = (news: readonly Command[], now = NOW): Ticket | undefined => {
  let ticket: Ticket | undefined
  for (const one of news) ticket = decideOn(ticket, one, now).ticket
  return ticket
}

const KINDS: readonly Classification[] = [
  judged(),
  judged({ label: 'complaint' }),
  judged({ label: 'suggestion' }),
  URGENT,
  CALM
]

const LABELS: readonly Label[] = ['inquiry', 'suggestion', 'complaint']

/** One thing said in the thread: by the citizen, or by us in the platform's own app. */
const spoken = fc.record({
  minute: fc.integer({ min: 0, max: 39 }),
  kind: fc.integer({ min: 0, max: KINDS.length - 1 }),
  ours: fc.boolean()
})

const threads = fc
  .uniqueArray(spoken, { minLength: 1, maxLength: 8, selector: ({ minute }) => minute })
  .map(all => all.toSorted((a, b) => a.minute - b.minute))
  .filter(all => all[0]?.ours === false && all[0].kind < 4 && all.filter(({ ours }) => ours).length < 2)

/** With `label`, whatever is wanted is of that one. */
function newsOf(thread: readonly { minute: number; kind: number; ours: boolean }[], label?: Label): Command[] {
  return thread.map(({ minute, kind, ours }, i) => {
    const at = NINE + minute * MINUTE
    const root = i === 0
    const of = { comment: root ? '100' : `1${minute}`, ...(!root && { parent: '100' }), observedAt: at + MINUTE / 2 }
    if (ours) return arrived(said(`答复${minute}`, at, { ...of, ours, author: { id: '0' } }))
    const judgement = KINDS[kind]!
    return arrived(said(`说${minute}`, at, of), label && judgement !== CALM ? { ...judgement, label } : judgement)
  })
}

/** One first, and then all of them twice in any order. */
const shuffledAfter = (first: Command, news: readonly Command[]): fc.Arbitrary<Command[]> =>
  fc.shuffledSubarray([...news, ...news], { minLength: 2 * news.length }).map(rest => [first, ...rest])

const sameOutcomes = (histories: fc.Arbitrary<[inOrder: Command[], mixed: Command[]]>) =>
  fc.assert(
    fc.property(histories, ([inOrder, mixed]) => deepEqual(facts(told(mixed)!), facts(told(inOrder)!))),
    { numRuns: 400 }
  )

t.test('a random history', async t => {
  t.test(
    'whose comments come in any order, doubled, our answer anywhere among them, gives the same outcomes',
    async () => {
      const shuffled = threads.chain(thread => {
        const news = newsOf(thread)
        return fc.tuple(fc.constant(news), shuffledAfter(news[0]!, news)) // a ticket of ours alone is none
      })
      sameOutcomes(shuffled)
    }
  )

  t.test(
    'of one label gives the same outcomes also when another than its root opens it, and that comes last',
    async () => {
      const shuffled = fc.tuple(threads, fc.constantFrom(...LABELS)).chain(([thread, label]) => {
        const news = newsOf(thread, label)
        const answered = thread.findIndex(({ ours }) => ours)
        const opening = news.filter((_, i) => thread[i]!.kind < 4 && (answered < 0 || i < answered))
        return fc.tuple(
          fc.constant(news),
          fc.constantFrom(...opening).chain(first => shuffledAfter(first, news))
        )
      })
      sameOutcomes(shuffled)
    }
  )

  t.test('replayed as a whole changes nothing, with 300 comments in the thread', async t => {
    const thread = Array.from({ length: 300 }, (_, i) => ({ minute: i / 10, kind: i % 5, ours: i % 7 === 3 }))
    const news = newsOf(thread)
    const ticket = told(news)!
    let again = ticket
    for (const one of news) again = decideOn(again, one, NOW + 30 * 24 * HOUR).ticket!
    t.equal(again, ticket, 'the very same document')
  })
})
