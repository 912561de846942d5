import { randomUUID } from 'node:crypto'
import { type House, type Start, together } from '@huiyin/adapters/house.ts'
import { schedule } from '@huiyin/adapters/schedule.ts'
import { openLeases } from '@huiyin/ports/lease.ts'
import { teller } from '@huiyin/ports/tell.ts'
import { openBacklog } from './backlog.ts'
import { type BulkJobs, openBulkJobs } from './bulk-jobs.ts'
import { giveBack } from './left-behind.ts'
import { runLinks } from './links.ts'
import { forgetGone } from './presence.ts'
import { openRulesJobs, type RulesJobs } from './rules-job.ts'
import { run } from './run.ts'
import { openSharing, SHARING } from './sharing.ts'
import { tick } from './tick.ts'

/** Opens and changes tickets by what is heard, tells along the links, and sees that running clocks take new rules. */
export const start: Start = (house, signal) => {
  const { logs, store, desk, clock, logger } = house
  const rulesJobs = rulesJobsOf(house)
  const bulkJobs = bulkJobsOf(house)
  const isBusy = async () => (await logs.classified.lag('desk')) > 0
  const everySecond = (work: () => Promise<void>, name: string) => (signal: AbortSignal) =>
    schedule('* * * * * *', work, { logger, signal, name })
  const everyMinute = (work: () => Promise<unknown>, name: string) => (signal: AbortSignal) =>
    schedule('30 * * * * *', async () => void (await work()), { logger, signal, name })
  return together(signal, [
    signal =>
      run({ classified: logs.classified, comments: store.comments, records: store.records, desk, logger }, signal),
    signal => runLinks({ events: logs.events, desk, logger }, signal),
    everySecond(() => tick({ desk, comments: store.comments, logger, isBusy }, clock.now()), 'desk'),
    everySecond(() => rulesJobs.tick(clock.now()), 'rules'),
    everySecond(() => bulkJobs.tick(clock.now()), 'bulk'),
    ...(house.backlog ? [everySecond(backlogOf(house, house.backlog), 'backlog')] : []),
    signal => shareOut(house, signal),
    everyMinute(() => forgetGone(store.records, clock.now()), 'presence'),
    everyMinute(() => giveBack({ records: store.records, desk, logger }), 'left behind')
  ])
}

const backlogOf = ({ logs }: House, tell: (isBehind: boolean) => Promise<void>) =>
  openBacklog({
    waiting: async () => (await logs.comments.lag('classifier')) + (await logs.classified.lag('desk')),
    tell
  })

/** Several of these share out; the one that holds the lease does. */
async function shareOut({ store, desk, clock, logger }: House, signal: AbortSignal): Promise<void> {
  const { records } = store
  const monotonic = () => performance.now()
  const leases = openLeases(records, { holder: randomUUID(), group: 'desk', monotonic, clock })
  leases.take([SHARING])
  const sharing = openSharing({ records, desk, leases, logger })
  const everySecond = (work: () => Promise<unknown>, name: string) => (signal: AbortSignal) =>
    schedule('* * * * * *', async () => void (await work()), { logger, signal, name })
  try {
    await together(signal, [
      everySecond(leases.round, 'sharing leases'),
      everySecond(() => sharing.tick(clock.now()), 'sharing')
    ])
  } finally {
    await leases.release()
  }
}

const rulesJobsOf = ({ logs, store, desk, logger }: House): RulesJobs =>
  openRulesJobs({
    records: store.records,
    desk,
    isBusy: async () => (await logs.classified.lag('desk')) > 0,
    worker: randomUUID(),
    monotonic: () => performance.now(),
    logger
  })

/** So many events may wait for the scribe before bulk work does. */
const IN_FLIGHT = 5_000

const bulkJobsOf = ({ logs, store, desk, clock, logger }: House): BulkJobs =>
  openBulkJobs({
    records: store.records,
    desk,
    tell: teller(logs.events, clock),
    isBusy: async () => (await logs.classified.lag('desk')) > 0 || (await logs.events.lag('scribe')) > IN_FLIGHT,
    worker: randomUUID(),
    monotonic: () => performance.now(),
    logger
  })
