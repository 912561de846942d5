import { join } from 'node:path'
import { openHouse, type Start, together } from '@huiyin/adapters/house.ts'
import { warnOfPrivate } from '@huiyin/adapters/outbound/warn-of-private.ts'
import { processLogger } from '@huiyin/adapters/process.ts'
import { readSettings } from '@huiyin/adapters/settings.ts'
import { keepWatch } from '@huiyin/adapters/watch/serve.ts'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { Clock } from '@huiyin/ports/clock.ts'
import { keepFresh } from '@huiyin/ports/keep-fresh.ts'

/** The services that run on their own over Kafka and Elasticsearch. */
const SERVICES: Record<string, () => Promise<{ start: Start }>> = {
  collector: () => import('@huiyin/collector/main.ts'),
  classifier: () => import('@huiyin/classifier/main.ts'),
  desk: () => import('@huiyin/desk/main.ts'),
  responder: () => import('@huiyin/responder/main.ts'),
  alerter: () => import('@huiyin/alerter/main.ts'),
  analyst: () => import('@huiyin/analyst/main.ts'),
  scribe: () => import('@huiyin/scribe/main.ts'),
  webhooks: () => import('@huiyin/webhooks/main.ts'),
  api: () => import('@huiyin/api/main.ts')
}

const invalid = (message: string) => new HuiyinError('SETTINGS_INVALID', message)

/**
 * Runs one service under the settings of the environment until the signal; `clock` is the system's when absent.
 * Throws SETTINGS_INVALID for an unknown name and for settings that keep everything in one folder.
 */
export async function runService(name: string, signal: AbortSignal, clock?: Clock): Promise<void> {
  const load = SERVICES[name]
  if (!load) throw invalid(`Say which service: npm run service -- ${Object.keys(SERVICES).join(' | ')}`)
  const settings = await readSettings(process.env)
  if (settings.log === 'sqlite' || settings.store === 'sqlite') {
    throw invalid(
      'A service on its own needs HUIYIN_LOG=kafka://… and HUIYIN_STORE=http(s)://…; in one folder all run together: npm start'
    )
  }
  const logger = processLogger(settings, name)
  const { openReading: reading } = await import('@huiyin/classifier/mapping.ts')
  const house = await openHouse({
    settings,
    name,
    folder: join(settings.data, 'office'),
    logger,
    reading,
    ...(clock && { clock })
  })
  try {
    const { start } = await load()
    logger.info({ service: name }, 'started')
    await Promise.all([house.rulebook.refresh(), house.accounts.refresh(), house.map.refresh()])
    await together(signal, [
      signal => start(house, signal),
      signal => keepWatch(house, signal),
      () => warnOfPrivate(settings, house.outbound, logger),
      signal => keepFresh(house.rulebook, { logger, signal }),
      signal => keepFresh(house.accounts, { logger, signal, what: 'accounts' }),
      signal => keepFresh(house.map, { logger, signal, what: 'map' })
    ])
  } finally {
    await house.close()
  }
  logger.info({ service: name }, 'ended')
}
