import type { Clock } from '@huiyin/ports/clock.ts'
import type { TokenStore } from '@huiyin/ports/token-store.ts'
import type { Quota } from '@huiyin/schemas/quota.ts'
import type { AxiosInstance } from 'axios'

/** Counts what an account asks of its platform. */
export interface Meter {
  /** A request leaves now. */
  spent: () => void
  /** What the platform itself says is left of a quota, and when it starts anew (ms since 1970). */
  told: (quota: Pick<Quota, 'scope' | 'per'>, remaining: number, resetAt: number) => void
}

/** What a platform's client works with. */
export interface PlatformDeps {
  clock: Clock
  http?: AxiosInstance
  meter?: Meter
  /** Where tokens that are renewed are kept; absent: those of the configuration, until the process ends. */
  tokens?: TokenStore
}

export const NO_METER: Meter = { spent: () => {}, told: () => {} }
