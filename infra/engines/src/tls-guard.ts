import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { type IncomingMessage, request, type ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Certificate } from './certificates.ts'

export interface TlsGuard {
  /** The https: URL to be given to clients. */
  address: string
  /** How many requests came with the right credentials, and how many without. */
  counts: { passed: number; refused: number }
  close: () => Promise<void>
}

const REFUSED = JSON.stringify({
  error: { type: 'security_exception', reason: 'unable to authenticate with provided credentials' },
  status: 401
})

/** Stands before an engine as its security would: TLS, and 401 for whoever bears none of the `authorizations`. */
export async function tlsGuard(
  target: string,
  { cert, key }: Certificate,
  authorizations: readonly string[]
): Promise<TlsGuard> {
  const counts = { passed: 0, refused: 0 }
  const sockets = new Set<Duplex>()
  const pem = { cert: await readFile(cert), key: await readFile(key) }
  const server = createServer(pem, async (asked, response) => {
    if (!authorizations.includes(asked.headers.authorization ?? '')) {
      counts.refused++
      return void response.writeHead(401, { 'content-type': 'application/json' }).end(REFUSED)
    }
    counts.passed++
    await passOn(target, asked, response).catch(() => response.destroy()) // either side is gone
  })
  server.on('connection', socket => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    address: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    counts,
    async close() {
      for (const socket of sockets) socket.destroy()
      await once(server.close(), 'close')
    }
  }
}

async function passOn(target: string, asked: IncomingMessage, response: ServerResponse): Promise<void> {
  const { host: _, authorization: __, connection: ___, ...headers } = asked.headers
  const forwarded = request(new URL(asked.url!, target), { method: asked.method, headers })
  const answered = once(forwarded, 'response') as Promise<[IncomingMessage]>
  await pipeline(asked, forwarded)
  const [answer] = await answered
  response.writeHead(answer.statusCode!, answer.headers)
  await pipeline(answer, response)
}
