import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from '@huiyin/adapters/clock.ts'
import { furnish, type House, together } from '@huiyin/adapters/house.ts'
import { openWorld, type World } from '@huiyin/adapters/open.ts'
import { warnOfPrivate } from '@huiyin/adapters/outbound/warn-of-private.ts'
import { processLogger, runProcess } from '@huiyin/adapters/process.ts'
import { schedule } from '@huiyin/adapters/schedule.ts'
import { readSettings } from '@huiyin/adapters/settings.ts'
import { keepWatch } from '@huiyin/adapters/watch/serve.ts'
import { start as alerter } from '@huiyin/alerter/main.ts'
import { start as analyst } from '@huiyin/analyst/main.ts'
import { serve, type Welcome } from '@huiyin/api/main.ts'
import { isHeldOut, readCorpus } from '@huiyin/classifier/corpus.ts'
import { openReading } from '@huiyin/classifier/mapping.ts'
import { listenControl } from '@huiyin/cli/control-server.ts'
import { start as collector } from '@huiyin/collector/main.ts'
import { start as desk } from '@huiyin/desk/main.ts'
import type { Clock } from '@huiyin/ports/clock.ts'
import { keepFresh } from '@huiyin/ports/keep-fresh.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import type { OpenReading } from '@huiyin/ports/office-map.ts'
import { start as responder } from '@huiyin/responder/main.ts'
import type { Settings } from '@huiyin/schemas/settings.ts'
import { start as scribe } from '@huiyin/scribe/main.ts'
import { startDemo } from '@huiyin/simulator/demo.ts'
import { start as webhooks } from '@huiyin/webhooks/main.ts'
import { classifying } from './classifying.ts'

const PARTS = [collector, classifying, desk, responder, alerter, analyst, scribe, webhooks]

/** All services in one process: `npm start`. */
await runProcess(async signal => {
  const settings = await readSettings(process.env)
  const logger = processLogger(settings, 'huiyin')
  const demo = wantsDemo(settings)
  const folder = join(settings.data, demo ? 'demo' : 'office') // made-up citizens never mix with real ones
  const world = await openWorld(settings, logger, folder)
  const of = { settings, folder, logger, reading: openReading, clock: systemClock(logger) }
  try {
    await (demo ? runDemo(world, of, signal) : runAll(furnish(world, of), signal))
  } finally {
    await world.close()
  }
})

function wantsDemo({ demo, accounts, data }: Settings): boolean {
  return demo === 'on' || (demo === 'auto' && accounts.length === 0 && !existsSync(join(data, 'office')))
}

type Circumstances = { settings: Settings; folder: string; logger: Logger; clock: Clock; reading: OpenReading }

/** The simulated platforms listen on a port of their own; the collectors do not know that they are none. */
async function runDemo(world: World, of: Circumstances, signal: AbortSignal): Promise<void> {
  const sayings = readCorpus().filter(({ text }) => isHeldOut(text)) // shows what the classifier makes of words it never met
  const journal = join(of.folder, 'platforms.jsonl')
  const { accounts, webhook, page, stop } = await startDemo({ clock: of.clock, sayings, journal })
  const told = { alertWebhook: webhook.url, alertSecret: webhook.secret, ...of.settings }
  try {
    await runAll(furnish(world, { ...of, settings: told, demo: true, accounts }), signal, page)
  } finally {
    await stop()
  }
}

/** `citizens`: where made-up citizens can be played by hand. */
async function runAll(house: House, signal: AbortSignal, citizens?: string): Promise<void> {
  await Promise.all([house.rulebook.refresh(), house.accounts.refresh(), house.map.refresh()])
  await together(signal, [
    signal => keepFresh(house.rulebook, { logger: house.logger, signal }),
    signal => keepFresh(house.accounts, { logger: house.logger, signal, what: 'accounts' }),
    signal => keepFresh(house.map, { logger: house.logger, signal, what: 'map' }),
    signal => serve(house, signal, welcome => process.stdout.write(greeting(house, welcome, citizens))),
    signal => keepWatch(house, signal),
    signal => listenControl(house, signal),
    async () => {
      if (!house.demo) await warnOfPrivate(house.settings, house.outbound, house.logger)
    },
    signal =>
      schedule('0 30 3 * * *', () => house.tidy(house.clock.now()), { logger: house.logger, signal, name: 'tidy' }),
    ...PARTS.map(start => (signal: AbortSignal) => start(house, signal))
  ])
  await house.desk.publisher.idle()
}

function greeting({ folder, demo }: House, { url, administrator }: Welcome, citizens?: string): string {
  const lines = [
    '',
    `  Huiyin 回音 is ready: ${url}`,
    administrator
      ? `  Sign in as ${administrator.name} with the password ${administrator.password} (shown this once)`
      : '  Sign in with the name and password that you have',
    `  Data: ${folder}`,
    ...(demo ? ['  演示数据: the citizens are made up. README.md says how to listen to your own accounts'] : []),
    ...(citizens ? [`  Be a citizen yourself: ${citizens}`] : []),
    '  Ctrl-C ends it'
  ]
  return `${lines.join('\n')}\n\n`
}
