import { randomUUID } from 'node:crypto'
import { type House, together } from '@huiyin/adapters/house.ts'
import { schedule } from '@huiyin/adapters/schedule.ts'
import type { AccountEntry } from '@huiyin/ports/accounts.ts'
import { openAppraisalJobs } from '@huiyin/ports/appraisal/jobs.ts'
import { openLeases } from '@huiyin/ports/lease.ts'
import { propose } from '@huiyin/ports/register/proposing.ts'
import { teller } from '@huiyin/ports/tell.ts'

const PROPOSING = 'proposing'

/** Makes the appraisals that somebody asked for, and once a day proposes what the register should look at. */
export async function startAppraisal(house: House, signal: AbortSignal): Promise<void> {
  const { store, clock, logger } = house
  const monotonic = () => performance.now()
  const holder = randomUUID()
  const jobs = openAppraisalJobs({ ports: appraising(house), isBusy: isBusy(house), worker: holder, monotonic })
  const leases = openLeases(store.records, { holder, group: 'register', monotonic, clock })
  leases.take([PROPOSING])
  const proposing = async () => {
    if (!leases.holds(PROPOSING)) return
    const made = await propose(appraising(house), clock.now())
    if (made > 0) logger.info({ made }, 'the register holds proposals that wait for a person')
  }
  const scheduled = (when: string, work: () => Promise<void>, name: string) => (signal: AbortSignal) =>
    schedule(when, work, { logger, signal, name })
  try {
    await together(signal, [
      scheduled('* * * * * *', leases.round, 'register leases'),
      scheduled('* * * * * *', () => jobs.tick(clock.now()), 'appraisals'),
      scheduled('20 */10 * * * *', proposing, 'register')
    ])
  } finally {
    await leases.release()
  }
}

const isBusy =
  ({ logs }: House) =>
  async () =>
    (await logs.classified.lag('desk')) > 0

const appraising = ({ store, clock, logs, accounts, map, rulebook }: House) => ({
  ...{ records: store.records, tickets: store.tickets, clock },
  tell: teller(logs.events, clock),
  rules: rulebook.rules,
  accounts: (from: number) =>
    accounts
      .rows()
      .filter(usedAt(from))
      .map(({ account }) => account),
  departments: () => map.departments().list.map(({ name }) => name)
})

/** Not retired, or not before an instant. */
const usedAt =
  (from: number) =>
  ({ state, changedAt = 0 }: AccountEntry): boolean =>
    state !== 'retired' || changedAt >= from
