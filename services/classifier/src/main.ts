import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Start } from '@huiyin/adapters/house.ts'
import { departmentWarnings } from '@huiyin/domain/departments.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import { openClassifier } from './classify.ts'
import { followMap } from './mapping.ts'
import { openModel, readWeights, type Weights } from './model.ts'
import { run } from './run.ts'

/** What `huiyin train` has made of the shipped weights, where it has; the shipped ones where it no longer fits. */
function officeWeights(folder: string, logger: Logger): Weights {
  const own = pathToFileURL(`${join(folder, 'model')}/`)
  if (!existsSync(new URL('linear.json', own))) return readWeights()
  try {
    return readWeights(own)
  } catch (error) {
    logger.warn(
      { reason: (error as Error).message },
      'the office’s own weights are of an older version; run: huiyin train'
    )
    return readWeights()
  }
}

export const start: Start = ({ logs, store, cut, clock, logger, map, folder }, signal) => {
  for (const warning of departmentWarnings(map.now().departments)) logger.warn({}, warning)
  return run(
    {
      comments: logs.comments,
      classified: logs.classified,
      classify: openClassifier({
        cut,
        mapping: followMap(map, logger),
        model: openModel(officeWeights(folder, logger))
      }),
      records: store.records,
      clock,
      logger
    },
    signal
  )
}
