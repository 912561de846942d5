/** What is being done, and how far it is of all: 0 to 1. */
export type Progress = (share: number, what: string) => void

/** A stretch of the way, of which each step tells its own share. */
export const stretch =
  (progress: Progress, from: number, to: number, what: string) =>
  (done: number, total: number): void =>
    progress(from + (to - from) * (total === 0 ? 1 : Math.min(1, done / total)), what)
