import type { DatabaseSync } from 'node:sqlite'

/** Links that follow each other, as one row: `prev` is what the first names, `head` the hash of the last. */
export type BlockColumns = [
  partition: number,
  first: number,
  last: number,
  bucket: number,
  fromAt: number,
  toAt: number,
  prev: string,
  head: string,
  links: string
]

export function trailWrites(db: DatabaseSync) {
  const insert = db.prepare(`
    insert into links (partition, first, last, bucket, from_at, to_at, prev, head, links)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?)
  `)
  const end = db.prepare('select last, head from links where partition = ? order by first desc limit 1')

  return {
    /** True when it was written: behind the very link that it names, or not at all. */
    links: (columns: BlockColumns): boolean => {
      const [partition, first, , , , , prev] = columns
      const standing = (end.get(partition) as { last: number; head: string } | undefined) ?? { last: 0, head: '' }
      if (standing.last !== first - 1 || standing.head !== prev) return false
      insert.run(...columns)
      return true
    }
  }
}
