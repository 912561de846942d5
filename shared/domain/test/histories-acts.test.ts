import { deepEqual } from 'node:assert/strict'
import type { Classification } from '@huiyin/schemas/classification.ts'
import { DEFAULT_POLICY, type Rules } from '@huiyin/schemas/policy.ts'
import type { Clock, Reply, Ticket } from '@huiyin/schemas/ticket.ts'
import fc from 'fast-check'
import t from 'tap'
import { dispatch, returnDispatch, signDispatch } from '../src/cases/commands.ts'
import type { Command } from '../src/commands.ts'
import { decide } from '../src/decide.ts'
import { approveReply, draftReply, reviewReply } from '../src/replies/commands.ts'
import { DEFAULT_RULES } from '../src/rules.ts'
import { OUTGOING_WAIT } from '../src/undo/outgoing.ts'
import { arrived, CALM, DESK, HOUR, ID, judged, LI, MINUTE, NINE, said, URGENT } from './fixtures.ts'
import { HEAD, TEXT, WANG } from './replies-fixtures.ts'

/**
 * News between the acts of people comes in any order, doubled and late; the acts stand at fixed places, as people
 * decide on what they see: comments → dispatch → comments → signature, reply → what became of it, comments → result.
 */

const CHEN = { id: 'chen', name: '陈工', role: 'handler', department: '住建局' }
const minute = (n: number) => NINE + n * MINUTE
const POSTED = minute(61)

/** From minute 50 on every answer is promised within 30 hours. */
const RULES: Rules = (() => {
  const [urgent, normal] = DEFAULT_POLICY.rules
  const answer = { ...normal!.promises.first!, target: { kind: 'CALENDAR_HOURS' as const, ms: 30 * HOUR } }
  const rules = [urgent!, { ...normal!, promises: { ...normal!.promises, first: answer, next: answer } }]
  const next = { ...DEFAULT_POLICY, version: 'v2', effectiveFrom: minute(50), rules }
  return { ...DEFAULT_RULES, policies: [DEFAULT_POLICY, next] }
})()

type Wanted = 'inquiry' | 'complaint'

/** Two of four are calm, one is urgent, one needs no answer. */
const kindOf = (label: Wanted, kind: number): Classification =>
  [judged({ label }), judged({ label }), { ...URGENT, label }, CALM][kind]!

const comments = (from: number, to: number, label: Wanted) =>
  fc
    .uniqueArray(fc.record({ at: fc.integer({ min: from, max: to }), kind: fc.nat(3) }), {
      maxLength: 4,
      selector: ({ at }) => at
    })
    .map(all =>
      all
        .toSorted((a, b) => a.at - b.at)
        .map(({ at, kind }) => {
          const seen = said(`说${at}`, minute(at), { comment: `1${at}`, parent: '100', observedAt: minute(at) + 1 })
          return arrived(seen, kindOf(label, kind))
        })
    )

const openingOf = (label: Wanted) => arrived(said('小区的路灯坏了半个月', NINE), kindOf(label, 0))

/** What an alerter and a job say besides; none of it changes a clock. */
const noise: fc.Arbitrary<Command> = fc.oneof(
  fc.constantFrom<Command>(
    { type: 'looked.back', actor: DESK },
    { type: 'reply.removed', actor: DESK, reply: 'unknown' },
    { type: 'clock.told', actor: DESK, clock: 'first-1', dueSetBy: 999, kind: 'breach', point: 0 }
  ),
  fc.record({
    type: fc.constant('alert.told' as const),
    actor: fc.constant(DESK),
    rungs: fc.array(
      fc.record({
        need: fc.constantFrom('first-1/3/urgent', 'risk/4/risk-rose'),
        rung: fc.nat(2),
        repeat: fc.nat(3),
        at: fc.constant(NINE)
      }),
      { maxLength: 2 }
    ),
    exhausted: fc.boolean()
  })
)

const after = fc.record({
  sent: fc.boolean(),
  absent: fc.uniqueArray(fc.integer({ min: 62, max: 85 }), { maxLength: 4 }),
  found: fc.constantFrom('read', 'met', 'both', 'no'),
  removed: fc.boolean()
})
type After = typeof after extends fc.Arbitrary<infer A> ? A : never

function newsOf({ id: reply, to: { native: parent } }: Reply, { sent, absent, found }: After): Command[] {
  const of = { actor: DESK, reply }
  const seen = said(TEXT, POSTED, { comment: '500', parent, ours: true, author: { id: '1900000001' } })
  return [
    ...(sent ? [{ type: 'reply.sent' as const, ...of, native: '500', acceptedAt: POSTED }] : []),
    ...absent.map(at => ({ type: 'reply.absent' as const, ...of, attempt: 1, lookedAt: minute(at) })),
    ...(found === 'read' || found === 'both'
      ? [{ type: 'reply.confirmed' as const, ...of, native: '500', acceptedAt: POSTED }]
      : []),
    ...(found === 'met' || found === 'both' ? [arrived(seen)] : [])
  ]
}

const removedOf = ({ id: reply }: Reply, { removed }: After): Command[] =>
  removed ? [{ type: 'reply.removed' as const, actor: DESK, reply }] : []

