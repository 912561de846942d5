import type { HouseEvent } from '@huiyin/schemas/event.ts'
import { DEFAULT_POLICY } from '@huiyin/schemas/policy.ts'
import fc from 'fast-check'
import t from 'tap'
import { runningClock } from '../src/clocks.ts'
import { acknowledge } from '../src/commands.ts'
import { decide } from '../src/decide.ts'
import { alarmsOf } from '../src/escalation/alarms.ts'
import { digestOf } from '../src/escalation/digest.ts'
import { ladderStep, type Notification } from '../src/escalation/ladder-step.ts'
import { clockNeeds, type Need, reopenedNeeds, riskNeeds, urgentNeeds } from '../src/escalation/needs.ts'
import * as f from './escalation-fixtures.ts'
import { after, arrived, HOUR, ID, judged, LI, MINUTE, NINE, said, URGENT } from './fixtures.ts'

const OUTAGE = { from: NINE, to: NINE + 4 * HOUR, why: 'collector' }
const needsOf = (ticket: ReturnType<typeof after>) => clockNeeds(ticket, DEFAULT_POLICY.warnBefore, () => OUTAGE)
const kinds = (needs: readonly Need[]) => needs.map(({ trigger: { kind, at } }) => [kind, at])
const dueOf = ({ trigger, worsened, ended }: Need, now: number) =>
  ladderStep(f.LADDER, trigger, f.past({ worsened, ended }), now, f.HOUSE).due

const event = (n: number, type: HouseEvent['type'], minute: number, data: HouseEvent['data'] = {}): HouseEvent => ({
  id: `${ID}#${n}`,
  key: 'k',
  ticket: ID,
  n,
  type,
  at: NINE + minute * MINUTE,
  actor: LI,
  data
})

t.test('the clocks of a ticket', async t => {
  const calm = after([arrived(said('路灯坏了', NINE), judged({ label: 'complaint' })), NINE + MINUTE])

  t.test('need warnings from the first warn point to the due time, then the breach (R29)', async t => {
    const needs = needsOf(calm)
    t.same(kinds(needs), [
      ['approaching', NINE + 12 * HOUR],
      ['breached', NINE + 24 * HOUR]
    ])
    t.same(needs[0]?.ended, [{ at: NINE + 24 * HOUR, why: 'superseded' }])
    t.same(dueOf(needs[1]!, NINE + 24 * HOUR - 1), [])
    t.match(dueOf(needs[1]!, NINE + 24 * HOUR), [{ id: `${ID}/first-1/${runningClock(calm)!.dueSetBy}/breached/0/0` }])
  })

  t.test('are not stopped by an acknowledgement (R33)', async () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 48 * 60 }), minute => {
        const now = NINE + minute * MINUTE
        const { ticket } = decide(calm, acknowledge({ actor: LI, id: 'k' }), { id: ID, now, policy: DEFAULT_POLICY })
        return JSON.stringify(runningClock(ticket!)) === JSON.stringify(runningClock(calm))
      }),
      { numRuns: 50 }
    )
  })

  t.test('need nothing any more once they have stopped (R34)', async t => {
    const [first] = calm.clocks
    const stopped = { ...calm, clocks: [{ ...first!, stoppedAt: NINE + HOUR, outcome: 'met' as const }] }
    for (const need of needsOf(stopped)) t.same(dueOf(need, NINE + 30 * HOUR), [])
  })

  t.test('need nothing for what was raised too late: it is no breach (R21)', async t => {
    const [first] = calm.clocks
    t.same(needsOf({ ...calm, clocks: [{ ...first!, lateUpgrade: true }] }), [])
  })
})

