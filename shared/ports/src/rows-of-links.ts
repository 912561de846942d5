import { isRowOf, linkId } from '@huiyin/domain/trail/link.ts'
import type { HistoryRow } from '@huiyin/schemas/event.ts'
import type { Link } from '@huiyin/schemas/trail.ts'
import type { History } from './history.ts'

const PAGE = 500

/** Offsets grow along the chain; where they do not, the log was begun anew. */
export function* growing(links: readonly Link[]): Generator<Link[]> {
  let part: Link[] = []
  for (const link of links) {
    const last = part.at(-1)
    if (last && (link.partition !== last.partition || Number(link.offset) <= Number(last.offset))) {
      yield part
      part = []
    }
    part.push(link)
  }
  if (part.length > 0) yield part
}

type Source = Pick<History, 'between'>

/** All rows from behind one place of the log to another. */
export async function rowsBetween(
  source: Source,
  of: { partition: number; from: string; to: string }
): Promise<HistoryRow[]> {
  const rows: HistoryRow[] = []
  for (let { from } = of; ; from = rows.at(-1)!.offset) {
    const page = await source.between({ ...of, from, atMost: PAGE })
    rows.push(...page)
    if (page.length < PAGE) return rows
  }
}

export const placeBefore = ({ offset }: Link) => String(Number(offset) - 1)

/** The row of each link by the link's id; where none is its own, what stands in its place. */
export function matched(links: readonly Link[], rows: readonly HistoryRow[]): Map<string, HistoryRow> {
  const byPlace = Map.groupBy(rows, ({ offset }) => offset)
  const taken = new Set<HistoryRow>()
  const found = new Map<string, HistoryRow>()
  for (const link of links) {
    const standing = byPlace.get(link.offset) ?? []
    const row = standing.find(row => isRowOf(row, link)) ?? standing.find(row => !taken.has(row))
    if (!row) continue
    taken.add(row)
    found.set(linkId(link), row)
  }
  return found
}

/** The rows of links in the order of their chain, by the link's id. */
export async function rowsOfLinks(source: Source, links: readonly Link[]): Promise<Map<string, HistoryRow>> {
  const found = new Map<string, HistoryRow>()
  for (const part of growing(links)) {
    const [first, last] = [part[0]!, part.at(-1)!]
    const rows = await rowsBetween(source, { partition: first.partition, from: placeBefore(first), to: last.offset })
    for (const [id, row] of matched(part, rows)) found.set(id, row)
  }
  return found
}
