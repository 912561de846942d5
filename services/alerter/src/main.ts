import type { Start } from '@huiyin/adapters/house.ts'
import { schedule } from '@huiyin/adapters/schedule.ts'
import { enableAll } from './channel-state.ts'
import { tick } from './tick.ts'

export const start: Start = ({ desk, store, channels, link, clock, logger }, signal) => {
  let begun = false
  const round = async () => {
    if (!begun) await enableAll(store.records, channels)
    begun = true
    await tick({ desk, records: store.records, channels, link, logger }, clock.now())
  }
  return schedule('* * * * * *', round, { logger, signal, name: 'alerter' })
}
