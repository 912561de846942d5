import type { Socket } from 'node:net'
import type { Logger } from '@huiyin/ports/logger.ts'
import { transportProblem } from './problem.ts'

type ClientError = Error & { code?: string }

/** Answers what is no request, or does not come whole in time, where no route is asked yet; the log has it. */
export const clientErrors = (logger: Logger) => (error: ClientError, socket: Socket) => {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  const [status, detail] = KNOWN[error.code ?? ''] ?? MALFORMED
  const problem = transportProblem(status, detail)
  logger.warn({ code: problem.code, reason: error.code ?? 'unknown' }, 'refused')
  if (socket.writable) socket.write(answerOf(problem))
  socket.destroy(error)
}

const KNOWN: Record<string, [status: number, detail: string]> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request did not come whole in time'],
  HPE_HEADER_OVERFLOW: [431, 'The headers of a request may have 16 KB']
}
const MALFORMED: [number, string] = [400, 'This is no request of HTTP/1.1']

function answerOf(problem: ReturnType<typeof transportProblem>): string {
  const body = JSON.stringify(problem)
  return [
    `HTTP/1.1 ${problem.status} ${problem.title}`,
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'x-content-type-options: nosniff',
    "content-security-policy: default-src 'none'",
    'connection: close',
    '',
    body
  ].join('\r\n')
}
