import { type Static, Type } from 'typebox'
import { Instant, PlatformName } from './names.ts'
import { Quota } from './quota.ts'

const Name = Type.String({ minLength: 1, maxLength: 200 })

/** How long a comment may stand unseen on average, in ms, by the age of its post. */
export const DelayBounds = Type.Object({
  /** Posts of up to 72 hours. */
  fresh: Type.Integer({ minimum: 500 }),
  /** Posts of up to 30 days. */
  old: Type.Integer({ minimum: 500 })
})
export type DelayBounds = Static<typeof DelayBounds>

/** An office's account on a platform. `credentials` never leave the process that uses them. */
export const Account = Type.Object({
  platform: PlatformName,
  /** The platform's own id of the account: appid on WeChat, uid on Weibo, open_id on Douyin and Kuaishou, account id on Mastodon. */
  id: Name,
  name: Name,
  /** Base URL of the API; absent: the platform's own. On Mastodon the address of the instance. */
  api: Type.Optional(Type.String({ format: 'uri' })),
  credentials: Type.Record(Type.String(), Type.String({ maxLength: 4000 })),
  /** What cannot be found out by asking: which of several interfaces this app has. */
  options: Type.Optional(Type.Record(Type.String(), Type.String({ maxLength: 500 }))),
  /** Articles to watch on WeChat, where no API lists those pushed by hand: `<msg_data_id>` or `<msg_data_id>_<index>`. */
  posts: Type.Optional(Type.Array(Type.String())),
  /** When the office began to use Huiyin for it: comments published 7 days before are history. */
  since: Instant,
  /** Expected discovery delay; absent: 15 and 60 minutes on Weibo, 5 and 60 elsewhere. */
  delay: Type.Optional(DelayBounds),
  /** What the platform granted this account or app, where it differs from what is usual. */
  quotas: Type.Optional(Type.Array(Quota, { maxItems: 5 })),
  /** It is to publish at least so many posts in so many days. */
  publishes: Type.Optional(
    Type.Object({
      posts: Type.Integer({ minimum: 1, maximum: 1000 }),
      days: Type.Integer({ minimum: 1, maximum: 366 })
    })
  ),
  /** Who answers for the account, and who else may use its password. */
  responsible: Type.Optional(Name),
  authorised: Type.Optional(Type.Array(Name, { maxItems: 50 })),
  /** When its password was changed last; after 90 days somebody is reminded. */
  passwordChangedAt: Type.Optional(Instant),
  /** Nothing is read or sent until it is taken up again. */
  paused: Type.Optional(Type.Boolean()),
  demo: Type.Optional(Type.Boolean())
})
export type Account = Static<typeof Account>

/** An account without its secrets: what may leave the process. */
export const PublicAccount = Type.Omit(Account, ['credentials'])
export type PublicAccount = Static<typeof PublicAccount>

/** One credential or option of a platform's account, as forms and the command line ask for it. */
export interface AccountField {
  name: string
  required: boolean
  /** Kept encrypted, never shown again. */
  secret: boolean
  words: { zh: string; en: string }
  /** The values that it may have; absent: any text. The first is the default. */
  oneOf?: readonly string[]
}
