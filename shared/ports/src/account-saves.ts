import { checkAccount } from '@huiyin/domain/accounts/check-account.ts'
import { publicOf } from '@huiyin/domain/accounts/public-of.ts'
import { accountExists, accountInvalid, accountNotFound, HuiyinError, storeRefused } from '@huiyin/domain/errors.ts'
import { Account } from '@huiyin/schemas/account.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import type { AccountState, KeptAccount, StoredAccount } from '@huiyin/schemas/stored-account.ts'
import {
  ACCOUNTS,
  type AccountKey,
  credentialsOf,
  idOfAccount,
  type Known,
  parseStored,
  tagOfStored
} from './account-entries.ts'
import type { Version } from './documents.ts'
import { type Change, type KeepingPorts, keeping } from './keeping.ts'
import type { Records } from './records.ts'
import { sealRecord } from './sealed.ts'
import type { Vault } from './vault.ts'

/** A change: credentials that are absent stay as they are, an empty one is taken away. */
export type AccountChange = Omit<Account, 'credentials' | 'paused' | 'demo'> & {
  credentials?: Account['credentials'] | undefined
}

/** Who changes an account: a person, or the name of who is none of the house's, such as `cli:root`. */
export type By = Change | string

/**
 * Each is seen by this process when it answers, by every other within 5 s. All of them throw
 * ACCOUNT_EXISTS for an account of the settings, which is changed there.
 */
export interface AccountSaves {
  /**
   * Throws ACCOUNT_INVALID that carries `problems`, ACCOUNT_EXISTS, KEY_MISSING. `withoutCredentials`: they are given
   * later, and it cannot be taken up before.
   */
  add: (account: Account, by: By, options?: { withoutCredentials?: boolean }) => Promise<void>
  /**
   * `seen`: the tag of what the person saw. Throws SOMEBODY_WAS_FASTER when it is another by now, ACCOUNT_INVALID that
   * carries `problems`, ACCOUNT_NOT_FOUND.
   */
  change: (account: AccountChange, seen: string, by: By) => Promise<void>
  /** In that state already is well. Throws ACCOUNT_NOT_FOUND. Nothing is ever removed: its tickets name it. */
  setState: (key: AccountKey, state: AccountState, by: By) => Promise<void>
}

type Around = KeepingPorts & {
  vault: Vault
  refresh: () => Promise<void>
  find: (key: AccountKey) => Known | undefined
}

const parseAccount = parser(Account, 'account')

export function accountSaves(records: Records, around: Around): AccountSaves {
  const { vault, clock, refresh, find } = around

  const saved = async (key: AccountKey, work: () => Promise<void>) => {
    if (find(key)?.row.origin === 'settings') throw inSettings(key)
    await work()
    await records.refresh()
    await refresh()
  }

  async function read(key: AccountKey): Promise<{ stored: StoredAccount; version: Version }> {
    const found = await records.get(ACCOUNTS, idOfAccount(key))
    if (!found) throw accountNotFound(key.platform, key.id)
    return { stored: parseStored(found.document.value), version: found.version }
  }

  async function put(value: StoredAccount, version: Version, by: By): Promise<boolean> {
    const kept = keeping(records, around, changeBy(by))
    const result = await kept.putIfUnchanged(ACCOUNTS, { id: idOfAccount(value.account), value }, version)
    if (result.outcome === 'refused') throw storeRefused(result.reason)
    return result.outcome === 'put'
  }

  return {
    add: (given, by, { withoutCredentials = false } = {}) =>
      saved(given, async () => {
        const account = checked(given, clock.now(), withoutCredentials)
        const value: StoredAccount = {
          ...sealedParts(vault, account, clock.now()),
          state: stateOf(account),
          changedBy: idOfBy(by)
        }
        const made = await keeping(records, around, changeBy(by)).create(ACCOUNTS, { id: idOfAccount(account), value })
        if (!made) throw accountExists(account.platform, account.id)
      }),
    change: (given, seen, by) =>
      saved(given, async () => {
        while (true) {
          const { stored, version } = await read(given)
          if (tagOfStored(stored) !== seen) throw changedMeanwhile(given)
          if (await put({ ...changed(vault, stored, given, clock.now()), changedBy: idOfBy(by) }, version, by)) return
        } // sealed anew meanwhile, or changed: the tag says which
      }),
    setState: (key, state, by) =>
      saved(key, async () => {
        while (true) {
          const { stored, version } = await read(key)
          if (stored.state === state) return
          if (state === 'active' && stored.credentials.length === 0)
            checked({ ...stored.account, credentials: {} }, clock.now())
          if (await put({ ...stored, state, changedAt: clock.now(), changedBy: idOfBy(by) }, version, by)) return
        }
      })
  }
}

const idOfBy = (by: By) => (typeof by === 'string' ? by : by.by.id)

const changeBy = (by: By): Change => (typeof by === 'string' ? { by: { id: by, name: by, role: 'system' } } : by)

const stateOf = ({ paused }: Account): AccountState => (paused ? 'paused' : 'active')

/** Only what is new is sealed anew; what cannot be opened any more can be entered again as a whole. */
function changed(vault: Vault, stored: StoredAccount, given: AccountChange, now: number): StoredAccount {
  const { credentials, ...rest } = given
  const before = credentials === undefined ? credentialsOf(vault, stored) : openedOrNone(vault, stored)
  const unfilled = stored.state !== 'active' && stored.credentials.length === 0 && credentials === undefined
  const account = checked({ ...rest, credentials: { ...before, ...credentials } }, now, unfilled)
  const parts = sealedParts(vault, account, now)
  return credentials === undefined ? { ...stored, account: parts.account, changedAt: now } : { ...stored, ...parts }
}

function openedOrNone(vault: Vault, stored: StoredAccount): Account['credentials'] {
  try {
    return credentialsOf(vault, stored)
  } catch (error) {
    if (error instanceof HuiyinError) return {} // what is then missing is said by the check
    throw error
  }
}

function sealedParts(vault: Vault, account: Account, now: number) {
  const credentials = account.credentials
  return {
    account: keptOf(account),
    sealed: sealRecord(vault, ACCOUNTS, idOfAccount(account), credentials),
    credentials: Object.keys(credentials).sort(),
    credentialsAt: now,
    changedAt: now
  }
}

function keptOf(account: Account): KeptAccount {
  const { paused: _, demo: __, ...kept } = publicOf(account)
  return kept
}

/** As it is saved: without empty credentials, with none at all where `unfilled`. Throws ACCOUNT_INVALID. */
function checked(given: Account, now: number, unfilled = false): Account {
  const filled = Object.entries(given.credentials).filter(([, value]) => value !== '')
  const account = parseAccount({ ...given, credentials: Object.fromEntries(filled) })
  const problems = checkAccount(account, now).filter(({ where }) => !unfilled || !where?.startsWith('credentials'))
  if (problems.some(({ refuses }) => refuses)) throw accountInvalid(`Account ${account.name}`, problems)
  return account
}

const inSettings = ({ platform, id }: AccountKey) =>
  new HuiyinError('ACCOUNT_EXISTS', `The account "${id}" on ${platform} stands in the settings file; change it there`)

const changedMeanwhile = ({ id }: AccountKey) =>
  new HuiyinError('SOMEBODY_WAS_FASTER', `Account ${id} is not as you saw it; read it again before you change it`)
