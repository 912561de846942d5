import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'

const SQLITE_BUSY = 5

/**
 * Does the work while no other process of this machine does work under the same file.
 * It is SQLite's lock, which the system takes back when its process dies: none is ever stale.
 */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  await mkdir(dirname(file), { recursive: true })
  const db = new DatabaseSync(file)
  try {
    while (!taken(db)) await sleep(100)
    return await work()
  } finally {
    db.close()
  }
}

function taken(db: DatabaseSync): boolean {
  try {
    db.exec('begin exclusive')
    return true
  } catch (error) {
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return false
    throw error
  }
}
