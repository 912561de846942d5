import { EventEmitter, once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * How far a request to the platform has come: `asked`, it is on its way and the platform has not met it; `done`, the
 * platform has, and its answer has not left; `told`, the answer has arrived.
 */
export const MOMENTS = ['asked', 'done', 'told'] as const
export type Moment = (typeof MOMENTS)[number]

/** The way of one process to the platforms, on which it can be stopped at any point. */
export interface Gate {
  url: string
  /** Resolves at the moment at which a request, of those that write if `writing`, comes so far; rejects on abort. */
  next: (moment: Moment, of: { writing: boolean; signal: AbortSignal }) => Promise<void>
  close: () => Promise<void>
}

/** A request stays so long at each point, in ms, so that a kill can come there. */
const STAYS = 5

/** A way to the server at `target`; a request whose sender is gone before the platform has met it never gets there. */
export async function openGate(target: string): Promise<Gate> {
  const { hostname, port } = new URL(target)
  const moments = new EventEmitter().setMaxListeners(0)
  const server = createServer((asked, answer) => {
    pass(asked, answer).catch(error => answer.destroy(error)) // whoever asks gets no answer, as from a platform that is away
  })

  const saying = (writing: boolean) => (moment: Moment) => {
    moments.emit(moment)
    if (writing) moments.emit(`${moment} writing`)
  }

  async function pass(asked: IncomingMessage, answer: ServerResponse) {
    const body = await buffer(asked)
    const say = saying(isWriting(asked))
    say('asked')
    await sleep(STAYS)
    if (asked.socket.destroyed) return
    const there = request({ hostname, port, method: asked.method, path: asked.url, headers: asked.headers })
    there.end(body)
    const [found] = (await once(there, 'response')) as [IncomingMessage]
    const whole = await buffer(found)
    say('done')
    await sleep(STAYS)
    answer.writeHead(found.statusCode!, found.headers).end(whole, () => say('told'))
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    next: async (moment, { writing, signal }) =>
      void (await once(moments, writing ? `${moment} writing` : moment, { signal })),
    close: async () => {
      const end = once(server.close(), 'close')
      server.closeAllConnections()
      await end
    }
  }
}

/** It brings a reply. */
const isWriting = ({ method, url = '' }: IncomingMessage) => method === 'POST' && /\/reply|\/statuses$/.test(url)
