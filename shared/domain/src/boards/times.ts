import { dayInShanghai } from '../day.ts'

const EAST_8 = 8 * 3_600_000 // China has had no summer time since 1991

/** As `2026-11-21 09:00`, in Asia/Shanghai. */
export const timeInWords = (at: number): string =>
  `${dayInShanghai(at)} ${new Date(at + EAST_8).toISOString().slice(11, 16)}`
