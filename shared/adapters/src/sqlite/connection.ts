import { DatabaseSync } from 'node:sqlite'
import { HuiyinError } from '@huiyin/domain/errors.ts'

/** How long the writer waits for a lock that a person's tool holds on the file, in ms. It blocks no other thread. */
const PATIENCE = 10_000

/** What is freed is overwritten (secure_delete), and a commit is on the disk when it answers (synchronous). */
export function openWriter(file: string): DatabaseSync {
  const db = new DatabaseSync(file, { timeout: PATIENCE })
  const { journal_mode: mode } = db.prepare('pragma journal_mode = wal').get() as { journal_mode: string }
  if (mode !== 'wal') {
    db.close()
    throw new HuiyinError(
      'STORE_UNAVAILABLE',
      `The disk of ${file} cannot be shared by threads (journal mode "${mode}"); choose a local one`
    )
  }
  db.exec(`
    pragma synchronous = full;
    pragma secure_delete = on;
    pragma cache_size = -64000;
    pragma wal_autocheckpoint = 4000;
    pragma temp_store = memory;
  `)
  return db
}

/** In WAL a reader waits for nobody, so that it may be used where nothing may block. */
export function openReader(file: string): DatabaseSync {
  const db = new DatabaseSync(file, { readOnly: true })
  db.exec('pragma cache_size = -16000')
  return db
}
