import { anchorsPath, keepAnchors } from '@huiyin/adapters/anchors-file.ts'
import { type House, type Start, together } from '@huiyin/adapters/house.ts'
import { schedule } from '@huiyin/adapters/schedule.ts'
import { openAnchors } from '@huiyin/ports/anchors.ts'
import { isAway } from '@huiyin/ports/patience.ts'
import { teller } from '@huiyin/ports/tell.ts'
import { type Anchoring, AT_END, anchorTrail, BETWEEN } from './anchoring.ts'
import { run } from './run.ts'

const EACH_HOUR = '0 0 * * * *'

export const start: Start = async (house, signal) => {
  const { logs, store, clock, logger } = house
  const anchoring = anchoringOf(house)
  await together(signal, [
    signal => run({ ...store, events: logs.events, clock, logger }, signal),
    signal => schedule(EACH_HOUR, () => anchorTrail(anchoring, BETWEEN), { logger, signal, name: 'anchor' })
  ])
  try {
    await anchorTrail(anchoring, AT_END)
  } catch (error) {
    if (!isAway(error)) throw error // the next start anchors what was written until here
    logger.warn({ code: (error as { code: string }).code }, 'the trail is not anchored at the end')
  }
}

function anchoringOf({ store, logs, vault, clock, folder, logger }: House): Anchoring {
  const anchors = openAnchors({ ...store, vault, clock, tell: teller(logs.events, clock) })
  return { anchors, keep: () => keepAnchors(anchorsPath(folder), anchors.list), logger }
}
