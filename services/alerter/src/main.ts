import type { Start } from '@huiyin/adapters/house.ts'
import { schedule } from '@huiyin/adapters/schedule.ts'
import { tick } from './tick.ts'

export const start: Start = ({ desk, store, channels, link, clock, logger }, signal) =>
  schedule('* * * * * *', () => tick({ desk, records: store.records, channels, link, logger }, clock.now()), {
    logger,
    signal,
    name: 'alerter'
  })
