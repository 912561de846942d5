import { isRowOf, linksAfter, newSalts } from '@huiyin/domain/trail/link.ts'
import type { HistoryRow } from '@huiyin/schemas/event.ts'
import type { Link } from '@huiyin/schemas/trail.ts'
import type { AddedRow, History } from './history.ts'
import type { Trail } from './trail.ts'

/** Writes events into the timelines and the trail. */
export interface Chronicle {
  /**
   * Rows of one partition or of several, those of each in the order of its log, ids unique: each that is seen for the
   * first time gets a row and a link. Durable when it answers; called again with the same rows it changes nothing.
   */
  write: (rows: readonly HistoryRow[]) => Promise<void>
}

/**
 * The row comes first, by create, with its salt and the place where the event was first seen: only that place has a
 * link. So the links of a partition follow from its rows alone, and whoever writes them, again after a crash or beside
 * another scribe while a partition changes hands, writes the same. What this call made has no link yet; of any other row
 * the trail itself is asked, for a log that was begun anew counts from zero again.
 */
export function openChronicle({ history, trail }: { history: History; trail: Trail }): Chronicle {
  const heads = new Map<number, Link | undefined>()

  async function headOf(partition: number): Promise<Link | undefined> {
    if (!heads.has(partition)) heads.set(partition, await trail.head(partition))
    return heads.get(partition)
  }

  /** Those that no link up to the head stands for. */
  async function unlinked(partition: number, rows: readonly HistoryRow[]): Promise<HistoryRow[]> {
    heads.delete(partition)
    const head = await headOf(partition)
    await trail.refresh()
    const links = await trail.at(rows)
    return rows.filter(row => !links.some(link => link.n <= (head?.n ?? 0) && isRowOf(row, link)))
  }

  async function extend(partition: number, rows: readonly HistoryRow[]): Promise<boolean> {
    const links = linksAfter(await headOf(partition), partition, rows)
    if (!(await trail.append(links))) return false
    heads.set(partition, links.at(-1))
    return true
  }

  /** `added`: rows of one partition that were first seen where they stand now. */
  async function chain(partition: number, added: readonly AddedRow[]): Promise<void> {
    const isNew = added.every(({ made }) => made)
    const seen = added.map(({ row }) => row)
    try {
      let open = isNew ? seen : await unlinked(partition, seen)
      while (open.length > 0 && !(await extend(partition, open))) open = await unlinked(partition, open)
    } catch (error) {
      heads.delete(partition) // some of it may stand
      throw error
    }
  }

  return {
    async write(rows) {
      const salts = newSalts(rows.length)
      const added = await history.add(rows.map((row, i) => ({ ...row, salt: salts[i]! })))
      const first = added.filter(({ row }, i) => row.partition === rows[i]!.partition && row.offset === rows[i]!.offset)
      const chains = Map.groupBy(first, ({ row }) => row.partition)
      const results = await Promise.allSettled(Array.from(chains, ([partition, added]) => chain(partition, added)))
      for (const result of results) if (result.status === 'rejected') throw result.reason
    }
  }
}
