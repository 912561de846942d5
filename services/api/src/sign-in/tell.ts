import type { Clock } from '@huiyin/ports/clock.ts'
import type { EventLog } from '@huiyin/ports/event-log.ts'
import { subjectOf, type Tell, teller } from '@huiyin/ports/tell.ts'
import type { HouseEvent } from '@huiyin/schemas/event.ts'

/** Of whom nobody knows: what was typed as a name may be a password. */
export const NOBODY = '~unknown'

/** Says what happened to somebody who signs in, by their id. */
export function personTeller(events: Pick<EventLog<HouseEvent>, 'append'>, clock: Clock): Tell {
  const tell = teller(events, clock)
  return (person, told) => tell(subjectOf('person', person), told)
}
