import { randomUUID } from 'node:crypto'
import { type House, type Start, together } from '@huiyin/adapters/house.ts'
import { schedule } from '@huiyin/adapters/schedule.ts'
import { openGuard } from '@huiyin/ports/environment.ts'
import { raiseItem } from '@huiyin/ports/items.ts'
import { type Leases, openLeases } from '@huiyin/ports/lease.ts'
import { type AccountOf, nameOf } from './office.ts'
import { type ResponderPorts, responder } from './tick.ts'

/** Several of these share the accounts, each by a lease. */
export const start: Start = async (house, signal) => {
  const { accounts, store, clock, logger } = house
  const leases = openLeases(store.records, {
    holder: randomUUID(),
    group: 'responder',
    monotonic: () => performance.now(),
    clock
  })
  const guard = openGuard(store.records, house)
  const { tick, idle } = responder({ ...portsOf(house, leases), adoptedAt: guard.adoptedAt })
  const round = async () => {
    if (await guard.mayAlert()) await tick(clock.now()) // a restored copy writes nothing on a platform (R45)
  }
  const shareOut = async () => {
    leases.take(inUse(accounts).map(({ platform, id: account }) => nameOf({ platform, account })))
    await leases.round()
  }
  const scheduled = (work: () => Promise<void>, name: string) => (signal: AbortSignal) =>
    schedule('* * * * * *', work, { logger, signal, name })
  try {
    await together(signal, [scheduled(shareOut, 'responder leases'), scheduled(round, 'responder')])
    await idle() // slow accounts go on behind the ticks
  } finally {
    await leases.release()
  }
}

/** Those that cannot be opened here are among them: what is to be sent for them waits. */
const inUse = (accounts: House['accounts']) =>
  accounts.rows().flatMap(({ state, account }) => (state === 'retired' ? [] : [account]))

function portsOf({ desk, accounts, platform, ledger, store, clock, logger }: House, leases: Leases): ResponderPorts {
  const keyOf = ({ platform, account: id }: AccountOf) => ({ platform, id })
  return {
    desk,
    platform,
    logger,
    leases,
    known: of => inUse(accounts).some(({ platform, id }) => platform === of.platform && id === of.account),
    paused: of => accounts.of(keyOf(of))?.paused === true,
    capabilityAbsent: async (of, { capability: about, code, message }) => {
      const name = accounts.known(keyOf(of))?.name ?? of.account
      const item = { kind: 'account.capability', ...of, about, facts: { code, message, name } } as const
      await raiseItem(store.records, item, clock.now())
    },
    looksWait: (of, now) => {
      const account = accounts.of(keyOf(of))
      const quotas = platform(of)?.quotas ?? []
      if (!account) return
      const usedUp = ledger.standing(account, quotas, now).filter(({ remaining }) => remaining < 1)
      return usedUp.length > 0 ? Math.max(...usedUp.map(({ resetAt }) => resetAt)) : undefined
    }
  }
}
