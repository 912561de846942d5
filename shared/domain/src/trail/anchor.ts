import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto'
import type { Anchor, TrailHead } from '@huiyin/schemas/trail.ts'
import { canonical } from './canonical.ts'
import { sha256 } from './link.ts'

/** A new private key: PKCS 8 in base64url. */
export const newSigningKey = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64url')

const privateKeyOf = (text: string): KeyObject =>
  createPrivateKey({ key: Buffer.from(text, 'base64url'), type: 'pkcs8', format: 'der' })

/** The public key of a private one: SPKI in base64url. */
export const publicKeyOf = (privateKey: string): string =>
  createPublicKey(privateKeyOf(privateKey)).export({ type: 'spki', format: 'der' }).toString('base64url')

const signedText = ({ n, at, heads, prev, key }: Omit<Anchor, 'signature'>) =>
  Buffer.from(canonical(['huiyin anchor 1', n, at, heads, prev, key]))

/** What the next anchor names as the one before it. */
export const anchorHash = (anchor: Anchor): string => sha256(canonical(anchor))

/** The next anchor; `at` in ms UTC. */
export function anchorAfter(
  before: Anchor | undefined,
  { at, heads, privateKey }: { at: number; heads: readonly TrailHead[]; privateKey: string }
): Anchor {
  const prev = before ? anchorHash(before) : ''
  const content = { n: (before?.n ?? 0) + 1, at, heads: [...heads], prev, key: publicKeyOf(privateKey) }
  return { ...content, signature: sign(null, signedText(content), privateKeyOf(privateKey)).toString('base64url') }
}

/** Whether it was signed by the key that it names. */
export function isSigned(anchor: Anchor): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(anchor.key, 'base64url'), type: 'spki', format: 'der' })
    const signature = Buffer.from(anchor.signature, 'base64url')
    if (signature.toString('base64url') !== anchor.signature) return false // another spelling is a change too
    return verify(null, signedText(anchor), key, signature)
  } catch {
    return false // what is no key has signed nothing
  }
}
