import type { Clock } from '@huiyin/ports/clock.ts'
import { keepCorrections } from '@huiyin/ports/corrections.ts'
import type { EventLog } from '@huiyin/ports/event-log.ts'
import type { History } from '@huiyin/ports/history.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import { readable } from '@huiyin/ports/parking.ts'
import { patiently } from '@huiyin/ports/patience.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { HouseEvent } from '@huiyin/schemas/event.ts'

export interface ScribePorts {
  events: EventLog<HouseEvent>
  history: History
  records: Records
  clock: Clock
  logger: Logger
}

/**
 * Writes what happened into the timelines, and keeps what people corrected; an event that comes twice leaves one row,
 * with the offset first seen.
 */
export async function run(
  { events, history, records, clock, logger }: ScribePorts,
  signal: AbortSignal
): Promise<void> {
  const batches = events.read({ group: 'scribe', atMost: 1000, signal })
  for await (const batch of readable(batches, records, 'events', clock)) {
    const rows = batch.events.map((event, i) => ({ ...event, ...batch.positions[i]! }))
    const once = [...new Map(rows.toReversed().map(row => [row.id, row])).values()]
    await patiently('store', { logger, signal }, async () => {
      await history.add(once)
      await keepCorrections(records, once)
    })
    await batch.commit()
  }
}