type Arrived = ReturnType<typeof arrived>
type Mix = (news: readonly Command[], before?: readonly Command[]) => readonly Command[]
type Story = { label: Wanted; a: Arrived[]; b: Arrived[]; c: Arrived[]; what: After; gone: number[] }

const deleted = (all: readonly Arrived[], which: readonly number[]): Command[] =>
  which.flatMap(i => {
    const seen = all[i]?.observation
    return seen ? [arrived({ ...seen, deleted: true, observedAt: minute(89) })] : []
  })

/** The life of a ticket; `mix` says how the news of each stretch comes. */
function lived({ label, a, b, c, what, gone }: Story, mix: Mix): Ticket {
  const opening = openingOf(label)
  let ticket: Ticket | undefined
  const take = (now: number, ...all: readonly Command[]) => {
    for (const one of all) ticket = decide(ticket, one, { id: ID, now, rules: RULES }).ticket
    return ticket!
  }
  take(minute(40), opening, ...mix(a))
  const { lastTurn: seen } = ticket!
  take(minute(40), dispatch({ actor: LI, id: 'send', seen, department: '住建局', request: '请维修' }))
  take(minute(60), ...mix(b, [opening, ...a]), { type: 'rules.changed', actor: DESK })
  const asked = ticket!.dispatches[0]!.id
  take(minute(60), signDispatch({ actor: CHEN, id: 'sign', dispatch: asked }))
  const of = {
    actor: LI,
    id: 'draft',
    seen: ticket!.lastTurn,
    text: TEXT,
    kind: label === 'inquiry' ? ('final' as const) : ('interim' as const)
  }
  const reply = take(minute(60), draftReply(of)).replies[0]!
  take(minute(60), reviewReply({ actor: WANG, id: 'review', reply: reply.id, hash: reply.hash }))
  if (ticket!.replies[0]!.state === 'reviewed')
    take(minute(60), approveReply({ actor: HEAD, id: 'approve', reply: reply.id, hash: reply.hash }))
  take(minute(60) + OUTGOING_WAIT, {
    type: 'reply.sending',
    actor: DESK,
    reply: reply.id,
    hash: reply.hash,
    token: 'token'
  })
  take(minute(90), ...mix([...newsOf(reply, what), ...c], [opening, ...a, ...b]))
  take(minute(90), ...mix([...removedOf(reply, what), ...deleted([...a, ...b, ...c], gone)], [opening, ...a, ...c]))
  if (ticket!.dispatches[0]!.state !== 'signed') return ticket!
  return take(minute(90), returnDispatch({ actor: CHEN, id: 'return', dispatch: asked, text: '已修好' }))
}

/** One that was put in the place of another says nothing of what was promised. */
const standing = ({ outcome }: Clock) => outcome !== 'superseded' && outcome !== 'cancelled'

const facts = ({ clocks, owed, status, cycles, urgent, replies, dispatches }: Ticket) => ({
  clocks: clocks
    .filter(standing)
    .map(({ kind, stage, cycle, startedAt, dueAt, stoppedAt, outcome, policy }) =>
      JSON.stringify({
        kind,
        stage,
        cycle,
        startedAt,
        stoppedAt,
        outcome,
        ...(stoppedAt === undefined && { dueAt, policy })
      })
    )
    .toSorted(),
  owed: owed.map(({ comment }) => comment),
  replies: replies.map(({ state, failure, acceptedAt }) => ({ state, acceptedAt, code: failure?.code })),
  dispatches: dispatches.map(({ state }) => state),
  ...{ status, cycles: cycles.length, urgent }
})

const inOrder: Mix = news => news

t.test('a random history with acts of people at fixed places', async t => {
  const story = (label: Wanted): fc.Arbitrary<Story> =>
    fc.record({
      label: fc.constant(label),
      a: comments(1, 39, label),
      b: comments(41, 59, label),
      c: comments(62, 89, label),
      what: after,
      gone: fc.uniqueArray(fc.nat(11), { maxLength: 2 })
    })
  const keys = fc.infiniteStream(fc.nat(1000))

  const sameOutcomes = (stories: fc.Arbitrary<Story>) =>
    fc.assert(
      fc.property(stories, keys, fc.array(noise, { maxLength: 5 }), (of, stream, others) => {
        const key = () => stream.next().value as number
        const shuffled = (all: readonly Command[]) =>
          all
            .map(one => ({ one, key: key() }))
            .toSorted((a, b) => a.key - b.key)
            .map(({ one }) => one)
        const mixed: Mix = (news, before = []) => shuffled([...news, ...news, ...before, ...others])
        deepEqual(facts(lived(of, mixed)), facts(lived(of, inOrder)))
      }),
      { numRuns: 400 }
    )

  t.test('gives the same outcomes, however the news between them is shuffled, doubled and late', async () => {
    sameOutcomes(story('complaint'))
  })

  t.test('gives the same outcomes also when the reply closes the case, and the citizen asks again', async () => {
    const oneOrTheOther = (of: Story): Story => ({ ...of, gone: of.what.removed ? [] : of.gone })
    sameOutcomes(story('inquiry').map(oneOrTheOther))
  })
})
