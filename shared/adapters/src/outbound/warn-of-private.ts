import { accountId } from '@huiyin/domain/ids.ts'
import type { Addresses } from '@huiyin/ports/addresses.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import type { Account } from '@huiyin/schemas/account.ts'
import type { Settings } from '@huiyin/schemas/settings.ts'
import { isForbidden } from './check-url.ts'

/** The addresses of an account that are not its platform's own. */
export const enteredOf = ({ api, options }: Pick<Account, 'api' | 'options'>): string[] =>
  [api, options?.partnerApi].filter(url => url !== undefined && url !== '') as string[]

/**
 * Says of each address in the settings that a person could not have entered: whoever writes the settings runs the
 * machine, and is believed.
 */
export async function warnOfPrivate(settings: Settings, { check }: Addresses, logger: Logger): Promise<void> {
  for (const [where, url] of addressesOf(settings)) {
    try {
      await check(url)
    } catch (error) {
      if (!isForbidden(error)) throw error
      logger.warn({ where, why: error.message }, 'the settings name an address that nobody else may name')
    }
  }
}

function* addressesOf({ alertWebhook, heartbeatUrl, oidc, channels, accounts }: Settings): Generator<[string, string]> {
  if (alertWebhook !== undefined) yield ['alertWebhook', alertWebhook]
  if (heartbeatUrl !== undefined) yield ['heartbeatUrl', heartbeatUrl]
  if (oidc) yield ['oidc.issuer', oidc.issuer]
  for (const channel of channels)
    if (channel.kind !== 'smtp' && channel.url !== undefined) yield [`channels ${channel.name}`, channel.url]
  for (const account of accounts)
    for (const url of enteredOf(account))
      yield [`accounts ${accountId({ platform: account.platform, id: account.id })}`, url]
}
