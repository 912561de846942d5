import { KEPT_PASSWORDS, passwordProblems, passwordUsedBefore } from '@huiyin/domain/sign-in/password-rule.ts'
import { passwordRefused } from '@huiyin/domain/sign-in/refusals.ts'
import type { PasswordHash } from '@huiyin/schemas/sign-in.ts'
import type { StoredUser } from '@huiyin/schemas/user.ts'
import { hashPassword, isPassword } from './password.ts'

/** The hash of a password that somebody may take. Throws PASSWORD_REFUSED with all that is wrong. */
export async function passwordFor(
  { actor, password: now, earlier = [] }: StoredUser,
  wanted: string
): Promise<PasswordHash> {
  const problems = passwordProblems(wanted, [actor.name, actor.id])
  if (problems.length > 0) throw passwordRefused(problems)
  const before = [now, ...earlier].filter(one => one !== undefined).slice(0, KEPT_PASSWORDS)
  for (const one of before) if (await isPassword(wanted, one)) throw passwordRefused([passwordUsedBefore()])
  return hashPassword(wanted)
}
