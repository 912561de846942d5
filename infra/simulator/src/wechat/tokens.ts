import { type Clock, nextMidnight } from '../clock.ts'
import { createWindows } from '../windows.ts'

const LIFE_S = 7200
const OVERLAP = 300_000
const FORCE_GAP = 30_000
const FORCE_PER_DAY = 20

type Token = { token: string; expiresAt: number }

/**
 * Access tokens of one account in one token space. While a token has more than 5 minutes left, asking
 * again gives the same; later it gives a new one, and both are valid for 5 minutes. Forced, the old dies at once.
 */
export interface TokenSpace {
  /** Answers the token and its seconds left (at least 300). */
  issue: (force: boolean) => { token: string; expiresIn: number }
  judge: (token: string) => 'valid' | 'expired' | 'unknown'
  /** Ages the token at hand to its end. */
  expire: () => void
  /** Another holder fetched one: the token at hand dies at once. */
  replace: () => void
}

export function tokenSpace(clock: Clock, prefix: string, { sticky }: { sticky: boolean }): TokenSpace {
  const forced = createWindows()
  const expired = new Set<string>()
  let current: Token | undefined
  let previous: Token | undefined
  let forcedAt = Number.NEGATIVE_INFINITY
  let made = 0

  function renew(overlap: number): Token {
    const now = clock.now()
    if (current && current.expiresAt <= now) expired.add(current.token)
    previous = current && { token: current.token, expiresAt: Math.min(current.expiresAt, now + overlap) }
    current = { token: `${prefix}_${++made}_simulated`, expiresAt: now + LIFE_S * 1000 }
    return current
  }

  function issue(force: boolean) {
    const now = clock.now()
    const mayForce = force && now - forcedAt >= FORCE_GAP && forced.used('force', now) < FORCE_PER_DAY
    if (mayForce) {
      forced.count('force', now, nextMidnight(now))
      forcedAt = now
      renew(0)
    } else if (!sticky || !current || current.expiresAt - now <= OVERLAP) renew(OVERLAP)
    return { token: current!.token, expiresIn: Math.floor((current!.expiresAt - now) / 1000) }
  }

  return {
    issue,
    judge: token => {
      const now = clock.now()
      for (const known of [current, previous]) {
        if (known?.token === token) return now < known.expiresAt ? 'valid' : 'expired'
      }
      return expired.has(token) ? 'expired' : 'unknown'
    },
    expire: () => {
      if (current) current.expiresAt = clock.now()
    },
    replace: () => {
      renew(0)
    }
  }
}
