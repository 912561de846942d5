import { DatabaseSync } from 'node:sqlite'
import { HuiyinError } from '@huiyin/domain/errors.ts'

/** How long the writer waits for a lock that a person's tool holds on the file, in ms. It blocks no other thread. */
const PATIENCE = 10_000

/** Of a file that is made now, in bytes: a thousand comments cost the writer a third less than with 4,096; an older file keeps its own. */
const PAGE = 16_384
/** The log of writes is brought into the file at so many bytes, and given back to the disk when a burst made it longer than that. */
const [CHECKPOINT, LONGEST_LOG] = [16_777_216, 67_108_864]

/** What is freed is overwritten (secure_delete), and a commit is on the disk when it answers (synchronous). */
export function openWriter(file: string): DatabaseSync {
  const db = new DatabaseSync(file, { timeout: PATIENCE })
  db.exec(`pragma page_size = ${PAGE}`)
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
    pragma cache_size = -32000;
    pragma temp_store = memory;
    pragma journal_size_limit = ${LONGEST_LOG};
  `)
  const { page_size: page } = db.prepare('pragma page_size').get() as { page_size: number }
  db.exec(`pragma wal_autocheckpoint = ${Math.ceil(CHECKPOINT / page)}`)
  return db
}

/** In WAL a reader waits for nobody, so that it may be used where nothing may block. */
export function openReader(file: string): DatabaseSync {
  const db = new DatabaseSync(file, { readOnly: true })
  db.exec('pragma cache_size = -8000')
  return db
}

/** Gives a reader the words of the full-text tables. */
export function listTerms(db: DatabaseSync): void {
  for (const table of ['ticket_words', 'comment_words']) {
    db.exec(`create virtual table temp.${table}_terms using fts5vocab(main, ${table}, row)`)
  }
}
