import { isIP } from 'node:net'
import { addressForbidden } from '@huiyin/domain/errors.ts'
import { type Allowed, whyForbidden, withoutDot } from './ranges.ts'

/** Below 1024 the web’s own only; above it none that is known to be another service’s. */
const WEB = new Set([80, 443])
const OTHERS = new Set([
  1433, 1521, 2049, 2181, 2375, 2376, 2379, 2380, 3306, 3389, 4190, 5060, 5061, 5432, 5900, 5984, 6000, 6379, 6443,
  6665, 6666, 6667, 6668, 6669, 6697, 7001, 9042, 9092, 9200, 9300, 10080, 10250, 11211, 27017
])
const LOWEST_FREE = 1024

/**
 * What can be said of an address before it is asked for: scheme, credentials, port, and the host where it is a number.
 * Answers the host, as it is resolved. Throws ADDRESS_FORBIDDEN that says what was expected; an address may hold a
 * secret, so only its host is named.
 */
export function checkUrl(text: string, allowed: Allowed): { host: string; known: boolean } {
  const url = URL.parse(text)
  if (!url || !/^https?:\/\//i.test(text)) throw addressForbidden('expected a whole address, https://…; it is none')
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw addressForbidden(`expected https; it is ${url.protocol.slice(0, -1)}`)
  if (url.username !== '' || url.password !== '')
    throw addressForbidden(`expected no name and password within the address of ${url.host}`)
  const host = withoutDot(url.hostname.replace(/^\[(.*)\]$/, '$1'))
  if (host === '') throw addressForbidden('expected the name of a host; there is none')
  const known = allowed.hosts.has(host)
  const port = url.port === '' ? undefined : Number(url.port)
  if (port !== undefined && !isWebPort(port))
    throw addressForbidden(`expected port 443, or one above 1023 that is no other service's; it is ${port} at ${host}`)
  if (isIP(host) && !known) checkAddress(host, host, allowed)
  if (url.protocol === 'http:' && !known && !isAllowedNumber(host, allowed))
    throw addressForbidden(`expected https; http is for what this machine's settings allow, and ${host} is not`)
  return { host, known }
}

const isWebPort = (port: number) => WEB.has(port) || (port >= LOWEST_FREE && !OTHERS.has(port))

const NONE = { ranges: [] }
/** Named by the settings: a public number needs https even so. */
const isAllowedNumber = (host: string, allowed: Allowed) =>
  isIP(host) !== 0 && whyForbidden(host, NONE) !== undefined && whyForbidden(host, allowed) === undefined

/** Throws ADDRESS_FORBIDDEN where `address`, which `host` has come to, may not be asked. */
export function checkAddress(host: string, address: string, allowed: Allowed): void {
  const why = whyForbidden(address, allowed)
  if (why === undefined) return
  throw addressForbidden(
    `expected a public address; ${host} is ${why}. Whoever runs Huiyin can allow it by HUIYIN_ALLOW_PRIVATE`
  )
}

/** Whether it was refused here; also by the code alone, as an HTTP client hands on what a socket told it. */
export const isForbidden = (error: unknown): error is Error =>
  error instanceof Error && (error as { code?: unknown }).code === 'ADDRESS_FORBIDDEN'
