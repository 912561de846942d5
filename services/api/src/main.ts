import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { House, Start } from '@huiyin/adapters/house.ts'
import { openIntake } from '@huiyin/adapters/platforms/intake.ts'
import { replayer } from '@huiyin/adapters/replay.ts'
import { schedule } from '@huiyin/adapters/schedule.ts'
import { openGuard } from '@huiyin/ports/environment.ts'
import facts from '../package.json' with { type: 'json' }
import { buildApp } from './app.ts'
import { alertChecks, check } from './checks.ts'
import { ensureAdministrator } from './sign-in/people.ts'
import { openSignIn } from './sign-in/sign-in.ts'
import { suspendUnused } from './sign-in/unused.ts'

const EACH_NIGHT = '0 10 4 * * *'
const WEB_ROOT = join(import.meta.dirname, '../../../dashboards/web/dist')

/** What a person who started it has to know: where the page is, and the first password, once. */
export type Welcome = { url: string; administrator?: { name: string; password: string } }

/** Serves the api and the pages until the signal; tells `welcome` when it listens. */
export async function serve(house: House, signal: AbortSignal, welcome: (of: Welcome) => void): Promise<void> {
  const { settings, store, logs, desk, rulebook, clock, demo, fingerprint, logger } = house
  const { records } = store
  const guard = openGuard(records, { fingerprint, clock, logger })
  const app = buildApp({
    ...store,
    rulebook,
    events: logs.events,
    desk,
    clock,
    logger,
    accounts: accountsOf(house),
    book: house.accounts,
    vault: house.vault,
    platform: house.platform,
    intake: openIntake(house.accounts),
    append: logs.comments.append,
    departments: settings.departments.map(({ name }) => name),
    replay: replayer(logs),
    ready: async () => [
      ...(await Promise.all([
        check('store', () => records.get('probe', 'probe')),
        check('log', () => logs.events.lag('scribe'))
      ])),
      ...(await alertChecks({ records, clock, guard }))
    ],
    settings: {
      demo,
      version: facts.version,
      signIn: settings.signIn,
      ...(settings.oidc && { oidc: settings.oidc }),
      ...(settings.publicUrl && { publicUrl: settings.publicUrl }),
      ...(existsSync(WEB_ROOT) && { webRoot: WEB_ROOT })
    }
  })
  try {
    if (signal.aborted) return
    const administrator = await ensureAdministrator(records)
    if (administrator) await records.refresh().then(rulebook.refresh) // one can sign in: rules for an office of one
    const url = await app.listen({ host: settings.host, port: settings.port })
    logger.info({ url }, 'listens')
    welcome({ url, ...(administrator && { administrator }) })
    await schedule(EACH_NIGHT, () => forgetUnused(house), { logger, signal, name: 'unused' })
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

async function forgetUnused({ store: { records }, logs: { events }, clock, vault, settings }: House): Promise<void> {
  const signIn = openSignIn({ records, clock, events, vault, settings: settings.signIn })
  await suspendUnused({ ...signIn, records })
}

const accountsOf =
  ({ accounts, platform: platformOf, demo }: House) =>
  (platform: string, id: string) => {
    const account = accounts.known({ platform, id })
    const found = platformOf({ platform, account: id })
    const can = found?.capabilities
    const reply = found && can && { can, replyLimit: can.replyLimit, replyLength: found.replyLength }
    return account && { name: account.name, demo: account.demo ?? demo, ...reply }
  }
