const EAST_8 = 8 * 3_600_000 // China has had no summer time since 1991

/** The day in Asia/Shanghai on which an instant falls, as `2026-11-21`. */
export const dayInShanghai = (at: number) => new Date(at + EAST_8).toISOString().slice(0, 10)

/** The month in Asia/Shanghai, as `2026-11`. */
export const monthInShanghai = (at: number) => dayInShanghai(at).slice(0, 7)
