import { settingsInvalid as invalid } from '@huiyin/domain/errors.ts'
import type { Settings } from '@huiyin/schemas/settings.ts'
import { type Address, bare, isLoopback, shownAddress } from './address.ts'
import { type Fault, greeted, isFault, type Named } from './faults.ts'
import { readCertificates } from './files.ts'

/** How Elasticsearch is reached, and how we say who we are. */
export interface StoreConnection {
  nodes: readonly string[]
  auth?: { apiKey: string } | { username: string; password: string }
  /** The certificate authorities in PEM. */
  ca?: string
}

const NAMED: Named = { ca: 'HUIYIN_STORE_CA', secure: 'https: in HUIYIN_STORE', plain: 'http: in HUIYIN_STORE' }
const DEFAULT_PORT = { 'http:': 80, 'https:': 443 } as Record<string, number>

/**
 * What the settings say of Elasticsearch, with the file that they name. Beyond this machine TLS is a must.
 * Throws SETTINGS_INVALID with what was expected and what came.
 */
export async function storeConnection(settings: Settings): Promise<StoreConnection> {
  const nodes = settings.store.split(',').map(text => toNode(text.trim()))
  const far = nodes.find(({ protocol, hostname }) => protocol === 'http:' && !isLoopback(bare(hostname)))
  if (far && settings.insecure !== 'yes')
    throw invalid(
      `HUIYIN_STORE names Elasticsearch at ${far.origin}, beyond this machine and in the clear; expected https: with HUIYIN_STORE_API_KEY (or HUIYIN_STORE_USERNAME and HUIYIN_STORE_PASSWORD). HUIYIN_INSECURE=yes goes without, for closed test networks. docs/deploy.md tells more`
    )
  const auth = authOf(settings)
  const ca = settings.storeCa && (await readCertificates('HUIYIN_STORE_CA', settings.storeCa))
  return { nodes: nodes.map(({ href }) => href), ...(auth && { auth }), ...(ca && { ca }) }
}

function toNode(text: string): URL {
  const url = URL.parse(text)
  if (url && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '') return url
  throw invalid(
    `HUIYIN_STORE: expected https://host:port,https://host:port, with the name and password in HUIYIN_STORE_USERNAME and HUIYIN_STORE_PASSWORD; one entry is "${text.replace(/\/\/[^/]*@/, '//…@')}"`
  )
}

function authOf({ storeApiKey, storeUsername, storePassword }: Settings): StoreConnection['auth'] {
  if ((storeUsername === undefined) !== (storePassword === undefined))
    throw invalid('HUIYIN_STORE_USERNAME and HUIYIN_STORE_PASSWORD: expected both, or neither; one is there')
  if (storeApiKey !== undefined && storeUsername !== undefined)
    throw invalid('HUIYIN_STORE_API_KEY and HUIYIN_STORE_USERNAME: expected one of the two; both are there')
  if (storeApiKey !== undefined) return { apiKey: storeApiKey }
  if (storeUsername === undefined || storePassword === undefined) return undefined
  return { username: storeUsername, password: storePassword }
}

/** Asks each node how it wants to be spoken to; says nothing secret. The first fault that waits for a person, or undefined when one serves. */
export async function storeFault({ nodes, ca }: StoreConnection): Promise<Fault | undefined> {
  let fault: Fault | undefined
  for (const node of nodes) {
    const url = new URL(node)
    const address: Address = { host: bare(url.hostname), port: Number(url.port) || DEFAULT_PORT[url.protocol]! }
    const hello = Buffer.from(`GET / HTTP/1.1\r\nhost: ${shownAddress(address)}\r\nconnection: close\r\n\r\n`)
    const found = await greeted(address, hello, url.protocol === 'https:' ? { ...(ca && { ca }) } : undefined, NAMED)
    if (!isFault(found)) return undefined
    if (found.kind !== 'away') return found
    fault = found
  }
  return fault
}

/** What Elasticsearch means by refusing us, in one sentence. */
export const storeRefusal = (status: number, { auth }: { auth: StoreConnection['auth'] }): string => {
  if (status === 403)
    return 'Elasticsearch knows us, and does not let us do that (403); expected a key or user with the privileges that docs/deploy.md names'
  if (!auth)
    return 'Elasticsearch asks who we are (401); expected HUIYIN_STORE_API_KEY, or HUIYIN_STORE_USERNAME and HUIYIN_STORE_PASSWORD'
  return 'apiKey' in auth
    ? 'Elasticsearch refused the key in HUIYIN_STORE_API_KEY (401); expected one that is valid and has not expired'
    : `Elasticsearch refused the password of "${auth.username}" (401); expected the one that belongs to HUIYIN_STORE_USERNAME in HUIYIN_STORE_PASSWORD`
}
