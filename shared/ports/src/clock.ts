/** The house's one clock: wall time at start, carried on by monotonic time. */
export interface Clock {
  /** Now, in ms since 1970, UTC. Never goes back. */
  now: () => number
}
