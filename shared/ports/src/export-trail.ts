import { linkId } from '@huiyin/domain/trail/link.ts'
import type { Anchor, Link, TrailFileHead } from '@huiyin/schemas/trail.ts'
import type { Anchors } from './anchors.ts'
import { rowsOfLinks } from './rows-of-links.ts'
import type { LinkRange } from './trail.ts'
import { everyAnchor, type TrailSource } from './verify-trail.ts'

export interface ExportOptions {
  now: number
  /** From (inclusive), to (exclusive), ms UTC; what is to come is not waited for. */
  from: number
  to: number
  moves?: (done: number, total: number) => void
  signal?: AbortSignal
}

const PAGE = 500

/**
 * A period with its proof, line by line: a head, the anchors around and within it, every link between the first and the
 * last of them, with the events of the period, and an end. The last anchor is made when none covers the period yet.
 */
export async function* exportTrail(
  source: TrailSource & { anchor: Anchors['anchor'] },
  options: ExportOptions
): AsyncGenerator<string> {
  const { now, from, moves = () => {}, signal } = options
  const to = Math.min(options.to, now)
  const ends = await source.heads()
  const ranges = await source.range({ from, to })
  const anchors = await covering(source, { from, to, ranges, isEmpty: ends.length === 0 })
  const key = anchors.length > 0 ? await source.key() : ''
  const [first, last] = [anchors[0], anchors.at(-1)]
  const before = first && isBefore(first, from, ranges) ? first : undefined
  const head: TrailFileHead = {
    ...({ huiyin: 'trail', version: 1 } as const),
    ...{ madeAt: now, from, to, key, before: before?.n ?? 0, behind: last?.n ?? 0 }
  }
  yield lineOf(head)
  for (const anchor of anchors) yield lineOf({ anchor })

  const spans = (last?.heads ?? []).map(({ partition, n }) => ({ partition, begin: headIn(before, partition), end: n }))
  const total = spans.reduce((sum, { begin, end }) => sum + end - begin, 0)
  let links = 0
  let rows = 0
  for (const { partition, begin, end } of spans) {
    for await (const page of pages(source, { partition, begin, end })) {
      signal?.throwIfAborted()
      const inside = page.filter(({ at }) => at >= from && at < to)
      const found = await rowsOfLinks(source, inside)
      for (const link of page) {
        const row = found.get(linkId(link))
        const isInside = link.at >= from && link.at < to
        links += 1
        if (row) rows += 1
        yield lineOf({ link, ...(isInside && { row: row ?? null }) })
      }
      moves(links, total)
    }
  }
  yield lineOf({ end: { anchors: anchors.length, links, rows } })
}

const lineOf = (value: unknown) => `${JSON.stringify(value)}\n`

const headIn = (anchor: Anchor | undefined, partition: number) =>
  anchor?.heads.find(head => head.partition === partition)?.n ?? 0

const isBefore = (anchor: Anchor, from: number, ranges: readonly LinkRange[]) =>
  anchor.at <= from && ranges.every(({ partition, first }) => headIn(anchor, partition) < first)

interface Period {
  from: number
  to: number
  ranges: readonly LinkRange[]
  isEmpty: boolean
}

/** From the last anchor before the period, or the very first, to the first that has seen all of it. */
async function covering(
  source: TrailSource & { anchor: Anchors['anchor'] },
  { from, to, ranges, isEmpty }: Period
): Promise<Anchor[]> {
  if (isEmpty) return []
  const isBehind = (anchor: Anchor) =>
    anchor.at >= to && ranges.every(({ partition, last }) => headIn(anchor, partition) >= last)
  let anchors = await everyAnchor(source)
  if (!anchors.some(isBehind)) {
    await source.anchor()
    anchors = await everyAnchor(source)
  }
  const behind = anchors.findIndex(isBehind)
  const before = anchors.findLastIndex(anchor => isBefore(anchor, from, ranges))
  return anchors.slice(Math.max(0, before), behind === -1 ? undefined : behind + 1)
}

async function* pages(
  source: TrailSource,
  { partition, begin, end }: { partition: number; begin: number; end: number }
): AsyncGenerator<Link[]> {
  for (let at = begin; at < end; ) {
    const links = await source.links({ partition, afterN: at, atMost: Math.min(PAGE, end - at) })
    if (links.length === 0) return
    yield links.filter(({ n }) => n <= end)
    at = links.at(-1)!.n
  }
}
