import type { Answer, Question } from './answer.ts'
import type { TellError } from './serve.ts'

/** How one window of an account's quota stands. */
export interface WindowUse {
  /** What is counted, as `day` or `writes per hour`. */
  name: string
  limit: number
  used: number
  /** When it begins anew, in ms since 1970. */
  resetAt: number
}

/** A simulated platform as the server and the control meet it. */
export interface SimPlatform {
  /** Routes as the server knows them: `/2/*`, or with one method only `GET /oauth2/access_token`. */
  paths: readonly string[]
  answer: (question: Question) => Answer
  /** The platform's own way to tell an error code. */
  tellError: TellError
  /** Ages the account's token to its end. */
  expireToken: (account: string) => void
  /** The token is not taken any more: the person took the authorisation back, or another holder fetched one. */
  revokeToken: (account: string) => void
  /** The first token is good again. */
  authorise: (account: string) => void
  windows: (account: string) => WindowUse[]
}
