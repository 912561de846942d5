import { passwordUntil } from '@huiyin/domain/sign-in/password-rule.ts'
import { nicknameOf, stateOf } from '@huiyin/domain/sign-in/user.ts'
import { tagOf } from '@huiyin/ports/rule-records.ts'
import type { SignInSettings } from '@huiyin/schemas/sign-in.ts'
import type { StoredUser, UserRow } from '@huiyin/schemas/user.ts'

/** What a person saw of somebody before they change it: what may change by itself is no part of it. */
export const userTag = (user: StoredUser): string => tagOf({ actor: user.actor, state: stateOf(user) })

/** As people read it; nothing that lets one in. */
export function userRow(user: StoredUser, { passwordDays }: SignInSettings): UserRow {
  const { actor, proposed, approved, ended, lastSignInAt, failures, language } = user
  const { id, name, role, roles = [role], department, accounts } = actor
  const until = user.password && passwordUntil(user.passwordAt, passwordDays)
  return {
    id,
    name,
    nickname: nicknameOf(actor),
    role,
    roles,
    state: stateOf(user),
    mustChange: user.mustChange === true,
    secondFactor: user.secondFactor === true,
    linked: user.oidc !== undefined,
    tag: userTag(user),
    ...(department !== undefined && { department }),
    ...(accounts && { accounts }),
    ...(proposed && { proposed }),
    ...(approved && { approved }),
    ...(ended && { ended }),
    ...(lastSignInAt !== undefined && { lastSignInAt }),
    ...(until !== undefined && { passwordUntil: until }),
    ...(failures && { failures }),
    ...(language && { language })
  }
}
