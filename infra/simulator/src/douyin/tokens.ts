import { type AccountTokens, accountTokens, type TokenPair } from '../account-tokens.ts'
import { type Judged, type TokenBook, tokenBook } from '../token-book.ts'
import type { World } from '../world.ts'

const DAY = 86_400_000
const ACCESS_LIFE = 15 * DAY
const REFRESH_LIFE = 30 * DAY
const CLIENT_LIFE = 7_200_000
const CLIENT_OVERLAP = 300_000
const CODE_LIFE = 600_000
const RENEWALS = 5

/** What an account's app holds for it. */
export interface Held extends TokenPair {
  renewals: number
}

/** The tokens of all accounts and apps. Refusals are Douyin's codes. */
export interface DouyinTokens extends AccountTokens {
  of: (account: string) => Held
  /** The same access token lives on while it lives, else there is a new one; the refresh token stays as it is. */
  refresh: (refreshToken: string, app: string) => string | number
  /** The old refresh token dies at once. */
  renew: (refreshToken: string, app: string) => string | number
  client: (app: string) => { token: string; expiresIn: number }
  clientOf: (token: string) => Judged | undefined
  judge: (accessToken: string) => Judged | undefined
}

export function douyinTokens(world: World): DouyinTokens {
  const { clock } = world
  const { tokens, access, refresh, officeOf, heldBy, hold, ...all } = accountTokens(world, {
    platform: 'douyin',
    prefixes: { access: 'act.', refresh: 'rft.' },
    lives: { access: ACCESS_LIFE, refresh: REFRESH_LIFE, code: CODE_LIFE },
    firstRefresh: account => `rft.${account}`,
    refusals: { code: 10007, app: 10003 }
  })
  const clients = tokenBook(clock, 'clt.')
  const clientTokens = new Map<string, string[]>()

  function judge(book: TokenBook, token: string) {
    const judged = all.judge(book, token)
    return judged && all.isRevoked(judged.account) ? undefined : judged
  }
  function refreshable(token: string, app: string): Judged | number {
    const judged = judge(refresh, token)
    if (judged?.state !== 'valid') return 10010
    return officeOf(judged.account).app?.id === app ? judged : 10003
  }

  return {
    ...tokens,
    of: account => ({ ...tokens.of(account), renewals: refresh.judge(heldBy(account).refresh)?.note ?? 0 }),
    refresh: (token, app) => {
      const judged = refreshable(token, app)
      if (typeof judged === 'number') return judged
      const endsAt = clock.now() + ACCESS_LIFE
      const now = heldBy(judged.account).access
      if (access.judge(now)?.state === 'valid') access.end(now, endsAt)
      hold(judged.account, {
        access: access.judge(now)?.state === 'valid' ? now : access.issue(judged.account, endsAt),
        refresh: token
      })
      return judged.account
    },
    renew: (token, app) => {
      const judged = refreshable(token, app)
      if (typeof judged === 'number') return judged
      if (judged.note >= RENEWALS) return 10020
      refresh.kill(token)
      const renewed = refresh.issue(judged.account, clock.now() + REFRESH_LIFE, judged.note + 1)
      hold(judged.account, { ...heldBy(judged.account), refresh: renewed })
      return judged.account
    },
    client: app => {
      const now = clock.now()
      const [last, ...older] = clientTokens.get(app) ?? []
      for (const token of older) clients.kill(token)
      if (last) clients.kill(last, now + CLIENT_OVERLAP)
      const token = clients.issue(app, now + CLIENT_LIFE)
      clientTokens.set(app, last ? [token, last] : [token])
      return { token, expiresIn: CLIENT_LIFE / 1000 }
    },
    clientOf: clients.judge,
    judge: token => judge(access, token)
  }
}
