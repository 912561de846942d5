import { type Start, together } from '@huiyin/adapters/house.ts'
import { schedule } from '@huiyin/adapters/schedule.ts'
import { run } from './run.ts'
import { tick } from './tick.ts'

export const start: Start = ({ logs, store, desk, clock, logger }, signal) =>
  together(signal, [
    signal =>
      run({ classified: logs.classified, comments: store.comments, records: store.records, desk, logger }, signal),
    signal =>
      schedule('* * * * * *', () => tick({ desk, comments: store.comments }, clock.now()), {
        logger,
        signal,
        name: 'desk'
      })
  ])
