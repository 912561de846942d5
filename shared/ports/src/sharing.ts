import { idOf } from '@huiyin/domain/ids.ts'
import { isActive } from '@huiyin/domain/sign-in/user.ts'
import type { Sharer, Sharers } from '@huiyin/domain/work/shares.ts'
import type { Person } from '@huiyin/schemas/person.ts'
import type { ShareRule } from '@huiyin/schemas/share-rule.ts'
import type { StoredUser } from '@huiyin/schemas/user.ts'
import type { Records } from './records.ts'
import { entriesOf, RULE_KINDS } from './rule-records.ts'
import type { Tickets } from './tickets.ts'

/** What fair shares are made of: the rules, those who share as they stand, and whose turn it is. */

/** Kind of the records, by the rule's id. */
export const SHARE_RULES = 'share-rule'
const USERS = 'person'

/** Whose turn it is: the number of the last share of all, and of each person's last. */
const TURNS = 'share-turns'
const THE_TURNS = 'office'
export type Turns = { last: number; of: Record<string, number> }

type SharingPorts = { records: Records; tickets: Pick<Tickets, 'count' | 'refresh'> }

/** Every rule, by id; those that are switched off too. */
export async function shareRules(records: Records): Promise<ShareRule[]> {
  const found = await Array.fromAsync(entriesOf<ShareRule>(records, SHARE_RULES))
  return found.map(({ value }) => value)
}

/**
 * Those among whom rules share, as they stand at `now` (UTC in ms): loads are counted in the store. Who can be told is
 * on leave by the same id as they sign in with.
 */
export async function sharersOf(
  { records, tickets }: SharingPorts,
  rules: readonly ShareRule[],
  now: number
): Promise<{ sharers: Sharers; last: number }> {
  const ids = [...new Set(rules.flatMap(({ to }) => to))]
  await tickets.refresh()
  const [users, told, loads, turns] = await Promise.all([
    byId<StoredUser>(records, USERS, ids),
    byId<Person>(records, RULE_KINDS.person, ids),
    tickets.count('assigned', { status: ['open', 'handling'] }),
    turnsOf(records)
  ])
  const sharer = (id: string): Sharer => {
    const user = users.get(id)
    return {
      ...(user && isActive(user) && { actor: user.actor }),
      onLeave: isOnLeave(told.get(id), now),
      inHand: loads[id] ?? 0,
      lastShare: turns.of[id] ?? 0
    }
  }
  return { sharers: new Map(ids.map(id => [id, sharer(id)])), last: turns.last }
}

async function byId<V>(records: Records, kind: string, ids: readonly string[]): Promise<Map<string, V>> {
  if (ids.length === 0) return new Map()
  const found = await records.getMany<V>(
    kind,
    ids.map(id => idOf(id))
  )
  return new Map(ids.flatMap((id, i) => (found[i] ? [[id, found[i].document.value] as const] : [])))
}

const isOnLeave = (person: Person | undefined, now: number) =>
  person?.leave.some(({ from, to }) => from <= now && now < to) ?? false

const turnsOf = async (records: Records): Promise<Turns> =>
  (await records.get<Turns>(TURNS, THE_TURNS))?.document.value ?? { last: 0, of: {} }

/** Keeps whose turn it is; for the one who holds the lease. */
export async function keepTurns(records: Records, sharers: Sharers, last: number): Promise<void> {
  const before = await turnsOf(records)
  const of = Object.fromEntries(Array.from(sharers, ([id, { lastShare }]) => [id, lastShare]))
  await records.put<Turns>(TURNS, { id: THE_TURNS, value: { last, of: { ...before.of, ...of } } })
}
