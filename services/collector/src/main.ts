import { randomUUID } from 'node:crypto'
import { type House, type Start, together } from '@huiyin/adapters/house.ts'
import { schedule } from '@huiyin/adapters/schedule.ts'
import { accountId } from '@huiyin/domain/ids.ts'
import { openLeases } from '@huiyin/ports/lease.ts'
import { collector } from './run.ts'

/** What the platforms still let the office's accounts ask, in windows of a minute or more. */
function tellQuotas({ accounts, platform, ledger, clock, meter }: House): (() => void)[] {
  const standings = () =>
    accounts.all().flatMap(account => {
      const quotas = platform({ platform: account.platform, account: account.id })?.quotas ?? []
      const those = quotas.filter(({ per }) => per !== 'second')
      const name = accountId(account)
      return ledger
        .standing(account, those, clock.now())
        .map(({ scope, per, used, remaining }) => ({ labels: { account: name, scope, per }, used, remaining }))
    })
  return [
    meter.read('quota_used', () => standings().map(({ labels, used: value }) => ({ labels, value }))),
    meter.read('quota_left', () => standings().map(({ labels, remaining: value }) => ({ labels, value })))
  ]
}

/** Several of these share the accounts, each by a lease. */
export const start: Start = async (house, signal) => {
  const { accounts, platform, logs, store, ledger, clock, logger } = house
  const { records, comments, tickets } = store
  const told = tellQuotas(house)
  const leases = openLeases(records, {
    holder: randomUUID(),
    group: 'collector',
    monotonic: () => performance.now(),
    clock
  })
  const share = () => {
    leases.take(accounts.all().map(accountId))
    return leases.round()
  }
  const { tick, close } = collector({
    accounts: accounts.all,
    platform,
    log: logs.comments,
    comments,
    tickets,
    records,
    ledger,
    clock,
    logger,
    term: account => leases.term(accountId(account))
  })
  const scheduled = (work: () => Promise<unknown>, name: string) => (signal: AbortSignal) =>
    schedule('* * * * * *', async () => void (await work()), { logger, signal, name })
  try {
    await together(signal, [scheduled(share, 'collector leases'), scheduled(() => tick(clock.now()), 'collector')])
  } finally {
    for (const end of told) end()
    await close() // slow accounts go on behind the ticks; the log closes after them
    await leases.release()
  }
}
