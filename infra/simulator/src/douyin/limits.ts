export interface DouyinLimits {
  /** Calls of one app in a second. */
  perSecond: number
  /** Calls for one account in a day of Beijing. */
  perDay: number
}

/** Douyin publishes no figures: these are what we allow ourselves. */
export const REAL_DOUYIN_LIMITS: DouyinLimits = { perSecond: 1, perDay: 10_000 }

export const NO_DOUYIN_LIMITS: DouyinLimits = { perSecond: 1e9, perDay: 1e9 }
