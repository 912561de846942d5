/** So many in any stretch of time; whoever asks for more is shut out for `penalty` ms where there is one. */
export interface SlidingLimit {
  /** Counts one and says yes, or says no. */
  admit: (now: number) => boolean
}

export function slidingLimit(atMost: number, per: number, penalty = 0): SlidingLimit {
  let admitted: number[] = []
  let shutUntil = 0
  return {
    admit: now => {
      admitted = admitted.filter(at => at > now - per)
      if (now < shutUntil) return false
      if (admitted.length < atMost) {
        admitted.push(now)
        return true
      }
      shutUntil = now + penalty
      return false
    }
  }
}
