import type { PeerCertificate } from 'node:tls'
import { type Address, shownAddress } from './address.ts'
import { type Greeting, greet, type Tls } from './greet.ts'

/** What is wrong between us and an engine: `away` may pass by itself, anything else waits for a person. */
export interface Fault {
  kind: 'away' | 'certificate' | 'protocol' | 'refused'
  sentence: string
}

/** The settings by which a person mends it. */
export interface Named {
  ca: string
  /** What says whether TLS is spoken: a setting and its values. */
  secure: string
  plain: string
  cert?: string
}

/** A person says it in the clear, and TLS answers with an alert. */
const TLS_ALERT = 0x15

const AWAY: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'no such host is known',
  EAI_AGAIN: 'the name cannot be looked up now',
  ETIMEDOUT: 'no answer came in time',
  EHOSTUNREACH: 'there is no way to that host',
  ENETUNREACH: 'there is no way to that network'
}

/** Says hello as the settings want it: the bytes that came, or what is wrong. Looks the other way too before it blames. */
export async function greeted(
  address: Address,
  hello: Buffer,
  tls: Tls | undefined,
  named: Named
): Promise<{ bytes: Buffer; certificate?: PeerCertificate } | Fault> {
  const greeting = await greet(address, hello, tls)
  if (greeting.is === 'answered' && (tls || greeting.bytes[0] !== TLS_ALERT)) return greeting
  if (greeting.is === 'untrusted') return { kind: 'certificate', sentence: distrust(address, greeting, named) }
  if (greeting.is === 'failed' && AWAY[greeting.code] && greeting.code !== 'ETIMEDOUT')
    return away(address, greeting.code)

  const other = await greet(address, hello, tls ? undefined : {})
  const speaksOther = tls ? other.is === 'answered' && other.bytes[0] !== TLS_ALERT : other.is !== 'failed'
  if (speaksOther || (!tls && 'code' in other && isCertificateAsked(other.code)))
    return { kind: 'protocol', sentence: mismatch(address, tls !== undefined, named) }
  const code = 'code' in greeting ? greeting.code : 'ECONNRESET'
  if (isCertificateAsked(code)) return { kind: 'refused', sentence: certificateAsked(address, tls, named) }
  return away(address, code)
}

/** Whether a fault came, and no answer. */
export const isFault = (found: object): found is Fault => 'sentence' in found

const away = (address: Address, code: string): Fault => ({
  kind: 'away',
  sentence: `${shownAddress(address)} cannot be reached: ${AWAY[code] ?? `the connection broke (${code})`}`
})

const mismatch = (address: Address, tls: boolean, { secure, plain }: Named): string =>
  tls
    ? `${shownAddress(address)} speaks no TLS, and ${secure} asks for it; expected a port with TLS, or ${plain}`
    : `${shownAddress(address)} speaks TLS, and ${plain} says that it does not; expected ${secure}`

const isCertificateAsked = (code: string): boolean =>
  /ALERT_(CERTIFICATE_REQUIRED|BAD_CERTIFICATE|UNKNOWN_CA|HANDSHAKE_FAILURE|CERTIFICATE_UNKNOWN|CERTIFICATE_EXPIRED)/.test(
    code
  )

const certificateAsked = (address: Address, tls: Tls | undefined, { cert = 'no setting' }: Named): string =>
  tls?.cert === undefined
    ? `${shownAddress(address)} asks for a certificate of ours; expected one in ${cert}`
    : `${shownAddress(address)} does not accept the certificate in ${cert}; expected one that its authority vouches for`

function distrust(address: Address, { code, certificate }: Greeting & { is: 'untrusted' }, { ca }: Named): string {
  const at = shownAddress(address)
  if (code === 'CERT_HAS_EXPIRED')
    return `${at} shows a certificate that expired on ${day(certificate.valid_to)}; it needs a new one`
  if (code === 'CERT_NOT_YET_VALID')
    return `${at} shows a certificate that holds from ${day(certificate.valid_from)} on; look at the clock of this machine, and at the certificate`
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID')
    return `${at} shows a certificate for ${certificate.subjectaltname ?? 'no name'}, not for "${address.host}"; expected a certificate with that name, or the address that it bears`
  return `${at} shows a certificate by "${nameOf(certificate.issuer)}", for whom nobody vouches here (${code}); expected in ${ca} the file of the authority that issued it`
}

const nameOf = (issuer?: PeerCertificate['issuer']) => [issuer?.CN ?? issuer?.O ?? 'nobody named'].flat().join(', ')
const day = (date: string) => new Date(date).toISOString().slice(0, 10)
