import type { DatabaseSync } from 'node:sqlite'

export type EventColumns = [topic: string, appendedAt: number, event: string]

interface Topic {
  topic: number
  last: number
  moved: boolean
}

/** At most so many events are pruned in one go, so that nobody waits behind it. */
const PRUNED_AT_ONCE = 200

/**
 * Numbers grow by one per topic and are never used again. Within a transaction the last ones are kept here:
 * `settle` writes them before the commit, `forget` drops them after a rollback.
 */
export function logWrites(db: DatabaseSync) {
  const topicOf = db.prepare(`
    insert into topics (name, last) values (?, 0)
    on conflict (name) do update set last = last
    returning topic, last
  `)
  const move = db.prepare('update topics set last = ? where topic = ?')
  const append = db.prepare('insert into events (topic, n, appended_at, event) values (?, ?, ?, ?)')
  const commit = db.prepare(`
    insert into offsets (topic, "group", n) values (?, ?, ?)
    on conflict (topic, "group") do update set n = excluded.n where excluded.n > n
  `)
  const prune = db.prepare(`
    delete from events
    where appended_at < ? and row in (
      select row from events where topic = ? order by n limit ${PRUNED_AT_ONCE}
    )
  `)
  const topics = new Map<string, Topic>()

  const topic = (name: string): Topic => {
    const known = topics.get(name)
    if (known) return known
    const found = { ...(topicOf.get(name) as { topic: number; last: number }), moved: false }
    topics.set(name, found)
    return found
  }

  return {
    /** The event's number. */
    append: ([name, appendedAt, event]: EventColumns): number => {
      const to = topic(name)
      to.last += 1
      to.moved = true
      append.run(to.topic, to.last, appendedAt, event)
      return to.last
    },
    commit: ([name, group, n]: [topic: string, group: string, n: number]): void => {
      commit.run(topic(name).topic, group, n)
    },
    /** How many of the oldest events were older than the instant and are gone. */
    prune: ([name, before]: [topic: string, before: number]): number =>
      Number(prune.run(before, topic(name).topic).changes),
    settle() {
      for (const { topic, last, moved } of topics.values()) if (moved) move.run(last, topic)
      topics.clear()
    },
    forget: () => topics.clear()
  }
}
