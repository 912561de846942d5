/**
 * How far a live view has come: the offset of the next event of each partition of the log. Every process that follows
 * the same log counts the same, so that a browser which lost one may go on at another.
 */
export type Places = ReadonlyMap<number, string>

/** As an id of server-sent events: `0-1207_1-55`. */
export const placesId = (places: Places): string =>
  Array.from(places, ([partition, offset]) => `${partition}-${offset}`).join('_')

/** Undefined for what is no such id. */
export function placesOf(id: string): Places | undefined {
  if (!/^\d{1,5}-\d{1,19}(_\d{1,5}-\d{1,19})*$/.test(id)) return
  const pairs = id.split('_').map(one => one.split('-') as [string, string])
  return new Map(pairs.map(([partition, offset]) => [Number(partition), offset]))
}

export const isBefore = (a: string, b: string): boolean => BigInt(a) < BigInt(b)

export const after = (offset: string): string => String(BigInt(offset) + 1n)

/** Whether who has come as far as `places` missed nothing but what is kept: all from `first` to `next`. */
export const isKept = (places: Places, first: Places, next: Places): boolean =>
  places.size === next.size &&
  Array.from(next).every(([partition, end]) => {
    const at = places.get(partition)
    return at !== undefined && !isBefore(at, first.get(partition) ?? end) && !isBefore(end, at)
  })
