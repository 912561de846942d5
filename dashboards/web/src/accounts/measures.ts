import type { AccountRow } from '@huiyin/schemas/api-accounts.ts'
import { percent as exactly } from '../numbers.ts'

/** How well an account is collected, as shares. */

/** ms: an authorisation that ends within so long is renewed now. */
export const TOKEN_SOON = 7 * 86_400_000

/** 99.2%; never 100% while something is missing. */
export const percent = (share: number): string => exactly(share, { down: true })

/** What is left of the quota of which least is left, from 0 to 1; undefined where the platform names none. */
export function leftOf({ standing }: AccountRow): number | undefined {
  const shares = (standing?.quotas ?? []).map(({ remaining, calls }) => (calls === 0 ? 0 : remaining / calls))
  return shares.length > 0 ? Math.min(...shares) : undefined
}

/** What we hold of what the platform counts, from 0 to 1; undefined where it does not tell. */
export function coveredOf({ standing }: AccountRow): number | undefined {
  const of = standing?.coverage
  return of && of.theirs > 0 ? Math.min(1, of.ours / of.theirs) : undefined
}
