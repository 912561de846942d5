import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { House, Start } from '@huiyin/adapters/house.ts'
import { replayer } from '@huiyin/adapters/replay.ts'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import facts from '../package.json' with { type: 'json' }
import { buildApp } from './app.ts'
import type { Check } from './ports.ts'
import { ensureAdministrator } from './sign-in/people.ts'

const WEB_ROOT = join(import.meta.dirname, '../../../dashboards/web/dist')
const PATIENCE = 2_000

/** What a person who started it has to know: where the page is, and the first password, once. */
export type Welcome = { url: string; administrator?: { name: string; password: string } }

/** Serves the api and the pages until the signal; tells `welcome` when it listens. */
export async function serve(house: House, signal: AbortSignal, welcome: (of: Welcome) => void): Promise<void> {
  const { settings, store, logs, desk, clock, demo, logger } = house
  const app = buildApp({
    ...store,
    events: logs.events,
    desk,
    clock,
    logger,
    accounts: accountsOf(house),
    replay: replayer(logs),
    ready: () =>
      Promise.all([
        check('store', () => store.records.get('probe', 'probe')),
        check('log', () => logs.events.lag('scribe'))
      ]),
    settings: {
      demo,
      version: facts.version,
      ...(settings.publicUrl && { publicUrl: settings.publicUrl }),
      ...(existsSync(WEB_ROOT) && { webRoot: WEB_ROOT })
    }
  })
  try {
    if (signal.aborted) return
    const administrator = await ensureAdministrator(store.records)
    const url = await app.listen({ host: settings.host, port: settings.port })
    logger.info({ url }, 'listens')
    welcome({ url, ...(administrator && { administrator }) })
    if (!signal.aborted) await new Promise(resolve => signal.addEventListener('abort', resolve, { once: true }))
  } finally {
    await app.close()
  }
}

export const start: Start = (house, signal) =>
  serve(house, signal, ({ url, administrator }) => {
    const first = administrator
      ? `\nSign in as ${administrator.name} with ${administrator.password} (shown this once)`
      : ''
    process.stdout.write(`Huiyin 回音: ${url}${first}\n`)
  })

const accountsOf =
  ({ accounts, platform: platformOf, demo }: House) =>
  (platform: string, id: string) => {
    const account = accounts.find(of => of.platform === platform && of.id === id)
    const replyLimit = platformOf({ platform, account: id })?.capabilities.replyLimit
    return (
      account && { name: account.name, demo: account.demo ?? demo, ...(replyLimit !== undefined && { replyLimit }) }
    )
  }

async function check(name: string, ask: () => Promise<unknown>): Promise<Check> {
  const late = AbortSignal.timeout(PATIENCE)
  const tooLate = new Promise<never>((_, reject) =>
    late.addEventListener('abort', () => reject(new Error(`no answer within ${PATIENCE / 1000} s`)))
  )
  try {
    await Promise.race([ask(), tooLate])
    return { name, ok: true, detail: 'answers' }
  } catch (error) {
    return { name, ok: false, detail: error instanceof HuiyinError ? error.code : (error as Error).message }
  }
}
