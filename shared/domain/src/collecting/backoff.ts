const SECOND = 1_000
const LONGEST = 300 * SECOND
const FAILURES_UNTIL_OPEN = 5
/** A probe that has not told its end after so long is taken for lost. */
const PROBE = 60 * SECOND

/**
 * A circuit breaker. `closed`: calls go, after failures with growing pauses. `open`: five failed in a row; nothing goes
 * until `retryAt`, then one probe. `half-open`: the probe is under way. Instants are ms, UTC.
 */
export type Breaker = {
  state: 'closed' | 'open' | 'half-open'
  failures: number
  openedAt?: number
  /** No call before. */
  retryAt: number
}

export const CLOSED: Breaker = { state: 'closed', failures: 0, retryAt: 0 }

/** Whether a call may leave now. Before a probe leaves keep what `probing` gives. */
export const mayCall = (breaker: Breaker, now: number): boolean => now >= breaker.retryAt

/** The breaker as a call leaves: an open one lets no second one through until the first tells its end, or a minute. */
export const probing = (breaker: Breaker, now: number): Breaker =>
  breaker.state === 'closed' ? breaker : { ...breaker, state: 'half-open', retryAt: now + PROBE }

/**
 * The breaker after a call failed. `wait`: how long (ms) the platform wants to be left alone, which is kept to.
 * `random` from 0 to 1 chooses the pause: up to 1 s after the first failure, twice as much after each, 5 minutes at most.
 */
export function failed(breaker: Breaker, { wait = 0 }: { wait?: number }, random: number, now: number): Breaker {
  const failures = breaker.failures + 1
  const jittered = random * Math.min(LONGEST, SECOND * 2 ** (failures - 1))
  if (failures < FAILURES_UNTIL_OPEN) return { state: 'closed', failures, retryAt: now + Math.max(wait, jittered) }
  const retryAt = now + Math.max(wait, jittered, SECOND)
  return { state: 'open', failures, openedAt: breaker.openedAt ?? now, retryAt }
}

/** The breaker after a call that was answered. */
export const succeeded = (_breaker?: Breaker): Breaker => CLOSED
