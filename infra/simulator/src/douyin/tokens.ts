import type { Office } from '../things.ts'
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
export interface Held {
  accessToken: string
  /** In ms since 1970. */
  accessEndsAt: number
  refreshToken: string
  refreshEndsAt: number
  renewals: number
}

/** The tokens of all accounts and apps. Refusals are Douyin's codes. */
export interface DouyinTokens {
  of: (account: string) => Held
  /** A person signs in: the code may be changed for tokens once, within 10 minutes. */
  code: (account: string) => string
  exchange: (code: string, app: string) => string | number
  /** The same access token lives on while it lives, else there is a new one; the refresh token stays as it is. */
  refresh: (refreshToken: string, app: string) => string | number
  /** The old refresh token dies at once. */
  renew: (refreshToken: string, app: string) => string | number
  client: (app: string) => { token: string; expiresIn: number }
  clientOf: (token: string) => Judged | undefined
  judge: (accessToken: string) => Judged | undefined
  authorise: (account: string) => void
  expire: (account: string) => void
  expireRefresh: (account: string) => void
  revoke: (account: string) => void
}

export function douyinTokens({ clock, offices }: World): DouyinTokens {
  const access = tokenBook(clock, 'act.')
  const refresh = tokenBook(clock, 'rft.')
  const clients = tokenBook(clock, 'clt.')
  const held = new Map<string, { access: string; refresh: string }>()
  const revoked = new Set<string>()
  const codes = new Map<string, { account: string; endsAt: number }>()
  const clientTokens = new Map<string, string[]>()

  function authorise({ id, secret, refresh: first = `rft.${id}` }: Office) {
    revoked.delete(id)
    access.enrol(secret, id, clock.now() + ACCESS_LIFE)
    refresh.enrol(first, id, clock.now() + REFRESH_LIFE)
    held.set(id, { access: secret, refresh: first })
  }

  const officeOf = (account: string) => {
    const office = offices.find(({ platform, id }) => platform === 'douyin' && id === account)
    if (!office) throw new RangeError(`There is no douyin account "${account}" here`)
    return office
  }
  const heldBy = (account: string) => {
    if (!held.has(account)) authorise(officeOf(account))
    return held.get(account)!
  }
  const meetAll = () => {
    for (const { platform, id } of offices) if (platform === 'douyin') heldBy(id)
  }
  function judge(book: TokenBook, token: string) {
    meetAll() // offices may have come since
    const judged = book.judge(token)
    return judged && revoked.has(judged.account) ? undefined : judged
  }
  function refreshable(token: string, app: string): Judged | number {
    const judged = judge(refresh, token)
    if (judged?.state !== 'valid') return 10010
    return officeOf(judged.account).app?.id === app ? judged : 10003
  }

  meetAll()
  return {
    of: account => {
      const { access: accessToken, refresh: refreshToken } = heldBy(account)
      const { note: renewals = 0, endsAt: refreshEndsAt = 0 } = refresh.judge(refreshToken) ?? {}
      return {
        accessToken,
        accessEndsAt: access.judge(accessToken)?.endsAt ?? 0,
        refreshToken,
        refreshEndsAt,
        renewals
      }
    },
    code: account => {
      const code = `code-${officeOf(account).id}-${codes.size}`
      codes.set(code, { account, endsAt: clock.now() + CODE_LIFE })
      return code
    },
    exchange: (code, app) => {
      const found = codes.get(code)
      if (!found || clock.now() >= found.endsAt) return 10007
      if (officeOf(found.account).app?.id !== app) return 10003
      found.endsAt = 0
      const { account } = found
      revoked.delete(account)
      held.set(account, {
        access: access.issue(account, clock.now() + ACCESS_LIFE),
        refresh: refresh.issue(account, clock.now() + REFRESH_LIFE)
      })
      return account
    },
    refresh: (token, app) => {
      const judged = refreshable(token, app)
      if (typeof judged === 'number') return judged
      const endsAt = clock.now() + ACCESS_LIFE
      const now = heldBy(judged.account).access
      if (access.judge(now)?.state === 'valid') access.end(now, endsAt)
      held.set(judged.account, {
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
      held.set(judged.account, { ...heldBy(judged.account), refresh: renewed })
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
    judge: token => judge(access, token),
    authorise: account => authorise(officeOf(account)),
    expire: account => access.end(heldBy(account).access, clock.now()),
    expireRefresh: account => refresh.end(heldBy(account).refresh, clock.now()),
    revoke: account => {
      heldBy(account)
      revoked.add(account)
    }
  }
}
