import { join } from 'node:path'
import { openHouse, type Start, together } from '@huiyin/adapters/house.ts'
import { processLogger, runProcess } from '@huiyin/adapters/process.ts'
import { readSettings } from '@huiyin/adapters/settings.ts'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import { keepFresh } from '@huiyin/ports/keep-fresh.ts'

/** The services that run on their own over Kafka and Elasticsearch: `npm run service -- desk`. */
const SERVICES: Record<string, () => Promise<{ start: Start }>> = {
  collector: () => import('@huiyin/collector/main.ts'),
  classifier: () => import('@huiyin/classifier/main.ts'),
  desk: () => import('@huiyin/desk/main.ts'),
  responder: () => import('@huiyin/responder/main.ts'),
  alerter: () => import('@huiyin/alerter/main.ts'),
  scribe: () => import('@huiyin/scribe/main.ts'),
  api: () => import('@huiyin/api/main.ts')
}

const invalid = (message: string) => new HuiyinError('SETTINGS_INVALID', message)

await runProcess(async signal => {
  const name = process.argv[2] ?? ''
  const load = SERVICES[name]
  if (!load) throw invalid(`Say which service: npm run service -- ${Object.keys(SERVICES).join(' | ')}`)
  const settings = await readSettings(process.env)
  if (settings.log === 'sqlite' || settings.store === 'sqlite') {
    throw invalid(
      'A service on its own needs HUIYIN_LOG=kafka://… and HUIYIN_STORE=http(s)://…; in one folder all run together: npm start'
    )
  }
  const logger = processLogger(settings, name)
  const house = await openHouse({ settings, folder: join(settings.data, 'office'), logger })
  try {
    const { start } = await load()
    logger.info({ service: name }, 'started')
    await house.rulebook.refresh()
    await together(signal, [signal => start(house, signal), signal => keepFresh(house.rulebook, { logger, signal })])
  } finally {
    await house.close()
  }
  logger.info({ service: name }, 'ended')
})
