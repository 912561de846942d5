import type { RuleProblem } from '@huiyin/schemas/rule-problem.ts'
import type { UserState } from '@huiyin/schemas/user.ts'
import { HuiyinError } from '../errors.ts'

/** Carries all that is wrong; never the password. */
export const passwordRefused = (problems: readonly RuleProblem[]) =>
  Object.assign(new HuiyinError('PASSWORD_REFUSED', problems.map(({ en }) => en).join(' ')), { problems })

export const userNotFound = (id: string) =>
  new HuiyinError('USER_NOT_FOUND', `Nobody signs in as "${id}"; list the users again`)

export const userExists = (id: string) =>
  new HuiyinError('USER_EXISTS', `"${id}" is somebody’s sign-in name already; choose another`)

const STANDS: Record<UserState, string> = {
  proposed: 'waits to be approved',
  active: 'can sign in',
  suspended: 'is suspended',
  left: 'has left'
}

/** `to`: what somebody wanted to do, such as `approved`. */
export const userState = (id: string, state: UserState, to: string) =>
  new HuiyinError('USER_STATE', `"${id}" ${STANDS[state]} and cannot be ${to}; read the list of users again`)

/** `message` says what was expected and what came. */
export const userInvalid = (at: string, message: string) =>
  Object.assign(new HuiyinError('USER_INVALID', message), { at })

export const lastAdministrator = (id: string) =>
  new HuiyinError(
    'LAST_ADMINISTRATOR',
    `"${id}" is the only administrator who can sign in; make somebody else one before that`
  )

export const secondPersonApproves = (id: string) =>
  new HuiyinError('SECOND_PERSON_NEEDED', `You proposed "${id}" yourself; another administrator approves it`)
