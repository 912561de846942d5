import { createHmac, timingSafeEqual } from 'node:crypto'

/** Codes of an authenticator: RFC 6238 over RFC 4226, with SHA-1, six digits and steps of 30 s, which all of them know. */

const STEP = 30_000
const DIGITS = 6
/** Clocks of telephones differ: a code of the step before or after counts too. */
const STEPS_AROUND = [0, -1, 1]
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The code of a counter (RFC 4226). */
export function hotp(secret: Uint8Array, counter: number, digits = DIGITS): string {
  const message = Buffer.alloc(8)
  message.writeBigUInt64BE(BigInt(counter))
  const mac = createHmac('sha1', secret).update(message).digest()
  const number = mac.readUInt32BE(mac.at(-1)! & 0xf) & 0x7fffffff
  return String(number % 10 ** digits).padStart(digits, '0')
}

/** Number of the step that an instant (ms since 1970) lies in. */
export const stepAt = (now: number): number => Math.floor(now / STEP)

/**
 * The step whose code it is, of those around now; undefined when it is none, or one not after `after`: each counts once.
 */
export function matchingStep(secret: Uint8Array, code: string, now: number, after = -1): number | undefined {
  const given = Buffer.from(code.normalize('NFKC').replaceAll(/\s/g, ''))
  const steps = STEPS_AROUND.map(around => stepAt(now) + around).filter(step => step > after)
  return steps.find(step => {
    const wanted = Buffer.from(hotp(secret, step))
    return given.length === wanted.length && timingSafeEqual(given, wanted)
  })
}

/** RFC 4648 without padding, as authenticators read it. */
export function base32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, byte => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map(five => ALPHABET[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

/** Of what `base32` made. */
export function fromBase32(text: string): Uint8Array {
  const bits = Array.from(text, one => ALPHABET.indexOf(one).toString(2).padStart(5, '0')).join('')
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], byte => Number.parseInt(byte, 2))
}

/** What a QR code for an authenticator holds. `account`: the name that the person signs in with. */
export function otpauthUri({ issuer, account, secret }: { issuer: string; account: string; secret: string }): string {
  const query = { secret, issuer, algorithm: 'SHA1', digits: String(DIGITS), period: String(STEP / 1000) }
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(account)}?${pairs.join('&')}`
}
