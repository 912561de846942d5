import { isIP, isIPv4 } from 'node:net'
import { settingsInvalid } from '@huiyin/domain/errors.ts'
import type { Settings } from '@huiyin/schemas/settings.ts'

type Listening = Pick<Settings, 'host' | 'insecure'> &
  Partial<Pick<Settings, 'publicUrl' | 'trustProxy' | 'tlsCert' | 'tlsKey'>>

/**
 * Passwords and citizens' words leave this machine under TLS only: our own, or that of a proxy which is declared.
 * Throws SETTINGS_INVALID with what to set.
 */
export function checkListening(settings: Listening): void {
  const { host, insecure, publicUrl, trustProxy, tlsCert, tlsKey } = settings
  if ((tlsCert === undefined) !== (tlsKey === undefined))
    throw settingsInvalid('HUIYIN_TLS_CERT and HUIYIN_TLS_KEY belong together: set both, or neither')
  if (tlsCert !== undefined && publicUrl?.startsWith('http:'))
    throw settingsInvalid(`HUIYIN_PUBLIC_URL must begin with https: where HUIYIN_TLS_CERT is set; it is "${publicUrl}"`)
  for (const proxy of trustProxy?.split(',') ?? []) checkProxy(proxy.trim())
  const proxied = trustProxy !== undefined && publicUrl?.startsWith('https:')
  if (tlsCert !== undefined || proxied || insecure === 'yes' || isLoopback(host)) return
  throw settingsInvalid(
    `HUIYIN_HOST is "${host}", which others reach, and nothing says how TLS is ended. Set HUIYIN_TLS_CERT and ` +
      'HUIYIN_TLS_KEY, or, with a reverse proxy in front, HUIYIN_TRUST_PROXY (its address) and a HUIYIN_PUBLIC_URL ' +
      'with https:. HUIYIN_INSECURE=yes listens without, for closed test networks. docs/security.md tells more'
  )
}

const RANGES: readonly string[] = ['loopback', 'linklocal', 'uniquelocal']

function checkProxy(entry: string): void {
  const [address = '', bits, ...rest] = entry.split('/')
  const family = isIP(address)
  const isRange = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
  if (RANGES.includes(entry) || (family > 0 && isRange && rest.length === 0)) return
  throw settingsInvalid(
    `HUIYIN_TRUST_PROXY must hold addresses and ranges such as 10.0.0.4,10.1.0.0/16, or loopback; it holds "${entry}"`
  )
}

export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'))
