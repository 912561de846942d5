import type { EventLog } from '@huiyin/ports/event-log.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'

/** When what was published came to the log, by the comments' ids. */
export interface Discovery {
  isKnown: (comment: string) => boolean
  first: ReadonlyMap<string, number>
  deleted: ReadonlyMap<string, number>
  /** When another text than before came. */
  changed: ReadonlyMap<string, number>
  /** The log, as long as somebody watches what is appended to it. */
  watch: (log: EventLog<Observation>) => EventLog<Observation>
}

export function openDiscovery(now: () => number): Discovery {
  const first = new Map<string, number>()
  const deleted = new Map<string, number>()
  const changed = new Map<string, number>()
  const texts = new Map<string, string>()

  function note({ id, text, deleted: gone }: Observation, at: number): void {
    if (!first.has(id)) first.set(id, at)
    if (gone && !deleted.has(id)) deleted.set(id, at)
    const before = texts.get(id)
    if (before !== undefined && before !== text) changed.set(id, at)
    texts.set(id, text)
  }

  return {
    isKnown: comment => first.has(comment),
    first,
    deleted,
    changed,
    watch: log => ({
      ...log,
      append: async events => {
        const positions = await log.append(events)
        const at = now()
        for (const event of events) note(event, at)
        return positions
      }
    })
  }
}
