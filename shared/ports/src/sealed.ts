import type { Vault } from './vault.ts'

/** Kinds of the records whose value carries a secret, sealed, in its field `sealed`. */
export const SEALED_KINDS = ['account', 'token', 'totp', 'webhook', 'trail-key'] as const
export type SealedKind = (typeof SEALED_KINDS)[number]

/** A record's value with what is secret in it. */
export interface Sealed {
  sealed: string
}

/** What the secret of a record is sealed for: `id` is the record's id. */
export const aboutRecord = (kind: SealedKind, id: string): string => `${kind}/${id}`

export const sealRecord = (vault: Vault, kind: SealedKind, id: string, secret: unknown): string =>
  vault.seal(JSON.stringify(secret), aboutRecord(kind, id))

/** Throws as `Vault.open`. */
export const openRecord = (vault: Vault, kind: SealedKind, id: string, { sealed }: Sealed): unknown =>
  JSON.parse(vault.open(sealed, aboutRecord(kind, id)))
