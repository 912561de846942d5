import type { Answer, Bend } from '../answer.ts'
import { bentPage } from '../bent.ts'
import { compareIds } from './things.ts'

/** What a list was asked for. */
export interface Asked {
  /** Absolute address of the list, without a query. */
  url: string
  params: URLSearchParams
  bend: Bend | undefined
}

/** Query fields that the links of a page carry on. */
const CARRIED = ['limit', 'types[]', 'exclude_types[]', 'exclude_replies', 'exclude_reblogs', 'pinned', 'only_media']

/**
 * A page of rows with ids, newest first whatever bound is given. `max_id` and `since_id` look down from the top,
 * `min_id` gives what comes just above it. The links say where to go on.
 */
export function pageOf<R extends { id: string }>(
  rows: readonly R[],
  { url, params, bend }: Asked,
  { usual, most }: { usual: number; most: number }
): Answer {
  const size = Math.max(1, Math.min(most, Number(params.get('limit') ?? usual) || usual))
  const [min, max, since] = ['min_id', 'max_id', 'since_id'].map(name => params.get(name))
  const up = min != null
  const lower = up ? null : since
  const all = rows
    .filter(({ id }) => (lower == null || compareIds(id, lower) > 0) && (!up || max == null || compareIds(id, max) < 0))
    .sort((a, b) => (up ? compareIds(a.id, b.id) : compareIds(b.id, a.id)))
  const bound = up ? min : max
  const first =
    bound == null ? 0 : all.findIndex(({ id }) => (up ? compareIds(id, bound) > 0 : compareIds(id, bound) < 0))
  const cut = bentPage(all, first < 0 ? all.length : first, size, bend)
  const shown = up ? cut.reverse() : cut
  const ends = { newest: shown[0]?.id, oldest: shown.at(-1)?.id }
  if (bend?.endless && bound != null) {
    const next = bend.endless === 'standing' ? bound : String(up ? BigInt(bound) + 1n : BigInt(bound) - 1n)
    if (up) ends.newest = next
    else ends.oldest = next
  }
  const more = up || bend?.endless !== undefined || shown.length === size
  return { status: 200, body: shown, headers: linkHeader(url, params, ends, more) }
}

type Ends = { newest?: string | undefined; oldest?: string | undefined }

function linkHeader(url: string, params: URLSearchParams, ends: Ends, more: boolean): Record<string, string> {
  const to = (bound: string, id: string) => {
    const query = new URLSearchParams()
    for (const name of CARRIED) for (const value of params.getAll(name)) query.append(name, value)
    query.set(bound, id)
    return `<${url}?${query}>`
  }
  const links = [
    ...(ends.oldest !== undefined && more ? [`${to('max_id', ends.oldest)}; rel="next"`] : []),
    ...(ends.newest !== undefined ? [`${to('min_id', ends.newest)}; rel="prev"`] : [])
  ]
  return links.length > 0 ? { link: links.join(', ') } : {}
}
