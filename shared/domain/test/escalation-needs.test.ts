import type { Observation } from '@huiyin/schemas/comment.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import fc from 'fast-check'
import t from 'tap'
import { runningClock } from '../src/clocks/running.ts'
import { alertOwed } from '../src/clocks/telling.ts'
import { acknowledge, type Command, dismiss, reopen } from '../src/commands.ts'
import { alarmsOf } from '../src/escalation/alarms.ts'
import { digestOf } from '../src/escalation/digest.ts'
import { ladderStep, type Notification } from '../src/escalation/ladder-step.ts'
import { historyOf, type Need, needsOf } from '../src/escalation/needs.ts'
import { OUTGOING_WAIT } from '../src/undo/outgoing.ts'
import * as f from './escalation-fixtures.ts'
import { after, arrived, DESK, decideOn, HOUR, ID, judged, LI, MINUTE, NINE, said, URGENT } from './fixtures.ts'

const dueOf = (ticket: Ticket, need: Need, now: number) =>
  ladderStep(f.LADDER, need.trigger, historyOf(ticket, need), now, f.HOUSE).due

/** The ticket once all that is owed at an instant has been told. */
function told(ticket: Ticket, now: number): Ticket {
  const owing = alertOwed(ticket, now)
  if (!owing) return ticket
  const { clock, kind, point } = owing
  const news = { type: 'clock.told', actor: DESK, clock: clock.id, dueSetBy: clock.dueSetBy, kind, point } as const
  return told(decideOn(ticket, news, now).ticket!, now)
}

const asked = said('路灯坏了', NINE)
const calm = () => after([arrived(asked, judged({ label: 'inquiry' })), NINE + MINUTE])
const urgent = () => after([arrived(said('有人要跳楼', NINE), URGENT), NINE + MINUTE])

t.test('the clocks of a ticket', async t => {
  t.test('need nothing until one is breached, then from its due time on (R29)', async t => {
    t.same(needsOf(calm()), [])
    const late = told(calm(), NINE + 24 * HOUR)
    const needs = needsOf(late)
    t.match(needs, [{ trigger: { kind: 'breached', at: NINE + 24 * HOUR, subject: 'first-1' } }])
    const { dueSetBy } = runningClock(late)!
    t.match(dueOf(late, needs[0]!, NINE + 24 * HOUR), [{ id: `${ID}/first-1/${dueSetBy}/breached/0/0` }])
  })

  t.test('are not stopped by an acknowledgement (R33)', async () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 48 * 60 }), minute => {
        const ticket = calm()
        const owned = decideOn(ticket, acknowledge({ actor: LI, id: 'k' }), NINE + minute * MINUTE).ticket!
        return JSON.stringify(runningClock(owned)) === JSON.stringify(runningClock(ticket))
      }),
      { numRuns: 50 }
    )
  })

  t.test('need nothing any more once they have stopped (R34)', async t => {
    const late = told(calm(), NINE + 24 * HOUR)
    const over = decideOn(late, dismiss({ actor: LI, id: 'k', seen: late.lastTurn, reason: 'spam' }), NINE + 25 * HOUR)
    for (const need of needsOf(over.ticket!)) t.same(dueOf(over.ticket!, need, NINE + 30 * HOUR), [])
  })

  t.test('need nothing for what was raised too late: it is no breach (R21)', async t => {
    const seen = NINE + 20 * HOUR
    const worse = said('有人触电了', NINE + 2 * HOUR, { comment: '101', observedAt: seen })
    const ticket = told(after([arrived(asked), NINE + MINUTE], [arrived(worse, URGENT), seen]), seen)
    t.equal(runningClock(ticket)?.lateUpgrade, true)
    t.same(needsOf(ticket), [])
  })
})

t.test('a collector that was down from 09:00 to 13:00 makes one digest of what it hid (T10, R30)', async t => {
  const seenAt = NINE + 4 * HOUR
  const hidden = ['100', '101', '102'].map(comment => {
    const seen = said('井盖没了', NINE + HOUR / 2, { comment, root: comment, observedAt: seenAt })
    return { ...after([arrived(seen, URGENT), seenAt]), id: `${ID}-${comment}` }
  })
  const gap = { from: NINE + HOUR / 2, to: seenAt, why: 'collector' }
  t.same(
    hidden.flatMap(needsOf).map(({ trigger }) => [trigger.kind, trigger.foundLate]),
    hidden.map(() => ['breached', gap])
  )
  const due = hidden.flatMap(ticket => needsOf(ticket).flatMap(need => dueOf(ticket, need, seenAt + 3 * HOUR)))
  const { digests, singly } = digestOf(due)
  t.same(singly, [])
  t.equal(digests.length, 1)
  t.match(digests[0], { recipient: { person: 'li' }, urgent: true, gaps: [gap], notifications: { length: 3 } })
  for (const ticket of hidden) {
    t.equal(ticket.nextDueAt, seenAt, 'looked at at once')
    const [need] = needsOf(ticket)
    const step = ladderStep(f.LADDER, need!.trigger, f.past(), seenAt, f.HOUSE)
    t.match(step, { due: { length: 1 }, nextAt: undefined, exhausted: false }, 'no climbing')
  }
})

