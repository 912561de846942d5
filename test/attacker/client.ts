import { once } from 'node:events'
import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'

/** An answer as it came over the wire. */
export type Answer = { status: number; headers: IncomingHttpHeaders; body: string; json: () => Json }
export type Json = ReturnType<typeof JSON.parse>

export type Ask = {
  method?: string
  headers?: OutgoingHttpHeaders
  /** An object is sent as JSON, bytes and text as they are. */
  body?: object | string | Buffer
}

/** One request on a connection of its own: no header is added, none is taken away. */
export async function ask(origin: string, path: string, { method = 'GET', headers, body }: Ask = {}): Promise<Answer> {
  const { hostname, port } = new URL(origin)
  const isJson = typeof body === 'object' && !Buffer.isBuffer(body)
  const sent = isJson ? JSON.stringify(body) : body
  const asked = request({
    hostname,
    port,
    path, // as it is: no client puts it right first
    method,
    agent: false,
    headers: {
      ...(isJson && { 'content-type': 'application/json' }),
      ...(sent !== undefined && { 'content-length': Buffer.byteLength(sent) }),
      ...headers
    }
  })
  asked.end(sent)
  const [answer] = await once(asked, 'response')
  const came = await text(answer)
  return { status: answer.statusCode, headers: answer.headers, body: came, json: () => JSON.parse(came) }
}

/** Bytes written to a socket as they are; answers all that came until the other side closed it. */
export async function wire(origin: string, ...parts: string[]): Promise<string> {
  const { hostname, port } = new URL(origin)
  const socket = connect(Number(port), hostname)
  let came = ''
  socket.setEncoding('latin1').on('data', (data: string) => {
    came += data
  })
  socket.on('error', () => {}) // it was cut: what came until then is the answer
  await once(socket, 'connect')
  for (const part of parts) socket.write(part)
  await once(socket, 'close')
  return came
}

/** The statuses of all answers that came on one connection. */
export const statusesIn = (came: string): number[] =>
  Array.from(came.matchAll(/HTTP\/1\.1 (\d{3}) /g), ([, status]) => Number(status))

export const SAME_ORIGIN = { 'sec-fetch-site': 'same-origin' }
