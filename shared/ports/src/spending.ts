import { AsyncLocalStorage } from 'node:async_hooks'
import type { Purpose } from '@huiyin/schemas/quota.ts'

const purposes = new AsyncLocalStorage<Purpose>()

/** Whatever is asked of a platform while `work` runs is booked as this. */
export const spendingOn = <T>(purpose: Purpose, work: () => T): T => purposes.run(purpose, work)

/** What the call at hand is for; what nobody named is a person's or the responder's, who read back. */
export const purposeNow = (): Purpose => purposes.getStore() ?? 'read-back'
