/** How often an account may ask. */
export interface Limits {
  wechat: { perDay: number; perMinute: number }
  weibo: { userPerDay: number; ipPerHour: number; writesPerHour: number }
}

/** The platforms' own figures, where they tell them. */
export const REAL_LIMITS: Limits = {
  wechat: { perDay: 5000, perMinute: 600 },
  weibo: { userPerDay: 100, ipPerHour: 15_000, writesPerHour: 30 }
}

/** A demo reads every two seconds: unless it is asked for limits the simulator never says "too often". */
export const NO_LIMITS: Limits = {
  wechat: { perDay: 1e9, perMinute: 1e9 },
  weibo: { userPerDay: 1e9, ipPerHour: 1e9, writesPerHour: 1e9 }
}
