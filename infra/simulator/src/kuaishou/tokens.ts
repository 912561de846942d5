import { type AccountTokens, accountTokens } from '../account-tokens.ts'
import type { Judged, TokenBook } from '../token-book.ts'
import type { World } from '../world.ts'

const DAY = 86_400_000
const ACCESS_LIFE = 2 * DAY
const REFRESH_LIFE = 180 * DAY
const REFRESH_OVERLAP = 300_000
const CODE_LIFE = 120_000

/** The tokens of all accounts. Refusals are Kuaishou's codes. */
export interface KuaishouTokens extends AccountTokens {
  /**
   * A new pair. The new refresh token ends when the old one would have; the old one is taken for 5 more minutes,
   * earlier access tokens until their own end.
   */
  refresh: (refreshToken: string, app: string) => string | number
  /** The account of an access token, or why it is refused. */
  judge: (accessToken: string, app: string) => string | number
}

export function kuaishouTokens(world: World): KuaishouTokens {
  const { tokens, access, refresh, officeOf, issue, ...all } = accountTokens(world, {
    platform: 'kuaishou',
    prefixes: { access: 'ChFvYXV0aC5', refresh: 'ChJvYXV0aC5' },
    lives: { access: ACCESS_LIFE, refresh: REFRESH_LIFE, code: CODE_LIFE },
    firstRefresh: account => `refresh-${account}`,
    refusals: { code: 100200105, app: 100200105 }
  })

  function judge(book: TokenBook, token: string, app: string, expired: number): Judged | number {
    const judged = all.judge(book, token)
    if (!judged || officeOf(judged.account).app?.id !== app) return 100200102
    if (all.isRevoked(judged.account)) return 100200109
    return judged.state === 'valid' ? judged : expired
  }

  return {
    ...tokens,
    refresh: (token, app) => {
      const judged = judge(refresh, token, app, 100200113)
      if (typeof judged === 'number') return judged
      refresh.kill(token, world.clock.now() + REFRESH_OVERLAP)
      return issue(judged.account, judged.endsAt)
    },
    judge: (token, app) => {
      const judged = judge(access, token, app, 100200108)
      return typeof judged === 'number' ? judged : judged.account
    }
  }
}
