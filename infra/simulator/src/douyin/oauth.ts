import type { Answer, Question } from '../answer.ts'
import type { Office } from '../things.ts'
import { fieldsOf, textOf } from './fields.ts'
import type { DouyinTokens } from './tokens.ts'

/** What the token paths need of the platform. */
export interface Desk {
  tokens: DouyinTokens
  now: number
  /** The apps that exist, by any of their accounts. */
  officeOf: (app: string) => Office | undefined
  /** 0, or why this app may not renew refresh tokens. */
  renewing: number
  tell: (data: object) => Answer
  refuse: (code: number) => Answer
}

type Given = Record<'client_key' | 'client_secret' | 'code' | 'grant_type' | 'refresh_token', string | undefined>
type Act = (desk: Desk, given: Given) => Answer

const SCOPES = 'user_info,item.comment,ma.item.comment,video.list.bind,renew_refresh_token'

function pair({ tokens, now, tell, refuse }: Desk, account: string | number): Answer {
  if (typeof account === 'number') return refuse(account)
  const { accessToken, accessEndsAt, refreshToken, refreshEndsAt } = tokens.of(account)
  return tell({
    access_token: accessToken,
    expires_in: Math.floor((accessEndsAt - now) / 1000),
    refresh_token: refreshToken,
    refresh_expires_in: Math.floor((refreshEndsAt - now) / 1000),
    open_id: account,
    scope: SCOPES
  })
}

/** 0 when the app is known and its secret right. */
function judgeApp({ officeOf }: Desk, { client_key, client_secret }: Given): number {
  if (!client_key || !client_secret) return 10005
  const app = officeOf(client_key)?.app
  if (!app) return 10003
  return app.secret === client_secret ? 0 : 10013
}

const signIn: Act = (desk, given) => {
  const wrong = judgeApp(desk, given)
  if (wrong) return desk.refuse(wrong)
  if (given.grant_type !== 'authorization_code') return desk.refuse(10002)
  if (!given.code) return desk.refuse(10005)
  return pair(desk, desk.tokens.exchange(given.code, given.client_key!))
}

const refresh: Act = (desk, { client_key, grant_type, refresh_token }) => {
  if (!client_key || !refresh_token) return desk.refuse(10005)
  if (grant_type !== 'refresh_token') return desk.refuse(10002)
  return pair(desk, desk.tokens.refresh(refresh_token, client_key))
}

const renew: Act = (desk, { client_key, refresh_token }) => {
  if (desk.renewing) return desk.refuse(desk.renewing)
  if (!client_key || !refresh_token) return desk.refuse(10005)
  const account = desk.tokens.renew(refresh_token, client_key)
  if (typeof account === 'number') return desk.refuse(account)
  const { refreshToken, refreshEndsAt } = desk.tokens.of(account)
  return desk.tell({ refresh_token: refreshToken, expires_in: Math.floor((refreshEndsAt - desk.now) / 1000) })
}

const client: Act = (desk, given) => {
  const wrong = judgeApp(desk, given)
  if (wrong) return desk.refuse(wrong)
  if (given.grant_type !== 'client_credential') return desk.refuse(10002)
  const { token, expiresIn } = desk.tokens.client(given.client_key!)
  return desk.tell({ access_token: token, expires_in: expiresIn })
}

const ACTS: Record<string, Act> = {
  '/oauth/access_token/': signIn,
  '/oauth/refresh_token/': refresh,
  '/oauth/renew_refresh_token/': renew,
  '/oauth/client_token/': client
}

export const OAUTH_PATHS = Object.keys(ACTS)

/** The four token paths: form or JSON by POST; the oldest documents put the fields into the query of a GET. */
export function answerOauth(desk: Desk, question: Question): Answer {
  const act = ACTS[question.path]
  if (!act) return desk.refuse(28001017)
  const body = question.method === 'POST' ? fieldsOf(question) : {}
  if (!body) return desk.refuse(10002)
  const given = { ...question.query, ...body }
  const text = (name: keyof Given) => textOf(given[name])
  return act(desk, {
    client_key: text('client_key'),
    client_secret: text('client_secret'),
    code: text('code'),
    grant_type: text('grant_type'),
    refresh_token: text('refresh_token')
  })
}
