import type { PublicAccount } from '@huiyin/schemas/account.ts'
import type { PlatformName } from '@huiyin/schemas/names.ts'
import type { NativeComment } from '@huiyin/schemas/native-comment.ts'
import type { NativePost } from './platform.ts'

/** A request that somebody outside sent to us, as it came. */
export interface OutsideRequest {
  method: 'GET' | 'POST'
  query: Readonly<Record<string, string>>
  /** By its name in lower case. */
  header: (name: string) => string | undefined
  raw: Uint8Array
}

/** What a platform told us, and what it wants to hear once that is kept. */
export interface CallbackReading {
  answer: { type: 'text/plain' | 'application/json'; body: string }
  comments: NativeComment[]
  /** What the office has just published. */
  posts: NativePost[]
  /** Where something new stands: read it now. */
  hints: { account: string; post: string }[]
  /** Accounts whose owner took the authorisation back. */
  unauthorised: string[]
}

/** The platforms that call us. */
export type CallbackPlatform = 'wechat' | 'douyin' | 'kuaishou'

/** What comes from outside without a session: it is believed when it is signed with the account's own secret. */
export interface Intake {
  /** Undefined for an account that is not there. */
  account: (platform: PlatformName, id: string) => PublicAccount | undefined
  /**
   * Reads what was sent for an account of platform `other`, whose programs sign it. Undefined when the signature is
   * not good, the account is not there, or the timestamp is more than 5 minutes from `now`.
   */
  readSigned: (account: string, request: OutsideRequest, now: number) => PublicAccount | undefined
  /** Reads what a platform sent. Undefined when the signature is not good or no callback is set up; throws TypeError for what is none. */
  readCallback: (platform: CallbackPlatform, account: string, request: OutsideRequest) => CallbackReading | undefined
}
