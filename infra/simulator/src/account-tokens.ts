import type { Office, PlatformKind } from './things.ts'
import { type Judged, type TokenBook, tokenBook } from './token-book.ts'
import type { World } from './world.ts'

/** What an account's app holds for it, the ends in ms since 1970. */
export interface TokenPair {
  accessToken: string
  accessEndsAt: number
  refreshToken: string
  refreshEndsAt: number
}

/** What anybody may do with the tokens of a platform's accounts. Refusals are the platform's codes. */
export interface AccountTokens {
  of: (account: string) => TokenPair
  /** A person signs in: the code may be changed for tokens once, within its life. */
  code: (account: string) => string
  exchange: (code: string, app: string) => string | number
  authorise: (account: string) => void
  expire: (account: string) => void
  expireRefresh: (account: string) => void
  revoke: (account: string) => void
}

/** How a platform does it: lives in ms. */
interface Manner {
  platform: PlatformKind
  prefixes: { access: string; refresh: string }
  lives: { access: number; refresh: number; code: number }
  /** The refresh token of an account that comes without one. */
  firstRefresh: (account: string) => string
  /** Codes for a code that is dead, and for one of another app. */
  refusals: { code: number; app: number }
}

/** Pairs of an access token and a refresh token, one for each account of a platform, and what they stand on. */
export function accountTokens({ clock, offices }: World, manner: Manner) {
  const { platform, prefixes, lives, refusals } = manner
  const access = tokenBook(clock, prefixes.access)
  const refresh = tokenBook(clock, prefixes.refresh)
  const held = new Map<string, { access: string; refresh: string }>()
  const revoked = new Set<string>()
  const codes = new Map<string, { account: string; endsAt: number }>()

  function authorise({ id, secret, refresh: first = manner.firstRefresh(id) }: Office) {
    revoked.delete(id)
    access.enrol(secret, id, clock.now() + lives.access)
    refresh.enrol(first, id, clock.now() + lives.refresh)
    held.set(id, { access: secret, refresh: first })
  }
  const officeOf = (account: string) => {
    const office = offices.find(({ platform: kind, id }) => kind === platform && id === account)
    if (!office) throw new RangeError(`There is no ${platform} account "${account}" here`)
    return office
  }
  const heldBy = (account: string) => {
    if (!held.has(account)) authorise(officeOf(account))
    return held.get(account)!
  }
  const meetAll = () => {
    for (const { platform: kind, id } of offices) if (kind === platform) heldBy(id)
  }
  /** Of one of the books; undefined also for what nobody knows. */
  const judge = (book: TokenBook, token: string): Judged | undefined => {
    meetAll() // offices may have come since
    return book.judge(token)
  }
  /** A new pair; no access token outlives its refresh token. */
  function issue(account: string, refreshEndsAt = clock.now() + lives.refresh): string {
    held.set(account, {
      access: access.issue(account, Math.min(clock.now() + lives.access, refreshEndsAt)),
      refresh: refresh.issue(account, refreshEndsAt)
    })
    return account
  }

  const tokens: AccountTokens = {
    of: account => {
      const { access: accessToken, refresh: refreshToken } = heldBy(account)
      return {
        accessToken,
        accessEndsAt: access.judge(accessToken)?.endsAt ?? 0,
        refreshToken,
        refreshEndsAt: refresh.judge(refreshToken)?.endsAt ?? 0
      }
    },
    code: account => {
      const code = `code-${officeOf(account).id}-${codes.size}`
      codes.set(code, { account, endsAt: clock.now() + lives.code })
      return code
    },
    exchange: (code, app) => {
      const found = codes.get(code)
      if (!found || clock.now() >= found.endsAt) return refusals.code
      if (officeOf(found.account).app?.id !== app) return refusals.app
      found.endsAt = 0
      revoked.delete(found.account)
      return issue(found.account)
    },
    authorise: account => authorise(officeOf(account)),
    expire: account => access.end(heldBy(account).access, clock.now()),
    expireRefresh: account => refresh.end(heldBy(account).refresh, clock.now()),
    revoke: account => {
      heldBy(account)
      revoked.add(account)
    }
  }

  meetAll()
  const hold = (account: string, pair: { access: string; refresh: string }) => held.set(account, pair)
  const isRevoked = (account: string) => revoked.has(account)
  return { tokens, access, refresh, officeOf, heldBy, hold, isRevoked, judge, issue }
}
