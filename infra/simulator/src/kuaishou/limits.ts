export interface KuaishouLimits {
  /** Calls of one app in a second. */
  perSecond: number
  /** Calls for one account in a day of Beijing. */
  perDay: number
  /** Calls of one account to the partner's comments in a minute. */
  partnerPerMinute: number
}

/** Kuaishou publishes no figures: these are what we allow ourselves. */
export const REAL_KUAISHOU_LIMITS: KuaishouLimits = { perSecond: 1, perDay: 10_000, partnerPerMinute: 60 }

export const NO_KUAISHOU_LIMITS: KuaishouLimits = { perSecond: 1e9, perDay: 1e9, partnerPerMinute: 1e9 }
