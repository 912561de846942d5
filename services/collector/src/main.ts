import type { Start } from '@huiyin/adapters/house.ts'
import { schedule } from '@huiyin/adapters/schedule.ts'
import { collector } from './run.ts'

export const start: Start = async ({ accounts, platform, logs, store, clock, logger }, signal) => {
  const { tick, idle } = collector({
    accounts,
    platform,
    comments: logs.comments,
    records: store.records,
    clock,
    logger
  })
  await schedule('* * * * * *', () => tick(clock.now()), { logger, signal, name: 'collector' })
  await idle() // slow accounts go on behind the ticks; the log closes after them
}
