import { idOf, textHash } from '@huiyin/domain/ids.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { Doing, PresenceRow } from '@huiyin/schemas/api.ts'

/** Who is at a ticket. A browser says so every 15 s; who has not said so for 45 s is gone. */
const KIND = 'presence'
const LIFE = 45_000
const AT_MOST = 200

type Presence = PresenceRow & { until: number }

const prefixOf = (ticket: string) => idOf(textHash(ticket), '')
const idAt = (ticket: string, person: string) => idOf(textHash(ticket), person)

/** Says that somebody is there at `now` (UTC in ms); answers who else is, those first who came first. */
export async function isThere(
  records: Records,
  ticket: string,
  { actor: { id, name }, doing, now }: { actor: Actor; doing: Doing; now: number }
): Promise<PresenceRow[]> {
  const own = idAt(ticket, id)
  const before = (await records.get<Presence>(KIND, own))?.document.value
  const goesOn = before !== undefined && before.until > now && before.doing === doing
  const until = now + LIFE
  const since = goesOn ? before.since : now
  await records.put<Presence>(KIND, { id: own, value: { id, name, doing, since, until }, dueAt: until })
  const all = await records.list<Presence>(KIND, { prefix: prefixOf(ticket), atMost: AT_MOST })
  return all
    .filter(({ id, value }) => id !== own && value.until > now)
    .map(({ value: { until: _, ...row } }) => row)
    .toSorted((a, b) => a.since - b.since)
}

/** They have gone. */
export const isGone = (records: Records, ticket: string, person: string): Promise<void> =>
  records.remove(KIND, idAt(ticket, person))
