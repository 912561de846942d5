import type { Clock } from '@huiyin/ports/clock.ts'
import { PlatformError } from '@huiyin/ports/platform.ts'
import type { Token } from '@huiyin/ports/token-store.ts'
import { askToken, type KuaishouOf } from './kuaishou-call.ts'
import type { Renewal } from './token-renewal.ts'

const HOUR = 3_600_000
/** An access token lives 48 hours; the authorisation 180 days, whatever is renewed meanwhile. */
export const ACCESS_LIFE = 48 * HOUR
const EARLY = 12 * HOUR

export const kuaishouDue = ({ accessUntil }: Token, now: number): boolean => accessUntil - now < EARLY

/** Every renewal gives a new refresh token in the place of the old one, which is good for a few minutes more. */
export const kuaishouRenew =
  (of: KuaishouOf, appSecret: string, clock: Clock) =>
  async (token: Token): Promise<Token> => {
    const params = { grant_type: 'refresh_token', app_secret: appSecret, refresh_token: token.refresh ?? '' }
    const answer = await askToken(of, '/oauth2/refresh_token', params)
    const { access_token: access, refresh_token: refresh } = answer
    if (typeof access !== 'string' || access === '')
      throw new PlatformError('NO_TOKEN', 'Kuaishou answered without a token', 'retry')
    const now = clock.now()
    const life = Number(answer.expires_in)
    const rest = Number(answer.refresh_token_expires_in)
    const ends = [token.refreshUntil, rest > 0 ? now + rest * 1000 : undefined].filter(end => end !== undefined)
    return {
      access,
      accessUntil: now + (life > 0 ? life * 1000 : ACCESS_LIFE),
      refresh: typeof refresh === 'string' && refresh !== '' ? refresh : (token.refresh ?? ''),
      ...(ends.length > 0 && { refreshUntil: Math.min(...ends) }), // the new one inherits the old one's end
      renewals: (token.renewals ?? 0) + 1
    }
  }

/** The last instant up to which we can act without the owner; undefined before the first renewal has told it. */
export async function kuaishouAuthorisedUntil(renewal: Renewal): Promise<number | undefined> {
  const { accessUntil, refreshUntil } = await renewal.token()
  const trouble = renewal.trouble()
  if (trouble instanceof PlatformError && trouble.advice !== 'retry') return accessUntil
  return refreshUntil === undefined ? undefined : Math.max(accessUntil, refreshUntil)
}
