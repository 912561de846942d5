import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { House, Start } from '@huiyin/adapters/house.ts'
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

/** What it takes of a house. */
export interface ClassifierHouse extends Pick<House, 'cut' | 'clock' | 'logger' | 'folder'> {
  logs: Pick<House['logs'], 'comments' | 'classified'>
  records: House['store']['records']
  map: Pick<House['map'], 'now'>
}

export const start: Start = (house, signal) => startOn({ ...house, records: house.store.records }, signal)

/** The same where there is no whole house, as in a thread of its own. */
export function startOn({ logs, records, cut, clock, logger, map, folder }: ClassifierHouse, signal: AbortSignal) {
  for (const warning of departmentWarnings(map.now().departments)) logger.warn({}, warning)
  const model = openModel(officeWeights(folder, logger))
  const classify = openClassifier({ cut, mapping: followMap(map, logger), model })
  return run({ comments: logs.comments, classified: logs.classified, classify, records, clock, logger }, signal)
}
