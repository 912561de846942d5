import { PassThrough } from 'node:stream'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { ofTicket } from '@huiyin/domain/roles/belonging.ts'
import { mayDo } from '@huiyin/domain/roles/may-do.ts'
import { Type } from 'typebox'
import type { Live, Message } from './live.ts'
import { readingOf, toldOf } from './masking.ts'
import { REFUSALS } from './problem.ts'
import { actorOf } from './sign-in/guard.ts'

export type LiveOptions = { live: Live }

const STREAM = {
  description: 'Server-sent events',
  content: { 'text/event-stream': { schema: Type.Unsafe<PassThrough>({ type: 'string' }) } }
}
const BEAT = 15_000
const BEHIND = 1_000_000 // bytes that wait for a slow browser before it has to read anew

/** Server-sent events: every change of a ticket, with its row, to all who may read it. */
export const liveRoutes: FastifyPluginAsyncTypebox<LiveOptions> = async (app, { live }) => {
  const stop = new AbortController()
  const streams = new Set<PassThrough>()
  let running: Promise<void> | undefined

  app.addHook('onReady', async () => {
    running = live.run(stop.signal)
  })
  app.addHook('preClose', async () => {
    stop.abort()
    for (const stream of streams) stream.end()
    await running
  })

  app.get(
    '/events',
    {
      config: { action: 'ticket.read' },
      exposeHeadRoute: false, // it would never end
      schema: {
        tags: ['live'],
        summary: 'Follow what happens: `ticket` carries a LiveEvent; at `reset` everything has to be read anew',
        headers: Type.Object({ 'last-event-id': Type.Optional(Type.String({ maxLength: 2000 })) }),
        response: { 200: STREAM, ...REFUSALS }
      }
    },
    async (request, reply) => {
      const stream = new PassThrough()
      const { only } = actorOf(request)
      let actor: Reader = actorOf(request)
      const take = asSeenBy(() => actor, sender(stream))
      const { at, leave } = live.watch(take, request.headers['last-event-id'])
      stream.write(`retry: 2000\n${at === undefined ? '' : `id: ${at}\n`}\n`)
      const beat = setInterval(async () => {
        const now = await request.asking?.stands().catch(() => actor) // the store is away: not their fault
        if (!now) return stream.end()
        actor = only ? { ...now, only } : now
        stream.write(': beat\n\n')
      }, BEAT)
      streams.add(stream)
      stream.on('close', () => {
        clearInterval(beat)
        leave()
        streams.delete(stream)
      })
      return reply.type('text/event-stream').header('x-accel-buffering', 'no').send(stream)
    }
  )
}

type Reader = ReturnType<typeof actorOf>
type Line = string

/** Passes on what somebody may read, as they may read it. */
const asSeenBy = (who: () => Reader, take: (line: Line) => void) => (message: Message) => {
  const { of, data } = message
  const actor = who()
  if (of && !mayDo(actor, 'ticket.read', ofTicket(of))) return
  if (actor.department !== undefined && 'type' in data && data.type === 'note.added') return // the office's own, mostly
  take(lineFor(message, actor))
}

/** Fifty who watch read few versions of a message: each is written once. */
const written = new WeakMap<Message, Map<string, Line>>()

function lineFor(message: Message, actor: Reader): Line {
  const { of, data } = message
  const lines = written.get(message) ?? new Map<string, Line>()
  written.set(message, lines)
  const reading = of ? readingOf(of, actor) : ''
  const line = lines.get(reading) ?? lineOf(message, of ? toldOf(data, of, actor) : data)
  lines.set(reading, line)
  return line
}

const lineOf = ({ id, event }: Message, data: Message['data']): Line =>
  `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`

/** Writes messages for one browser; one that is too far behind gets a single `reset` once it has caught up. */
function sender(stream: PassThrough): (line: Line) => void {
  let behind = false
  stream.on('drain', () => {
    if (!behind) return
    behind = false
    stream.write('event: reset\ndata: {}\n\n')
  })
  return line => {
    behind ||= stream.writableLength > BEHIND
    if (!behind) stream.write(line)
  }
}
