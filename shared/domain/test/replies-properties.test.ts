import type { Ticket } from '@huiyin/schemas/ticket.ts'
import fc from 'fast-check'
import t from 'tap'
import { arrived, HOUR, judged, MINUTE, NINE, said } from './fixtures.ts'
import { approved, claimed, confirmed, decided, draftOn, last, news, opened, TEXT } from './replies-fixtures.ts'

const ONE = NINE + HOUR
const LATER = NINE + 3 * HOUR
const gone = claimed(approved(opened()))
const more = claimed(approved(decided(opened(), ONE, arrived(said('要带身份证吗？', ONE, { comment: '101' })))))

/** What may have become of a reply after it left: the platform’s word, looks for it, what was found, its removal. */
function storyOf(ticket: Ticket, { answer, looks, found, removed }: Story) {
  const to = last(ticket).to.native
  const seen = said(TEXT, ONE, { comment: '500', parent: to, ours: true, author: { id: '1900000001' } })
  return [
    ...(answer === 'sent' ? [news(ticket, 'reply.sent', { native: '500', acceptedAt: ONE })] : []),
    ...(answer === 'refused' ? [news(ticket, 'reply.failed', { code: '20201', message: '评论已不存在' })] : []),
    ...(answer === 'refused'
      ? []
      : looks.map(minute => news(ticket, 'reply.absent', { attempt: 1, lookedAt: ONE + minute * MINUTE }))),
    ...(found === 'read' || found === 'both'
      ? [news(ticket, 'reply.confirmed', { native: '500', acceptedAt: ONE })]
      : []),
    ...(found === 'met' || found === 'both' ? [arrived(seen)] : []),
    ...(removed ? [news(ticket, 'reply.removed', {})] : [])
  ]
}

const story = fc.record({
  answer: fc.constantFrom('sent', 'refused', 'unknown'),
  looks: fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 6 }),
  found: fc.constantFrom('read', 'met', 'both', 'no'),
  removed: fc.boolean()
})
type Story = typeof story extends fc.Arbitrary<infer S> ? S : never

/** What a ticket says, without the numbers of its events. */
function told({ n: _, turns, lastTurn: __, lastTurnBy: ___, unpublished: ____, needs, ...ticket }: Ticket) {
  return {
    ...ticket,
    turns: turns.map(({ n, ...turn }) => turn),
    clocks: ticket.clocks.map(({ dueSetBy, ...clock }) => clock),
    needs: needs?.map(({ event, ...need }) => need)
  }
}

t.test('news of a reply in any order, each told once or twice, ends in the same ticket', async t => {
  for (const start of [gone, more]) {
    fc.assert(
      fc.property(story, fc.array(fc.nat()), fc.array(fc.nat()), (what, doubled, keys) => {
        const once = storyOf(start, what)
        const twice = [...once, ...doubled.flatMap(i => once[i % once.length] ?? [])]
        const shuffled = twice
          .map((command, i) => ({ command, key: keys[i % Math.max(1, keys.length)] ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ command }) => command)
        t.same(told(decided(start, LATER, ...shuffled)), told(decided(start, LATER, ...once)))
      }),
      { numRuns: 400 }
    )
  }
})

t.test('a reply answers no comment that its author did not have before them', async t => {
  const comment = fc.record({ minute: fc.integer({ min: -50, max: 100 }), urgent: fc.boolean() })
  const comments = (from: number, said_: readonly { minute: number; urgent: boolean }[]) =>
    said_.map(({ minute, urgent }, i) =>
      arrived(
        said('还有一事', NINE + minute * MINUTE, { comment: `${from + i}`, observedAt: NINE + HOUR * 2 }),
        judged({ urgent })
      )
    )
  fc.assert(
    fc.property(fc.array(comment, { maxLength: 5 }), fc.array(comment, { maxLength: 5 }), (before, after) => {
      const ticket = decided(opened({ label: 'complaint' }), LATER, ...comments(200, before))
      const drafted = decided(ticket, LATER, draftOn(ticket, { kind: 'interim' }))
      const { answers } = last(drafted)
      const seen = new Set(ticket.owed.map(({ comment }) => comment))
      t.ok(answers.every(id => seen.has(id)))
      const grown = decided(drafted, LATER, ...comments(300, after))
      t.same(last(grown).answers, answers)
      const known = new Set(answers)
      const unanswered = grown.owed.filter(({ comment }) => !known.has(comment))
      const { lock: _, ...free } = grown
      const done = confirmed({ ...free, urgent: false, risk: { score: 0, level: 'blue', reasons: [] } }, LATER, {
        answers: [...answers]
      })
      t.same(done.owed, unanswered)
    }),
    { numRuns: 100 }
  )
})
