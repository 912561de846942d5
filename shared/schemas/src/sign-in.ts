import { type Static, Type } from 'typebox'
import { Instant } from './names.ts'

/** A password as it is kept: never itself, but argon2id of it with the cost under which it was made. */
export const PasswordHash = Type.Object({
  algorithm: Type.Literal('argon2id'),
  /** KiB. */
  memory: Type.Integer(),
  passes: Type.Integer(),
  parallelism: Type.Integer(),
  /** base64url. */
  nonce: Type.String(),
  tag: Type.String()
})
export type PasswordHash = Static<typeof PasswordHash>

const Password = Type.String({ minLength: 1, maxLength: 500 })
/** What an authenticator shows, or a recovery code. */
const Code = Type.String({ minLength: 6, maxLength: 40 })
const closed = { additionalProperties: false }

export const PasswordBody = Type.Object({ current: Password, password: Password }, closed)
export const CurrentBody = Type.Object({ current: Password }, closed)
export const CodeBody = Type.Object({ code: Code }, closed)
export const CurrentAndCodeBody = Type.Object({ current: Password, code: Code }, closed)

/** For an authenticator: as text, and as the address that a QR code holds. Shown once. */
export const SecondFactorSecret = Type.Object({ secret: Type.String(), uri: Type.String() })
export type SecondFactorSecret = Static<typeof SecondFactorSecret>

/** Each lets one in once when the authenticator is lost. Shown once. */
export const RecoveryCodes = Type.Object({ recovery: Type.Array(Type.String()) })
export type RecoveryCodes = Static<typeof RecoveryCodes>

/** An open session of one’s own. */
export const SessionRow = Type.Object({
  id: Type.String(),
  createdAt: Instant,
  usedAt: Instant,
  /** When it ends if it is not used any more. */
  until: Instant,
  address: Type.Optional(Type.String()),
  /** What the browser calls itself. */
  agent: Type.Optional(Type.String()),
  /** The one that asks. */
  current: Type.Boolean()
})
export type SessionRow = Static<typeof SessionRow>

export const SessionList = Type.Object({ rows: Type.Array(SessionRow), now: Instant })

/** Where to go on with single sign-on. */
export const SingleSignOn = Type.Object({ url: Type.String() })

/** How one signs in here, known before anybody has. */
export const SignInWays = Type.Object({
  /** Single sign-on, where it is configured: as people call it. */
  oidc: Type.Optional(Type.Object({ name: Type.String() }))
})

/** How long sessions and passwords last. */
export const SignInSettings = Type.Object(
  {
    passwordDays: Type.Integer({ minimum: 0, maximum: 3650, default: 90 }),
    idleMinutes: Type.Integer({ minimum: 5, maximum: 7 * 24 * 60, default: 8 * 60 }),
    absoluteHours: Type.Integer({ minimum: 1, maximum: 30 * 24, default: 7 * 24 }),
    unusedDays: Type.Integer({ minimum: 0, maximum: 3650, default: 90 })
  },
  closed
)
export type SignInSettings = Static<typeof SignInSettings>

export const SIGN_IN_DEFAULTS: SignInSettings = {
  passwordDays: 90,
  idleMinutes: 8 * 60,
  absoluteHours: 7 * 24,
  unusedDays: 90
}

/** A provider of OpenID Connect. */
export const OidcSettings = Type.Object(
  {
    issuer: Type.String({ pattern: '^https?://[^\\s]+$', maxLength: 500 }),
    clientId: Type.String({ minLength: 1, maxLength: 200 }),
    clientSecret: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
    /** Name of the variable in the environment that holds it instead. */
    clientSecretEnv: Type.Optional(Type.String({ pattern: '^[A-Z][A-Z0-9_]*$', maxLength: 100 })),
    /** As people call it, such as 政务统一认证. */
    name: Type.String({ minLength: 1, maxLength: 100 }),
    /** Whoever the provider knows and we do not is proposed, for an administrator to approve. */
    create: Type.Boolean({ default: false })
  },
  closed
)
export type OidcSettings = Static<typeof OidcSettings>
