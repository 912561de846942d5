/** Now, in ms since 1970, UTC. */
export interface Clock {
  now: () => number
}

const EAST_8 = 8 * 3_600_000
const DAY = 24 * 3_600_000

/** The midnight in Beijing after the instant, in ms since 1970. */
export const nextMidnight = (now: number) => (Math.floor((now + EAST_8) / DAY) + 1) * DAY - EAST_8

/** The day in Beijing as `2026-11-21`. */
export const dayInBeijing = (at: number) => new Date(at + EAST_8).toISOString().slice(0, 10)

/** Wall time in Beijing as `2026-11-21 18:00:00`, without a zone. */
export const wallInBeijing = (at: number) => new Date(at + EAST_8).toISOString().slice(0, 19).replace('T', ' ')
