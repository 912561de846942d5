import { type Static, Type } from 'typebox'
import { Account } from './account.ts'
import { Instant } from './names.ts'

/** `paused`: nothing is read or sent until it is taken up again. `retired`: not used any more; its tickets stay. */
export const AccountState = Type.Union([Type.Literal('active'), Type.Literal('paused'), Type.Literal('retired')])
export type AccountState = Static<typeof AccountState>

/** What is public of an account that is kept in the store; whether it is paused its state says. */
export const KeptAccount = Type.Omit(Account, ['credentials', 'paused', 'demo'])
export type KeptAccount = Static<typeof KeptAccount>

/** An account as a record: everything but its credentials can be read. */
export const StoredAccount = Type.Object({
  account: KeptAccount,
  state: AccountState,
  /** The credentials, sealed, as a JSON object. */
  sealed: Type.String(),
  /** The names of those that are set. */
  credentials: Type.Array(Type.String()),
  /** When they were set last. */
  credentialsAt: Instant,
  changedAt: Instant,
  /** Id of the person. */
  changedBy: Type.String()
})
export type StoredAccount = Static<typeof StoredAccount>
