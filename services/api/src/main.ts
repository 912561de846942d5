import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openAssistant } from '@huiyin/adapters/assistant/open-assistant.ts'
import { type House, type Start, together } from '@huiyin/adapters/house.ts'
import { webhookPost } from '@huiyin/adapters/outbound/post-webhook.ts'
import { openIntake } from '@huiyin/adapters/platforms/intake.ts'
import { replayer } from '@huiyin/adapters/replay.ts'
import { schedule } from '@huiyin/adapters/schedule.ts'
import { openGuard } from '@huiyin/ports/environment.ts'
import { groupOf, openWebhooks } from '@huiyin/ports/webhooks.ts'
import facts from '../package.json' with { type: 'json' }
import { buildApp } from './app.ts'
import { archivesOf } from './archives/open.ts'
import { tidyAttachments } from './attachments/keep.ts'
import { certificateFiles, readCertificate, renewCertificate } from './certificate.ts'
import { alertChecks, check } from './checks.ts'
import { checkListening } from './listening.ts'
import { ensureAdministrator } from './sign-in/people.ts'
import { openSignIn } from './sign-in/sign-in.ts'
import { suspendUnused } from './sign-in/unused.ts'

const EACH_NIGHT = '0 10 4 * * *'
const ARCHIVES = '* * * * * *'
const WEB_ROOT = join(import.meta.dirname, '../../../dashboards/web/dist')

/** What a person who started it has to know: where the page is, and the first password, once. */
export type Welcome = { url: string; administrator?: { name: string; password: string } }

/** Serves the api and the pages, built in `webRoot`, until the signal; tells `welcome` when it listens. */
export async function serve(
  house: House,
  signal: AbortSignal,
  welcome: (of: Welcome) => void,
  webRoot = WEB_ROOT
): Promise<void> {
  const { settings, store, logs, desk, rulebook, clock, demo, fingerprint, logger } = house
  const { records } = store
  checkListening(settings)
  const certificate = certificateFiles(settings)
  const assistant = openAssistant(settings, house.outbound)
  const guard = openGuard(records, { fingerprint, clock, logger })
  const app = buildApp({
    ...store,
    rulebook,
    events: logs.events,
    desk,
    clock,
    cut: house.cut,
    printer: house.printer,
    ...(assistant && { assistant }),
    logger,
    accounts: accountsOf(house),
    book: house.accounts,
    vault: house.vault,
    files: house.files,
    addresses: house.outbound,
    postWebhook: webhookPost(house.outbound, clock),
    platform: house.platform,
    intake: openIntake(house.accounts),
    append: logs.comments.append,
    map: house.map,
    replay: replayer(logs),
    lags: () => lagsOf(house),
    told: house.watch.meter.text,
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
      backsUp: settings.backup !== undefined,
      signIn: settings.signIn,
      limits: settings.limits,
      ...(settings.oidc && { oidc: settings.oidc }),
      ...(settings.publicUrl && { publicUrl: settings.publicUrl }),
      ...(settings.trustProxy !== undefined && { trustProxy: settings.trustProxy }),
      ...(certificate && { tls: readCertificate(certificate) }),
      ...(existsSync(webRoot) && { webRoot })
    }
  })
  try {
    if (signal.aborted) return
    const administrator = await ensureAdministrator(records)
    if (administrator) await records.refresh().then(rulebook.refresh) // one can sign in: rules for an office of one
    const url = await app.listen({ host: settings.host, port: settings.port })
    house.watch.also(() => app.metrics.own())
    if (certificate) renewCertificate(app.server, certificate, { logger })
    logger.info({ url }, 'listens')
    welcome({ url, ...(administrator && { administrator }) })
    const archives = archivesOf(archivePorts(house))
    await together(signal, [
      signal => schedule(EACH_NIGHT, () => eachNight(house), { logger, signal, name: 'each night' }),
      signal => schedule(ARCHIVES, async () => void (await archives.round()), { logger, signal, name: 'archives' })
    ])
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

/** Of the webhooks the one that is furthest behind: there may be many. */
async function lagsOf({ logs, store: { records }, vault, clock }: House): Promise<Record<string, number>> {
  const { comments, classified, events } = logs
  const active = (await openWebhooks(records, vault, clock).list()).filter(({ state }) => state === 'active')
  const [classifier, desk, analyst, links, scribe, analystEvents, ...webhooks] = await Promise.all([
    comments.lag('classifier'),
    classified.lag('desk'),
    classified.lag('analyst'),
    ...['links', 'scribe', 'analyst-events', ...active.map(groupOf)].map(events.lag)
  ])
  const ofEvents = { links: links!, scribe: scribe!, 'analyst-events': analystEvents! }
  return { classifier, desk, analyst, ...ofEvents, webhooks: Math.max(0, ...webhooks) }
}

const archivePorts = ({ store, files, accounts: book, clock, logs: { events, classified }, logger }: House) => ({
  ...{ ...store, files, book, clock, events, logger },
  isBusy: async () => (await classified.lag('desk')) > 0
})

async function eachNight(house: House): Promise<void> {
  await forgetUnused(house)
  await tidyAttachments({ ...house.store, files: house.files, clock: house.clock })
}

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
