import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import type { EmbeddedTown } from './town.ts'

/** Groups that have to come to the end of their topic. */
const READERS = `
  select "group" as reader, topics.last - offsets.n as behind from offsets join topics using (topic)
  where topics.last > offsets.n
`

/** Waits until all that was written before is in the file and read by all who have to; answers how long, in ms. */
export async function quiet({ citizens, path }: EmbeddedTown, within: number): Promise<number> {
  const from = performance.now()
  const ids = citizens.written.map(({ id }) => id)
  for (let last = ''; ; await sleep(250)) {
    const missing = lookedAt(path, ids)
    if (missing.length === 0) return performance.now() - from
    last = missing.slice(0, 4).join(', ')
    if (performance.now() - from > within) throw new Error(`Not quiet within ${within / 1000} s: ${last}`)
  }
}

/** Seen past the process that owns the folder. */
function lookedAt(path: string, ids: readonly string[]): string[] {
  try {
    const db = new DatabaseSync(path, { readOnly: true, timeout: 5_000 })
    try {
      const stored = new Set(
        db
          .prepare('select id from comments')
          .all()
          .map(({ id }) => id as string)
      )
      const missing = ids.filter(id => !stored.has(id))
      if (missing.length > 0) return missing
      return db
        .prepare(READERS)
        .all()
        .map(({ reader, behind }) => `${reader} ${behind}`)
    } finally {
      db.close()
    }
  } catch (error) {
    return [String(error)]
  }
}
