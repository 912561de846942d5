import type { House } from '@huiyin/adapters/house.ts'
import { hashPassword, randomPassword } from '@huiyin/api/sign-in/password.ts'
import { openSignIn } from '@huiyin/api/sign-in/sign-in.ts'
import { userActs, type WithPassword } from '@huiyin/api/sign-in/user-acts.ts'
import { userRow } from '@huiyin/api/sign-in/user-view.ts'
import { approved, proposedUser } from '@huiyin/domain/sign-in/user.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { UserBody, UserRow, UserWithPassword } from '@huiyin/schemas/user.ts'

/** Who signs in, kept by who sits at the terminal of the machine: `by` is their name on it. */
export interface UserDesk {
  list: () => Promise<UserRow[]>
  /** Somebody who can sign in at once, with a password that is good once. Throws USER_EXISTS, USER_INVALID. */
  add: (body: UserBody, by: string) => Promise<UserWithPassword>
  /** Another such password. Throws USER_NOT_FOUND, USER_STATE. */
  reset: (id: string, secondFactor: boolean, by: string) => Promise<UserWithPassword>
  /** Throws as above, and LAST_ADMINISTRATOR. */
  suspend: (id: string, why: string, by: string) => Promise<UserRow>
  resume: (id: string, by: string) => Promise<UserRow>
}

export type UserPorts = Pick<House, 'clock' | 'logs' | 'vault' | 'settings'> & { records: Records }

export function userDesk({ records, clock, logs, vault, settings }: UserPorts): UserDesk {
  const signIn = openSignIn({ records, clock, events: logs.events, vault, settings: settings.signIn })
  const acts = userActs({ ...signIn, records })
  const shown = ({ user, password }: WithPassword) => ({ user: userRow(user, settings.signIn), password })

  return {
    list: async () => (await signIn.users.all()).map(user => userRow(user, settings.signIn)),
    async add(body, by) {
      const step = { by, at: clock.now() }
      const password = randomPassword()
      const user = approved(proposedUser(body, step), step, await hashPassword(password), true)
      await signIn.users.add(user, { type: 'user.approved', by: atTerminal(by), data: { alone: true } })
      return shown({ user, password })
    },
    reset: async (id, secondFactor, by) => shown(await acts.reset(id, atTerminal(by), secondFactor)),
    suspend: async (id, why, by) => userRow(await acts.suspend(id, why, atTerminal(by)), settings.signIn),
    resume: async (id, by) => userRow(await acts.resume(id, atTerminal(by)), settings.signIn)
  }
}

const atTerminal = (by: string): Actor => ({ id: by, name: by, role: 'system' })
