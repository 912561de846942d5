import { deepEqual } from 'node:assert/strict'
import type { Classification } from '@huiyin/schemas/classification.ts'
import type { Clock, Ticket } from '@huiyin/schemas/ticket.ts'
import fc from 'fast-check'
import t from 'tap'
import {
  ask,
  dispatch,
  endSupervision,
  returnDispatch,
  signDispatch,
  supervise,
  withdrawDispatch
} from '../src/cases/commands.ts'
import { activeDispatch } from '../src/cases/dispatch-state.ts'
import { runningClock } from '../src/clocks/running.ts'
import { acknowledge, type Command, correct, dismiss, pause, reopen, resume, undo, waive } from '../src/commands.ts'
import { HuiyinError } from '../src/errors.ts'
import { alertsOwed } from '../src/escalation/alerts-owed.ts'
import { draftReply, reviewReply } from '../src/replies/commands.ts'
import { DEFAULT_RULES } from '../src/rules.ts'
import { UNDO_WITHIN } from '../src/undo/undo.ts'
import { assign, tag } from '../src/work/commands.ts'
import { HOUSE, LADDER } from './escalation-fixtures.ts'
import { arrived, CALM, DESK, decideOn, HOUR, judged, LI, MINUTE, NINE, said, URGENT } from './fixtures.ts'
import { HEAD, WANG } from './replies-fixtures.ts'

/**
 * Whatever comes before an act, between it and its undoing, and after: either the undoing is refused, or the ticket is
 * the one that would be if the act had never been, apart from the numbers of events and what people were told.
 */

const SECOND = 1_000
const ACTED = NINE + HOUR
const KINDS: readonly Classification[] = [
  judged(),
  judged({ label: 'complaint', sentiment: { name: 'negative', score: -0.6 } }),
  URGENT,
  CALM,
  judged({ label: 'other' }),
  judged({ label: 'other', confidence: 0.3 })
]

/** Something that happens at an instant; undefined when there is nothing to happen. */
type Step = (ticket: Ticket, now: number) => readonly Command[]

const speaks = (which: number, kind: number): Step => {
  return (_, now) => [arrived(said(`说${which}`, now, { comment: `${200 + which}`, observedAt: now }), KINDS[kind])]
}
/** One that was met already, seen again: as it was, edited, worse, or gone. */
const again = (which: number, kind: number, gone: boolean, text: string): Step => {
  return ({ turns }, now) => {
    const turn = turns.filter(({ by, comment }) => by === 'citizen' && comment).at(which % Math.max(1, turns.length))
    if (!turn?.comment) return []
    const comment = decodeURIComponent(turn.comment.split('/').at(-1)!)
    const seen = said(text, turn.at, { comment, observedAt: now, ...(gone && { deleted: true }) })
    return [arrived(seen, KINDS[kind])]
  }
}
const answers =
  (which: number): Step =>
  (_, now) => [arrived(said('答复', now, { comment: `${500 + which}`, parent: '100', ours: true, observedAt: now }))]
const alerter: Step = (ticket, now) =>
  alertsOwed(ticket, { people: { ...HOUSE, ladders: [LADDER] }, rules: DEFAULT_RULES, now }).news
const tagged =
  (which: number): Step =>
  () => [tag({ actor: WANG, id: `tag-${which}`, add: [`标签${which}`] })]
const waits: Step = (_, now) => [
  {
    ...{ type: 'responder.waits', actor: DESK, why: 'quota', code: 'Q', message: 'none left' },
    until: now + MINUTE
  } as const
]
const sending: Step = ({ replies }) =>
  replies.flatMap(({ id: reply, hash, state }) =>
    state === 'approved' ? [{ type: 'reply.sending', actor: DESK, reply, hash, token: 'x' } as const] : []
  )

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.nat(50), fc.nat(5)).map(([which, kind]) => speaks(which, kind)) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.nat(3), fc.nat(5), fc.boolean(), fc.constantFrom('说', '改了'))
      .map(([which, kind, gone, text]) => again(which, kind, gone, text))
  },
  { weight: 1, arbitrary: fc.nat(5).map(answers) },
  { weight: 3, arbitrary: fc.constant(alerter) },
  { weight: 2, arbitrary: fc.nat(9).map(tagged) },
  { weight: 1, arbitrary: fc.constantFrom(waits, sending) }
)

const by = { actor: LI, id: 'act' }
type Acting = (ticket: Ticket, now: number) => Command | undefined
const onClock = (make: (clock: string) => Command): Acting => {
  return ticket => {
    const clock = runningClock(ticket)
    return clock && make(clock.id)
  }
}

const onDispatch = (make: (dispatch: string) => Command): Acting => {
  return ticket => {
    const active = activeDispatch(ticket)
    return active && make(active.id)
  }
}