t.test('what became urgent is told from the event that made it so', async t => {
  const early = urgent()
  t.match(early.needs, [
    { kind: 'urgent', subject: 'first-1', event: runningClock(early)!.dueSetBy, at: NINE + MINUTE }
  ])
  const later = said('有人触电了', NINE + HOUR, { comment: '101' })
  const raised = after([arrived(asked), NINE + MINUTE], [arrived(later, URGENT), NINE + HOUR + MINUTE])
  t.match(raised.needs?.at(-1), { kind: 'urgent', event: runningClock(raised)!.dueSetBy, at: NINE + HOUR + MINUTE })
  const hidden = after([arrived(said('有人要跳楼', NINE), URGENT), NINE + 4 * HOUR])
  t.notOk(
    hidden.needs?.some(({ kind }) => kind === 'urgent'),
    'but not when it was found too late (R30)'
  )
})

t.test('risk of what was answered already', async t => {
  const seen = (minute: number, of: Partial<Observation> = {}) =>
    said('停水', NINE, { observedAt: NINE + minute * MINUTE, ...of })
  const scored = (minute: number, level: 'blue' | 'yellow' | 'orange' | 'red', score: number): [Command, number] => [
    arrived(seen(minute), judged({ risk: { score, level, reasons: [] } })),
    NINE + minute * MINUTE
  ]
  const answer = arrived(
    said('已恢复供水', NINE + MINUTE, { comment: '5', parent: '100', ours: true, author: { id: '0' } })
  )
  const riskNeeds = (...steps: [Command, number][]) =>
    after(scored(1, 'blue', 10), [answer, NINE + 2 * MINUTE], ...steps).needs?.filter(
      ({ kind }) => kind === 'risk-rose'
    )

  t.test('that rises opens one need, and rising further worsens that one (R38, R39)', async t => {
    const needs = riskNeeds(scored(3, 'yellow', 40), scored(4, 'orange', 60), scored(5, 'red', 90))
    t.match(needs, [{ level: 'orange', at: NINE + 4 * MINUTE, worsened: [{ at: NINE + 5 * MINUTE, level: 'red' }] }])
    t.notOk(needs?.[0]?.ended)
  })

  t.test('that falls ends the need, and rising again is another (R39)', async t => {
    const needs = riskNeeds(scored(3, 'red', 90), scored(5, 'blue', 5), scored(9, 'orange', 65))
    t.match(needs, [{ ended: { at: NINE + 5 * MINUTE, why: 'calm' } }, { at: NINE + 9 * MINUTE }])
  })

  t.test('that falls from red to orange and returns is not told again (R39)', async t => {
    const needs = riskNeeds(scored(3, 'red', 90), scored(5, 'orange', 60), scored(9, 'red', 90))
    t.match(needs, [{ worsened: [] }])
  })
})

t.test('a ticket reopened often begins one rung up, and ends with its closing (R20)', async t => {
  let ticket = calm()
  const acted = (command: Command, minute: number) => {
    ticket = decideOn(ticket, command, NINE + minute * MINUTE).ticket!
  }
  const answeredAt = (minute: number) =>
    acted(
      arrived(
        said('已修好', NINE + minute * MINUTE, {
          comment: `5${minute}`,
          parent: '100',
          ours: true,
          author: { id: '0' }
        })
      ),
      minute
    )
  for (const [round, minute] of [10, 20].entries()) {
    answeredAt(minute)
    acted(reopen({ actor: LI, id: `reopen-${round}`, seen: ticket.lastTurn, reason: '没有修好' }), minute + 5)
  }
  const [need] = needsOf(ticket).filter(({ trigger }) => trigger.kind === 'reopened-often')
  t.match(need, { trigger: { fromRung: 1, at: NINE + 25 * MINUTE + OUTGOING_WAIT } })
  t.match(dueOf(ticket, need!, NINE + 26 * MINUTE), [{ rung: 1 }])
  answeredAt(40)
  t.match(
    needsOf(ticket).find(({ trigger }) => trigger.kind === 'reopened-often'),
    { ended: [{ at: NINE + 40 * MINUTE }] }
  )
})

