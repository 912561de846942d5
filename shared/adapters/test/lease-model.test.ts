import { storeUnavailable } from '@huiyin/domain/errors.ts'
import { type Leases, openLeases } from '@huiyin/ports/lease.ts'
import { isAway } from '@huiyin/ports/patience.ts'
import type { Records } from '@huiyin/ports/records.ts'
import fc from 'fast-check'
import t from 'tap'
import { memoryStore } from '../src/memory/store.ts'

/**
 * Three holders and one store, in every order that fast-check can think of: each question to the store travels, is
 * answered and travels back (or its answer is lost) when the model says so, rounds begin when it says so, time passes
 * in between. At no true instant do two of them believe that they hold the same lease.
 */
const NAMES = ['p0', 'p1']
const HOLDERS = ['a', 'b', 'c']

type Step =
  | { is: 'wait'; ms: number }
  | { is: 'round'; who: number }
  | { is: 'move'; who: number; times: number; lose: boolean }
  | { is: 'release'; who: number }

const who = fc.nat({ max: HOLDERS.length - 1 })
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 30,
    arbitrary: fc.record({ is: fc.constant('wait' as const), ms: fc.oneof(fc.nat(1_200), fc.nat(4_000)) })
  },
  { weight: 50, arbitrary: fc.record({ is: fc.constant('round' as const), who }) },
  {
    weight: 120,
    arbitrary: fc.record({
      is: fc.constant('move' as const),
      who,
      times: fc.integer({ min: 1, max: 9 }),
      lose: fc.oneof({ weight: 14, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) })
    })
  },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('release' as const), who }) }
)

/** The store as one holder sees it: every question waits for a move before it arrives, its answer for another. */
function slow(records: Records) {
  const waiting: ((lose: boolean) => void)[] = []
  const travel = () => new Promise<boolean>(resolve => waiting.push(resolve))
  const slowly =
    <A extends unknown[], R>(ask: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      if (await travel()) throw storeUnavailable(new Error('the question was lost'))
      const answer = await ask(...args)
      if (await travel()) throw storeUnavailable(new Error('the answer was lost'))
      return answer
    }
  const { getMany, putEach, put, list, remove, get } = records
  return {
    records: {
      ...records,
      get: slowly(get) as Records['get'],
      getMany: slowly(getMany) as Records['getMany'],
      putEach: slowly(putEach) as Records['putEach'],
      put: slowly(put) as Records['put'],
      list: slowly(list) as Records['list'],
      remove: slowly(remove)
    },
    move: (lose: boolean) => waiting.shift()?.(lose),
    waits: () => waiting.length > 0
  }
}

const settle = () => new Promise(resolve => setImmediate(resolve))

async function play(steps: readonly Step[], check: (leases: readonly Leases[]) => void) {
  let now = 1_000_000
  const { records } = memoryStore()
  const holders = HOLDERS.map((holder, n) => {
    const store = slow(records)
    const started = n * 777_777
    const leases = openLeases(store.records, {
      holder,
      monotonic: () => now - started,
      clock: { now: () => now }
    })
    leases.take(NAMES)
    return { ...store, leases, ending: [] as Promise<void>[] }
  })
  const all = holders.map(({ leases }) => leases)
  const begin = (work: Promise<void>) =>
    work.catch(error => {
      if (!isAway(error)) throw error
    })
  for (const step of steps) {
    if (step.is === 'wait') now += step.ms
    else {
      const holder = holders[step.who]!
      if (step.is === 'round') holder.ending.push(begin(holder.leases.round()))
      if (step.is === 'release') holder.ending.push(begin(holder.leases.release()))
      await settle()
      const moves = step.is === 'move' ? step.times : 0
      for (let move = 0; move < moves; move++) {
        holder.move(step.is === 'move' && step.lose && move === 0)
        await settle()
        check(all)
      }
    }
    check(all)
  }
  for (const holder of holders)
    while (holder.waits()) {
      holder.move(false)
      await settle()
      check(all)
    }
  await Promise.all(holders.flatMap(({ ending }) => ending))
}

t.test('never two hold the same lease, however questions and answers are delayed and lost', async t => {
  let heldAtAll = 0
  let changes = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 250, size: 'max' }), async steps => {
      let before = ''
      await play(steps, all => {
        for (const name of NAMES) {
          const holding = HOLDERS.filter((_, n) => all[n]!.holds(name))
          if (holding.length > 1) throw new Error(`${name} is held by ${holding}`)
          if (name !== 'p0' || holding.length === 0) continue
          heldAtAll += 1
          if (before !== '' && before !== holding[0]) changes += 1
          before = holding[0]!
        }
      })
    }),
    { numRuns: Number(process.env.LEASE_RUNS ?? 300) }
  )
  t.ok(heldAtAll > 1000, `somebody held it at ${heldAtAll} instants`)
  t.ok(changes > 20, `it changed hands ${changes} times`)
})
