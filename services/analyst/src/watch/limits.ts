import { DAY, HOUR, MINUTE } from '@huiyin/domain/calendar/dates.ts'

/** Members older than this (ms) are forgotten; what is usual is kept. */
export const WINDOW_MS = 72 * HOUR
/** Spans (ms) in which a subject's growth is judged, each against what came before it. */
export const SPANS: readonly number[] = [10 * MINUTE, HOUR, 6 * HOUR, DAY, WINDOW_MS]

/** Bounds of memory. */
export const MOST = {
  comments: 200_000,
  subjects: 40_000,
  words: 250_000,
  bands: 200_000,
  accounts: 10_000,
  threads: 50_000
} as const
