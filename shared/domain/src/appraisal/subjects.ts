import type { PublicAccount } from '@huiyin/schemas/account.ts'
import type { Subject } from '@huiyin/schemas/register.ts'
import type { StoredUser } from '@huiyin/schemas/user.ts'
import { accountId, idOf } from '../ids.ts'
import { rolesOf } from '../roles/may-do.ts'
import { stateOf } from '../sign-in/user.ts'

/** A subject, and what is counted as its own. */
export interface Appraised {
  subject: Subject
  /** accountId()s of the accounts that a person answers for; of an account itself. */
  accounts: readonly string[]
}

/** Tells it from all others, of whatever kind: `account/weibo/1001`, hashed where that is long. */
export const subjectKey = ({ kind, id }: Pick<Subject, 'kind' | 'id'>): string => idOf(kind, id)

export const ofAccounts = (accounts: readonly PublicAccount[]): Appraised[] =>
  accounts.map(account => {
    const id = accountId(account)
    return { subject: { kind: 'account', id, name: account.name }, accounts: [id] }
  })

export const ofDepartments = (names: readonly string[]): Appraised[] =>
  [...new Set(names)].map(name => ({ subject: { kind: 'department', id: name, name }, accounts: [] }))

/** Whose work is appraised: those who write, review and handle. */
const WORK: ReadonlySet<string> = new Set(['head', 'collector', 'editor', 'reviewer', 'handler'])

/** Those who worked here at or after an instant (UTC in ms), with the accounts for which they are named as answering. */
export const ofPersons = (
  users: readonly StoredUser[],
  accounts: readonly PublicAccount[],
  from: number
): Appraised[] =>
  users
    .filter(user => hasWorked(user, from) && rolesOf(user.actor).some(role => WORK.has(role)))
    .map(({ actor: { id, name } }) => ({
      subject: { kind: 'person', id, name },
      accounts: accounts.filter(account => answersFor(account, { id, name })).map(accountId)
    }))

const hasWorked = (user: StoredUser, from: number): boolean => {
  const state = stateOf(user)
  return state !== 'proposed' && (state !== 'left' || (user.ended?.at ?? 0) >= from)
}

/** Whether somebody is named as the one who answers for an account, by name or by the id that they sign in with. */
export const answersFor = (
  { responsible }: Pick<PublicAccount, 'responsible'>,
  { id, name }: { id: string; name: string }
): boolean => responsible !== undefined && (responsible === id || responsible === name)
