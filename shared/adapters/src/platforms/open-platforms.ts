import type { AccountBook } from '@huiyin/ports/accounts.ts'
import type { Clock } from '@huiyin/ports/clock.ts'
import { type Logger, silent } from '@huiyin/ports/logger.ts'
import type { Platform } from '@huiyin/ports/platform.ts'
import type { TokenStore } from '@huiyin/ports/token-store.ts'
import type { Account } from '@huiyin/schemas/account.ts'
import { ACCOUNT_FIELDS } from '@huiyin/schemas/account-fields.ts'
import type { AxiosInstance } from 'axios'
import type { Meter } from './platform-deps.ts'
import { openPlatform } from './platforms.ts'
import { redacted } from './redacted.ts'

export interface OpenPlatformsOptions {
  accounts: Pick<AccountBook, 'all' | 'of'>
  clock: Clock
  /** Where the tokens of an account are kept that are renewed. */
  tokens?: (account: Account) => TokenStore
  /** Counts what an account asks. */
  meter?: (account: Account) => Meter
  /** What an account is asked with; undefined: a client of its own. */
  http?: (account: Account) => AxiosInstance | undefined
  logger?: Logger
}

export type Platforms = (of: { platform: string; account: string }) => Platform | undefined

/**
 * The platform of an account as it stands now: opened once and kept until the account changes. Undefined for one that
 * is not there. What cannot be opened among those known at the start throws TypeError in words; one that is added later
 * is told once and left out.
 */
export function openPlatforms(options: OpenPlatformsOptions): Platforms {
  const { accounts, logger = silent } = options
  const opened = new Map<string, { account: Account; platform: Platform | undefined }>()
  for (const account of accounts.all()) opened.set(nameOf(account), { account, platform: open(account, options) })

  function opening(account: Account): Platform | undefined {
    try {
      return open(account, options)
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      logger.error({ platform: account.platform, account: account.id, why: error.message }, 'cannot be connected')
      return undefined
    }
  }

  return ({ platform, account: id }) => {
    const account = accounts.of({ platform, id })
    if (!account) return
    const name = nameOf(account)
    const known = opened.get(name)
    if (known?.account === account) return known.platform
    const found = opening(account)
    opened.set(name, { account, platform: found })
    return found
  }
}

const nameOf = ({ platform, id }: Account) => `${platform}/${id}`

function open(account: Account, { clock, http: clientOf, tokens, meter }: OpenPlatformsOptions): Platform {
  const http = clientOf?.(account)
  const platform = openPlatform(account, {
    clock,
    ...(http && { http }),
    ...(tokens && { tokens: tokens(account) }),
    ...(meter && { meter: meter(account) })
  })
  return redacted(platform, secretsOf(account))
}

const secretsOf = ({ platform, credentials }: Account) =>
  ACCOUNT_FIELDS[platform].credentials.flatMap(({ name, secret }) => (secret && credentials[name]) || [])
