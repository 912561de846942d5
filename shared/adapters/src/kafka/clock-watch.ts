/** Compares our clock with the brokers', whenever they tell at what time they appended. */
export function clockWatch(now: () => number) {
  let skew: number | undefined

  return {
    now,
    /** By how much, in ms, the brokers' clock is ahead of ours; undefined as long as nothing was appended. */
    skew: () => skew,
    /** `appended` is the brokers' time of something that we sent and saw answered at these times of ours. */
    saw: (sent: number, appended: number, answered: number) => {
      skew = skewOf(sent, appended, answered)
    }
  }
}

/** The least skew that explains the three times, in ms. */
export function skewOf(sent: number, appended: number, answered: number): number {
  if (appended < sent) return appended - sent
  return Math.max(0, appended - answered)
}
