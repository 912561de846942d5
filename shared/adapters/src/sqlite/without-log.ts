import { DatabaseSync } from 'node:sqlite'
import { setTimeout } from 'node:timers/promises'

/** How long one try may hold up this thread, in ms. */
const PATIENCE = 50
const TRIES = 100
const PAUSE = 100

/**
 * Brings all of the write-ahead log into the file and cuts it to nothing: it holds pages as they were before. Readers and
 * the writer go on; while one of them is at an older page it is tried again, for ten seconds. What is left then goes with
 * the next time. Outside a transaction only, so that the writer's thread cannot do it.
 */
export async function withoutLog(path: string): Promise<void> {
  const db = new DatabaseSync(path, { timeout: PATIENCE })
  try {
    for (let tries = 0; tries < TRIES && !isCut(db); tries++) await setTimeout(PAUSE)
  } finally {
    db.close()
  }
}

const isCut = (db: DatabaseSync): boolean => {
  const { busy } = db.prepare('pragma wal_checkpoint(truncate)').get() as { busy: number }
  return busy === 0
}
