import { checkAccount } from '@huiyin/domain/accounts/check-account.ts'
import { accountNotFound } from '@huiyin/domain/errors.ts'
import type { Account, PublicAccount } from '@huiyin/schemas/account.ts'
import { type AccountEntry, type AccountKey, configured, idOfAccount, keptReader } from './account-entries.ts'
import { type AccountSaves, accountSaves } from './account-saves.ts'
import type { KeepingPorts } from './keeping.ts'
import { type Logger, silent } from './logger.ts'
import type { Records } from './records.ts'
import type { Vault } from './vault.ts'

export type { AccountEntry, AccountKey } from './account-entries.ts'

/**
 * The office's accounts: those of the settings, and those that people added, which stand in the records with their
 * credentials sealed. Read from memory; `refresh` reads the records anew, and whoever works by them calls it every few
 * seconds (`keepFresh`). Of one account in both the settings' counts. An account that has not changed stays the same
 * object.
 */
export interface AccountBook extends AccountSaves {
  /** All that can be used, those of the settings first; a paused one says so, a retired one is left out. */
  all: () => readonly Account[]
  /** Undefined for one that is not there, is retired, or cannot be opened. */
  of: (key: AccountKey) => Account | undefined
  /** Everything that is known, without secrets, the retired and what cannot be opened too. */
  rows: () => readonly AccountEntry[]
  /** The public part, of a retired one too: its tickets still name it. */
  known: (key: AccountKey) => PublicAccount | undefined
  refresh: () => Promise<void>
}

export interface AccountBookOptions extends KeepingPorts {
  vault: Vault
  /** Those of the settings. */
  settings?: readonly Account[]
  logger?: Logger
}

/** Knows those of the settings until the first `refresh`. */
export function openAccounts(records: Records, options: AccountBookOptions): AccountBook {
  const { vault, clock, events, settings = [], logger = silent } = options
  const read = keptReader(records, vault, logger)
  const fixed = configured(settings)
  const fixedIds = new Set(fixed.map(({ row }) => idOfAccount(row.account)))
  const told = new Set<string>()
  tellProblems(settings, clock.now(), logger)
  let entries = fixed
  let byId = indexOf(entries)
  let reading = Promise.resolve()

  async function readAll(): Promise<void> {
    const kept = await read()
    for (const { row } of kept) tellIfHidden(row.account)
    entries = [...fixed, ...kept.filter(({ row }) => !fixedIds.has(idOfAccount(row.account)))]
    byId = indexOf(entries)
  }

  function tellIfHidden({ platform, id }: PublicAccount): void {
    const name = idOfAccount({ platform, id })
    if (!fixedIds.has(name) || told.has(name)) return
    told.add(name)
    logger.warn({ platform, account: id }, 'an account stands in the settings and in the store; the settings count')
  }

  /** One after the other: an older answer never replaces a newer one. */
  const refresh = () => {
    const next = reading.then(readAll)
    reading = next.catch(() => {}) // told to whoever asked for it
    return next
  }

  const find = (key: AccountKey) => byId.get(idOfAccount(key))
  return {
    all: () => entries.flatMap(({ account, row }) => (account && row.state !== 'retired' ? [account] : [])),
    of: key => {
      const found = find(key)
      return found?.row.state === 'retired' ? undefined : found?.account
    },
    rows: () => entries.map(({ row }) => row),
    known: key => find(key)?.row.account,
    refresh,
    ...accountSaves(records, { vault, clock, events, refresh, find })
  }
}

/** A misspelt name in the settings file would otherwise be passed over in silence. */
function tellProblems(settings: readonly Account[], now: number, logger: Logger): void {
  for (const account of settings)
    for (const { refuses, where, en } of checkAccount(account, now))
      if (refuses)
        logger.warn({ platform: account.platform, account: account.id, where }, `an account of the settings: ${en}`)
}

const indexOf = <E extends { row: AccountEntry }>(entries: readonly E[]) =>
  new Map(entries.map(entry => [idOfAccount(entry.row.account), entry]))

/** The row of an account. Throws ACCOUNT_NOT_FOUND. */
export function rowOf(book: Pick<AccountBook, 'rows'>, key: AccountKey): AccountEntry {
  const found = book.rows().find(({ account }) => idOfAccount(account) === idOfAccount(key))
  if (found) return found
  throw accountNotFound(key.platform, key.id)
}
