import { randomUUID } from 'node:crypto'
import { type House, together } from '@huiyin/adapters/house.ts'
import { schedule } from '@huiyin/adapters/schedule.ts'
import { tellLateInstructions } from '@huiyin/ports/report-instructions.ts'
import { teller } from '@huiyin/ports/tell.ts'
import { system } from '@huiyin/schemas/actor.ts'
import { openReportJobs } from './jobs.ts'
import type { ReportPorts } from './ports.ts'
import { askDue } from './rounds.ts'

/** Makes the reports that the plan says and those that somebody asked for, and sends them. */
export async function startReports(house: House, signal: AbortSignal): Promise<void> {
  const { logs, clock, logger, store } = house
  const jobs = openReportJobs(reportPorts(house), {
    worker: randomUUID(),
    monotonic: () => performance.now(),
    isBusy: async () => (await logs.classified.lag('desk')) > 0
  })
  const asks = async () => {
    const asked = await askDue(store.records, clock.now())
    if (asked > 0) logger.info({ asked }, 'reports are due')
    const late = await tellLateInstructions(
      { records: store.records, people: house.rulebook.people, clock },
      system('analyst')
    )
    if (late > 0) logger.info({ late }, 'deadlines of instructions have passed')
  }
  await together(signal, [
    signal => schedule('10 * * * * *', asks, { logger, signal, name: 'report rounds' }),
    signal => schedule('* * * * * *', () => jobs.tick(clock.now()), { logger, signal, name: 'reports' })
  ])
}

export const reportPorts = ({
  store,
  files,
  printer,
  clock,
  logs,
  rulebook,
  accounts,
  logger
}: House): ReportPorts => ({
  ...{ comments: store.comments, tickets: store.tickets, records: store.records },
  ...{ files, printer, clock, logger, people: rulebook.people },
  tell: teller(logs.events, clock),
  accounts: () => accounts.rows().map(({ account }) => account)
})
