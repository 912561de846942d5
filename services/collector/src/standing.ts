import { standingOf as delaysOf } from '@huiyin/domain/collecting/delays.ts'
import { accountId } from '@huiyin/domain/ids.ts'
import type { AccountStanding } from '@huiyin/schemas/account-standing.ts'
import type { AccountRun, Ports } from './account-run.ts'
import { quotasOf } from './plan.ts'

/** Kind of the records that say how each account is collected. */
export const STANDING = 'account-standing'

export function standingOf({ ledger }: Ports, run: AccountRun, now: number): AccountStanding {
  const { account, platform, watch, trouble, plan, coverage } = run
  const { lastPostAt, authorisedUntil } = watch
  return {
    id: accountId(account),
    platform: account.platform,
    account: account.id,
    state: trouble?.state ?? (run.readAt === undefined ? 'starting' : 'ok'),
    ...(trouble && { code: trouble.code, message: trouble.message }),
    failures: watch.breaker.failures,
    ...(run.readAt !== undefined && { readAt: run.readAt }),
    ...(Number.isFinite(run.nextAt) && { nextAt: Math.max(0, Math.round(run.nextAt)) }),
    quotas: ledger.standing(account, quotasOf(account, platform), now),
    used: ledger.used(account, { scope: 'account', per: 'day' }, now),
    skipped: Array.from(run.skipped, ([purpose, { calls, since }]) => ({ purpose, calls, since })),
    ...(plan.madeAt > 0 && { expected: plan.expected }),
    delay: delaysOf(watch.delays, now),
    posts: [...run.posts.values()].filter(({ gone }) => !gone).length,
    ...(coverage && { coverage }),
    ...(lastPostAt !== undefined && { lastPostAt }),
    ...(authorisedUntil !== undefined && { authorisedUntil }),
    at: now
  }
}

export const saveStanding = async ({ records }: Ports, value: AccountStanding): Promise<void> =>
  records.put<AccountStanding>(STANDING, { id: value.id, value })
