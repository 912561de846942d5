import type { RiskReason } from '@huiyin/schemas/classification.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'

type Steps = readonly { from: number; points: number }[]

const FOLLOWERS: Steps = [
  { from: 1_000_000, points: 15 },
  { from: 100_000, points: 10 },
  { from: 10_000, points: 5 }
]
const LIKES: Steps = [
  { from: 10_000, points: 15 },
  { from: 1_000, points: 10 },
  { from: 100, points: 5 },
  { from: 10, points: 2 }
]
const REPLIES: Steps = [
  { from: 1_000, points: 10 },
  { from: 100, points: 6 },
  { from: 10, points: 3 }
]
const VERIFIED = 5

/** A number that the platform does not tell is no reason, as is one below the first step. */
function step(code: string, kind: 'author' | 'spread', told: number | undefined, steps: Steps): RiskReason[] {
  const reached = told === undefined ? undefined : steps.find(({ from }) => told >= from)
  return reached ? [{ code, kind, points: reached.points, evidence: String(told) }] : []
}

/** Who says it, and how it spreads, as far as the platform tells. */
export const reach = ({ author, likes, replies }: Observation): RiskReason[] => [
  ...step('followers', 'author', author.followers, FOLLOWERS),
  ...(author.verified === true ? [{ code: 'verified', kind: 'author' as const, points: VERIFIED }] : []),
  ...step('likes', 'spread', likes, LIKES),
  ...step('replies', 'spread', replies, REPLIES)
]
