import type { Actor } from '@huiyin/schemas/actor.ts'
import type { PasswordHash } from '@huiyin/schemas/sign-in.ts'
import type { StoredUser, UserBody, UserChangeBody, UserState } from '@huiyin/schemas/user.ts'
import { rolesOf } from '../roles/may-do.ts'
import { KEPT_PASSWORDS } from './password-rule.ts'
import { secondPersonApproves, userInvalid, userState } from './refusals.ts'

/**
 * What becomes of somebody who signs in. They are proposed, approved by a second person, active; suspended and taken up
 * again; in the end they have left. Everything that takes rights away ends their sessions: `epoch` is one more.
 */

type By = { by: string; at: number }

export const stateOf = ({ state }: StoredUser): UserState => state ?? 'active'
export const isActive = (user: StoredUser): boolean => stateOf(user) === 'active'
export const isAdministrator = ({ actor }: StoredUser): boolean => rolesOf(actor).includes('administrator')

/** Department and name, as one is called in an office: 水务局陈伟. */
export const nicknameOf = ({ name, department = '' }: Actor): string => `${department}${name}`

const endsSessions = (user: StoredUser) => ({ epoch: (user.epoch ?? 0) + 1 })

/** Throws USER_INVALID: a handler has a department and no other role; who heads a department has one too, others none. */
export function actorFrom(id: string, { name, roles, department, accounts }: UserChangeBody): Actor {
  const handles = roles.includes('handler')
  if (handles && roles.length > 1)
    throw userInvalid('body/roles', 'A handler belongs to a department and has no other role; several roles came')
  if (handles && department === undefined) throw userInvalid('body/department', 'A handler has a department; none came')
  if (department !== undefined && !handles && !(roles.length === 1 && roles[0] === 'head'))
    throw userInvalid('body/department', 'Only a handler, or the head of a department, has a department; take it away')
  const called = name.replaceAll(/\p{Cc}/gu, ' ').trim()
  if (called === '') throw userInvalid('body/name', 'Expected a real name; only blanks came')
  const [role = 'handler', ...more] = [...new Set(roles)]
  return {
    id,
    name: called,
    role,
    ...(more.length > 0 && { roles: [role, ...more] }),
    ...(department !== undefined && { department }),
    ...(accounts && { accounts: [...new Set(accounts)] })
  }
}

export const proposedUser = ({ id, ...given }: UserBody, by: By): StoredUser => ({
  actor: actorFrom(id, given),
  state: 'proposed',
  proposed: by,
  since: by.at
})

/** `alone`: no other administrator can sign in, so that whoever proposed approves too. */
export function approved(user: StoredUser, by: By, password: PasswordHash, alone: boolean): StoredUser {
  mustBe(user, ['proposed'], 'approved')
  if (user.proposed?.by === by.by && !alone) throw secondPersonApproves(user.actor.id)
  return { ...withPassword(user, password, by.at), state: 'active', approved: by, mustChange: true }
}

/** New rights count at once: they are read with every request. */
export function changed(user: StoredUser, body: UserChangeBody): StoredUser {
  mustBe(user, ['proposed', 'active', 'suspended'], 'changed')
  return { ...user, actor: actorFrom(user.actor.id, body) }
}

export function suspended(user: StoredUser, ended: By & { why: string }): StoredUser {
  mustBe(user, ['active', 'suspended'], 'suspended')
  return { ...user, state: 'suspended', ended, ...endsSessions(user) }
}

export function resumed(user: StoredUser, { at }: By): StoredUser {
  mustBe(user, ['suspended'], 'taken up again')
  const { ended: _, failures: __, ...rest } = user
  return { ...rest, state: 'active', since: at } // else they would be unused again at once
}

/** A proposal that is refused ends so too. */
export function left(user: StoredUser, ended: By & { why: string }): StoredUser {
  mustBe(user, ['proposed', 'active', 'suspended'], 'signed off')
  const { password: _, earlier: __, oidc: ___, secondFactor: ____, ...rest } = user
  return { ...rest, state: 'left', ended, ...endsSessions(user) }
}

/** One that is good once. */
export function reset(user: StoredUser, by: By, password: PasswordHash): StoredUser {
  mustBe(user, ['active', 'suspended'], 'given a new password')
  return { ...withPassword(user, password, by.at), mustChange: true, unlockedAt: by.at }
}

export function unlocked(user: StoredUser, { at }: By): StoredUser {
  const { failures: _, ...rest } = user
  return { ...rest, unlockedAt: at }
}

/** The password before is kept, so that it is not taken again. */
export function withPassword(user: StoredUser, password: PasswordHash, at: number): StoredUser {
  const { mustChange: _, failures: __, ...rest } = user
  const before = [user.password, ...(user.earlier ?? [])].filter(one => one !== undefined)
  return { ...rest, password, passwordAt: at, earlier: before.slice(0, KEPT_PASSWORDS), ...endsSessions(user) }
}

export function withoutSessions(user: StoredUser): StoredUser {
  return { ...user, ...endsSessions(user) }
}

/** When somebody was here last, in ms; undefined for one of an earlier version who has not been here since. */
export const lastSeen = ({ lastSignInAt, approved, since }: StoredUser): number | undefined => {
  const known = [lastSignInAt, approved?.at, since].filter(at => at !== undefined)
  return known.length > 0 ? Math.max(...known) : undefined
}

function mustBe(user: StoredUser, states: readonly UserState[], to: string): void {
  if (!states.includes(stateOf(user))) throw userState(user.actor.id, stateOf(user), to)
}
