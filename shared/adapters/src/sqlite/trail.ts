import type { LinkRange, Trail } from '@huiyin/ports/trail.ts'
import type { Link } from '@huiyin/schemas/trail.ts'
import type { SqliteFile } from './file.ts'
import { type BlockRow, blocksOf, bucketOf, headIn, linksIn } from './link-blocks.ts'

const BLOCK = 'select partition, first, last, bucket, from_at, to_at, prev, head, links from links'

const BLOCKS = 200

/** So many links are looked through at once, so that other readers get their turn. */
const PIECE = 100_000

export function sqliteTrail(file: SqliteFile): Trail {
  const last = file.read(db => db.prepare(`${BLOCK} where partition = ? order by first desc limit 1`))
  const next = file.read(db => db.prepare('select min(partition) as partition from links where partition > ?'))

  function head(partition: number): Link | undefined {
    const row = file.read(() => last.get(partition)) as BlockRow | undefined
    return row && headIn(row)
  }

  function partitions(): number[] {
    const found: number[] = []
    while (true) {
      const { partition } = file.read(() => next.get(found.at(-1) ?? -1)) as { partition: number | null }
      if (partition === null) return found
      found.push(partition)
    }
  }

  async function links({ partition, afterN = 0, atMost }: Parameters<Trail['links']>[0]): Promise<Link[]> {
    // From the block that holds the next one, or may have held it, on.
    const sql = `
      ${BLOCK}
      where partition = :partition and first >= coalesce(
        (select max(first) from links where partition = :partition and first <= :behind + 1), 0
      )
      order by first
      limit ${BLOCKS}
    `
    const found: Link[] = []
    for (let behind = afterN; found.length < atMost; ) {
      const rows = await file.query<BlockRow>({ sql, parameters: { partition, behind } })
      found.push(...rows.flatMap(linksIn).filter(({ n }) => n > behind))
      if (rows.length < BLOCKS) break
      behind = Math.max(behind + 1, ...rows.map(({ last }) => last))
    }
    return found.slice(0, atMost)
  }

  /** Whether all of them stand already, as another call wrote them. */
  async function stand(given: readonly Link[]): Promise<boolean> {
    const { partition, n } = given[0]!
    const standing = await links({ partition, afterN: n - 1, atMost: given.length })
    return given.every(({ hash }, i) => standing[i]?.hash === hash)
  }

  async function rangeOf(partition: number, from: number, to: number): Promise<LinkRange | undefined> {
    const sql = `
      ${BLOCK}
      where partition = :partition and first > :behind and first <= :behind + ${PIECE} and to_at >= :from and from_at < :to
      order by first
    `
    const end = head(partition)?.n ?? 0
    let range: LinkRange | undefined
    for (let behind = 0; behind < end; behind += PIECE) {
      const rows = await file.query<BlockRow>({ sql, parameters: { partition, behind, from, to } })
      const numbers = rows.flatMap(linksIn).flatMap(({ n, at }) => (at >= from && at < to ? [n] : []))
      if (numbers.length > 0) range = { partition, first: range?.first ?? numbers[0]!, last: numbers.at(-1)! }
    }
    return range
  }

  return {
    head: async partition => head(partition),
    heads: async () => partitions().map(partition => head(partition)!),
    append: async given => {
      if (given.length === 0) return true
      const written = await file.write('links', blocksOf(given))
      return written.every(Boolean) || stand(given)
    },
    links,
    at: async positions => {
      const buckets = positions.map(({ partition, offset }) => ({ partition, bucket: bucketOf(offset) }))
      const sql = `${BLOCK} where (partition, bucket) in (
        select value ->> '$.partition', value ->> '$.bucket' from json_each(:buckets)
      )`
      const rows = await file.query<BlockRow>({ sql, parameters: { buckets: JSON.stringify(buckets) } })
      const wanted = new Set(positions.map(({ partition, offset }) => `${partition}/${offset}`))
      return rows.flatMap(linksIn).filter(({ partition, offset }) => wanted.has(`${partition}/${offset}`))
    },
    range: async ({ from = 0, to = Number.MAX_SAFE_INTEGER }) => {
      const ranges: LinkRange[] = []
      for (const partition of partitions()) {
        const range = await rangeOf(partition, from, to)
        if (range) ranges.push(range)
      }
      return ranges
    },
    refresh: async () => {} // what is committed is seen
  }
}
