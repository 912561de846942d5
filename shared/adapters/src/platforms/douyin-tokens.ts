import type { Clock } from '@huiyin/ports/clock.ts'
import { PlatformError } from '@huiyin/ports/platform.ts'
import type { Token } from '@huiyin/ports/token-store.ts'
import type { AxiosInstance } from 'axios'
import { type DouyinAnswer, douyinForm } from './douyin-call.ts'
import { douyinError, NOT_RENEWED, REFRESH_EXPIRED } from './douyin-errors.ts'
import { NoAnswer } from './http.ts'
import type { Meter } from './platform-deps.ts'
import type { Renewal } from './token-renewal.ts'
import { wholeNumber } from './whole-number.ts'

const DAY = 86_400_000
/** An access token lives 15 days, a refresh token 30; the latter may be renewed five times. */
export const ACCESS_LIFE = 15 * DAY
const REFRESH_LIFE = 30 * DAY
const EARLY = 3 * DAY
const RENEWAL_EARLY = 5 * DAY
const RENEWALS = 5

interface TokensOf {
  api: string
  clientKey: string
  http: AxiosInstance
  meter: Meter
  clock: Clock
}

const renewable = ({ renewals = 0, refreshUntil = 0 }: Token, now: number) =>
  renewals < RENEWALS && now < refreshUntil && refreshUntil - now < RENEWAL_EARLY

/** A token whose lives nobody knows is refreshed at once, which changes neither token but tells them. */
export const douyinDue = (token: Token, now: number): boolean =>
  token.refreshUntil === undefined ||
  (token.accessUntil - now < EARLY && now < token.refreshUntil) ||
  renewable(token, now)

/** Refreshes the access token and, in the last days of the refresh token, that too. */
export const douyinRenew = (of: TokensOf) => async (token: Token) => {
  const refreshed = await refresh(of, token)
  return renewable(refreshed, of.clock.now()) ? renewRefresh(of, refreshed) : refreshed
}

async function refresh({ clientKey, clock, ...of }: TokensOf, token: Token): Promise<Token> {
  const form = { client_key: clientKey, grant_type: 'refresh_token', refresh_token: token.refresh ?? '' }
  const { code, data } = await douyinForm(of, '/oauth/refresh_token/', form)
  const now = clock.now()
  if (code !== 0) throw douyinError(code, now)
  if (typeof data.access_token !== 'string') throw noToken()
  // Its end does not move, though the answer may name the whole 30 days again.
  const told = now + (wholeNumber(data.refresh_expires_in) ?? REFRESH_LIFE / 1000) * 1000
  return {
    access: data.access_token,
    accessUntil: now + (wholeNumber(data.expires_in) ?? ACCESS_LIFE / 1000) * 1000,
    refresh: textOf(data.refresh_token) ?? token.refresh ?? '',
    refreshUntil: Math.min(token.refreshUntil ?? told, told),
    renewals: token.renewals ?? 0
  }
}

/** The old refresh token dies at once. What goes wrong here leaves a fresh access token, and is tried again while it can be. */
async function renewRefresh({ clientKey, clock, ...of }: TokensOf, token: Token): Promise<Token> {
  const form = { client_key: clientKey, refresh_token: token.refresh ?? '' }
  const answer = await douyinForm(of, '/oauth/renew_refresh_token/', form).catch(unmade)
  const now = clock.now()
  if (answer?.code === REFRESH_EXPIRED) return { ...token, refreshUntil: now, renewals: RENEWALS }
  if (answer && NOT_RENEWED.has(answer.code)) return { ...token, renewals: RENEWALS }
  const next = textOf(answer?.data.refresh_token)
  if (answer?.code !== 0 || next === undefined) return token
  const life = (wholeNumber(answer.data.expires_in) ?? REFRESH_LIFE / 1000) * 1000
  return { ...token, refresh: next, refreshUntil: now + life, renewals: (token.renewals ?? 0) + 1 }
}

/** The last instant up to which we can act without the owner; undefined before it is known. */
export async function douyinAuthorisedUntil(renewal: Renewal): Promise<number | undefined> {
  const { accessUntil, refreshUntil, renewals = 0 } = await renewal.token()
  const trouble = renewal.trouble()
  if (trouble instanceof PlatformError && trouble.advice !== 'retry') return accessUntil
  if (refreshUntil === undefined) return undefined
  return Math.max(accessUntil, refreshUntil + (RENEWALS - renewals) * (REFRESH_LIFE - RENEWAL_EARLY))
}

function unmade(error: unknown): DouyinAnswer | undefined {
  if (error instanceof NoAnswer) return undefined
  throw error
}

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

const noToken = () => new PlatformError('NO_TOKEN', 'Douyin answered without a token', 'retry')
