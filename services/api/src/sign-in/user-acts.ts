import { HuiyinError } from '@huiyin/domain/errors.ts'
import { idOf } from '@huiyin/domain/ids.ts'
import { rolesOf } from '@huiyin/domain/roles/may-do.ts'
import {
  approved,
  changed,
  isAdministrator,
  left,
  proposedUser,
  reset,
  resumed,
  suspended,
  unlocked
} from '@huiyin/domain/sign-in/user.ts'
import type { Clock } from '@huiyin/ports/clock.ts'
import { itemId, resolveItem } from '@huiyin/ports/items.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { StoredUser, UserBody, UserChangeBody } from '@huiyin/schemas/user.ts'
import { hashPassword, randomPassword } from './password.ts'
import type { SecondFactors } from './second-factor.ts'
import { userTag } from './user-view.ts'
import type { Users } from './users.ts'

export type UserActPorts = { users: Users; factors: Pick<SecondFactors, 'remove'>; records: Records; clock: Clock }

/** With a password that is good once. */
export type WithPassword = { user: StoredUser; password: string }

/** What people do with those who sign in; each is told in the log before it answers. */
export interface UserActs {
  /** Throws USER_EXISTS, USER_INVALID. */
  propose: (body: UserBody, by: Actor) => Promise<StoredUser>
  /** Throws USER_NOT_FOUND and USER_STATE, as all that follow; SECOND_PERSON_NEEDED. */
  approve: (id: string, by: Actor) => Promise<WithPassword>
  /** `seen`: the tag of what they saw. Throws SOMEBODY_WAS_FASTER, LAST_ADMINISTRATOR, USER_INVALID. */
  change: (id: string, body: UserChangeBody, seen: string | undefined, by: Actor) => Promise<StoredUser>
  suspend: (id: string, why: string, by: Actor) => Promise<StoredUser>
  resume: (id: string, by: Actor) => Promise<StoredUser>
  leave: (id: string, why: string, by: Actor) => Promise<StoredUser>
  reset: (id: string, by: Actor, secondFactorToo: boolean) => Promise<WithPassword>
  unlock: (id: string, by: Actor) => Promise<StoredUser>
}

export function userActs({ users, factors, records, clock }: UserActPorts): UserActs {
  const byNow = (by: Actor) => ({ by: by.id, at: clock.now() })

  const keepOne = async (id: string) => {
    const user = await users.get(id)
    if (user) await users.notTheLast(user)
  }

  const noLongerUnused = (id: string) => resolveItem(records, itemId({ kind: 'user.unused', about: id }), clock.now())

  return {
    async propose(body, by) {
      const user = proposedUser(body, byNow(by))
      await users.add(user, { type: 'user.proposed', by, data: rightsOf(user) })
      return user
    },
    async approve(id, by) {
      const password = randomPassword()
      const hash = await hashPassword(password)
      const alone = await users.isAlone(by.id)
      const decide = (user: StoredUser) => approved(user, byNow(by), hash, alone)
      return { user: await users.change(id, decide, { type: 'user.approved', by, data: { alone } }), password }
    },
    async change(id, body, seen, by) {
      const before = await users.get(id)
      const keeps = rolesOf({ id, role: body.roles[0] ?? '', ...body }).includes('administrator')
      if (before && isAdministrator(before) && !keeps) await users.notTheLast(before)
      const decide = (user: StoredUser) => {
        if (userTag(user) !== seen) throw changedMeanwhile(id)
        return changed(user, body)
      }
      return users.change(id, decide, (was, is) => ({
        type: 'user.changed',
        by,
        data: { ...rightsOf(is), rolesBefore: rightsOf(was).roles }
      }))
    },
    async suspend(id, why, by) {
      await keepOne(id)
      return users.change(id, user => suspended(user, { ...byNow(by), why }), { type: 'user.suspended', by })
    },
    async resume(id, by) {
      const user = await users.change(id, user => resumed(user, byNow(by)), { type: 'user.resumed', by })
      await noLongerUnused(id)
      return user
    },
    async leave(id, why, by) {
      await keepOne(id)
      const linked = (await users.get(id))?.oidc
      const user = await users.change(id, one => left(one, { ...byNow(by), why }), { type: 'user.left', by })
      await factors.remove(id)
      if (linked) await records.remove('oidc-link', idOf(linked.issuer, linked.sub))
      await noLongerUnused(id)
      return user
    },
    async reset(id, by, secondFactorToo) {
      const password = randomPassword()
      const hash = await hashPassword(password)
      const decide = (user: StoredUser) => {
        const { secondFactor, ...rest } = reset(user, byNow(by), hash)
        return secondFactor && !secondFactorToo ? { ...rest, secondFactor } : rest
      }
      const data = { secondFactor: secondFactorToo }
      const user = await users.change(id, decide, { type: 'password.reset', by, data })
      if (secondFactorToo) await factors.remove(id)
      return { user, password }
    },
    unlock: (id, by) => users.change(id, user => unlocked(user, byNow(by)), { type: 'user.unlocked', by })
  }
}

function rightsOf({ actor }: StoredUser) {
  const { role, roles = [role], department, accounts } = actor
  return {
    roles: roles.join(','),
    ...(department !== undefined && { department }),
    ...(accounts && { accounts: accounts.length })
  }
}

const changedMeanwhile = (id: string) =>
  new HuiyinError('SOMEBODY_WAS_FASTER', `"${id}" is not as you saw it; read it again before you change it`)
