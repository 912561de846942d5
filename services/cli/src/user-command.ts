import { userInfo } from 'node:os'
import { readSettings } from '@huiyin/adapters/settings.ts'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import { type UserBody, UserId } from '@huiyin/schemas/user.ts'
import { Value } from 'typebox/value'
import { terminalLogger } from './terminal.ts'
import type { UserDesk } from './users/desk.ts'
import { passwordText, usersText } from './users/text.ts'
import { inWorld, isOwned, officeFolder, standingFolder } from './world.ts'

export const userListCommand = (signal: AbortSignal): Promise<string> =>
  withUsers('standing', signal, async desk => usersText(await desk.list()))

/** Throws INVALID_REQUEST for a name that nobody can sign in with, before anything is opened. */
export async function userAddCommand(body: UserBody, signal: AbortSignal): Promise<string> {
  if (!Value.Check(UserId, body.id))
    throw new HuiyinError(
      'INVALID_REQUEST',
      `Expected 2 to 50 lower-case letters, figures, dots, hyphens and underscores, such as chen.wei; "${body.id}" came`
    )
  return withUsers('office', signal, async desk => passwordText(await desk.add(body, who())))
}

export const userResetCommand = (id: string, secondFactor: boolean, signal: AbortSignal): Promise<string> =>
  withUsers('standing', signal, async desk => passwordText(await desk.reset(id, secondFactor, who())))

export const userSuspendCommand = (id: string, why: string, signal: AbortSignal): Promise<string> =>
  withUsers('standing', signal, async desk => {
    const { nickname } = await desk.suspend(id, why, who())
    return `${nickname} cannot sign in any more, and is signed out everywhere; huiyin user resume ${id} takes that back.\n`
  })

export const userResumeCommand = (id: string, signal: AbortSignal): Promise<string> =>
  withUsers('standing', signal, async desk => `${(await desk.resume(id, who())).nickname} can sign in again.\n`)

const who = () => `cli:${userInfo().username}`

/** `office`: made where there is none yet; `standing`: the one that is there. */
async function withUsers<T>(
  where: 'office' | 'standing',
  signal: AbortSignal,
  work: (desk: UserDesk) => Promise<T>
): Promise<T> {
  const settings = await readSettings(process.env)
  const ours = where === 'office' ? officeFolder : standingFolder
  const folder = isOwned(settings) ? ours(settings) : settings.data
  return inWorld({ settings, folder, logger: terminalLogger, signal, services: false }, ({ users }) => work(users))
}
