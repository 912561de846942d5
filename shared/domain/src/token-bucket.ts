/** So many messages in a time (ms). */
export interface Limit {
  atMost: number
  per: number
}

/** What is left of each limit, in their order, at an instant (ms, UTC). */
export interface Bucket {
  tokens: readonly number[]
  at: number
}

/** The urgent may take the last token; the others leave some of it for them (R43). */
export type Lane = 'urgent' | 'normal'

/**
 * A bucket holds a third of its rate, so that in no stretch of `per` more than four thirds of `atMost` leave:
 * 15 a minute stay within a robot's real 20 however they bunch.
 */
const burstOf = ({ atMost }: Limit) => Math.max(1, Math.floor(atMost / 3))

const reservedOf = (limit: Limit, lane: Lane) => (lane === 'urgent' ? 0 : Math.floor(burstOf(limit) / 3))

export const fullBucket = (limits: readonly Limit[], now: number): Bucket => ({ tokens: limits.map(burstOf), at: now })

/** The bucket as it stands at `now`. One made for other limits is full anew; time that went back gives nothing. */
function refilled(bucket: Bucket | undefined, limits: readonly Limit[], now: number): Bucket {
  if (bucket?.tokens.length !== limits.length) return fullBucket(limits, now)
  const passed = Math.max(0, now - bucket.at)
  const tokens = limits.map((limit, i) =>
    Math.min(burstOf(limit), bucket.tokens[i]! + (passed * limit.atMost) / limit.per)
  )
  return { tokens, at: Math.max(now, bucket.at) }
}

/** How many messages of this lane may leave at once; Infinity without limits. */
export function allowed(bucket: Bucket | undefined, limits: readonly Limit[], lane: Lane, now: number): number {
  const { tokens } = refilled(bucket, limits, now)
  const free = limits.map((limit, i) => Math.floor(tokens[i]! + SLACK) - reservedOf(limit, lane))
  return Math.max(0, Math.min(...free))
}

/** The bucket after one message, whether or not it was allowed. */
export function taken(bucket: Bucket | undefined, limits: readonly Limit[], now: number): Bucket {
  const { tokens, at } = refilled(bucket, limits, now)
  return { tokens: tokens.map(left => Math.max(0, left - 1)), at }
}

/** When the next message of this lane may leave; `now` when one may already. */
export function allowedAt(bucket: Bucket | undefined, limits: readonly Limit[], lane: Lane, now: number): number {
  const { tokens } = refilled(bucket, limits, now)
  const waits = limits.map((limit, i) => {
    const missing = reservedOf(limit, lane) + 1 - tokens[i]!
    return missing <= SLACK ? 0 : Math.ceil((missing * limit.per) / limit.atMost)
  })
  return now + Math.max(0, ...waits)
}

/** Parts of a token that adding up in floating point may lose. */
const SLACK = 1e-9
