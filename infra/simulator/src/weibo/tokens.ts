import { type Answer, ok } from '../answer.ts'
import type { Office } from '../things.ts'
import type { World } from '../world.ts'
import { weiboError } from './errors.ts'

const DAY = 86_400_000
const LIFE = 30 * DAY
const CODE_LIFE = 10 * 60_000

/** The only app of the simulated Weibo. */
export const WEIBO_APP = { id: '4000000001', secret: 'simulated-weibo-app-secret' }

type Token = { uid: string; createdAt: number; endsAt: number; revoked: boolean }

/** Tokens that persons authorised; there is no refresh, a token that ended needs a person again. */
export interface WeiboTokens {
  /** The office whose token it is, or the error code. */
  holder: (token: string | undefined) => Office | number
  expire: (uid: string) => void
  revoke: (uid: string) => void
  authorise: (uid: string) => void
  /** What a person brings back from signing in; good once, for ten minutes. */
  code: (uid: string) => string
  /** POST /oauth2/access_token */
  exchange: (params: Record<string, string>, path: string) => Answer
  /** POST /oauth2/get_token_info */
  info: (params: Record<string, string>, path: string) => Answer
  /** GET or POST /oauth2/revokeoauth2 */
  giveBack: (params: Record<string, string>, path: string) => Answer
}

export function weiboTokens({ clock, offices }: World): WeiboTokens {
  const tokens = new Map<string, Token>()
  const codes = new Map<string, { uid: string; endsAt: number; used: boolean }>()
  let made = 0

  const offer = (token: string, uid: string, endsAt: number) =>
    tokens.set(token, { uid, createdAt: clock.now(), endsAt, revoked: false })
  const own = offices.filter(({ platform }) => platform === 'weibo')
  for (const { id, secret } of own) offer(secret, id, Number.POSITIVE_INFINITY)
  const all = (uid: string) => [...tokens.values()].filter(token => token.uid === uid)

  function holder(given: string | undefined): Office | number {
    if (!given) return 10006
    const token = tokens.get(given)
    const office = own.find(({ id }) => id === token?.uid)
    if (!token || !office || token.revoked) return 21332
    return clock.now() < token.endsAt ? office : 21327
  }

  function exchange(params: Record<string, string>, path: string): Answer {
    const { client_id: client, client_secret: secret, grant_type: grant, code = '', redirect_uri: back } = params
    if (!client || !secret || !code || !back) return weiboError(21323, path)
    if (client !== WEIBO_APP.id || secret !== WEIBO_APP.secret) return weiboError(21324, path)
    if (grant !== 'authorization_code') return weiboError(21328, path)
    const found = codes.get(code)
    if (found?.used) return weiboError(21314, path)
    if (!found || clock.now() >= found.endsAt) return weiboError(21325, path)
    found.used = true
    const token = `2.00simulated${found.uid}x${++made}`
    offer(token, found.uid, clock.now() + LIFE)
    const seconds = LIFE / 1000
    return ok({
      access_token: token,
      expires_in: seconds,
      remind_in: String(seconds),
      uid: found.uid,
      isRealName: 'true'
    })
  }

  function info({ access_token: given }: Record<string, string>, path: string): Answer {
    const office = holder(given)
    if (typeof office === 'number') return weiboError(office, path)
    const { createdAt, endsAt } = tokens.get(given!)!
    return ok({
      uid: Number(office.id),
      appkey: WEIBO_APP.id,
      scope: null,
      create_at: Math.floor(createdAt / 1000),
      expire_in: Math.floor(Math.min(endsAt - clock.now(), LIFE) / 1000)
    })
  }

  return {
    holder,
    exchange,
    info,
    expire: uid => {
      for (const token of all(uid)) token.endsAt = clock.now()
    },
    revoke: uid => {
      for (const token of all(uid)) token.revoked = true
    },
    authorise: uid => {
      const office = own.find(({ id }) => id === uid)
      if (office) offer(office.secret, uid, Number.POSITIVE_INFINITY)
    },
    code: uid => {
      const code = `simulated-code-${++made}`
      codes.set(code, { uid, endsAt: clock.now() + CODE_LIFE, used: false })
      return code
    },
    giveBack: ({ access_token: given }, path) => {
      const office = holder(given)
      if (typeof office === 'number') return weiboError(office, path)
      tokens.get(given!)!.revoked = true
      return ok({ result: 'true' })
    }
  }
}
