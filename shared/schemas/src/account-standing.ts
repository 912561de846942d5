import { type Static, Type } from 'typebox'
import { Instant, PlatformName } from './names.ts'
import { Purpose, QuotaStanding } from './quota.ts'

/** Milliseconds from a comment's publication until we had it; over what was discovered in the last 24 hours. */
export const DelayStanding = Type.Object({
  comments: Type.Integer({ minimum: 0 }),
  p50: Type.Optional(Type.Integer()),
  p90: Type.Optional(Type.Integer()),
  p99: Type.Optional(Type.Integer())
})
export type DelayStanding = Static<typeof DelayStanding>

/**
 * How an account is collected: written by the collector that holds its lease.
 * `stopped`: a person has to act, as the operator item says; it is only probed now and then. `paused`: by a person.
 */
export const AccountStanding = Type.Object({
  /** idOf(platform, account). */
  id: Type.String(),
  platform: PlatformName,
  account: Type.String(),
  state: Type.Union([
    Type.Literal('starting'),
    Type.Literal('ok'),
    Type.Literal('retrying'),
    Type.Literal('stopped'),
    Type.Literal('paused')
  ]),
  /** The platform's own code and what it means, when something is wrong. */
  code: Type.Optional(Type.String()),
  message: Type.Optional(Type.String()),
  failures: Type.Integer({ minimum: 0 }),
  /** When the last good call ended, and when the next is due. */
  readAt: Type.Optional(Instant),
  nextAt: Type.Optional(Instant),
  quotas: Type.Array(QuotaStanding),
  used: Type.Record(Type.String(), Type.Integer()),
  /** By purpose: how many calls had to be left out today for want of quota, and since when. */
  skipped: Type.Array(Type.Object({ purpose: Purpose, calls: Type.Integer(), since: Instant })),
  /** The expected discovery delay that the quota allows now, in ms, and what is asked for. */
  expected: Type.Optional(Type.Object({ fresh: Type.Integer(), old: Type.Integer(), wanted: Type.Integer() })),
  delay: DelayStanding,
  /** Posts that are watched. */
  posts: Type.Integer({ minimum: 0 }),
  /** What we hold beside what the platform counts, over the watched posts that it tells of. */
  coverage: Type.Optional(
    Type.Object({ ours: Type.Integer(), theirs: Type.Integer(), posts: Type.Integer(), at: Instant })
  ),
  lastPostAt: Type.Optional(Instant),
  authorisedUntil: Type.Optional(Instant),
  at: Instant
})
export type AccountStanding = Static<typeof AccountStanding>
