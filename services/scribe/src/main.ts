import type { Start } from '@huiyin/adapters/house.ts'
import { run } from './run.ts'

export const start: Start = ({ logs, store, clock, logger }, signal) =>
  run({ events: logs.events, history: store.history, records: store.records, clock, logger }, signal)