t.test('a risk alarm', async t => {
  const rule = { id: 'volume', raiseAt: 60, clearAt: 50, clearFor: 10 * MINUTE }
  const sample = (minute: number, score: number) => ({ at: NINE + minute * MINUTE, event: minute, score })
  const spans = (samples: [number, number][], until: number) =>
    alarmsOf(
      rule,
      samples.map(([minute, score]) => sample(minute, score)),
      NINE + until * MINUTE
    ).map(({ raisedAt, clearedAt }) =>
      [raisedAt, clearedAt].map(at => (at === undefined ? 'open' : (at - NINE) / MINUTE))
    )

  t.test('is raised at the upper bound and cleared after k minutes at the lower one (R39)', async t => {
    t.same(
      spans(
        [
          [0, 59],
          [1, 60],
          [5, 50]
        ],
        14
      ),
      [[1, 'open']]
    )
    t.same(
      spans(
        [
          [0, 59],
          [1, 60],
          [5, 50]
        ],
        15
      ),
      [[1, 15]]
    )
  })

  t.test('counts the calm from its first moment (R39)', async t => {
    t.same(
      spans(
        [
          [1, 60],
          [5, 50],
          [8, 45],
          [12, 50]
        ],
        15
      ),
      [[1, 15]]
    )
  })

  t.test('is neither doubled nor cleared by a score that swings about a bound (R39)', async t => {
    t.same(
      spans(
        [
          [1, 60],
          [2, 55],
          [3, 61],
          [9, 49],
          [12, 51],
          [13, 49],
          [22, 70]
        ],
        22
      ),
      [[1, 'open']]
    )
  })

  t.test('is raised anew only after it was cleared (R39)', async t => {
    t.same(
      spans(
        [
          [1, 60],
          [2, 40],
          [12, 70]
        ],
        20
      ),
      [
        [1, 12],
        [12, 'open']
      ]
    )
  })

  t.test('is never open twice, whatever comes in whatever order (R39)', async () => {
    const samples = fc.array(fc.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 100 })))
    fc.assert(
      fc.property(samples, pairs => {
        const all = [...new Map(pairs).entries()].map(([minute, score]) => sample(minute, score))
        const alarms = alarmsOf(rule, all, NINE + 200 * MINUTE)
        const apart = alarms.every((one, i) => i === 0 || (alarms[i - 1]!.clearedAt ?? Infinity) <= one.raisedAt)
        const same = JSON.stringify(alarmsOf(rule, [...all.toReversed(), ...all], NINE + 200 * MINUTE))
        return apart && same === JSON.stringify(alarms)
      })
    )
  })
})

t.test('a digest', async t => {
  const night = { ...f.BREACH, at: f.at('23T23:00') }
  const due = (of: object, now: number) => ladderStep(f.LADDER, { ...night, ...of }, f.past(), now, f.HOUSE).due
  const morning = f.at('24T08:00')

  t.test('is one for each recipient, with all that quiet hours gathered (R37)', async t => {
    const { digests, singly } = digestOf([...due({}, morning), ...due({ subject: 'next-1' }, morning)])
    t.same(singly, [])
    t.same(
      digests.map(({ recipient, notifications, lines }) => [recipient.person, notifications.length, lines.length]),
      [
        ['li', 2, 2],
        ['zhao', 2, 2],
        ['chief', 6, 2]
      ]
    )
    t.match(digests[2]?.lines, [{ repeat: 2 }, { repeat: 2 }], 'the newest of each')
  })

  t.test('takes in what fell due while the machine slept, once for each recipient, urgent too (R30)', async t => {
    const asleep = ladderStep(f.LADDER, f.URGENT_BREACH, f.past(), NINE + 50 * MINUTE, f.HOUSE).due
    const { digests } = digestOf([...asleep, ...asleep])
    t.match(digests, [
      { recipient: { person: 'li' }, urgent: true, notifications: { length: 1 } },
      { recipient: { person: 'zhao' }, urgent: true, notifications: { length: 1 } }
    ])
  })

  t.test('leaves alone what is told in time', async t => {
    const { digests, singly } = digestOf(due({ at: NINE }, NINE + MINUTE))
    t.same(digests, [])
    t.equal(singly.length, 1)
  })

  t.test('has the same id for the same notifications in any order (R40)', async t => {
    const all = [...due({}, morning), ...due({ subject: 'next-1' }, morning)]
    const ids = (of: readonly Notification[]) =>
      digestOf(of)
        .digests.map(({ id }) => id)
        .sort()
    t.same(ids(all), ids(all.toReversed()))
    t.not(ids(all).join(), ids(all.slice(1)).join())
  })

  t.test('loses nothing: what reaches nobody is handed back (R36)', async t => {
    const house = { ...f.HOUSE, persons: [] }
    const nobody = ladderStep(f.LADDER, night, f.past(), morning, house).due
    const { digests, singly, unreached } = digestOf(nobody)
    t.same([digests, singly], [[], []])
    t.equal(unreached.length, 5)
  })
})
