import { once } from 'node:events'
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { type FaultProxy, faultRules, type Rule } from './fault-rules.ts'
import { openGate } from './gate.ts'

/** Answers to requests of this method whose path, with its query, fits; without either, all. */
export interface HttpMatch {
  method?: string
  path?: RegExp
}

interface Answer {
  head: IncomingMessage
  body: Buffer
}

const BETWEEN_TWO_ONLY = new Set(['connection', 'keep-alive', 'transfer-encoding'])

/** A fault proxy before the HTTP server, as Elasticsearch, at the URL `target`. */
export async function httpProxy({ target }: { target: string }): Promise<FaultProxy<HttpMatch>> {
  const rules = faultRules<HttpMatch, IncomingMessage>(fits)
  const agent = new Agent({ keepAlive: true })
  const server = createServer({ keepAliveTimeout: 0 }, async (asked, response) => {
    try {
      const body = await buffer(asked)
      const answer = await forward(target, agent, asked, body)
      const rule = rules.meet(asked)
      await deliver(rule?.fault === 'repeat' ? await forward(target, agent, asked, body) : answer, response, rule)
    } catch {
      response.destroy() // the engine is away, or the client: there is nobody to explain it to
    }
  })
  server.on('connection', () => rules.counts.connections++)
  const gate = await openGate(server)
  const close = async () => {
    agent.destroy()
    await gate.close()
  }
  const { counts, fault, clear } = rules
  return { ...gate, address: `http://127.0.0.1:${gate.port}`, counts, fault, clear, close }
}

const fits = ({ method, path }: HttpMatch, asked: IncomingMessage) =>
  (method === undefined || method === asked.method) && (path === undefined || asked.url!.search(path) !== -1)

async function forward(target: string, agent: Agent, asked: IncomingMessage, body: Buffer): Promise<Answer> {
  const { host: _, ...headers } = passable(asked.headers)
  if (body.length > 0) headers['content-length'] = String(body.length)
  const request_ = request(new URL(asked.url!, target), { agent, method: asked.method, headers })
  const [head] = (await once(request_.end(body), 'response')) as [IncomingMessage]
  return { head, body: await buffer(head) }
}

async function deliver({ head, body }: Answer, response: ServerResponse, rule?: Rule<HttpMatch>) {
  if (rule?.fault === 'swallow-silence') return
  if (rule?.fault === 'swallow-close') return response.destroy()
  if (rule?.fault === 'delay') await delayed(response, rule.ms)
  if (response.destroyed) return

  const length = head.headers['content-length'] ?? String(body.length)
  response.writeHead(head.statusCode!, { ...passable(head.headers), 'content-length': length })
  if (rule?.fault === 'cut') response.write(body.subarray(0, body.length / 2), () => response.socket?.destroySoon())
  else response.end(body)
}

async function delayed(response: ServerResponse, ms = 1000) {
  const gone = new AbortController()
  response.on('close', () => gone.abort())
  await sleep(ms, undefined, gone).catch(() => {})
}

const passable = (headers: IncomingMessage['headers']) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !BETWEEN_TWO_ONLY.has(name)))
