import fc from 'fast-check'
import t from 'tap'
import { type Breaker, CLOSED, failed, mayCall, probing, succeeded } from '../src/collecting/backoff.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const NOON = Date.UTC(2026, 10, 21, 4)

const failing = (times: number, random = 1, now = NOON) =>
  Array.from({ length: times }).reduce<Breaker>(breaker => failed(breaker, {}, random, now), CLOSED)

t.test('the circuit breaker', async t => {
  t.test('waits up to 1 s after the first failure, twice as long after each, never over 5 minutes', async t => {
    const waits = [1, 2, 3, 4, 5, 9, 10, 2_000].map(times => failing(times).retryAt - NOON)
    t.strictSame(
      waits,
      [1, 2, 4, 8, 16, 256, 300, 300].map(seconds => seconds * SECOND)
    )
  })

  t.test('opens after five failures in a row, and remembers since when', async t => {
    t.equal(failing(4).state, 'closed')
    t.match(failing(5), { state: 'open', failures: 5, openedAt: NOON })
    t.equal(failed(failing(5), {}, 1, NOON + MINUTE).openedAt, NOON)
    t.equal(failing(4, 1).openedAt, undefined)
  })

  t.test('lets nothing through before its time, then one probe until it is answered', async t => {
    const open = failing(5)
    t.notOk(mayCall(open, open.retryAt - 1))
    t.ok(mayCall(open, open.retryAt))
    const probe = probing(open, open.retryAt)
    t.equal(probe.state, 'half-open')
    t.notOk(mayCall(probe, open.retryAt))
    t.notOk(mayCall(probe, open.retryAt + MINUTE - 1))
    t.ok(mayCall(probe, open.retryAt + MINUTE), 'the probe was lost')
  })

  t.test('opens again for longer when the probe fails, and closes when it is answered', async t => {
    const open = failing(5)
    const probe = probing(open, open.retryAt)
    const again = failed(probe, {}, 1, open.retryAt)
    t.match(again, { state: 'open', failures: 6, openedAt: NOON, retryAt: open.retryAt + 32 * SECOND })
    t.strictSame(succeeded(probe), CLOSED)
    t.ok(mayCall(CLOSED, 0))
  })

  t.test('counts only failures in a row', async t => {
    t.equal(failed(succeeded(failing(4)), {}, 1, NOON).failures, 1)
  })

  t.test('is not half open while it is closed', async t => {
    t.strictSame(probing(CLOSED, NOON), CLOSED)
  })

  t.test('waits at least as long as the platform asks, and an open one at least a second', async () => {
    const wait = fc.option(fc.nat(10 * MINUTE), { nil: undefined })
    fc.assert(
      fc.property(fc.nat(20), wait, fc.double({ min: 0, max: 1, noNaN: true }), (times, wait, random) => {
        const { state, retryAt } = failed(failing(times), wait === undefined ? {} : { wait }, random, NOON)
        const waits = retryAt - NOON
        return (
          waits >= (wait ?? 0) && waits <= Math.max(wait ?? 0, 5 * MINUTE) && (state === 'closed' || waits >= SECOND)
        )
      })
    )
  })
})
