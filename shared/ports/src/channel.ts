import type { Alert } from '@huiyin/schemas/alert.ts'

/** `sent`: taken. `failed`: will not be taken. `later`: not now, nothing was told. `unknown`: it may have been told. */
export type DeliveryOutcome =
  | { outcome: 'sent' }
  | { outcome: 'failed'; reason: string }
  | { outcome: 'later'; reason: string; retryAfterMs: number }
  | { outcome: 'unknown'; reason: string }

/** What leaves: the alert, the link behind which its details are, and whether it may have been told before. */
export interface Notice {
  alert: Alert
  link?: string
  perhapsRepeated: boolean
}

/** One way to tell somebody. */
export interface Channel {
  name: string
  deliver: (notice: Notice) => Promise<DeliveryOutcome>
}
