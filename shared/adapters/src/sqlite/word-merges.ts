import type { DatabaseSync } from 'node:sqlite'

/** Pages of the index that one step may write. */
const PAGES = 64

/**
 * Merges a full-text index step by step into one segment, in which nothing is left of what was taken out.
 * The first step (`fresh`) draws all segments into the merge. Answers whether there is more to do.
 */
export function wordMerges(db: DatabaseSync) {
  const statements = {
    ticket_words: db.prepare(`insert into ticket_words (ticket_words, rank) values ('merge', ?)`),
    comment_words: db.prepare(`insert into comment_words (comment_words, rank) values ('merge', ?)`)
  }
  const total = db.prepare('select total_changes() as n')
  const changes = () => (total.get() as { n: number }).n

  return {
    mergeWords: ({ table, fresh }: { table: keyof typeof statements; fresh: boolean }): boolean => {
      const before = changes()
      statements[table].run(fresh ? -PAGES : PAGES)
      return changes() - before > 1 // the statement itself counts as one
    }
  }
}
