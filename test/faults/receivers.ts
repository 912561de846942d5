import { EventEmitter, once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { startRobots } from '@huiyin/simulator/robots/robots.ts'

/** One alert of a ticket as one message told it, each time it arrived; that nobody took it is none (R36). */
export interface Arrived {
  channel: string
  /** Number of the ticket. */
  number: string
  /** The same however often the same is sent. */
  reference: string
  /** It says that it may have been told before. */
  repeated: boolean
  /** How the message begins. */
  said: string
  at: number
}

/** Those who are told; nobody of them drops what came before. */
export interface Receivers {
  arrived: () => Arrived[]
  /** The channels as they go into the configuration of the n-th sender, in the order in which one stands in for another. */
  channelsOf: (sender: number) => readonly object[]
  /** Who sends the next message that arrives at a channel, told before it is answered; undefined after so many ms. */
  nextSender: (channel: string, within: number) => Promise<number | undefined>
  /** So many of the next messages of a channel arrive, and their senders never hear of it. */
  lose: (channel: string, count: number) => void
  close: () => Promise<void>
}

/** What is not urgent goes to a system by webhook, what is urgent to a group's robot; the spare one is nobody's first. */
export const CHANNELS = { normal: 'system', urgent: 'group', spare: 'spare' } as const

const SECRET = 'whsec_c2VjcmV0LW9mLXRoZS1mYXVsdC10ZXN0cw=='
const THINKS = 10

/**
 * A group's robot without a limit and two systems by webhook, on free ports. Each answer takes so long, in ms, so that a
 * kill can come between message and answer.
 */
export async function startReceivers(thinks = THINKS): Promise<Receivers> {
  const robots = await startRobots({ clock: { now: Date.now } })
  robots.setups.wecom.limited = false
  const senders = new EventEmitter()
  const arrived: Arrived[] = []
  const lost = new Map<string, number>()
  const isLost = (channel: string) => {
    const left = lost.get(channel) ?? 0
    lost.set(channel, left - 1)
    return left > 0
  }
  const system = (channel: string) =>
    startServer(channel, { senders, isLost, thinks }, async body => {
      arrived.push(...toldBy(body).map(one => ({ channel, ...one, at: Date.now() })))
      return ''
    })
  const normal = await system(CHANNELS.normal)
  const spare = await system(CHANNELS.spare)
  const group = await startServer(CHANNELS.urgent, { senders, isLost, thinks }, body =>
    passed(robots.addresses.wecom, body)
  )
  const webhook = (name: string, url: string) => ({ name, kind: 'webhook', url, secret: SECRET })
  return {
    arrived: () => [...robots.inbox.flatMap(toldByText), ...arrived],
    channelsOf: sender => [
      webhook(CHANNELS.spare, `${spare.url}?sender=${sender}`),
      webhook(CHANNELS.normal, `${normal.url}?sender=${sender}`),
      {
        name: CHANNELS.urgent,
        kind: 'wecom',
        url: `${group.url}cgi-bin/webhook/send?key=${robots.setups.wecom.token}&sender=${sender}`,
        perMinute: 10_000
      }
    ],
    nextSender: async (channel, within) => {
      const sender = once(senders, channel, { signal: AbortSignal.timeout(within) })
      return sender.then(([sender]) => sender as number).catch(() => undefined) // nobody sends
    },
    lose: (channel, count) => void lost.set(channel, count),
    close: async () => void (await Promise.all([robots, normal, spare, group].map(one => one.close())))
  }
}

async function passed(url: string, body: string): Promise<string> {
  const headers = { 'content-type': 'application/json' }
  return (await fetch(url, { method: 'POST', headers, body })).text()
}

const BEGINNING = 120

const NUMBER = /[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}/g
const REFERENCE = /编号：([0-9A-F]{12})/
const NOBODY_TOOK_IT = '无人接手'

function toldByText({ text, at }: { text: string; at: number }): Arrived[] {
  if (text.includes(NOBODY_TOOK_IT)) return []
  return Array.from(new Set(text.match(NUMBER)), number => ({
    ...{ channel: CHANNELS.urgent, number, at },
    reference: REFERENCE.exec(text)?.[1] ?? text,
    repeated: text.includes('可能重复'),
    said: text.replaceAll('\n', ' ').slice(0, BEGINNING)
  }))
}

/** Emits who sends by the channel's name; `take` answers a whole message. */
async function startServer(
  channel: string,
  { senders, isLost, thinks }: { senders: EventEmitter; isLost: (channel: string) => boolean; thinks: number },
  take: (body: string) => Promise<string>
) {
  const server = createServer(async (request, response) => {
    const body = await text(request).catch(() => undefined) // killed in the middle of it: nothing was told
    if (body === undefined) return
    const answer = await take(body)
    if (isLost(channel)) return void response.destroy()
    senders.emit(channel, Number(new URL(request.url!, 'http://here').searchParams.get('sender')))
    await sleep(thinks)
    response.setHeader('content-type', 'application/json').end(answer)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/`, close: () => closed(server) }
}

type Told = { number: string; perhapsRepeated: boolean }

type Posted = { id: string; type: string; data: Partial<Told> & { alerts?: Told[] } }

function toldBy(body: string) {
  const { id, data, type } = JSON.parse(body) as Posted
  const alerts = data.alerts ?? (data.number === undefined ? [] : [data as Told])
  return alerts.map(({ number, perhapsRepeated }, i) => ({
    ...{ number, reference: `${id}/${i}`, repeated: perhapsRepeated, said: type }
  }))
}

async function closed(server: Server): Promise<void> {
  const end = once(server.close(), 'close')
  server.closeAllConnections()
  await end
}
