import { type Static, Type } from 'typebox'
import { Instant } from './names.ts'

/** A token by which a program asks in somebody’s name: never itself, its record’s id is its sha256. */
export const StoredToken = Type.Object({
  /** Id of its person. */
  person: Type.String(),
  name: Type.String(),
  /** What it may do, of what its person may. */
  actions: Type.Array(Type.String()),
  /** Requests a minute; absent: what the settings give every token. */
  perMinute: Type.Optional(Type.Integer({ minimum: 1, maximum: 60_000 })),
  createdAt: Instant,
  expiresAt: Instant,
  usedAt: Type.Optional(Instant),
  revoked: Type.Optional(Type.Object({ by: Type.String(), at: Instant })),
  /** Digests of the Idempotency-Key by which it was made, and of what was asked for. */
  asked: Type.Optional(Type.Object({ key: Type.String(), body: Type.String() }))
})
export type StoredToken = Static<typeof StoredToken>

export const TokenBody = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 100 }),
    actions: Type.Array(Type.String({ minLength: 1, maxLength: 60 }), {
      minItems: 1,
      maxItems: 100,
      uniqueItems: true
    }),
    /** Days until it ends. */
    days: Type.Integer({ minimum: 1, maximum: 366 }),
    /** Requests that it may ask in a minute, a third of them at once; absent: what the settings say. */
    perMinute: Type.Optional(Type.Integer({ minimum: 1, maximum: 60_000 }))
  },
  { additionalProperties: false }
)
export type TokenBody = Static<typeof TokenBody>

export const TokenRow = Type.Object({
  id: Type.String(),
  ...Type.Omit(StoredToken, ['asked']).properties,
  state: Type.Union([Type.Literal('active'), Type.Literal('expired'), Type.Literal('revoked')])
})
export type TokenRow = Static<typeof TokenRow>

export const TokenList = Type.Object({ rows: Type.Array(TokenRow), now: Instant })

/** What a token may be given by who asks, in words. */
export const TokenActions = Type.Object({
  rows: Type.Array(Type.Object({ action: Type.String(), zh: Type.String(), en: Type.String() }))
})
export type TokenActions = Static<typeof TokenActions>

/** Shown once; nobody can read it again. */
export const TokenMade = Type.Object({ token: Type.String(), row: TokenRow })
