import type { ServerOptions } from 'node:http'
import type { ApiSettings, Patience } from './ports.ts'

/** The five files of a result, 50 MB, come whole within five minutes where somebody has 1.4 Mbit/s. */
const PATIENCE: Patience = { headers: 15_000, request: 300_000, silence: 120_000 }
const LOOKS = 5_000 // ms between two looks for clients that are too slow; Node's own 30 s would double the patience

/** Typed as without TLS, as routes are. */
type PlainServer = { http?: ServerOptions }

/** How the server behind the routes listens: with TLS or without, and how long it waits for whom. */
export function serverOptions({ tls, patience }: Pick<ApiSettings, 'tls' | 'patience'>) {
  const { headers, request, silence } = { ...PATIENCE, ...patience }
  const server = { headersTimeout: headers, connectionsCheckingInterval: Math.min(LOOKS, headers) }
  const options: object = tls ? { https: { ...tls, ...server } } : { http: server }
  return { ...(options as PlainServer), requestTimeout: request, connectionTimeout: silence }
}
