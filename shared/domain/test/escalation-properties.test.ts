import type { Ladder } from '@huiyin/schemas/ladder.ts'
import fc from 'fast-check'
import t from 'tap'
import { ladderStep } from '../src/escalation/ladder-step.ts'
import type { EscalationHistory } from '../src/escalation/trigger.ts'
import * as f from './escalation-fixtures.ts'
import { MINUTE, NINE } from './fixtures.ts'

const UNTIL = 240
const LAST = NINE + UNTIL * MINUTE
const DENSE = f.everyMinutes(1, UNTIL)

const minute = fc.integer({ min: 0, max: UNTIL })
const target = fc.constantFrom(f.ON_DUTY, f.HEAD, f.CHIEF)
const repeat = fc.option(
  fc.record({
    every: fc.integer({ min: 1, max: 30 }).map(n => n * MINUTE),
    times: fc.integer({ min: 1, max: 5 })
  }),
  { nil: undefined }
)
const oneRung = fc.record({ gap: fc.integer({ min: 1, max: 60 }), to: target, repeat, untilAcknowledged: fc.boolean() })
const ladder: fc.Arbitrary<Ladder> = fc.array(oneRung, { minLength: 1, maxLength: 4 }).map(rungs => {
  let after = -1
  return {
    ...f.LADDER,
    rungs: rungs.map(({ gap, to, repeat, untilAcknowledged }) => {
      after += gap
      return f.rung(after, to, { ...(repeat && { repeat }), untilAcknowledged })
    })
  }
})
const kind = fc.constantFrom('breached', 'approaching', 'urgent', 'risk-rose')
const trigger = fc.record({ kind, urgent: fc.boolean(), fromRung: fc.integer({ min: 0, max: 3 }) }).map(of => ({
  ...f.BREACH,
  ...of
}))
const acknowledgement = fc
  .record({ from: fc.integer({ min: -30, max: UNTIL }), long: fc.integer({ min: 1, max: 60 }) })
  .map(({ from, long }) => ({ at: NINE + from * MINUTE, until: NINE + (from + long) * MINUTE }))
const worsening = fc
  .record({ at: minute, level: fc.constantFrom('yellow', 'orange', 'red'), urgent: fc.boolean() })
  .map(({ at, ...of }) => ({ ...of, at: NINE + at * MINUTE }))
const facts = fc.record({
  acknowledged: fc.array(acknowledgement, { maxLength: 4 }),
  worsened: fc.array(worsening, { maxLength: 3 }),
  ended: fc.array(
    minute.map(at => ({ at: NINE + at * MINUTE, why: 'replied' as const })),
    { maxLength: 1 }
  )
})
const ticks = fc
  .array(minute, { maxLength: 30 })
  .map(some => [...some.map(at => NINE + at * MINUTE).sort((a, b) => a - b), LAST])
const AWAKE = { ...f.HOUSE, quietHours: { ...f.NIGHT, weekly: [] } }
const midday = { days: [1, 2, 3, 4, 5, 6, 7], from: '10:00', to: '11:30' }
const NAPPING = { ...f.HOUSE, quietHours: { ...f.NIGHT, weekly: [midday] } }

const idsOf = (found: readonly { id: string }[]) => found.map(({ id }) => id).sort()
const runs = { numRuns: 100 }

