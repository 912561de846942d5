import type { Link } from '@huiyin/schemas/trail.ts'
import type { BlockColumns } from './trail-writes.ts'

/** A block holds links of so many places of the log, so that a place is found by its block. */
const PLACES = 1024

export const bucketOf = (offset: string) => Math.floor(Number(offset) / PLACES)

type Kept = [n: number, at: number, subject: string, type: Link['type'], offset: string, digest: string, hash: string]

const keptOf = ({ n, at, subject, type, offset, digest, hash }: Link): Kept => [
  n,
  at,
  subject,
  type,
  offset,
  digest,
  hash
]

/** Links in the order of their numbers, as the rows that hold them: one by one they would cost ten times as much. */
export function blocksOf(links: readonly Link[]): BlockColumns[] {
  const blocks: Link[][] = []
  for (const link of links) {
    const last = blocks.at(-1)
    if (last && bucketOf(last[0]!.offset) === bucketOf(link.offset)) last.push(link)
    else blocks.push([link])
  }
  return blocks.map(blockOf)
}

function blockOf(links: readonly Link[]): BlockColumns {
  const [first, last] = [links[0]!, links.at(-1)!]
  let [from, to] = [first.at, first.at]
  for (const { at } of links) {
    if (at < from) from = at
    if (at > to) to = at
  }
  const kept = JSON.stringify(links.map(keptOf))
  return [first.partition, first.n, last.n, bucketOf(first.offset), from, to, first.prev, last.hash, kept]
}

export interface BlockRow {
  partition: number
  first: number
  last: number
  bucket: number
  from_at: number
  to_at: number
  prev: string
  head: string
  links: string
}

/** The links of a row, each naming the one before it; none where the row was altered and is none of ours any more. */
export function linksIn(row: BlockRow): Link[] {
  const { partition, first, last, bucket, from_at: fromAt, to_at: toAt, prev, head } = row
  const links = linksOf(row)
  if (links.length === 0) return []
  const stands = JSON.stringify([partition, first, last, bucket, fromAt, toAt, prev, head])
  return JSON.stringify(blockOf(links).slice(0, -1)) === stands ? links : []
}

/** The last link, by the columns that the next one is written behind. */
export function headIn(row: BlockRow): Link {
  const { partition, last: n, head: hash, to_at: at, prev } = row
  const link = linksOf(row).at(-1) ?? { at, prev, subject: '', type: 'trail.anchored', offset: '0', digest: '' }
  return { ...link, partition, n, hash }
}

function linksOf({ partition, prev, links }: BlockRow): Link[] {
  try {
    let before = prev
    return (JSON.parse(links) as Kept[]).map(([n, at, subject, type, offset, digest, hash]) => {
      const link = { partition, n, at, subject, type, offset, digest, prev: before, hash }
      before = hash
      return link
    })
  } catch {
    return [] // verification names what is missing
  }
}
