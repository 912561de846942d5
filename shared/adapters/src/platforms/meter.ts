import type { QuotaLedger } from '@huiyin/ports/quota-ledger.ts'
import type { Account } from '@huiyin/schemas/account.ts'
import type { Meter } from './platform-deps.ts'

/** Books what an account asks in the ledger that all processes share. */
export const meterOf =
  (ledger: QuotaLedger) =>
  (account: Account): Meter => ({
    spent: () => ledger.spent(account),
    told: (quota, remaining, resetAt) => ledger.told(account, quota, remaining, resetAt)
  })
