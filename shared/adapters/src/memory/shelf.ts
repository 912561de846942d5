import type { OfAccount, Put, PutResult, Versioned } from '@huiyin/ports/documents.ts'

interface Kept {
  json: string
  version: number
}

/** Documents by id with compare-and-set. What lists see may lag until `refresh`, as in a search engine. */
export function shelf<D>(idOf: (document: D) => string, searchLags: boolean) {
  const kept = new Map<string, Kept>()
  let listed: ReadonlyMap<string, Kept> = searchLags ? new Map() : kept
  let versions = 0

  const write = (document: D): PutResult => {
    versions += 1
    kept.set(idOf(document), { json: JSON.stringify(document), version: versions })
    return { outcome: 'put', version: String(versions) }
  }

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
    all: (): D[] => Array.from(kept.values(), ({ json }) => JSON.parse(json)),
    /** What lists, searches and counts see, of the ids wanted. */
    listed: (isWanted: (id: string) => boolean = () => true): D[] =>
      [...listed].flatMap(([id, { json }]) => (isWanted(id) ? [JSON.parse(json)] : [])),
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
