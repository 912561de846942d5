import { idOf } from '@huiyin/domain/ids.ts'
import { isActive, reset } from '@huiyin/domain/sign-in/user.ts'
import type { Records } from '@huiyin/ports/records.ts'
import { entriesOf } from '@huiyin/ports/rule-records.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { StoredUser } from '@huiyin/schemas/user.ts'
import { type Cost, hashPassword, isPassword, randomPassword } from './password.ts'
import { USERS } from './users.ts'

export const ADMINISTRATOR = 'admin'

type FirstPassword = { name: string; password: string }

/**
 * Makes the local administrator at the first start. Returns the name and the random password once, to be shown
 * and forgotten; undefined when there is one already.
 */
export async function ensureAdministrator(records: Records, cost?: Cost): Promise<FirstPassword | undefined> {
  if (await records.get<StoredUser>(USERS, ADMINISTRATOR)) return
  const password = randomPassword()
  const actor = { id: ADMINISTRATOR, name: '管理员', role: 'administrator' }
  const value = { actor, password: await hashPassword(password, cost) }
  const made = await records.create<StoredUser>(USERS, { id: ADMINISTRATOR, value })
  return made ? { name: ADMINISTRATOR, password } : undefined // another instance started at the same time
}

/** A new random password for an administrator who has lost theirs, good once; open sessions end. */
export async function resetAdministrator(records: Records, now: number): Promise<FirstPassword> {
  const password = randomPassword()
  const found = await records.get<StoredUser>(USERS, ADMINISTRATOR)
  const before = found?.document.value ?? { actor: { id: ADMINISTRATOR, name: '管理员', role: 'administrator' } }
  const hash = await hashPassword(password)
  const value = { ...reset({ ...before, state: 'active' }, { by: ADMINISTRATOR, at: now }, hash) }
  await records.put<StoredUser>(USERS, { id: ADMINISTRATOR, value })
  return { name: ADMINISTRATOR, password }
}

/** Whether it is their password: after the same time for an unknown name, a wrong password, and one who may not enter. */
export async function recognise(user: StoredUser | undefined, password: string): Promise<boolean> {
  const right = await isPassword(password, user?.password)
  return right && user !== undefined && isActive(user)
}

/** The name of somebody who signs in, or did. */
export const nameOf = async (records: Records, id: string): Promise<string | undefined> =>
  (await records.get<StoredUser>(USERS, idOf(id)))?.document.value.actor.name

/** All who can sign in, by id. */
export async function everybody(records: Records): Promise<Actor[]> {
  const found = await Array.fromAsync(entriesOf<StoredUser>(records, USERS))
  return found.filter(({ value }) => isActive(value)).map(({ value }) => value.actor)
}

/** Somebody who can sign in now, as they may act. */
export async function activePerson(records: Records, id: string): Promise<Actor | undefined> {
  const user = (await records.get<StoredUser>(USERS, idOf(id)))?.document.value
  return user && isActive(user) ? user.actor : undefined
}