t.test('whatever happens to a ticket and whenever the alerter looks', async t => {
  t.test('no two notifications have one id (R40)', async () => {
    fc.assert(
      fc.property(ladder, trigger, facts, ticks, (ladder, trigger, facts, ticks) => {
        const ids = idsOf(f.told({ ladder, trigger, facts }, ticks))
        return new Set(ids).size === ids.length
      }),
      runs
    )
  })

  t.test(
    'no row is made twice, and no return to a rung is lost, when acknowledgements are learnt late (R33, R40)',
    async () => {
      fc.assert(
        fc.property(ladder, acknowledgement, fc.integer({ min: 1, max: 20 }), (ladder, acknowledged, late) => {
          const known = acknowledged.at + late * MINUTE
          fc.pre(known <= LAST)
          const before = f.told(
            { ladder },
            DENSE.filter(now => now < known)
          )
          const facts = { acknowledged: [acknowledged], told: before }
          const after = f.told(
            { ladder, facts },
            DENSE.filter(now => now >= known)
          )
          const ids = idsOf([...before, ...after])
          if (new Set(ids).size !== ids.length) return false
          const prompt = f.told({ ladder, facts: { acknowledged: [acknowledged] } }, DENSE)
          const places = [...before, ...after].map(({ rung, at }) => `${rung} ${at}`)
          return prompt.every(({ rung, at }) => places.includes(`${rung} ${at}`))
        }),
        runs
      )
    }
  )

  t.test('an acknowledgement that runs out has the rung told again at that instant (T11, R33)', async () => {
    fc.assert(
      fc.property(ladder, acknowledgement, (ladder, acknowledged) => {
        fc.pre(acknowledged.at > NINE && acknowledged.until <= LAST)
        const asking = { ...ladder, rungs: ladder.rungs.map(one => ({ ...one, untilAcknowledged: true })) }
        const found = f.told({ ladder: asking, facts: { acknowledged: [acknowledged] }, house: AWAKE }, DENSE)
        const stood = found.findLast(({ at }) => at < acknowledged.at)
        return !stood || found.some(({ at, rung }) => at === acknowledged.until && rung === stood.rung)
      }),
      runs
    )
  })

  t.test('none is lost or renamed when looks are skipped, doubled or late (R35)', async () => {
    fc.assert(
      fc.property(ladder, trigger, ticks, (ladder, trigger, ticks) => {
        const run = { ladder, trigger, house: AWAKE }
        const dense = idsOf(f.told(run, DENSE)).join()
        const doubled = DENSE.flatMap(now => [now, now])
        return idsOf(f.told(run, ticks)).join() === dense && idsOf(f.told(run, doubled)).join() === dense
      }),
      runs
    )
  })

  t.test('a late look finds under the same ids all but what somebody took or ended meanwhile (R34)', async () => {
    fc.assert(
      fc.property(ladder, trigger, facts, ticks, (ladder, trigger, facts, ticks) => {
        const run = { ladder, trigger, facts, house: AWAKE }
        const late = new Set(idsOf(f.told(run, ticks)))
        const prompt = f.told(run, DENSE)
        const promptIds = new Set(idsOf(prompt))
        const excused = ({ at }: { at: number }) =>
          facts.acknowledged.some(one => one.at > at) || facts.ended.some(one => one.at > at)
        return [...late].every(id => promptIds.has(id)) && prompt.every(one => late.has(one.id) || excused(one))
      }),
      runs
    )
  })

  t.test('looking only at the instants it names, and when something happens, tells the same (R35)', async () => {
    fc.assert(
      fc.property(ladder, trigger, facts, fc.constantFrom(AWAKE, NAPPING), (ladder, trigger, facts, house) => {
        const run = { ladder, trigger, facts, house }
        const happens = [...facts.acknowledged, ...facts.worsened, ...facts.ended].map(({ at }) => at)
        return idsOf(drivenByNextAt(run, happens)).join() === idsOf(f.told(run, DENSE)).join()
      }),
      runs
    )
  })

  t.test('the same history in any order, doubled or not, gives the same (R40)', async () => {
    fc.assert(
      fc.property(ladder, trigger, facts, minute, (ladder, trigger, facts, at) => {
        const before = f.told({ ladder, trigger, facts }, f.everyMinutes(7, at))
        const turned: EscalationHistory = {
          told: before.toReversed().flatMap(one => [one, one]),
          acknowledged: facts.acknowledged.toReversed().flatMap(one => [one, one]),
          worsened: facts.worsened.toReversed().flatMap(one => [one, one]),
          ended: facts.ended.toReversed().flatMap(one => [one, one])
        }
        const now = NINE + at * MINUTE + 1
        const ask = (history: EscalationHistory) => JSON.stringify(ladderStep(ladder, trigger, history, now, f.HOUSE))
        return ask(turned) === ask({ ...facts, told: before })
      }),
      runs
    )
  })

  t.test('rungs are never descended (R32)', async () => {
    fc.assert(
      fc.property(ladder, trigger, facts, (ladder, trigger, facts) => {
        const rungs = f.told({ ladder, trigger, facts, house: AWAKE }, DENSE).map(({ rung }) => rung)
        return rungs.every((rung, i) => i === 0 || rung >= rungs[i - 1]!)
      }),
      runs
    )
  })

  t.test('what is urgent is told in the minute it falls due, in quiet hours too (R37)', async () => {
    fc.assert(
      fc.property(ladder, trigger, facts, (ladder, trigger, facts) =>
        f
          .told({ ladder, trigger: { ...trigger, urgent: true }, facts, house: NAPPING }, DENSE)
          .every(({ at, tellAt, foundAt }) => tellAt === at && foundAt === at)
      ),
      runs
    )
  })

  t.test('nothing else is told in quiet hours (R37)', async () => {
    const [from, to] = [f.at('23T10:00'), f.at('23T11:30')]
    fc.assert(
      fc.property(ladder, trigger, facts, (ladder, trigger, facts) =>
        f
          .told({ ladder, trigger: { ...trigger, urgent: false }, facts, house: NAPPING }, DENSE)
          .every(({ urgent, foundAt }) => urgent || foundAt < from || foundAt >= to)
      ),
      runs
    )
  })

  t.test('what got worse is told at that instant, unless it was over (R38)', async () => {
    fc.assert(
      fc.property(ladder, trigger, facts, (ladder, trigger, facts) => {
        const found = f.told({ ladder, trigger, facts, house: AWAKE }, DENSE)
        return facts.worsened
          .filter(({ at }) => facts.ended.every(end => at < end.at))
          .every(({ at }) => found.some(one => one.at === at))
      }),
      runs
    )
  })

  t.test('nothing is told while somebody owns it, but what got worse (R33)', async () => {
    fc.assert(
      fc.property(ladder, facts, (ladder, facts) =>
        f
          .told({ ladder, facts: { ...facts, worsened: [] }, house: AWAKE }, DENSE)
          .every(({ at }) => facts.acknowledged.every(one => one.at <= NINE || at < one.at || at >= one.until))
      ),
      runs
    )
  })

  t.test('somebody is reached as long as anybody of the ladder can be (R36)', async () => {
    const absent = fc.subarray(['li', 'wang', 'zhao', 'chief'])
    fc.assert(
      fc.property(ladder, trigger, absent, (ladder, trigger, absent) => {
        const leave = [{ from: 0, to: LAST + 1 }]
        const persons = f.HOUSE.persons.map(one => (absent.includes(one.id) ? { ...one, leave } : one))
        const present = ladder.rungs.some(({ to }) =>
          to.some(
            one =>
              (one.kind === 'roster' && !absent.includes('li')) ||
              (one.kind === 'department-head' && !absent.includes('zhao')) ||
              (one.kind === 'person' && !absent.includes('chief'))
          )
        )
        const found = f.told({ ladder, trigger, house: { ...AWAKE, persons } }, DENSE)
        return found.every(({ recipients }) => recipients.length > 0 === present)
      }),
      runs
    )
  })
})

/** Looks at the trigger, at what happens, and at whatever instant the last look named. */
function drivenByNextAt(run: Required<f.Run>, happens: readonly number[]) {
  const looks: number[] = []
  let now: number | undefined = NINE
  while (now !== undefined && now <= LAST) {
    looks.push(now)
    const told = f.told(run, looks)
    const { nextAt = Infinity } = ladderStep(run.ladder, run.trigger, f.past({ ...run.facts, told }), now, run.house)
    const after: number = now
    const next = Math.min(nextAt, ...happens.filter(at => at > after))
    now = Number.isFinite(next) ? next : undefined
  }
  return f.told(run, looks)
}
