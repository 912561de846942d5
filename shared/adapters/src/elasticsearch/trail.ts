import { storeRefused } from '@huiyin/domain/errors.ts'
import { linkId } from '@huiyin/domain/trail/link.ts'
import { lastNumber } from '@huiyin/ports/last-number.ts'
import type { LinkRange, Trail } from '@huiyin/ports/trail.ts'
import type { Link } from '@huiyin/schemas/trail.ts'
import { within } from './query.ts'
import { refresher } from './refresh.ts'
import { countBy, firstOf } from './search.ts'
import { getEach, putEach, type Shape, type Store } from './store.ts'

/** So many links are written at once at most; what a scribe that died left behind unfinished is no longer than this. */
const AT_ONCE = 1000

export const LINK_BARE = ['id', 'partition', 'n', 'at', 'offset']

export const linkFields = (link: Link) => ({
  ...{ id: linkId(link), partition: link.partition, n: link.n, at: link.at },
  offset: Number(link.offset)
})

/**
 * A bulk may be done in part, so that a link stands and the one before it does not. Nobody sees that as the head: the
 * chain goes on before the gap, and is written again as it was.
 */
export function elasticsearchTrail(store: Store): Trail {
  const { cluster, prefix } = store
  const place = { name: `${prefix}-trail` }
  const index = place.name
  const shape: Shape<Link> = {
    placeOf: () => place,
    idOf: linkId,
    fieldsOf: linkFields,
    bare: LINK_BARE
  }

  const get = async (partition: number, numbers: readonly number[]) => {
    const found = await getEach<Link>(
      store,
      numbers.map(n => ({ place, id: linkId({ partition, n }) }))
    )
    return found.map(one => one?.document)
  }

  async function head(partition: number): Promise<Link | undefined> {
    const end = await lastNumber(async numbers => (await get(partition, numbers)).map(link => link !== undefined))
    const begin = Math.max(0, end - AT_ONCE)
    const last = await get(
      partition,
      Array.from({ length: end - begin }, (_, i) => begin + i + 1)
    )
    const gap = last.indexOf(undefined)
    if (gap === -1) return last.at(-1)
    return gap > 0 ? last[gap - 1] : (await get(partition, [begin]))[0]
  }

  /** Whether each stands as given. */
  async function standing(links: readonly Link[]): Promise<boolean> {
    const results = await putEach(
      store,
      shape,
      links.map(document => ({ document }))
    )
    const refused = results.find(result => result.outcome === 'refused')
    if (refused) throw storeRefused(refused.reason)
    const met = links.filter((_, i) => results[i]!.outcome === 'conflict')
    const found = await getEach<Link>(
      store,
      met.map(link => ({ place, id: linkId(link) }))
    )
    return met.every(({ hash }, i) => found[i]?.document.hash === hash)
  }

  async function partitions(): Promise<number[]> {
    const counts = await countBy(cluster, { index, filter: [], by: 'partition' })
    return Object.keys(counts)
      .map(Number)
      .sort((a, b) => a - b)
  }

  const one = (partition: number, from: number | undefined, to: number | undefined, descending: boolean) =>
    firstOf<Link>(cluster, {
      ...{ index, atMost: 1, order: { by: 'n', descending } },
      filter: [{ term: { partition } }, ...within('at', from, to)]
    })

  return {
    head,
    async heads() {
      const found = await Promise.all((await partitions()).map(head))
      return found.filter(link => link !== undefined)
    },
    async append(links) {
      for (let at = 0; at < links.length; at += AT_ONCE) {
        const [first, ...rest] = links.slice(at, at + AT_ONCE)
        // Alone: where another scribe was here meanwhile nothing of ours may stand behind its links.
        if (!(await standing([first!])) || !(await standing(rest))) return false
      }
      return true
    },
    links: ({ partition, afterN = 0, atMost }) =>
      firstOf<Link>(cluster, {
        ...{ index, atMost, order: { by: 'n' } },
        filter: [{ term: { partition } }, { range: { n: { gt: afterN } } }]
      }),
    async at(positions) {
      if (positions.length === 0) return []
      const wanted = Map.groupBy(positions, ({ partition }) => partition)
      const should = [...wanted].map(([partition, places]) => ({
        bool: { filter: [{ term: { partition } }, { terms: { offset: places.map(({ offset }) => Number(offset)) } }] }
      }))
      const filter = [{ bool: { should, minimum_should_match: 1 } }]
      return firstOf<Link>(cluster, { index, filter, order: {}, atMost: Number.POSITIVE_INFINITY })
    },
    async range({ from, to }) {
      const ranges: LinkRange[] = []
      for (const partition of await partitions()) {
        const [[first], [last]] = await Promise.all([one(partition, from, to, false), one(partition, from, to, true)])
        if (first && last) ranges.push({ partition, first: first.n, last: last.n })
      }
      return ranges
    },
    refresh: refresher(cluster, index)
  }
}
