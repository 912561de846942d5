import { randomUUID } from 'node:crypto'
import { idOf } from '@huiyin/domain/ids.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { EventType, HouseEvent } from '@huiyin/schemas/event.ts'
import type { Clock } from './clock.ts'
import type { EventLog } from './event-log.ts'

/** What happened: `by` did it, `data` holds ids and differences, no texts and no secrets. */
export type Told = { type: EventType; by: Actor; data?: HouseEvent['data'] }

/**
 * Says what happened to something that is no ticket; resolves when the log has it, rejects with LOG_UNAVAILABLE when
 * that is not sure: tell before you answer, and what nobody will know of is not done.
 */
export type Tell = (subject: string, told: Told) => Promise<void>

/** The subject of events that are no ticket's, such as `person/li` or `settings/policies/p1`. */
export const subjectOf = (kind: string, ...of: readonly string[]) => idOf(kind, ...of)

export const teller =
  (events: Pick<EventLog<HouseEvent>, 'append'>, clock: Clock): Tell =>
  async (subject, { type, by, data = {} }) => {
    const at = clock.now()
    const id = `${subject}#${randomUUID()}`
    const { accounts: _, ...actor } = by // which accounts they care for is no part of what they did
    await events.append([{ id, key: subject, ticket: subject, n: Math.max(1, at), type, at, actor, data }])
  }
