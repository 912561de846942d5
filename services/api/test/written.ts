import { openChronicle } from '@huiyin/ports/chain.ts'
import type { House } from './house.ts'

/** Writes what the log has into history and trail, as the scribe does. */
export async function written({ store, events, desk }: House) {
  await desk.publisher.idle()
  const chronicle = openChronicle(store)
  const done = new AbortController()
  if ((await events.lag('scribe')) > 0)
    for await (const batch of events.read({ group: 'scribe', atMost: 1000, signal: done.signal })) {
      await chronicle.write(batch.events.map((event, i) => ({ ...event, ...batch.positions[i]! })))
      await batch.commit()
      if ((await events.lag('scribe')) === 0) break
    }
  await store.history.refresh()
  await store.trail.refresh()
}
