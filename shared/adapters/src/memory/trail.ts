import { linkId } from '@huiyin/domain/trail/link.ts'
import type { LinkRange, Trail } from '@huiyin/ports/trail.ts'
import type { Link } from '@huiyin/schemas/trail.ts'

import { shelf, within } from './shelf.ts'

export function memoryTrail(searchLags: boolean): Trail {
  const links = shelf<Link>(linkId, searchLags)
  const of = (partition: number) =>
    links
      .all()
      .filter(link => link.partition === partition)
      .sort((a, b) => a.n - b.n)

  const head = (partition: number): Link | undefined => links.copies(of(partition).slice(-1))[0]

  function stands(link: Link): boolean {
    const before = links.get(linkId({ ...link, n: link.n - 1 }))?.document.hash ?? ''
    if (before === link.prev) links.put({ document: link })
    return links.get(linkId(link))?.document.hash === link.hash
  }

  return {
    head: async partition => head(partition),
    heads: async () => {
      const partitions = [...new Set(links.listed().map(({ partition }) => partition))].sort((a, b) => a - b)
      return partitions.map(partition => head(partition)!)
    },
    append: async added => added.every(stands),
    links: async ({ partition, afterN = 0, atMost }) =>
      links.copies(
        links
          .listed()
          .filter(link => link.partition === partition && link.n > afterN)
          .sort((a, b) => a.n - b.n)
          .slice(0, atMost)
      ),
    at: async positions => {
      const wanted = new Set(positions.map(({ partition, offset }) => `${partition}/${offset}`))
      return links.copies(links.listed().filter(({ partition, offset }) => wanted.has(`${partition}/${offset}`)))
    },
    range: async ({ from, to }) => {
      const ranges = new Map<number, LinkRange>()
      for (const { partition, n, at } of links.listed()) {
        if (!within(from, to, at)) continue
        const { first, last } = ranges.get(partition) ?? { first: n, last: n }
        ranges.set(partition, { partition, first: Math.min(first, n), last: Math.max(last, n) })
      }
      return [...ranges.values()].sort((a, b) => a.partition - b.partition)
    },
    refresh: async () => links.refresh()
  }
}
