import type { CookieSerializeOptions } from '@fastify/cookie'
import { SIGN_IN_DEFAULTS } from '@huiyin/schemas/sign-in.ts'
import type { ApiSettings } from '../ports.ts'

export type SessionCookie = { name: string; options: CookieSerializeOptions }

/** With https the name's prefix makes browsers refuse a cookie that another host or an unsafe page has planted. */
export function sessionCookie({ secureCookie, publicUrl, tls, signIn = SIGN_IN_DEFAULTS }: ApiSettings): SessionCookie {
  const secure = secureCookie ?? (tls !== undefined || publicUrl?.startsWith('https:') === true)
  return {
    name: secure ? '__Host-huiyin' : 'huiyin',
    options: { httpOnly: true, sameSite: 'strict', path: '/', secure, maxAge: signIn.absoluteHours * 3600 }
  }
}
