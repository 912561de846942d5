import { randomUUID } from 'node:crypto'
import { idOf } from '@huiyin/domain/ids.ts'
import type { Clock } from '@huiyin/ports/clock.ts'
import type { EventLog } from '@huiyin/ports/event-log.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { EventType, HouseEvent } from '@huiyin/schemas/event.ts'

/** What happened to somebody who signs in: `by` did it, `data` holds ids and differences, no texts and no secrets. */
export type Told = { type: EventType; by: Actor; data?: HouseEvent['data'] }

/** Says what happened to a person; resolves when the log has it, rejects with LOG_UNAVAILABLE when that is not sure. */
export type Tell = (person: string, told: Told) => Promise<void>

/** Of whom nobody knows: what was typed as a name may be a password. */
export const NOBODY = '~unknown'

export const subjectOf = (person: string) => idOf('person', person)

export const teller =
  (events: Pick<EventLog<HouseEvent>, 'append'>, clock: Clock): Tell =>
  async (person, { type, by, data = {} }) => {
    const subject = subjectOf(person)
    const at = clock.now()
    const id = `${subject}#${randomUUID()}`
    const { accounts: _, ...actor } = by // which accounts they care for is no part of what they did
    await events.append([{ id, key: subject, ticket: subject, n: Math.max(1, at), type, at, actor, data }])
  }
