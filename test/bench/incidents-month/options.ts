import type { PlatformName } from '@huiyin/schemas/names.ts'

export const HOUR = 3_600_000
export const DAY = 24 * HOUR

export interface MonthOptions {
  seed: number
  /** Ordinary comments of the month. */
  comments: number
  days: number
  /** Midnight in Shanghai, UTC ms. */
  from: number
  bursts: number
  /** Comments of the smallest and the largest burst. */
  smallest: number
  largest: number
}

export const MONTH: Omit<MonthOptions, 'seed'> = {
  comments: 300_000,
  days: 30,
  from: Date.UTC(2026, 8, 13, 16),
  bursts: 20,
  smallest: 15,
  largest: 3_000
}

export interface OfficeAccount {
  platform: PlatformName
  account: string
  share: number
}

/** Something said at an instant, not yet under a post. */
export interface Saying {
  at: number
  text: string
  account: OfficeAccount
  /** The burst that it is of. */
  burst?: number
  /** It answers somebody of the same burst or decoy. */
  thread?: string
  author?: number
}

const PLATFORMS: readonly PlatformName[] = ['weibo', 'wechat', 'douyin', 'kuaishou']
const SHARES = [22, 15, 12, 10, 9, 8, 6, 5, 5, 4, 3, 1]
export const ACCOUNTS: readonly OfficeAccount[] = SHARES.map((share, i) => ({
  platform: PLATFORMS[i % PLATFORMS.length]!,
  account: `office-${i}`,
  share: share / 100
}))
