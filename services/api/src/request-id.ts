import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const TRACE = /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/

/**
 * By what a request is found again in every log: the caller's own where it is a UUID or a W3C trace, which can say
 * nothing of a person; else a new one. It goes back as `x-request-id`.
 */
export function requestId({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const { 'x-request-id': given, traceparent } = headers
  if (typeof given === 'string' && UUID.test(given)) return given.toLowerCase()
  const [, trace] = TRACE.exec(String(traceparent ?? '')) ?? []
  return trace ?? randomUUID()
}
