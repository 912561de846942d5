import t from 'tap'
import { ladderStep, notificationId } from '../src/escalation/ladder-step.ts'
import { acknowledgedAt, ladderFor } from '../src/escalation/trigger.ts'
import * as f from './escalation-fixtures.ts'
import { HOUR, MINUTE, NINE } from './fixtures.ts'

const step = (run: f.Run, now: number) =>
  ladderStep(run.ladder ?? f.LADDER, run.trigger ?? f.BREACH, f.past(run.facts), now, run.house ?? f.HOUSE)
const ackAt = (minute: number, urgent = false) => acknowledgedAt(NINE + minute * MINUTE, urgent)

t.test('a ladder', async t => {
  t.test('is climbed rung by rung, each repeated as often as it says (R32)', async t => {
    t.same(f.minutes(f.told({}, f.everyMinutes(1, 180))), [
      '0/0 at 0',
      '1/0 at 30',
      '2/0 at 60',
      '2/1 at 70',
      '2/2 at 80'
    ])
  })

  t.test('repeats a rung only until the next one is reached (R32)', async t => {
    const ladder = {
      ...f.LADDER,
      rungs: [f.rung(0, f.ON_DUTY, { repeat: { every: 10 * MINUTE, times: 5 } }), f.rung(20, f.CHIEF)]
    }
    t.same(f.minutes(f.told({ ladder }, f.everyMinutes(1, 60))), ['0/0 at 0', '0/1 at 10', '1/0 at 20'])
  })

  t.test('names what it tells by ticket, clock, event, kind, rung and repeat (R40)', async t => {
    const [first] = step({}, NINE).due
    t.equal(first?.id, 'weibo/1/7/100/by/9/first-1/3/breached/0/0')
    t.not(
      notificationId({ ...f.BREACH, ticket: 'a', subject: 'b/c' }, 0, 0),
      notificationId({ ...f.BREACH, ticket: 'a/b', subject: 'c' }, 0, 0)
    )
  })

  t.test('says when to ask again, as an instant (R35)', async t => {
    t.equal(step({}, NINE - HOUR).nextAt, NINE)
    t.equal(step({}, NINE).nextAt, NINE + 30 * MINUTE)
    t.equal(step({ facts: { acknowledged: [ackAt(10)] } }, NINE + 11 * MINUTE).nextAt, NINE + 130 * MINUTE)
    t.equal(step({ facts: { ended: [{ at: NINE + 5, why: 'replied' }] } }, NINE + 6).nextAt, undefined)
  })

  t.test('is exhausted when the last rung has told all and nobody has acknowledged (R36)', async t => {
    t.equal(step({}, NINE + 89 * MINUTE).exhausted, false)
    t.same(step({}, NINE + 80 * MINUTE).nextAt, NINE + 90 * MINUTE)
    t.equal(step({}, NINE + 90 * MINUTE).exhausted, true)
    t.equal(step({ facts: { acknowledged: [ackAt(85)] } }, NINE + 90 * MINUTE).exhausted, false)
    t.equal(
      step({ facts: { ended: [{ at: NINE + 85 * MINUTE, why: 'replied' }] } }, NINE + 90 * MINUTE).exhausted,
      false
    )
  })

  t.test('is the version in force at the trigger, for its kind and urgency (R32)', async t => {
    const versions = [
      f.LADDER,
      { ...f.LADDER, version: '2', effectiveFrom: NINE },
      { ...f.LADDER, version: '3', effectiveFrom: NINE + 1 }
    ]
    t.equal(ladderFor(versions, f.BREACH)?.version, '2')
    t.equal(ladderFor(versions, { ...f.BREACH, urgent: true }), undefined)
    t.equal(ladderFor(versions, { ...f.BREACH, kind: 'urgent' }), undefined)
  })

  t.test('begins one rung up for what was reopened often (R20)', async t => {
    const trigger = { ...f.BREACH, kind: 'reopened-often', fromRung: 1 } as const
    t.same(f.minutes(f.told({ trigger }, f.everyMinutes(5, 60))), ['1/0 at 0', '2/0 at 30', '2/1 at 40', '2/2 at 50'])
  })
})

