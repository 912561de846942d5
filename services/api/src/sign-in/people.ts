import { idOf } from '@huiyin/domain/ids.ts'
import type { Records } from '@huiyin/ports/records.ts'
import { entriesOf } from '@huiyin/ports/rule-records.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import { hashPassword, isPassword, type PasswordHash, randomPassword } from './password.ts'

/** Records of kind `person`, by the name that they sign in with. */
export type Person = { actor: Actor; password: PasswordHash }

const KIND = 'person'
const ADMINISTRATOR = 'admin'

/**
 * Makes the local administrator at the first start. Returns the name and the random password once, to be shown
 * and forgotten; undefined when there is one already.
 */
export async function ensureAdministrator(records: Records): Promise<{ name: string; password: string } | undefined> {
  if (await records.get<Person>(KIND, ADMINISTRATOR)) return
  const password = randomPassword()
  const made = await records.create<Person>(KIND, await administrator(password))
  return made ? { name: ADMINISTRATOR, password } : undefined // another instance started at the same time
}

/** A new random password for an administrator who has lost theirs; open sessions stay. */
export async function resetAdministrator(records: Records): Promise<{ name: string; password: string }> {
  const password = randomPassword()
  await records.put<Person>(KIND, await administrator(password))
  return { name: ADMINISTRATOR, password }
}

async function administrator(password: string) {
  const actor = { id: ADMINISTRATOR, name: '管理员', role: 'administrator' }
  return { id: ADMINISTRATOR, value: { actor, password: await hashPassword(password) } }
}

/** Who it is, or undefined: for an unknown name as for a wrong password, and after the same time. */
export async function recognise(records: Records, name: string, password: string): Promise<Actor | undefined> {
  const person = (await records.get<Person>(KIND, idOf(name)))?.document.value
  return (await isPassword(password, person?.password)) ? person?.actor : undefined
}

/** The name of somebody who can sign in. */
export const nameOf = async (records: Records, id: string): Promise<string | undefined> =>
  (await records.get<Person>(KIND, idOf(id)))?.document.value.actor.name

/** All who can sign in, by id. */
export async function everybody(records: Records): Promise<Actor[]> {
  const found = await Array.fromAsync(entriesOf<Person>(records, KIND))
  return found.map(({ value }) => value.actor)
}
