import { once } from 'node:events'
import Fastify, { type FastifyInstance } from 'fastify'
import type { Answer } from '../answer.ts'
import type { Clock } from '../clock.ts'
import { createFaults, type FaultOrder, type Faults } from '../faults.ts'
import { seeded } from '../random.ts'
import { serve } from '../serve.ts'
import { dingtalkAnswer, dingtalkRobot } from './dingtalk.ts'
import { feishuAnswer, feishuRobot } from './feishu.ts'
import type { Arrival, Group, RobotKind, RobotSetup } from './setup.ts'
import { wecomAnswer, wecomRobot } from './wecom.ts'

export interface RobotsOptions {
  clock: Clock
  /** 0: any free one. */
  port?: number
  host?: string
  seed?: number
}

/** The group robots of WeCom, DingTalk and Feishu, one of each, on one server. */
export interface Robots {
  url: string
  /** The whole address of each, as a group shows it. */
  addresses: Record<RobotKind, string>
  setups: Record<RobotKind, RobotSetup>
  /** What arrived, the oldest first; over HTTP as JSON at `/control/inbox`. */
  inbox: Arrival[]
  /** Something goes wrong with the next messages. */
  fail: (robot: RobotKind, fault: FaultOrder) => void
  heal: () => void
  /** This part of the messages, 0 … 1, meets a server that is out of order. */
  flaky: (share: number) => void
  /** The robots' clock goes so many ms before ours. */
  skew: (ms: number) => void
  close: () => Promise<void>
}

const KINDS: readonly RobotKind[] = ['wecom', 'dingtalk', 'feishu']
const WIRES = {
  wecom: { path: '/cgi-bin/webhook/send', open: wecomRobot, tell: wecomAnswer },
  dingtalk: { path: '/robot/send', open: dingtalkRobot, tell: dingtalkAnswer },
  feishu: { path: '/open-apis/bot/v2/hook/*', open: feishuRobot, tell: feishuAnswer }
}
/** Older arrivals are forgotten. */
const KEPT = 10_000

const setupOf = (token: string, secret?: string): RobotSetup => ({
  token,
  ...(secret !== undefined && { secret }),
  keywords: [],
  addressAllowed: true,
  limited: true
})

export async function startRobots({ clock, port = 0, host = '127.0.0.1', seed = 1 }: RobotsOptions): Promise<Robots> {
  const random = seeded(seed)
  const inbox: Arrival[] = []
  const setups: Robots['setups'] = {
    wecom: setupOf('00000000-0000-4000-8000-000000000001'),
    dingtalk: setupOf('simulateddingtalktoken', 'SECsimulated0000000000000000000000000000'),
    feishu: setupOf('00000000-0000-4000-8000-000000000003', 'simulatedFeishuSecret')
  }
  const faults = { wecom: createFaults(), dingtalk: createFaults(), feishu: createFaults() }
  const mood = { flaky: 0, skew: 0 }
  const theirs: Clock = { now: () => clock.now() + mood.skew }

  const app = Fastify({ forceCloseConnections: true, bodyLimit: 4 * 1024 * 1024 })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body))
  for (const robot of KINDS) {
    const { path, open, tell } = WIRES[robot]
    const group: Group = {
      clock: theirs,
      setup: setups[robot],
      arrive: arrival => {
        inbox.push({ robot, at: theirs.now(), ...arrival })
        if (inbox.length > KEPT) inbox.shift()
      }
    }
    const answer = open(group)
    serve(app, {
      paths: [path],
      answer: question => dated(random() < mood.flaky ? OUT_OF_ORDER : answer(question), theirs),
      faults: faults[robot],
      tellError: (code, _path, message) => dated(tell(code, message), theirs)
    })
  }
  controlRoutes(app, inbox, faults)
  await app.listen({ port, host })
  const address = app.server.address()
  if (address === null || typeof address === 'string') throw new Error('The robots do not listen on a port')
  const url = `http://${host}:${address.port}`
  return {
    url,
    addresses: addressesOf(url, setups),
    setups,
    inbox,
    fail: (robot, fault) => faults[robot].order(fault),
    heal: () => {
      for (const one of Object.values(faults)) one.clear()
      Object.assign(mood, { flaky: 0, skew: 0 })
    },
    flaky: share => {
      mood.flaky = share
    },
    skew: ms => {
      mood.skew = ms
    },
    close: async () => {
      await app.close()
      if (app.server.listening) await once(app.server, 'close')
    }
  }
}

const OUT_OF_ORDER: Answer = { status: 502, body: '' }

/** Answers bear the robots' own time. */
const dated = (answer: Answer, clock: Clock): Answer => ({
  ...answer,
  headers: { date: new Date(clock.now()).toUTCString(), ...answer.headers }
})

const addressesOf = (url: string, { wecom, dingtalk, feishu }: Robots['setups']) => ({
  wecom: `${url}/cgi-bin/webhook/send?key=${wecom.token}`,
  dingtalk: `${url}/robot/send?access_token=${dingtalk.token}`,
  feishu: `${url}/open-apis/bot/v2/hook/${feishu.token}`
})

/** For a person with curl: what arrived, and what shall go wrong. */
function controlRoutes(app: FastifyInstance, inbox: Arrival[], faults: Record<RobotKind, Faults>): void {
  app.get('/control/inbox', async () => inbox)
  app.post('/control/inbox/forget', async () => {
    inbox.length = 0
    return { ok: true }
  })
  app.post('/control/faults', async (request, reply) => {
    const { robot, ...fault } = JSON.parse(String(request.body)) as FaultOrder & { robot: RobotKind }
    if (!KINDS.includes(robot)) return reply.code(400).send({ error: `robot must be one of ${KINDS.join(', ')}` })
    faults[robot].order(fault)
    return { ok: true }
  })
}
