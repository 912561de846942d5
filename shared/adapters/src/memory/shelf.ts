import type { OfAccount, Page, Put, PutResult, Versioned } from '@huiyin/ports/documents.ts'

interface Kept<D> {
  json: string
  version: number
  /** As lists look at it; read from `json` when the first one does. */
  seen?: D
}

/**
 * Documents by id with compare-and-set. What lists see may lag until `refresh`, as in a search engine; it is what is
 * kept, so that only `copies` of it are handed out.
 */
export function shelf<D extends object>(idOf: (document: D) => string, searchLags: boolean) {
  const kept = new Map<string, Kept<D>>()
  let listed: ReadonlyMap<string, Kept<D>> = searchLags ? new Map() : kept
  const texts = new WeakMap<D, string>()
  let versions = 0

  const write = (document: D): PutResult => {
    versions += 1
    kept.set(idOf(document), { json: JSON.stringify(document), version: versions })
    return { outcome: 'put', version: String(versions) }
  }

  const look = (one: Kept<D>): D => {
    if (one.seen) return one.seen
    one.seen = JSON.parse(one.json) as D
    texts.set(one.seen, one.json)
    return one.seen
  }
  const copies = (found: readonly D[]): D[] => found.map(one => JSON.parse(texts.get(one)!))

  return {
    get(id: string): Versioned<D> | undefined {
      const found = kept.get(id)
      return found && { document: JSON.parse(found.json), version: String(found.version) }
    },
    put({ document, version }: Put<D>): PutResult {
      const standing = kept.get(idOf(document))?.version.toString()
      return standing === version ? write(document) : { outcome: 'conflict' }
    },
    write,
    remove: (id: string) => kept.delete(id),
    all: (): D[] => Array.from(kept.values(), look),
    /** What lists, searches and counts see, of the ids wanted. */
    listed(isWanted: (id: string) => boolean = () => true): D[] {
      const found: D[] = []
      for (const [id, one] of listed) if (isWanted(id)) found.push(look(one))
      return found
    },
    /** What was found, for whoever asked to change at will. */
    copies,
    copied: (page: Page<D>): Page<D> => ({ ...page, rows: copies(page.rows) }),
    refresh() {
      if (searchLags) listed = new Map(kept)
    }
  }
}

/** How often each value occurs; undefined is not counted. */
export function tally(values: readonly (string | readonly string[] | undefined)[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const value of values.flat()) if (value !== undefined) counts[value] = (counts[value] ?? 0) + 1
  return counts
}

/** Whether the value is one of those asked for; without a list anything is. */
export const oneOf = (wanted: readonly string[] | undefined, value: string | undefined) =>
  wanted === undefined || (value !== undefined && wanted.includes(value))

/** Whether it is of one of the accounts asked for; undefined asks for none. */
export const ofOne = (wanted: readonly OfAccount[] | undefined, { platform, account }: OfAccount) =>
  wanted === undefined || wanted.some(one => one.platform === platform && one.account === account)

/** Whether the value is the one asked for; undefined asks for none. */
export const same = <V>(wanted: V | undefined, value: V) => wanted === undefined || wanted === value

/** Whether an instant lies within [from, to). */
export const within = (from: number | undefined, to: number | undefined, at: number) =>
  (from === undefined || at >= from) && (to === undefined || at < to)
