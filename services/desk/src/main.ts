import { randomUUID } from 'node:crypto'
import { type House, type Start, together } from '@huiyin/adapters/house.ts'
import { schedule } from '@huiyin/adapters/schedule.ts'
import { runLinks } from './links.ts'
import { openRulesJobs, type RulesJobs } from './rules-job.ts'
import { run } from './run.ts'
import { tick } from './tick.ts'

/** Opens and changes tickets by what is heard, tells along the links, and sees that running clocks take new rules. */
export const start: Start = (house, signal) => {
  const { logs, store, desk, clock, logger } = house
  const rulesJobs = rulesJobsOf(house)
  const everySecond = (work: () => Promise<void>, name: string) => (signal: AbortSignal) =>
    schedule('* * * * * *', work, { logger, signal, name })
  return together(signal, [
    signal =>
      run({ classified: logs.classified, comments: store.comments, records: store.records, desk, logger }, signal),
    signal => runLinks({ events: logs.events, desk, logger }, signal),
    everySecond(() => tick({ desk, comments: store.comments }, clock.now()), 'desk'),
    everySecond(() => rulesJobs.tick(clock.now()), 'rules')
  ])
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
