import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Answer, Bend, Question } from './answer.ts'
import type { Faults } from './faults.ts'

/** How a platform tells its own error code. */
export type TellError = (code: number, path: string, message?: string) => Answer

export interface Served {
  /** Routes of the server; `GET /path` for one method only. */
  paths: readonly string[]
  answer: (question: Question) => Answer
  tellError: TellError
  faults: Faults
}

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH']
const wait = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

/** Serves a simulated platform under its paths; what was ordered to go wrong goes wrong here. */
export function serve(app: FastifyInstance, { paths, answer, tellError, faults }: Served): void {
  const handler = async (request: FastifyRequest, reply: FastifyReply) => {
    const { fault, slow, bend } = faults.take(request.url.split('?')[0]!)
    const question = questionOf(request, bend)
    const late = slow + (fault?.kind === 'delay' ? fault.ms : 0)
    if (late > 0) await wait(late)
    if (fault?.kind === 'refuse') return hangUp(reply)
    if (fault?.kind === 'http') {
      if (fault.retryAfter !== undefined) reply.header('retry-after', fault.retryAfter)
      return reply.code(fault.status).type('text/plain').send('')
    }
    if (fault?.kind === 'garbage') return reply.type('text/html').send('<html><body>502 Bad Gateway</body></html>')
    if (fault?.kind === 'error') return send(reply, tellError(fault.code, question.path, fault.message))
    const done = answer(question)
    if (fault?.kind === 'silence') return reply.hijack()
    if (fault?.kind === 'cut') return cut(reply, done)
    return send(reply, done)
  }
  for (const path of paths) {
    const [url = '', method] = path.split(' ').reverse()
    app.route({ method: method ?? METHODS, url, handler })
  }
}

function questionOf(request: FastifyRequest, bend: Bend): Question {
  const headers: Question['headers'] = {}
  for (const [name, value] of Object.entries(request.headers)) headers[name] = Array.isArray(value) ? value[0] : value
  const [path, search = ''] = request.url.split('?')
  return {
    method: request.method,
    path: path!,
    query: Object.fromEntries(new URLSearchParams(search)),
    search,
    headers,
    raw: typeof request.body === 'string' ? request.body : '',
    bend
  }
}

function send(reply: FastifyReply, { status, body, headers = {} }: Answer) {
  const text = headers['content-type']?.startsWith('text/')
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .headers(headers)
    .send(text ? body : JSON.stringify(body))
}

function hangUp(reply: FastifyReply) {
  reply.hijack()
  reply.raw.destroy()
  return reply
}

/** Half of the answer, then the end of the connection. */
function cut(reply: FastifyReply, { status, body }: Answer) {
  const bytes = Buffer.from(JSON.stringify(body))
  reply.hijack()
  reply.raw.writeHead(status, { 'content-type': 'application/json', 'content-length': bytes.length })
  reply.raw.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => reply.raw.destroy())
  return reply
}