t.test('an acknowledgement', async t => {
  t.test(
    'at 09:05 for 15 minutes, with no reply, has rung 1 told again at 09:20 under a new number (T11, R33)',
    async t => {
      const trigger = f.URGENT_BREACH
      const found = f.told({ trigger, facts: { acknowledged: [ackAt(5, true)] } }, f.everyMinutes(1, 25))
      t.same(f.minutes(found), ['0/0 at 0', '0/1 at 20'])
      t.same(
        found.map(({ why }) => why),
        ['reached', 'acknowledgement-ran-out']
      )
    }
  )

  t.test('leaves the time to the next rung as it was (R33)', async t => {
    const facts = { acknowledged: [ackAt(20, true)] }
    t.same(f.minutes(f.told({ facts }, f.everyMinutes(1, 50))), ['0/0 at 0', '0/1 at 35', '1/0 at 45'])
  })

  t.test('holds two hours when it is not urgent (R33)', async t => {
    const facts = { acknowledged: [ackAt(5)] }
    t.same(f.minutes(f.told({ facts }, f.everyMinutes(5, 125))), ['0/0 at 0', '0/1 at 125'])
  })

  t.test('given again before it runs out holds on without a break (R33)', async t => {
    const facts = { acknowledged: [ackAt(5, true), ackAt(15, true), ackAt(15, true)] }
    t.same(f.minutes(f.told({ facts }, f.everyMinutes(1, 40))), ['0/0 at 0', '0/1 at 30'])
  })

  t.test('tells the last rung again when it runs out after everything was told (R33)', async t => {
    const facts = { acknowledged: [ackAt(85, true)] }
    t.equal(f.minutes(f.told({ facts }, f.everyMinutes(1, 150))).at(-1), '2/3 at 100')
  })

  t.test('cancels what fell due before it and was not told yet (R34)', async t => {
    t.same(step({ facts: { acknowledged: [ackAt(5)] } }, NINE + 6 * MINUTE).due, [])
  })

  t.test('that was not known when a repeat was made does not take the next one its number (R33, R40)', async t => {
    const ladder = { ...f.LADDER, rungs: [f.rung(0, f.ON_DUTY, { repeat: { every: 10 * MINUTE, times: 5 } })] }
    const made = [
      { rung: 0, repeat: 0, at: NINE },
      { rung: 0, repeat: 1, at: NINE + 10 * MINUTE }
    ]
    const facts = { told: made, acknowledged: [{ at: NINE + 10 * MINUTE - 100, until: NINE + 25 * MINUTE }] }
    t.same(f.minutes(step({ ladder, facts }, NINE + 25 * MINUTE).due), ['0/2 at 25'])
  })

  t.test('learnt after a later row was made has the next one numbered above that row (R33, R40)', async t => {
    const made = [
      { rung: 0, repeat: 0, at: NINE },
      { rung: 0, repeat: 2, at: NINE + 14 * MINUTE }
    ]
    const facts = { told: made, acknowledged: [ackAt(5, true)] }
    t.same(f.minutes(step({ facts }, NINE + 20 * MINUTE).due), ['0/3 at 20'])
  })

  t.test('that holds on is no exhausted ladder, though its last rung asks for none (R36)', async t => {
    const ladder = { ...f.LADDER, rungs: [f.rung(0, f.CHIEF, { untilAcknowledged: false })] }
    const facts = { acknowledged: [ackAt(5)] }
    t.equal(step({ ladder }, NINE + 120 * MINUTE).exhausted, true)
    t.equal(step({ ladder, facts }, NINE + 120 * MINUTE).exhausted, false)
  })

  t.test('from before a breach does not hold the breach, but holds warnings (R33, R38)', async t => {
    const facts = { acknowledged: [{ at: NINE - 5 * MINUTE, until: NINE + 10 * MINUTE }] }
    t.same(f.minutes(step({ facts }, NINE).due), ['0/0 at 0'])
    t.same(step({ facts, trigger: { ...f.BREACH, kind: 'approaching' } }, NINE).due, [])
  })
})

t.test('warnings before a due time', async t => {
  const trigger = { ...f.BREACH, kind: 'approaching' } as const
  t.test('stay bound to it: after an acknowledgement the one that stands is told (R29, R33)', async t => {
    const facts = { acknowledged: [{ at: NINE + 10 * MINUTE, until: NINE + 45 * MINUTE }] }
    const found = f.told({ trigger, facts, house: f.HOUSE }, f.everyMinutes(1, 60))
    t.same(f.minutes(found), ['0/0 at 0', '1/0 at 45', '2/0 at 60'])
  })

  t.test('end with the breach (R34, R38)', async t => {
    const ended = [{ at: NINE + 60 * MINUTE, why: 'superseded' as const }]
    t.same(f.minutes(f.told({ trigger, facts: { ended } }, f.everyMinutes(1, 90))), ['0/0 at 0', '1/0 at 30'])
  })
})

t.test('what ends the need', async t => {
  for (const why of ['replied', 'paused', 'merged', 'closed', 'handed-over', 'superseded', 'calm'] as const) {
    t.test(`cancels the rest of the ladder: ${why} (R34)`, async t => {
      const facts = { ended: [{ at: NINE + 10 * MINUTE, why }] }
      t.same(step({ facts }, NINE + 10 * MINUTE).due, [], 'not even what was due and not told')
      t.same(f.minutes(f.told({ facts }, f.everyMinutes(1, 60))), ['0/0 at 0'])
    })
  }
})

