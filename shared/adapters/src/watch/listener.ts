import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Check } from '@huiyin/ports/check.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import { codeOf } from './calls.ts'

export interface Watched {
  alive: () => Promise<readonly Check[]>
  ready: () => Promise<readonly Check[]>
  metrics: { contentType: string; text: () => Promise<string> }
}

export interface Listening {
  host: string
  /** 0: whichever is free. */
  port: number
  logger: Logger
}

/** ms; who asks is near, and asks little. */
const PATIENCE = 5_000
const CONNECTIONS = 50

/**
 * Answers GET /healthz, /readyz and /metrics by plain http to whoever reaches it, until it is closed. Rejects when the
 * port cannot be had.
 */
export async function listenHealth(watched: Watched, { host, port, logger }: Listening) {
  const server = createServer((request, response) => {
    answer(watched, request, response).catch((error: unknown) => {
      logger.warn({ code: codeOf(error) }, 'a question after health could not be answered')
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  server.requestTimeout = PATIENCE
  server.headersTimeout = PATIENCE
  server.maxConnections = CONNECTIONS
  await listening(server, port, host)
  const at = (server.address() as AddressInfo).port
  const near = host.includes(':') ? `[${host}]` : host
  logger.info({ host, port: at }, 'answers for its health')
  return {
    url: `http://${near}:${at}`,
    async close() {
      const closed = new Promise<void>(resolve => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
    }
  }
}

function listening(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

async function answer(watched: Watched, { method, url = '/' }: IncomingMessage, response: ServerResponse) {
  if (method !== 'GET' && method !== 'HEAD') return void response.writeHead(405, { allow: 'GET, HEAD' }).end()
  const path = url.split('?', 1)[0]
  if (path === '/metrics') {
    const { contentType, text } = watched.metrics
    return void response.writeHead(200, { 'content-type': contentType }).end(await text())
  }
  const checks = path === '/healthz' ? await watched.alive() : path === '/readyz' ? await watched.ready() : undefined
  if (!checks) return void response.writeHead(404).end()
  const well = checks.every(({ ok, advisory }) => ok || advisory)
  const said = path === '/healthz' ? { alive: well, checks } : { ready: well, checks }
  response.writeHead(well ? 200 : 503, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(JSON.stringify(said))
}
