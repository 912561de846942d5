import { once } from 'node:events'
import Fastify from 'fastify'
import type { Clock } from './clock.ts'
import { type Control, KINDS } from './control.ts'
import { controlPage } from './control-page.ts'
import { controlRoutes } from './control-routes.ts'
import { createControl, createFaultsOf } from './create-control.ts'
import { openJournal } from './journal.ts'
import { type Limits, NO_LIMITS } from './limits.ts'
import { OFFICES } from './offices.ts'
import { people } from './people.ts'
import { openPlatforms } from './platforms.ts'
import { seeded } from './random.ts'
import { serve } from './serve.ts'
import type { Office } from './things.ts'
import { createUsage } from './usage.ts'
import { webhookSink } from './webhook-sink.ts'
import { createWorld, type World } from './world.ts'

export interface SimulatorOptions {
  /** 0: any free one. */
  port?: number
  host?: string
  clock: Clock
  /** The same seed makes the same citizens. */
  seed?: number
  citizens?: { count: number }
  /** The government accounts that exist; by default OFFICES: one at WeChat and one at Weibo. */
  offices?: Office[]
  /** None unless given; REAL_LIMITS are the platforms' own. */
  limits?: Partial<Limits>
  webhookSecret?: string
  /** File in which what stands on the platforms outlives a restart. */
  journal?: string
  /** The first id at Mastodon; absent: by the time. */
  mastodonFrom?: string
}

export interface Simulator {
  /** Base URL of all simulated platforms. */
  url: string
  port: number
  world: World
  control: Control
  /** The page on which a person makes things happen. */
  page: string
  /** Where a webhook channel may deliver, and the secret it signs with. */
  webhook: { url: string; secret: string }
  close: () => Promise<void>
}

export { ALL_OFFICES, OFFICES } from './offices.ts'

/** A server that speaks the wire of five platforms, holds what citizens write there, and takes webhooks. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { port = 0, host = '127.0.0.1', clock, seed = 1, citizens = { count: 200 } } = options
  const limits = { ...NO_LIMITS, ...options.limits }
  const secret = options.webhookSecret ?? 'simulated-webhook-secret'
  const random = seeded(seed)
  const journal = options.journal === undefined ? undefined : openJournal(options.journal, clock.now())
  const world = createWorld(clock, options.offices ?? OFFICES, {
    ...(journal && { journal }),
    ...(options.mastodonFrom !== undefined && { mastodonFrom: options.mastodonFrom })
  })
  const citizensThere = people(random, citizens.count)
  const usage = createUsage()
  const platforms = openPlatforms(world, limits, usage, citizensThere)
  const sink = webhookSink(clock, secret)
  const faults = createFaultsOf()
  const control = createControl(world, { platforms, usage, sink, faults }, citizensThere, random)

  const app = Fastify({ forceCloseConnections: true, bodyLimit: 4 * 1024 * 1024 })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body))
  app.addHook('onRequest', async () => world.settle())
  for (const kind of KINDS) serve(app, { ...platforms[kind], faults: faults[kind] })
  serve(app, {
    paths: ['/robots/webhook'],
    answer: sink.answer,
    faults: faults.webhook,
    tellError: (code, _path, message = 'ordered') => ({ status: code, body: { error: message } })
  })
  controlRoutes(app, control, world)
  controlPage(app)
  await app.listen({ port, host })

  const address = app.server.address()
  if (address === null || typeof address === 'string') throw new Error('The simulator does not listen on a port')
  const url = `http://${host}:${address.port}`
  return {
    url,
    port: address.port,
    world,
    control,
    page: `${url}/control`,
    webhook: { url: `${url}/robots/webhook`, secret },
    close: async () => {
      await app.close()
      if (app.server.listening) await once(app.server, 'close')
    }
  }
}
