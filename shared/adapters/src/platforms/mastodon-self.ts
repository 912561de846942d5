import type { Clock } from '@huiyin/ports/clock.ts'
import { PlatformError } from '@huiyin/ports/platform.ts'
import { isObject } from './http.ts'
import { type MastodonCall, mastodonError } from './mastodon-call.ts'
import { idOf } from './mastodon-status.ts'

export const CREDENTIALS = '/api/v1/accounts/verify_credentials'
const AGAIN = 60 * 60_000

/** Whom a token belongs to, as the server tells it. */
export interface Owner {
  id: string
  username: string
}

export function ownerOf(json: unknown): Owner | undefined {
  const id = idOf(json)
  if (id === undefined || !isObject(json)) return undefined
  return { id, username: typeof json.username === 'string' ? json.username : String(json.acct ?? '') }
}

/** People enter the number that the server gave the account, or its name: `office`, `@office`, `@office@host`. */
export const isMeant = ({ id, username }: Owner, entered: string): boolean =>
  id === entered ||
  (username !== '' && entered.replace(/^@/, '').split('@')[0]?.toLowerCase() === username.toLowerCase())

export const otherAccount = ({ id, username }: Owner, entered: string): string =>
  `The token belongs to @${username}, whose id is "${id}", and the account's id is "${entered}"; enter "${id}" as its id`

/**
 * The account's own id at its server, asked once. Where the token does not let us ask, what was entered is taken for it.
 * Rejects with PlatformError, also when the token is of another account, or NoAnswer.
 */
export function mastodonSelf({ get }: MastodonCall, entered: string, clock: Clock) {
  let found: { id: string; until: number } | undefined
  return async (signal?: AbortSignal): Promise<string> => {
    const now = clock.now()
    if (found && now < found.until) return found.id
    const answer = await get(CREDENTIALS, [], signal)
    if (!answer.ok) {
      const error = mastodonError(answer, 'whose token it is')
      if (answer.status === 401 || answer.status === 429 || answer.status >= 500) throw error
      found = { id: entered, until: now + AGAIN }
      return entered
    }
    const owner = ownerOf(answer.json)
    if (owner && !isMeant(owner, entered))
      throw new PlatformError('OTHER_ACCOUNT', otherAccount(owner, entered), 'stop')
    found = { id: owner?.id ?? entered, until: Number.POSITIVE_INFINITY }
    return found.id
  }
}
