import type { AppraisalRules } from '@huiyin/schemas/appraisal-rules.ts'
import type { RegisterEntry } from '@huiyin/schemas/register.ts'
import { stands } from '../appraisal/standing.ts'

const DAY = 86_400_000
/** So long, in ms, who began to decide is believed to be at it. */
const UNDER_WAY = 60_000

/** A violation that somebody began to decide: in the order in which they began, each is counted before the next. */
export type Claim = { entry: string; at: number }

/**
 * Ids of the violations that count before one: of the same subject, decided or being decided before it, not withdrawn,
 * and not longer ago than the rules count, by when each happened. `claims` in order, the entry's own among them.
 */
export function countedBefore(
  entry: RegisterEntry,
  { claims, others, now }: { claims: readonly Claim[]; others: ReadonlyMap<string, RegisterEntry>; now: number },
  { countedDays }: AppraisalRules['register']
): string[] {
  const own = claims.findIndex(claim => claim.entry === entry.id)
  return claims.slice(0, own < 0 ? claims.length : own).flatMap(claim => {
    const other = others.get(claim.entry)
    if (!other || Math.abs(entry.at - other.at) > countedDays * DAY) return []
    const isUnderWay = other.state === 'proposed' && now - claim.at < UNDER_WAY
    return stands(other) || isUnderWay ? [other.id] : []
  })
}
