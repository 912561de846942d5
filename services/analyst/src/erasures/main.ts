import { randomUUID } from 'node:crypto'
import { type House, together } from '@huiyin/adapters/house.ts'
import { schedule } from '@huiyin/adapters/schedule.ts'
import { type Erasures, openErasures } from '@huiyin/ports/erasures.ts'
import { teller } from '@huiyin/ports/tell.ts'
import { reportPorts } from '../reports/main.ts'
import { printAnew } from './print-anew.ts'

/** Does the erasures that were granted, and prints anew the reports that had quoted what is gone. */
export async function startErasures(house: House, signal: AbortSignal): Promise<void> {
  const { clock, logger } = house
  const erasures = erasuresIn(house)
  const round = async () => {
    const ended = await erasures.round()
    if (ended === 0) return
    const printed = await printAnew(reportPorts(house))
    logger.info({ ended, printed }, 'what citizens wrote was erased by right')
  }
  await together(signal, [
    signal => schedule('*/5 * * * * *', round, { logger, signal, name: 'erasures' }),
    async signal => {
      if (house.settings.store === 'sqlite') return // the house of the folder does it
      await schedule('0 20 3 * * *', () => house.tidy(clock.now()), { logger, signal, name: 'tidy' })
    }
  ])
}

const DAY = 86_400_000

const erasuresIn = ({ store, files, desk, logs, clock, logger, purge, settings }: House): Erasures =>
  openErasures({
    ...{ comments: store.comments, records: store.records, history: store.history, rebuilder: store.rebuilder },
    ...{ files, desk, logger, purge, tell: teller(logs.events, clock), worker: randomUUID() },
    backupsKeep: settings.backupDays * DAY,
    monotonic: () => performance.now(),
    isBusy: async () => (await logs.classified.lag('desk')) > 0
  })
