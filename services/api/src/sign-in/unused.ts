import { isActive, isAdministrator, lastSeen, suspended } from '@huiyin/domain/sign-in/user.ts'
import type { Clock } from '@huiyin/ports/clock.ts'
import { raiseItem } from '@huiyin/ports/items.ts'
import type { Records } from '@huiyin/ports/records.ts'
import { system } from '@huiyin/schemas/actor.ts'
import type { SignInSettings } from '@huiyin/schemas/sign-in.ts'
import type { StoredUser } from '@huiyin/schemas/user.ts'
import type { Tokens } from './tokens.ts'
import type { Users } from './users.ts'

const DAY = 86_400_000
const API = system('api')

export interface UnusedPorts {
  users: Users
  tokens: Pick<Tokens, 'list'>
  records: Records
  clock: Clock
  settings: SignInSettings
}

/**
 * Suspends who has not been here for `unusedDays` (0: nobody), nor any program of theirs, and raises an item about each.
 * The last administrator stays. Answers the ids. Done again, and by several processes, it is done once.
 */
export async function suspendUnused({ users, tokens, records, clock, settings }: UnusedPorts): Promise<string[]> {
  const { unusedDays: days } = settings
  if (days === 0) return []
  const now = clock.now()
  const programs = new Map<string, number>()
  for (const { person, usedAt = 0 } of await tokens.list())
    programs.set(person, Math.max(usedAt, programs.get(person) ?? 0))
  const isUnused = (user: StoredUser) =>
    isActive(user) && Math.max(lastSeen(user) ?? now, programs.get(user.actor.id) ?? 0) <= now - days * DAY

  const done: string[] = []
  for (const user of await users.all()) {
    const { id, name } = user.actor
    if (isActive(user) && lastSeen(user) === undefined) await users.change(id, one => ({ ...one, since: now }))
    if (!isUnused(user) || (isAdministrator(user) && (await users.isAlone(id)))) continue
    const step = { by: API.id, at: now, why: 'unused' }
    const told = { type: 'user.suspended', by: API, data: { why: 'unused', days } } as const
    await users.change(id, one => (isUnused(one) ? suspended(one, step) : one), told)
    await raiseItem(records, { kind: 'user.unused', about: id, facts: { user: id, name, days } }, now)
    done.push(id)
  }
  return done
}
