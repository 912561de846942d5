import type { RiskReason } from '@huiyin/schemas/classification.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'
import type { RiskLexicon } from './risk-lexicon.ts'

/** What is known of a comment's spread besides the observation itself. */
export interface Spread {
  /** How many other comments say the same, where the analyst has counted. */
  similar?: number
}

type Steps = readonly { from: number; points: number }[]

const HOUR = 3_600_000
/** Growth over less than this is taken as if it had lasted so long: two looks in one minute prove no storm. */
const SHORTEST = HOUR / 4

/** A number that the platform does not tell is no reason, as is one below the first step. */
function step(code: string, kind: 'author' | 'spread', told: number | undefined, steps: Steps): RiskReason[] {
  const reached = told === undefined ? undefined : steps.findLast(({ from }) => told >= from)
  return reached ? [{ code, kind, points: reached.points, evidence: String(told) }] : []
}

/** Likes and replies that came per hour since the earlier look; what neither look tells is none. */
function growthOf({ likes, replies, observedAt, before }: Observation): number | undefined {
  if (before === undefined) return undefined
  const more = (now: number | undefined, then: number | undefined) =>
    now === undefined || then === undefined ? undefined : Math.max(0, now - then)
  const [byLikes, byReplies] = [more(likes, before.likes), more(replies, before.replies)]
  if (byLikes === undefined && byReplies === undefined) return undefined
  const hours = Math.max(SHORTEST, observedAt - before.at) / HOUR
  return Math.round(((byLikes ?? 0) + (byReplies ?? 0)) / hours)
}

/** Who says it, and how it spreads, as far as the platform and the analyst tell. */
export function reach(observation: Observation, { similar }: Spread, factors: RiskLexicon['factors']): RiskReason[] {
  const { author, likes, replies } = observation
  return [
    ...step('followers', 'author', author.followers, factors.followers),
    ...(author.verified === true ? [{ code: 'verified', kind: 'author' as const, points: factors.verified }] : []),
    ...step('likes', 'spread', likes, factors.likes),
    ...step('replies', 'spread', replies, factors.replies),
    ...step('growth', 'spread', growthOf(observation), factors.growth),
    ...step('similar', 'spread', similar, factors.similar)
  ]
}
