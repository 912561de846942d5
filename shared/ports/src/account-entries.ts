import { publicOf } from '@huiyin/domain/accounts/public-of.ts'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import { idOf } from '@huiyin/domain/ids.ts'
import type { Account, PublicAccount } from '@huiyin/schemas/account.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import { type AccountState, StoredAccount } from '@huiyin/schemas/stored-account.ts'
import type { Logger } from './logger.ts'
import type { Entry, Records } from './records.ts'
import { entriesOf, tagOf } from './rule-records.ts'
import { openRecord } from './sealed.ts'
import type { Vault } from './vault.ts'

export const ACCOUNTS = 'account'

export type AccountKey = { platform: string; id: string }

/** Id of an account's record. */
export const idOfAccount = ({ platform, id }: AccountKey): string => idOf(platform, id)

/** An account as people see it. */
export interface AccountEntry {
  account: PublicAccount
  /** `settings`: it stands in the settings file and is changed there; `kept`: in the store. */
  origin: 'settings' | 'kept'
  state: AccountState
  /** Names of the credentials that are set. */
  credentials: readonly string[]
  /** What a person saw of it, for If-Match. Sealing anew does not change it. */
  tag: string
  /** Why its credentials cannot be read, in words. */
  problem?: string
  changedAt?: number
  changedBy?: string
}

/** `account` is absent where its credentials cannot be opened. */
export interface Known {
  row: AccountEntry
  account?: Account
}

export const configured = (accounts: readonly Account[]): readonly Known[] =>
  accounts.map(account => ({ account, row: configuredRow(account) }))

const configuredRow = (account: Account): AccountEntry => ({
  account: publicOf(account),
  origin: 'settings',
  state: account.paused ? 'paused' : 'active',
  credentials: Object.keys(account.credentials),
  tag: tagOf(publicOf(account))
})

export const parseStored = parser(StoredAccount, 'account')

/** What a person saw of it: neither how nor with which key it is sealed. */
export const tagOfStored = ({ account, state, credentialsAt }: StoredAccount): string =>
  tagOf({ account, state, credentialsAt })

/** Throws as `Vault.open`. */
export function credentialsOf(vault: Vault, { account, sealed }: StoredAccount): Account['credentials'] {
  return openRecord(vault, ACCOUNTS, idOfAccount(account), { sealed }) as Account['credentials']
}

const keptRow = (stored: StoredAccount): AccountEntry => ({
  account: { ...stored.account, ...(stored.state === 'paused' && { paused: true }) },
  origin: 'kept',
  state: stored.state,
  credentials: stored.credentials,
  tag: tagOfStored(stored),
  changedAt: stored.changedAt,
  changedBy: stored.changedBy
})

/**
 * Reads all that are kept. One that has not changed stays the same object, sealed anew or not. What cannot be read or
 * opened is told once for as long as it stays so.
 */
export function keptReader(records: Pick<Records, 'list'>, vault: Vault, logger: Logger): () => Promise<Known[]> {
  let known = new Map<string, Read>()
  return async () => {
    const next = new Map<string, Read>()
    for await (const entry of entriesOf(records, ACCOUNTS)) {
      const found = readOne(entry, known.get(entry.id), vault)
      if (found.why !== undefined && found.why !== known.get(entry.id)?.why)
        logger.error({ account: entry.id, why: found.why }, 'an account cannot be used')
      next.set(entry.id, found)
    }
    known = next
    return [...next.values()].flatMap(({ one }) => (one ? [one] : []))
  }
}

type Read = { raw: string; one?: Known; why?: string }

function readOne({ id, value }: Entry, before: Read | undefined, vault: Vault): Read {
  const raw = tagOf(value)
  if (before?.raw === raw && before.why === undefined) return before
  try {
    const stored = parseStored(value)
    const row = keptRow(stored)
    try {
      const account: Account = { ...row.account, credentials: credentialsOf(vault, stored) }
      const same = before?.one?.account && tagOf(before.one.account) === tagOf(account)
      return { raw, one: { row, account: same ? before.one!.account! : account } }
    } catch (error) {
      if (!(error instanceof HuiyinError)) throw error
      return { raw, one: { row: { ...row, problem: error.message } }, why: error.message }
    }
  } catch (error) {
    return { raw, why: `${id}: ${(error as Error).message}` }
  }
}
