import { randomUUID } from 'node:crypto'
import type { House } from '@huiyin/adapters/house.ts'

/** Makes what was asked for in this process, a round each time: no other owns the folder. */
export function makesHere(house: House): () => Promise<void> {
  const jobs = once(async () => {
    const [{ reportPorts }, { openReportJobs }] = await Promise.all([
      import('@huiyin/analyst/reports/main.ts'),
      import('@huiyin/analyst/reports/jobs.ts')
    ])
    const worker = randomUUID()
    return openReportJobs(reportPorts(house), { worker, monotonic: () => performance.now(), isBusy: async () => false })
  })
  return async () => {
    await house.store.records.refresh()
    await (await jobs()).tick(house.clock.now())
  }
}

/** One for all rounds: what another has left is taken over by who has watched it for a while. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}
