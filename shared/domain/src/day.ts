const DAY = 24 * 3_600_000
const EAST_8 = 8 * 3_600_000 // China has had no summer time since 1991

/** The day in Asia/Shanghai on which an instant falls, as `2026-11-21`. */
export function dayInShanghai(at: number): string {
  const day = Math.floor((at + EAST_8) / DAY)
  if (day !== latest.day) latest = { day, name: new Date(at + EAST_8).toISOString().slice(0, 10) }
  return latest.name
}

/** What is asked for one after the other mostly falls on one day. */
let latest = { day: Number.NaN, name: '' }

/** The month in Asia/Shanghai, as `2026-11`. */
export const monthInShanghai = (at: number) => dayInShanghai(at).slice(0, 7)
