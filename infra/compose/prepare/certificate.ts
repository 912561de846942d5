import { createHash, createPublicKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { isIPv4 } from 'node:net'
import { bits, boolean, explicit, implicit, integer, objectId, octets, sequence, set, text, time } from './der.ts'

const DAY = 86_400_000
const ECDSA_WITH_SHA256 = sequence(objectId('1.2.840.10045.4.3.2'))
const nameOf = (commonName: string) => sequence(set(sequence(objectId('2.5.4.3'), text(commonName))))
const extension = (id: string, value: Buffer, critical = false) =>
  sequence(objectId(id), ...(critical ? [boolean(true)] : []), octets(value))

const keyId = (publicKey: Buffer) => createHash('sha1').update(publicKey).digest()

/** What the key of an authority may sign, or that of a server may be used for. */
const usesOf = (isAuthority: boolean) =>
  isAuthority
    ? [
        extension('2.5.29.19', sequence(boolean(true)), true),
        extension('2.5.29.15', bits(Buffer.from([0b00000110]), 1), true)
      ]
    : [
        extension('2.5.29.19', sequence(), true),
        extension('2.5.29.15', bits(Buffer.from([0b10000000]), 7), true),
        extension('2.5.29.37', sequence(objectId('1.3.6.1.5.5.7.3.1'), objectId('1.3.6.1.5.5.7.3.2')))
      ]

const alternative = (name: string) =>
  isIPv4(name) ? implicit(7, Buffer.from(name.split('.').map(Number))) : implicit(2, Buffer.from(name))

const pem = (der: Buffer) =>
  `-----BEGIN CERTIFICATE-----\n${der.toString('base64').replace(/.{64}(?=.)/g, '$&\n')}\n-----END CERTIFICATE-----\n`

export interface Certificate {
  cert: string
  key: string
}

export interface Wanted {
  name: string
  /** Host names and addresses of version 4. */
  names?: readonly string[]
  /** How long it holds, from a day ago. */
  days: number
  issuer?: Certificate & { name: string }
  now?: Date
}

/**
 * A certificate in PEM with its key (PKCS #8), on the curve P-256. Signed by `issuer` ({ name, key, cert }), or by
 * itself as an authority where there is none.
 */
export function makeCertificate({ name, names = [], days, issuer, now = new Date() }: Wanted): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const signer = issuer ?? { name, key: privateKey }
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  const issuerSpki = issuer ? createPublicKey(issuer.cert).export({ type: 'spki', format: 'der' }) : spki
  const extensions = [
    ...usesOf(!issuer),
    extension('2.5.29.14', octets(keyId(spki))),
    extension('2.5.29.35', sequence(implicit(0, keyId(issuerSpki)))),
    ...(names.length > 0 ? [extension('2.5.29.17', sequence(...names.map(alternative)))] : [])
  ]
  const content = sequence(
    explicit(0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    ECDSA_WITH_SHA256,
    nameOf(signer.name),
    sequence(time(new Date(now.getTime() - DAY)), time(new Date(now.getTime() + days * DAY))),
    nameOf(name),
    spki,
    explicit(3, sequence(...extensions))
  )
  const cert = pem(sequence(content, ECDSA_WITH_SHA256, bits(sign('sha256', content, signer.key))))
  return { cert, key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() }
}