t.test('a collector that was down from 09:00 to 13:00 makes one digest of what it hid (T10, R30)', async t => {
  const seenAt = NINE + 4 * HOUR
  const hidden = ['100', '101', '102'].map(comment => {
    const seen = said('井盖没了', NINE + HOUR / 2, { comment, root: comment, observedAt: seenAt })
    return { ...after([arrived(seen, URGENT), seenAt]), id: `${ID}-${comment}` }
  })
  const needs = hidden.flatMap(needsOf)
  t.same(
    needs.map(({ trigger }) => [trigger.kind, trigger.foundLate]),
    hidden.map(() => ['breached', OUTAGE])
  )
  const due = needs.flatMap(need => dueOf(need, seenAt + 3 * HOUR))
  const { digests, singly } = digestOf(due)
  t.same(singly, [])
  t.equal(digests.length, 1)
  t.match(digests[0], { recipient: { person: 'li' }, urgent: true, gaps: [OUTAGE], notifications: { length: 3 } })
  const steps = needs.map(({ trigger }) => ladderStep(f.LADDER, trigger, f.past(), seenAt, f.HOUSE))
  t.ok(
    steps.every(({ due, nextAt, exhausted }) => due.length === 1 && nextAt === undefined && !exhausted),
    'no climbing'
  )
})

t.test(
  'what became urgent is told from the event that made it so, but not when it was found too late (R30)',
  async t => {
    const ticket = after([arrived(said('有人要跳楼', NINE), URGENT), NINE + MINUTE])
    const events = [
      event(2, 'clock.started', 1, { clock: 'first-1', urgent: true, bornLate: false }),
      event(3, 'clock.started', 1, { clock: 'next-1', urgent: true, bornLate: true }),
      event(4, 'clock.started', 1, { clock: 'next-2', urgent: false, bornLate: false }),
      event(5, 'clock.moved', 9, { clock: 'next-2', why: 'urgent' }),
      event(6, 'clock.moved', 9, { clock: 'next-2', why: 'earlier-comment' })
    ]
    const needs = urgentNeeds(ticket, [...events.toReversed(), ...events])
    t.match(
      needs.map(({ trigger }) => trigger),
      [
        { subject: 'first-1', event: 2, at: NINE + MINUTE, urgent: true },
        { subject: 'next-2', event: 5, at: NINE + 9 * MINUTE, urgent: true }
      ]
    )
    t.equal(needs.length, 2)
  }
)

t.test('risk', async t => {
  const ticket = after([arrived(said('停水', NINE), judged()), NINE + MINUTE])
  const scored = (n: number, minute: number, level: string) => event(n, 'ticket.scored', minute, { level })

  t.test('that rises opens one need, and rising further worsens that one (R38, R39)', async t => {
    const events = [scored(2, 1, 'yellow'), scored(3, 2, 'orange'), scored(4, 3, 'orange'), scored(5, 4, 'red')]
    const needs = riskNeeds(ticket, [...events.toReversed(), ...events])
    t.equal(needs.length, 1)
    t.match(needs, [{ trigger: { event: 3, level: 'orange' }, ended: { length: 0 } }])
    t.same(needs[0]?.worsened, [{ at: NINE + 4 * MINUTE, level: 'red' }])
  })

  t.test('that falls ends the need, and rising again is another (R39)', async t => {
    const needs = riskNeeds(ticket, [scored(2, 1, 'red'), scored(3, 5, 'yellow'), scored(4, 9, 'orange')])
    t.match(needs, [
      { trigger: { event: 2 }, ended: [{ at: NINE + 5 * MINUTE, why: 'calm' }] },
      { trigger: { event: 4 } }
    ])
  })

  t.test('that falls from red to orange and returns is not told again (R39)', async t => {
    const [need] = riskNeeds(ticket, [scored(2, 1, 'red'), scored(3, 5, 'orange'), scored(4, 9, 'red')])
    t.same(need?.worsened, [])
  })
})

t.test('a ticket reopened three times begins one rung up, and ends with the answer (R20)', async t => {
  const ticket = after([arrived(said('停水', NINE), judged()), NINE + MINUTE])
  const events = [2, 4, 6].flatMap(n => [event(n, 'ticket.dismissed', n), event(n + 1, 'ticket.reopened', n + 1)])
  const needs = reopenedNeeds(ticket, [...events, event(9, 'turn.office', 30)], 3)
  t.match(needs, [{ trigger: { event: 7, fromRung: 1 }, ended: [{ why: 'replied', at: NINE + 30 * MINUTE }] }])
  t.equal(needs.length, 1)
  t.match(dueOf(needs[0]!, NINE + 8 * MINUTE), [{ rung: 1 }])
  t.same(reopenedNeeds(ticket, events.slice(0, 4), 3), [])
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
