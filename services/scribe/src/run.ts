import { openChronicle } from '@huiyin/ports/chain.ts'
import type { Clock } from '@huiyin/ports/clock.ts'
import { keepCorrections } from '@huiyin/ports/corrections.ts'
import type { EventLog } from '@huiyin/ports/event-log.ts'
import type { History } from '@huiyin/ports/history.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import { readable } from '@huiyin/ports/parking.ts'
import { patiently } from '@huiyin/ports/patience.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { Trail } from '@huiyin/ports/trail.ts'
import type { HouseEvent } from '@huiyin/schemas/event.ts'

export interface ScribePorts {
  events: EventLog<HouseEvent>
  history: History
  trail: Trail
  records: Records
  clock: Clock
  logger: Logger
}

/** So long, in ms, a batch may wait for more: what is asked of log and store is asked for each batch. */
const LINGER = 500

/**
 * Writes what happened into the timelines and the trail, and keeps what people corrected; an event that comes twice
 * leaves one row, with the offset first seen, and one link.
 */
export async function run(
  { events, history, trail, records, clock, logger }: ScribePorts,
  signal: AbortSignal
): Promise<void> {
  const chronicle = openChronicle({ history, trail })
  const batches = events.read({ group: 'scribe', atMost: 4000, linger: LINGER, signal })
  for await (const batch of readable(batches, records, 'events', clock)) {
    const rows = batch.events.map((event, i) => ({ ...event, ...batch.positions[i]! }))
    const once = [...new Map(rows.toReversed().map(row => [row.id, row])).values()].reverse()
    await patiently('store', { logger, signal }, async () => {
      await chronicle.write(once)
      await keepCorrections(records, once)
    })
    await batch.commit()
  }
}
