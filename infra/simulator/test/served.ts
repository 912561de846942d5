import Fastify from 'fastify'
import { createFaults } from '../src/faults.ts'
import { ALL_OFFICES } from '../src/offices.ts'
import type { SimPlatform } from '../src/platform.ts'
import { serve } from '../src/serve.ts'
import type { Person, PlatformKind } from '../src/things.ts'
import { createUsage, type Usage } from '../src/usage.ts'
import { createWorld, type World } from '../src/world.ts'

/** 5 January 2026, 14:00 in Beijing. */
export const START = Date.parse('2026-01-05T14:00:00+08:00')
export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

const citizen: Person = {
  id: '2900000001',
  name: '青禾的石头',
  place: '江苏',
  followers: 9,
  verified: false,
  withoutOpenid: false
}

/** One simulated platform alone on a free port, with one post under which citizens write, each a second after the last. */
export async function servePlatform<P extends SimPlatform>(
  kind: PlatformKind,
  open: (world: World, usage: Usage) => P
) {
  let at = START
  const clock = {
    now: () => at,
    pass: (ms: number) => {
      at += ms
    }
  }
  const world = createWorld(clock, ALL_OFFICES)
  const usage = createUsage()
  const platform = open(world, usage)
  const faults = createFaults()
  const app = Fastify({ forceCloseConnections: true })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body))
  serve(app, { ...platform, faults })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })

  const office = ALL_OFFICES.find(({ platform }) => platform === kind)!
  const account = office.id
  const post = world.publish({ platform: kind, account, title: '公交改线通知', publishedAt: START - HOUR }).id
  const write = (text: string, parent?: string) => {
    clock.pass(SECOND)
    return world.add({ platform: kind, account, post, text, author: citizen, ...(parent && { parent }) }).id
  }
  const comment = (id: string) => world.comment(kind, account, post, id)!
  const close = () => app.close()
  return { clock, world, usage, platform, faults, url, office, app: office.app!, account, post, write, comment, close }
}

/** A receiver of webhooks on a free port; `answers` are its HTTP statuses in turn, then 200. */
export async function openReceiver(body: string, answers: number[] = []) {
  const came: { raw: string; headers: Record<string, string | string[] | undefined> }[] = []
  const app = Fastify({ forceCloseConnections: true })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, raw, done) => done(null, raw))
  app.post('/hook', async (request, reply) => {
    came.push({ raw: String(request.body), headers: request.headers })
    return reply.code(answers.shift() ?? 200).send(body)
  })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  return { url: `${url}/hook`, came, close: () => app.close() }
}
