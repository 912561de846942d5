import type { IncomingHttpHeaders } from 'node:http'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Whether a request may change something: it says itself that it comes from our own pages. Browsers say so on
 * every unsafe request and no page can make them lie; a program sets the header by hand.
 */
export function mayChange(method: string, headers: IncomingHttpHeaders, publicUrl?: string): boolean {
  if (SAFE.has(method)) return true
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  return headers.origin !== undefined && isOurs(headers.origin, headers.host, publicUrl)
}

/** Without `publicUrl` a proxy may have taken the https away: then only host and port are compared. */
function isOurs(origin: string, host: string | undefined, publicUrl?: string): boolean {
  if (!URL.canParse(origin)) return false
  return publicUrl ? origin === new URL(publicUrl).origin : new URL(origin).host === host
}
