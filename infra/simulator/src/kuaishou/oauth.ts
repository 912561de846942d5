import { type Answer, ok, type Question } from '../answer.ts'
import type { World } from '../world.ts'
import { kuaishouError } from './errors.ts'
import type { KuaishouTokens } from './tokens.ts'

export const SCOPES = ['user_info', 'user_video_info']

/** GET /oauth2/access_token and GET /oauth2/refresh_token. */
export function answerOauth({ path, query, method }: Question, world: World, tokens: KuaishouTokens): Answer {
  const refuse = (code: number) => kuaishouError(code, path)
  const { app_id, app_secret, grant_type, code, refresh_token } = query
  const signIn = path === '/oauth2/access_token'
  const given = signIn ? code : refresh_token
  if (method !== 'GET' || !app_id || !app_secret || !given) return refuse(100200100)
  const known = world.offices.some(
    ({ platform, app }) => platform === 'kuaishou' && app?.id === app_id && app.secret === app_secret
  )
  if (!known) return refuse(100200101)
  const grants = signIn ? ['authorization_code', 'code'] : ['refresh_token']
  if (!grants.includes(grant_type ?? '')) return refuse(100200104)
  const account = signIn ? tokens.exchange(given, app_id) : tokens.refresh(given, app_id)
  return typeof account === 'number' ? refuse(account) : tellPair(tokens, account, world.clock.now())
}

function tellPair(tokens: KuaishouTokens, account: string, now: number): Answer {
  const { accessToken, accessEndsAt, refreshToken, refreshEndsAt } = tokens.of(account)
  return ok({
    result: 1,
    access_token: accessToken,
    expires_in: Math.floor((accessEndsAt - now) / 1000),
    refresh_token: refreshToken,
    refresh_token_expires_in: Math.floor((refreshEndsAt - now) / 1000),
    open_id: account,
    scopes: SCOPES
  })
}
