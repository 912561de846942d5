import { randomBytes } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { openWorld } from '@huiyin/adapters/open.ts'
import { outbound } from '@huiyin/adapters/outbound/outbound.ts'
import { webhookPost } from '@huiyin/adapters/outbound/post-webhook.ts'
import { openVault } from '@huiyin/adapters/secrets/vault.ts'
import { settingsOf } from '@huiyin/adapters/settings.ts'
import { commentArrived } from '@huiyin/domain/commands.ts'
import { ticketId } from '@huiyin/domain/ids.ts'
import { act, openDesk } from '@huiyin/ports/act.ts'
import { comment, NOON } from '@huiyin/ports/contracts/fixtures.ts'
import { silent } from '@huiyin/ports/logger.ts'
import { openRulebook } from '@huiyin/ports/rulebook.ts'
import { teller } from '@huiyin/ports/tell.ts'
import { openWebhooks } from '@huiyin/ports/webhooks.ts'
import { type Actor, system } from '@huiyin/schemas/actor.ts'
import type { WebhookBody } from '@huiyin/schemas/webhook.ts'
import type { Test } from 'tap'
import { run } from '../src/run.ts'

export const HEAD: Actor = { id: 'zhao', name: '赵宏', role: 'head' }

export type Body = {
  id: string
  type: string
  at: number
  subject: string
  n: number
  data: Record<string, unknown>
  row: Record<string, unknown>
}
export type Heard = { headers: IncomingHttpHeaders; raw: string; body: Body }

/** Where others hear of it, on a real socket; `answer` says with what status. */
export async function receiver(t: Test, answer: (heard: Heard, nth: number) => number = () => 204) {
  const heard: Heard[] = []
  const of = { answer }
  const taken: Heard[] = []
  const reply = (one: Heard, response: ServerResponse) => {
    const status = of.answer(one, heard.push(one))
    if (status >= 200 && status < 300) taken.push(one)
    response.writeHead(status, status === 302 ? { location: 'http://127.0.0.1:1/' } : {}).end()
  }
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', part => parts.push(part))
    request.on('end', () => {
      const raw = Buffer.concat(parts).toString()
      reply({ headers: request.headers, raw, body: JSON.parse(raw) }, response)
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => {
    server.close()
    server.closeAllConnections()
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/hook?token=secret-of-theirs`,
    heard,
    taken,
    answering: (next: typeof answer) => {
      of.answer = next
    }
  }
}

/** Until it is so; a test that waits for what never comes is ended by tap. */
export async function until(is: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await is())) await sleep(5)
}

/** The service looks for new webhooks so often; that is no time of what is told. */
const BETWEEN_LOOKS = 5_000

/** Everything that webhooks need, over SQLite. Waiting lets the test's clock go on instead. */
export async function openHouse(t: Test, folder = t.testdir({})) {
  const time = { now: NOON }
  const clock = { now: () => time.now }
  const settings = settingsOf({ data: folder, demo: 'off' })
  const world = await openWorld(settings, silent, folder)
  const { records, tickets } = world.store
  const rulebook = openRulebook(records, { clock, channels: [], events: world.logs.events })
  const desk = openDesk({ tickets, events: world.logs.events, clock, rules: rulebook.rules })
  const vault = openVault({ key: randomBytes(32).toString('base64'), data: folder, store: 'sqlite' })
  const webhooks = openWebhooks(records, vault, clock)
  const ports = {
    events: world.logs.events,
    ...{ tickets, records, webhooks, clock, logger: silent },
    post: webhookPost(outbound({ allowPrivate: ['127.0.0.1'] }), clock),
    tell: teller(world.logs.events, clock),
    wait: async (ms: number, signal: AbortSignal) => {
      await sleep(2, undefined, { signal })
      if (ms !== BETWEEN_LOOKS) time.now += Math.max(0, ms)
    }
  }
  const running: { end: AbortController; ended: Promise<void> }[] = []

  const begin = () => {
    const end = new AbortController()
    const one = { end, ended: run(ports, end.signal) }
    running.push(one)
    return async () => {
      end.abort()
      await one.ended
    }
  }

  t.teardown(async () => {
    for (const { end } of running) end.abort()
    await Promise.all(running.map(({ ended }) => ended))
    await desk.publisher.idle()
    await world.close()
  })
  let count = 0

  return {
    ...ports,
    time,
    desk,
    begin,
    add: async (url: string, more: Partial<WebhookBody> = {}) => {
      const made = await webhooks.make({ name: '县融媒', url, ...more }, 'admin')
      await records.refresh()
      return made
    },
    /** A citizen writes; answers the ticket's id. */
    writes: async (more: Parameters<typeof comment>[0] = {}) => {
      const native = `c${++count}`
      const said = comment({
        ...{
          root: native,
          comment: native,
          author: { id: `citizen-${count}`, name: '李小明' },
          text: '路灯坏了，我的电话13800138000'
        },
        publishedAt: time.now,
        ...more
      })
      const { firstText, firstObservedAt, state, classification, ...observation } = said
      const id = ticketId(said)
      await act(desk, id, commentArrived(system('desk'), observation, classification))
      return id
    },
    acknowledges: async (id: string, key: string) => {
      await act(desk, id, { type: 'acknowledge', actor: HEAD, id: key })
    },
    ticketOf: async (id: string) => (await tickets.get(id))!.document
  }
}
