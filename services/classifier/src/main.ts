import type { Start } from '@huiyin/adapters/house.ts'
import { openClassifier } from './classify.ts'
import { run } from './run.ts'

export const start: Start = ({ logs, store, cut, clock, logger }, signal) =>
  run(
    {
      comments: logs.comments,
      classified: logs.classified,
      classify: openClassifier({ cut }),
      records: store.records,
      clock,
      logger
    },
    signal
  )
