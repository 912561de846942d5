import type { Platform } from '@huiyin/ports/platform.ts'
import type { Account } from '@huiyin/schemas/account.ts'
import { NO_CAPABILITIES } from '@huiyin/schemas/capabilities.ts'

/** The shortest secret that may sign what is sent to us. */
export const SHORTEST_SECRET = 16

/** What has no connection of its own: another program sends its comments to us, and people answer there by hand. */
export function otherPlatform(account: Account): Platform {
  const { secret = '' } = account.credentials
  if (secret.length < SHORTEST_SECRET)
    throw new TypeError(`Account "${account.id}": credentials.secret must have ${SHORTEST_SECRET} characters or more`)
  return {
    capabilities: NO_CAPABILITIES,
    quotas: [],
    replyLength: text => [...text].length,
    reply: async () => ({ outcome: 'refused', code: 'BY_HAND', message: 'Answer there by hand, and attest it' }),
    readBack: async () => ({ outcome: 'gone', message: 'Nobody can be asked; a person has to look' }),
    check: async () => [{ what: 'callback', ok: true, message: 'Comments are taken when they are signed' }]
  }
}
