import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Answer, Question } from './answer.ts'
import type { Faults } from './faults.ts'

/** How a platform tells its own error code. */
export type TellError = (code: number, path: string, message?: string) => Answer

/** Serves a simulated platform under its paths; what was ordered to go wrong goes wrong here. */
export function serve(
  app: FastifyInstance,
  paths: readonly string[],
  { answer, faults, tellError }: { answer: (question: Question) => Answer; faults: Faults; tellError: TellError }
): void {
  for (const url of paths) {
    app.route({
      method: ['GET', 'POST'],
      url,
      handler: async (request, reply) => {
        const question = questionOf(request)
        const fault = faults.take(question.path)
        if (fault?.kind === 'delay') await new Promise(resolve => setTimeout(resolve, fault.ms))
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
    })
  }
}

function questionOf(request: FastifyRequest): Question {
  const headers: Question['headers'] = {}
  for (const [name, value] of Object.entries(request.headers)) headers[name] = Array.isArray(value) ? value[0] : value
  return {
    method: request.method,
    path: request.url.split('?')[0]!,
    query: request.query as Record<string, string>,
    headers,
    raw: typeof request.body === 'string' ? request.body : ''
  }
}

const send = (reply: FastifyReply, { status, body, headers = {} }: Answer) =>
  reply.code(status).headers(headers).type('application/json; charset=utf-8').send(JSON.stringify(body))

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
