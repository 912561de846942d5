import type { House } from '@huiyin/adapters/house.ts'
import { enteredOf } from '@huiyin/adapters/outbound/warn-of-private.ts'
import { idOf } from '@huiyin/domain/ids.ts'
import { type AccountEntry, type AccountKey, rowOf } from '@huiyin/ports/accounts.ts'
import type { CheckFinding } from '@huiyin/ports/platform.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { Account } from '@huiyin/schemas/account.ts'
import type { AccountStanding } from '@huiyin/schemas/account-standing.ts'
import type { AccountState } from '@huiyin/schemas/stored-account.ts'

/** An account without its secrets, and how it is collected. */
export type AccountListed = AccountEntry & { standing?: AccountStanding }

/** The office's accounts, read and changed where they are kept. `by`: who sits at the terminal. */
export interface AccountDesk {
  list: () => Promise<AccountListed[]>
  /** Throws ACCOUNT_INVALID, ACCOUNT_EXISTS, ADDRESS_FORBIDDEN, KEY_MISSING. */
  add: (account: Account, by: string) => Promise<void>
  /** Throws ACCOUNT_NOT_FOUND; ACCOUNT_EXISTS for one that stands in the settings. */
  setState: (key: AccountKey, state: AccountState, by: string) => Promise<void>
  /** Signs in and reads one page. Throws ACCOUNT_NOT_FOUND. */
  check: (key: AccountKey) => Promise<CheckFinding[]>
}

/** Kind of the records that the collectors write. */
const STANDING = 'account-standing'

export type AccountPorts = Pick<House, 'accounts' | 'platform' | 'outbound'> & { records: Records }

export function accountDesk({ accounts, platform, outbound, records }: AccountPorts): AccountDesk {
  return {
    async list() {
      await records.refresh()
      await accounts.refresh()
      const rows = accounts.rows()
      const ids = rows.map(({ account }) => idOf(account.platform, account.id))
      const standings = await records.getMany<AccountStanding>(STANDING, ids)
      return rows.map((row, i) => withStanding(row, standings[i]?.document.value))
    },
    async add(account, by) {
      for (const url of enteredOf(account)) await outbound.check(url)
      await accounts.refresh()
      await accounts.add(account, by)
    },
    setState: (key, state, by) => accounts.refresh().then(() => accounts.setState(key, state, by)),
    async check(key) {
      await records.refresh()
      await accounts.refresh()
      const { problem, state } = rowOf(accounts, key)
      const found = platform({ platform: key.platform, account: key.id })
      if (found) return found.check()
      return [{ what: 'sign-in', ok: false, message: problem ?? unconnected(key, state) }]
    }
  }
}

const withStanding = (row: AccountEntry, standing: AccountStanding | undefined): AccountListed => ({
  ...row,
  ...(standing && { standing })
})

const unconnected = ({ platform, id }: AccountKey, state: AccountState) =>
  state === 'retired'
    ? `The account "${id}" is retired; nothing is asked for it`
    : `There is no connection to ${platform} for "${id}"; the log says why`