const ACTS: Record<string, Acting> = {
  dismiss: ({ lastTurn: seen }) => dismiss({ ...by, seen, reason: '重复' }),
  waive: ({ lastTurn: seen }) => waive({ ...by, seen, reason: '致谢' }),
  reopen: ({ lastTurn: seen }) => reopen({ ...by, seen, reason: '误操作' }),
  urgent: () => correct({ ...by, urgent: true }),
  other: () => correct({ ...by, label: 'other' }),
  complaint: () => correct({ ...by, label: 'complaint', level: 'red' }),
  acknowledge: () => acknowledge(by),
  pause: onClock(clock => pause({ ...by, clock, reason: 'platform_outage' })),
  resume: onClock(clock => resume({ ...by, clock })),
  supervise: (_, now) => supervise({ ...by, text: '尽快', owner: '住建局', dueAt: now + HOUR, instruction: false }),
  sign: onDispatch(dispatch => signDispatch({ ...by, dispatch })),
  return: onDispatch(dispatch => returnDispatch({ ...by, dispatch, text: '已修好' })),
  withdraw: onDispatch(dispatch => withdrawDispatch({ ...by, dispatch, reason: '误派' })),
  'end of a watch': ({ supervised = [] }) => {
    const [one] = supervised
    return one && endSupervision({ ...by, supervision: one.id })
  },
  tag: () => tag({ ...by, add: ['路灯'] }),
  assign: () => assign({ ...by, to: { id: 'li', name: '李静' } }),
  ask: () => ask({ ...by, kind: 'lower', reason: '不急' }),
  draft: ({ lastTurn: seen }) => draftReply({ ...by, seen, text: '已转住建局。' }),
  review: ({ replies }) => {
    const reply = replies.find(({ state }) => state === 'drafted')
    return reply && reviewReply({ ...by, reply: reply.id, hash: reply.hash })
  }
}

/** What some have done before, so that there is something to do. */
const BEFORE: readonly Step[] = [
  () => [],
  ({ lastTurn: seen }) => [dismiss({ actor: WANG, id: 'before', seen, reason: '重复' })],
  ({ lastTurn: seen }) => [draftReply({ actor: WANG, id: 'before', seen, text: '请稍候。' })],
  ticket => {
    const clock = runningClock(ticket)?.id
    return clock ? [pause({ actor: WANG, id: 'before', clock, reason: 'platform_outage' })] : []
  },
  () => [acknowledge({ actor: HEAD, id: 'before' })],
  ({ lastTurn: seen }) => [
    dispatch({ actor: WANG, id: 'before', seen, department: '住建局', request: '请维修' }),
    supervise({ actor: LI, id: 'watch', text: '尽快', owner: '住建局', dueAt: ACTED + 30 * SECOND, instruction: false })
  ]
]

const stretch = (maxLength: number) => fc.array(fc.tuple(fc.integer({ min: 1, max: 59 }), step), { maxLength })
const story = fc.record({
  opening: fc.nat(2),
  before: stretch(4),
  done: fc.constantFrom(...BEFORE),
  act: fc.constantFrom(...Object.keys(ACTS)),
  between: stretch(3),
  after: stretch(4)
})
type Story = typeof story extends fc.Arbitrary<infer S> ? S : never

const tried = (ticket: Ticket, command: Command, now: number): Ticket => {
  try {
    return decideOn(ticket, command, now).ticket!
  } catch (error) {
    if (error instanceof HuiyinError) return ticket
    throw error
  }
}

/** The ticket at the end, or `refused`; without the act and its undoing when `acted` is false. */
function lived({ opening, before, done, act, between, after }: Story, acted: boolean): Ticket | 'refused' {
  let ticket = decideOn(undefined, arrived(said('路灯坏了', NINE), KINDS[opening]), NINE + MINUTE).ticket!
  const walk = (steps: Story['before'], from: number, unit: number) => {
    for (const [at, does] of steps.toSorted(([a], [b]) => a - b))
      for (const one of does(ticket, from + at * unit)) ticket = tried(ticket, one, from + at * unit)
  }
  walk(before, NINE + MINUTE, 58 * SECOND)
  for (const one of done(ticket, ACTED - SECOND)) ticket = tried(ticket, one, ACTED - SECOND)
  const command = ACTS[act]!(ticket, ACTED)
  const start = ticket
  if (acted && command) ticket = tried(ticket, command, ACTED)
  const did = ticket !== start && ticket.n > start.n
  walk(between, ACTED, SECOND)
  if (acted && did) {
    const undoing = undo({ actor: LI, id: 'undo', of: 'act' })
    try {
      ticket = decideOn(ticket, undoing, ACTED + UNDO_WITHIN - 1).ticket!
    } catch (error) {
      if (error instanceof HuiyinError && error.code === 'UNDO_OVERTAKEN') return 'refused'
      throw error
    }
  }
  walk([[0, alerter]], ACTED + UNDO_WITHIN, SECOND) // what was owed while the clocks stood still is told now
  walk(after, ACTED + UNDO_WITHIN, MINUTE)
  return ticket
}

const counted = ({ dueSetBy: _, detectedAt: __, warned: ___, ...clock }: Clock) => clock

/** The whole ticket, apart from numbers of events, keys of commands, who acted, what was told, and when the ladders are looked at. */
function facts(ticket: Ticket) {
  const {
    n: _,
    commands: __,
    lastActs: ______,
    undo: ___,
    told: ____,
    climbAt,
    nextDueAt,
    lastTurn,
    lastTurnBy,
    exhausted,
    ...of
  } = ticket
  return {
    ...of,
    clocks: of.clocks.map(counted),
    turns: of.turns.map(({ n: _, ...turn }) => turn),
    needs: (of.needs ?? []).map(({ event: _, ...need }) => need)
  }
}

t.test('an act that is taken back', async t => {
  const undone = new Map<string, number>()
  t.test('leaves the ticket that would be if it had never been, or stands', async () => {
    fc.assert(
      fc.property(story, of => {
        const with_ = lived(of, true)
        if (with_ === 'refused') return
        undone.set(of.act, (undone.get(of.act) ?? 0) + 1)
        deepEqual(facts(with_), facts(lived(of, false) as Ticket))
      }),
      { numRuns: 3_000 }
    )
  })

  t.test('is every one of those that can be', async t => {
    for (const name of Object.keys(ACTS)) t.ok((undone.get(name) ?? 0) > 10, `${name}, ${undone.get(name)} times`)
  })
})
