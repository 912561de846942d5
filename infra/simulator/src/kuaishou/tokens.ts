import type { Office } from '../things.ts'
import { type Judged, type TokenBook, tokenBook } from '../token-book.ts'
import type { World } from '../world.ts'

const DAY = 86_400_000
const ACCESS_LIFE = 2 * DAY
const REFRESH_LIFE = 180 * DAY
const REFRESH_OVERLAP = 300_000
const CODE_LIFE = 120_000

/** What an account's app holds for it, the ends in ms since 1970. */
export interface KuaishouHeld {
  accessToken: string
  accessEndsAt: number
  refreshToken: string
  refreshEndsAt: number
}

/** The tokens of all accounts. Refusals are Kuaishou's codes. */
export interface KuaishouTokens {
  of: (account: string) => KuaishouHeld
  /** A person signs in: the code may be changed for tokens once, within 2 minutes. */
  code: (account: string) => string
  exchange: (code: string, app: string) => string | number
  /**
   * A new pair. The new refresh token ends when the old one would have; the old one is taken for 5 more minutes,
   * earlier access tokens until their own end.
   */
  refresh: (refreshToken: string, app: string) => string | number
  /** The account of an access token, or why it is refused. */
  judge: (accessToken: string, app: string) => string | number
  authorise: (account: string) => void
  expire: (account: string) => void
  expireRefresh: (account: string) => void
  revoke: (account: string) => void
}

export function kuaishouTokens({ clock, offices }: World): KuaishouTokens {
  const access = tokenBook(clock, 'ChFvYXV0aC5')
  const refresh = tokenBook(clock, 'ChJvYXV0aC5')
  const held = new Map<string, { access: string; refresh: string }>()
  const revoked = new Set<string>()
  const codes = new Map<string, { account: string; endsAt: number }>()

  function authorise({ id, secret, refresh: first = `refresh-${id}` }: Office) {
    revoked.delete(id)
    access.enrol(secret, id, clock.now() + ACCESS_LIFE)
    refresh.enrol(first, id, clock.now() + REFRESH_LIFE)
    held.set(id, { access: secret, refresh: first })
  }
  const officeOf = (account: string) => {
    const office = offices.find(({ platform, id }) => platform === 'kuaishou' && id === account)
    if (!office) throw new RangeError(`There is no kuaishou account "${account}" here`)
    return office
  }
  const heldBy = (account: string) => {
    if (!held.has(account)) authorise(officeOf(account))
    return held.get(account)!
  }
  const meetAll = () => {
    for (const { platform, id } of offices) if (platform === 'kuaishou') heldBy(id)
  }
  function judge(book: TokenBook, token: string, app: string, expired: number): Judged | number {
    meetAll() // offices may have come since
    const judged = book.judge(token)
    if (!judged || officeOf(judged.account).app?.id !== app) return 100200102
    if (revoked.has(judged.account)) return 100200109
    return judged.state === 'valid' ? judged : expired
  }
  function issue(account: string, refreshEndsAt: number): string {
    held.set(account, {
      access: access.issue(account, Math.min(clock.now() + ACCESS_LIFE, refreshEndsAt)),
      refresh: refresh.issue(account, refreshEndsAt)
    })
    return account
  }

  meetAll()
  return {
    of: account => {
      const { access: accessToken, refresh: refreshToken } = heldBy(account)
      const accessEndsAt = access.judge(accessToken)?.endsAt ?? 0
      return { accessToken, accessEndsAt, refreshToken, refreshEndsAt: refresh.judge(refreshToken)?.endsAt ?? 0 }
    },
    code: account => {
      const code = `code-${officeOf(account).id}-${codes.size}`
      codes.set(code, { account, endsAt: clock.now() + CODE_LIFE })
      return code
    },
    exchange: (code, app) => {
      const found = codes.get(code)
      if (!found || clock.now() >= found.endsAt || officeOf(found.account).app?.id !== app) return 100200105
      found.endsAt = 0
      revoked.delete(found.account)
      return issue(found.account, clock.now() + REFRESH_LIFE)
    },
    refresh: (token, app) => {
      const judged = judge(refresh, token, app, 100200113)
      if (typeof judged === 'number') return judged
      refresh.kill(token, clock.now() + REFRESH_OVERLAP)
      return issue(judged.account, judged.endsAt)
    },
    judge: (token, app) => {
      const judged = judge(access, token, app, 100200108)
      return typeof judged === 'number' ? judged : judged.account
    },
    authorise: account => authorise(officeOf(account)),
    expire: account => access.end(heldBy(account).access, clock.now()),
    expireRefresh: account => refresh.end(heldBy(account).refresh, clock.now()),
    revoke: account => {
      heldBy(account)
      revoked.add(account)
    }
  }
}