t.test('what gets worse', async t => {
  t.test('is told at once at the rung that stands, whatever was acknowledged before (R38)', async t => {
    const facts = { acknowledged: [ackAt(5)], worsened: [{ at: NINE + 10 * MINUTE, level: 'red' as const }] }
    const found = f.told({ facts }, f.everyMinutes(1, 12))
    t.same(f.minutes(found), ['0/0 at 0', '0/1 at 10'])
    t.match(found[1], { why: 'worse', level: 'red' })
  })

  t.test('can be acknowledged anew (R33)', async t => {
    const facts = { acknowledged: [ackAt(12, true)], worsened: [{ at: NINE + 10 * MINUTE, level: 'red' as const }] }
    t.same(f.minutes(f.told({ facts }, f.everyMinutes(1, 30))), ['0/0 at 0', '0/1 at 10', '0/2 at 27'])
  })

  t.test('is told before the first rung is reached, and though somebody took the ticket meanwhile (R38)', async t => {
    const ladder = { ...f.LADDER, rungs: [f.rung(20, f.ON_DUTY), f.rung(40, f.CHIEF)] }
    const facts = { worsened: [{ at: NINE + 5 * MINUTE }], acknowledged: [ackAt(6)] }
    t.same(f.minutes(f.told({ ladder, facts }, f.everyMinutes(10, 30))), ['0/0 at 5'])
  })

  t.test('in the instant of the trigger is told once, at the rung where the ladder begins (R20, R38)', async t => {
    const facts = { worsened: [{ at: NINE, level: 'red' as const }] }
    t.same(f.minutes(f.told({ facts }, f.everyMinutes(1, 10))), ['0/0 at 0'])
    const trigger = { ...f.BREACH, fromRung: 1 }
    t.same(f.minutes(f.told({ trigger, facts }, f.everyMinutes(1, 10))), ['1/0 at 0'])
  })

  t.test('is not taken as seen by one who acknowledges in the same instant (R38)', async t => {
    const facts = { acknowledged: [ackAt(10)], worsened: [{ at: NINE + 10 * MINUTE }] }
    t.same(f.minutes(f.told({ facts }, f.everyMinutes(1, 30))), ['0/0 at 0', '0/1 at 10', '1/0 at 30'])
  })
})

t.test('quiet hours', async t => {
  const late = f.at('23T23:00')
  t.test('hold what is not urgent until they end, and gather it (R37)', async t => {
    const trigger = { ...f.BREACH, at: late }
    const { due, nextAt } = step({ trigger }, late + HOUR)
    t.same(due, [])
    t.equal(nextAt, f.at('24T08:00'))
    const morning = step({ trigger }, f.at('24T08:00')).due
    t.same(
      morning.map(({ rung, gather, tellAt }) => [rung, gather, tellAt]),
      [0, 1, 2, 2, 2].map(rung => [rung, 'quiet-hours', f.at('24T08:00')])
    )
    t.same(f.people(morning[0]!), ['li'], 'who is on duty when it is told')
  })

  t.test('do not hold what is urgent (R37)', async t => {
    const [found] = step({ trigger: { ...f.URGENT_BREACH, at: late } }, late).due
    t.match(found, { tellAt: late, gather: undefined })
    t.same(f.people(found!), ['wang'])
  })

  t.test('do not hold what becomes urgent in them (R37, R38)', async t => {
    const facts = { worsened: [{ at: late + 3 * MINUTE, urgent: true }] }
    const { due } = step({ trigger: { ...f.BREACH, at: late }, facts }, late + 3 * MINUTE)
    t.match(due, [{ why: 'worse', urgent: true, repeat: 1 }])
  })

  t.test('yield to an answer that came before they ended (R34)', async t => {
    const facts = { ended: [{ at: late + HOUR, why: 'replied' as const }] }
    t.same(step({ trigger: { ...f.BREACH, at: late }, facts }, f.at('24T08:00')).due, [])
  })

  t.test('that never end hold nothing (R36)', async t => {
    const weekly = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }]
    const house = { ...f.HOUSE, quietHours: { ...f.NIGHT, weekly } }
    t.equal(step({ house }, NINE).due.length, 1)
  })
})

t.test('two who look at the same millisecond name the same row (T12, R40)', async t => {
  const ids = () => step({ trigger: f.URGENT_BREACH }, NINE + 61 * MINUTE).due.map(({ id }) => id)
  t.same(ids(), ids())
  t.equal(ids().length, 3)
})
