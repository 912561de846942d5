import { once } from 'node:events'
import Fastify from 'fastify'
import type { Clock } from './clock.ts'
import { type Control, createControl, createFaultsOf } from './control.ts'
import { controlRoutes } from './control-routes.ts'
import { openJournal } from './journal.ts'
import { type Limits, NO_LIMITS } from './limits.ts'
import { people } from './people.ts'
import { seeded } from './random.ts'
import { serve } from './serve.ts'
import type { Office } from './things.ts'
import { webhookSink } from './webhook-sink.ts'
import { wechatError } from './wechat/errors.ts'
import { wechatPlatform } from './wechat/platform.ts'
import { weiboError } from './weibo/errors.ts'
import { weiboPlatform } from './weibo/platform.ts'
import { createWorld, type World } from './world.ts'

export interface SimulatorOptions {
  /** 0: any free one. */
  port?: number
  host?: string
  clock: Clock
  /** The same seed makes the same citizens. */
  seed?: number
  citizens?: { count: number }
  /** The government accounts that exist; by default one at each platform. */
  offices?: Office[]
  /** None unless given; REAL_LIMITS are the platforms' own. */
  limits?: Partial<Limits>
  webhookSecret?: string
  /** File in which what stands on the platforms outlives a restart. */
  journal?: string
}

export interface Simulator {
  /** Base URL of all simulated platforms. */
  url: string
  port: number
  world: World
  control: Control
  /** Where a webhook channel may deliver, and the secret it signs with. */
  webhook: { url: string; secret: string }
  close: () => Promise<void>
}

export const OFFICES: Office[] = [
  { platform: 'wechat', id: 'wxsim0000000001', name: '青禾发布', secret: 'simulated-wechat-secret' },
  { platform: 'weibo', id: '1900000001', name: '青禾县人民政府', secret: '2.00simulatedWeiboToken' }
]

/** A server that speaks the wire of WeChat and Weibo, holds what citizens write there, and takes webhooks. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { port = 0, host = '127.0.0.1', clock, seed = 1, citizens = { count: 200 } } = options
  const limits = { ...NO_LIMITS, ...options.limits }
  const secret = options.webhookSecret ?? 'simulated-webhook-secret'
  const random = seeded(seed)
  const journal = options.journal === undefined ? undefined : openJournal(options.journal, clock.now())
  const world = createWorld(clock, options.offices ?? OFFICES, journal)
  const wechat = wechatPlatform(world, limits)
  const weibo = weiboPlatform(world, limits)
  const sink = webhookSink(clock, secret)
  const faults = createFaultsOf()
  const control = createControl(world, { wechat, weibo, sink, faults }, people(random, citizens.count), random)

  const app = Fastify({ forceCloseConnections: true, bodyLimit: 4 * 1024 * 1024 })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body))
  serve(app, ['/cgi-bin/*', '/datacube/*'], {
    answer: wechat.answer,
    faults: faults.wechat,
    tellError: (code, _path, message) => wechatError(code, message)
  })
  serve(app, ['/2/*', '/oauth2/*'], { answer: weibo.answer, faults: faults.weibo, tellError: weiboError })
  serve(app, ['/robots/webhook'], {
    answer: sink.answer,
    faults: faults.webhook,
    tellError: (code, _path, message = 'ordered') => ({ status: code, body: { error: message } })
  })
  controlRoutes(app, control)
  await app.listen({ port, host })

  const address = app.server.address()
  if (address === null || typeof address === 'string') throw new Error('The simulator does not listen on a port')
  const url = `http://${host}:${address.port}`
  return {
    url,
    port: address.port,
    world,
    control,
    webhook: { url: `${url}/robots/webhook`, secret },
    close: async () => {
      await app.close()
      if (app.server.listening) await once(app.server, 'close')
    }
  }
}
