/** The house's one clock: wall time at start, carried on by monotonic time. */
export interface Clock {
  /** Now, in ms since 1970, UTC. Never goes back. */
  now: () => number
  /**
   * Stretches after an instant in which this machine slept and nobody could look, the oldest first; the last hundred
   * of them. What fell due in one goes into one digest (R30). Absent where time never stands still.
   */
  gaps?: (since: number) => Gap[]
}

/** From the last instant that was given out before to the first one after, in ms. */
export interface Gap {
  from: number
  to: number
}
