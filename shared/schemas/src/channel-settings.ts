import { type Static, Type } from 'typebox'

const Name = Type.String({ minLength: 1, maxLength: 40, pattern: '^[^/\\s](.*[^/\\s])?$' })
/** Name of a variable of the environment that holds a secret; those of the house's own settings are taken. */
const Variable = Type.String({ pattern: '^(?!HUIYIN_)[A-Z_][A-Z0-9_]*$' })
const Address = Type.String({ pattern: '^https?://[^\\s]+$' })
const Secret = Type.String({ minLength: 1 })
const perMinute = Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 }))

const robot = {
  name: Name,
  /** The robot's whole address with its key; a secret. */
  url: Type.Optional(Address),
  urlEnv: Type.Optional(Variable),
  /** A word that the robot asks of every message. */
  keyword: Type.Optional(Type.String({ minLength: 1, maxLength: 50 })),
  /** Messages a minute; absent: what the platform allows with some to spare. */
  perMinute
}
const signed = { secret: Type.Optional(Secret), secretEnv: Type.Optional(Variable) }
const closed = { additionalProperties: false }
const Mail = Type.String({ pattern: '^[^\\s@<>,]+@[^\\s@<>,]+$' })

/** Settings of each kind of channel. */
export const CHANNEL_KINDS = {
  wecom: Type.Object({ kind: Type.Literal('wecom'), ...robot }, closed),
  dingtalk: Type.Object({ kind: Type.Literal('dingtalk'), ...robot, ...signed }, closed),
  feishu: Type.Object(
    {
      kind: Type.Literal('feishu'),
      ...robot,
      ...signed,
      perSecond: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 }))
    },
    closed
  ),
  webhook: Type.Object(
    {
      kind: Type.Literal('webhook'),
      name: Name,
      url: Type.Optional(Address),
      urlEnv: Type.Optional(Variable),
      ...signed
    },
    closed
  ),
  smtp: Type.Object(
    {
      kind: Type.Literal('smtp'),
      name: Name,
      host: Type.String({ minLength: 1 }),
      /** Absent: 465 with implicit TLS, 25 without TLS, otherwise 587. */
      port: Type.Optional(Type.Integer({ minimum: 1, maximum: 65_535 })),
      /** Absent: implicit on 465, none on 25, otherwise starttls. */
      tls: Type.Optional(Type.Union([Type.Literal('implicit'), Type.Literal('starttls'), Type.Literal('none')])),
      user: Type.Optional(Type.String({ minLength: 1 })),
      password: Type.Optional(Secret),
      passwordEnv: Type.Optional(Variable),
      from: Mail,
      to: Type.Array(Mail, { minItems: 1, maxItems: 50 }),
      perMinute
    },
    closed
  )
} as const

/** One way to tell people, as configured. Secrets stand in it or in the variable that `…Env` names. */
export const ChannelSettings = Type.Union([
  CHANNEL_KINDS.wecom,
  CHANNEL_KINDS.dingtalk,
  CHANNEL_KINDS.feishu,
  CHANNEL_KINDS.webhook,
  CHANNEL_KINDS.smtp
])
export type ChannelSettings = Static<typeof ChannelSettings>
