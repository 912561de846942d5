import { type Static, Type } from 'typebox'
import { Instant, PlatformName } from './names.ts'

/** An office's account on a platform, as configured. `credentials` never leave the process that uses them. */
export const Account = Type.Object({
  platform: PlatformName,
  /** The platform's own id of the account: appid on WeChat, uid on Weibo. */
  id: Type.String({ minLength: 1, maxLength: 200 }),
  name: Type.String({ minLength: 1, maxLength: 200 }),
  /** Base URL of the API; absent: the platform's own. */
  api: Type.Optional(Type.String({ format: 'uri' })),
  credentials: Type.Record(Type.String(), Type.String()),
  /** Articles to watch on WeChat, where no API lists those pushed by hand: `<msg_data_id>` or `<msg_data_id>_<index>`. */
  posts: Type.Optional(Type.Array(Type.String())),
  /** When the office began to use Huiyin for it: comments published 7 days before are history. */
  since: Instant,
  /** Time between two polls, in ms; absent: as the platform's quota allows. */
  pollEvery: Type.Optional(Type.Integer({ minimum: 1000 })),
  demo: Type.Optional(Type.Boolean())
})
export type Account = Static<typeof Account>
