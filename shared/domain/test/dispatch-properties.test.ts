import { DEFAULT_POLICY } from '@huiyin/schemas/policy.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import fc from 'fast-check'
import t from 'tap'
import * as c from '../src/cases/commands.ts'
import { activeDispatch } from '../src/cases/dispatch-state.ts'
import { HuiyinError } from '../src/errors.ts'
import {
  by,
  CHEN,
  citizenClocks,
  complaint,
  HOUSING,
  legs,
  ROADS,
  SUN,
  TEN,
  WATER,
  WU,
  ZHOU
} from './dispatch-fixtures.ts'
import { decideOn, HOUR, LI } from './fixtures.ts'

type Step = { what: number; who: number; to: number; which: number; wait: number }

const PEOPLE = [LI, ZHOU, CHEN, SUN, WU]
const DEPARTMENTS = [HOUSING, WATER, ROADS]

/** Mostly on the dispatch that is active, now and then on one that is over. */
function actOf(ticket: Ticket, { what, who, to, which }: Step): c.CaseAct {
  const of = by(PEOPLE[who]!)
  const department = DEPARTMENTS[to]!
  const dispatch = (which === 0 ? ticket.dispatches[0] : activeDispatch(ticket))?.id ?? 'none'
  const acts: c.CaseAct[] = [
    c.dispatch({ ...of, seen: ticket.lastTurn, department, request: '请核实' }),
    c.signDispatch({ ...of, dispatch }),
    c.returnDispatch({ ...of, dispatch, text: '已修复' }),
    c.bounceDispatch({ ...of, dispatch, grounds: '职责', proposes: department }),
    c.ruleDispatch({ ...of, department, grounds: '职责' }),
    c.withdrawDispatch({ ...of, dispatch, reason: '重复' }),
    c.transfer({ ...of, department, reason: '职责' })
  ]
  return acts[what]!
}

const steps = fc.array(
  fc.record({
    what: fc.integer({ min: 0, max: 6 }),
    who: fc.integer({ min: 0, max: PEOPLE.length - 1 }),
    to: fc.integer({ min: 0, max: 2 }),
    which: fc.integer({ min: 0, max: 9 }),
    wait: fc.integer({ min: 0, max: 3 })
  }),
  { maxLength: 60 }
)

/** Every state on the way; what is refused changes nothing. */
function statesOf(steps: readonly Step[]): Ticket[] {
  const states = [complaint()]
  let now = TEN
  for (const step of steps) {
    now += step.wait * HOUR
    const ticket = states.at(-1)!
    try {
      states.push(decideOn(ticket, actOf(ticket, step), now).ticket!)
    } catch (error) {
      if (!(error instanceof HuiyinError)) throw error
    }
  }
  return states
}

const holds = (promise: (ticket: Ticket) => boolean) =>
  fc.assert(
    fc.property(steps, steps => statesOf(steps).every(promise)),
    { numRuns: 150 }
  )

const isActive = ({ state }: Ticket['dispatches'][number]) => state === 'dispatched' || state === 'signed'

t.test('whatever people do with dispatches, in whatever order', async t => {
  t.test('R23: at most one is active, and exactly its department has a running clock', async () => {
    holds(ticket => {
      const active = ticket.dispatches.filter(isActive)
      const running = legs(ticket).filter(({ stoppedAt }) => stoppedAt === undefined)
      return active.length <= 1 && running.length === active.length && running[0]?.dispatch === active[0]?.id
    })
  })

  t.test('R24: it is sent back no more often than the policy lets it, and never once it was ruled', async () => {
    holds(({ dispatches }) => {
      const bounced = dispatches.filter(({ state }) => state === 'bounced')
      const ruledAt = dispatches.find(({ ruled }) => ruled)?.ruled?.at ?? Infinity
      return bounced.length <= DEFAULT_POLICY.bounce.atMost && bounced.every(({ bounce }) => bounce!.at <= ruledAt)
    })
  })

  t.test('R23: what was promised to the citizen is as it was', async () => {
    const before = JSON.stringify(citizenClocks(complaint()))
    holds(ticket => JSON.stringify(citizenClocks(ticket)) === before)
  })

  t.test('the ticket keeps as many as it may, and what has stopped never changes', async () => {
    fc.assert(
      fc.property(steps, steps => {
        const states = statesOf(steps)
        return states.every(ticket => {
          const later = states.at(-1)!
          const stopped = legs(ticket).filter(({ stoppedAt }) => stoppedAt !== undefined)
          const kept = stopped.every(clock => {
            const now = later.clocks.find(({ id }) => id === clock.id)
            return now === undefined || JSON.stringify(now) === JSON.stringify(clock)
          })
          return kept && ticket.dispatches.length <= 20
        })
      }),
      { numRuns: 60 }
    )
  })
})
