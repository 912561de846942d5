import type { AccountBook } from '@huiyin/ports/accounts.ts'
import type { Desk } from '@huiyin/ports/act.ts'
import type { Clock } from '@huiyin/ports/clock.ts'
import type { Comments } from '@huiyin/ports/comments.ts'
import type { EventLog } from '@huiyin/ports/event-log.ts'
import type { History } from '@huiyin/ports/history.ts'
import type { Intake } from '@huiyin/ports/intake.ts'
import type { Platform } from '@huiyin/ports/platform.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { Rulebook } from '@huiyin/ports/rulebook.ts'
import type { Tickets } from '@huiyin/ports/tickets.ts'
import type { Vault } from '@huiyin/ports/vault.ts'
import type { Capabilities } from '@huiyin/schemas/capabilities.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'
import type { HouseEvent } from '@huiyin/schemas/event.ts'
import type { OidcSettings, SignInSettings } from '@huiyin/schemas/sign-in.ts'

/** What a person needs to know of an account: its name, and how long a public reply may be. */
export type AccountFacts = {
  name: string
  /** In the units of `replyLength`. */
  replyLimit?: number
  /** How the platform counts a text; by characters where it is absent. */
  replyLength?: (text: string) => number
  /** What its platform can do; absent where it cannot be asked. */
  can?: Capabilities
  demo?: boolean
}

/** Undefined for an account that is not configured (any more). */
export type Accounts = (platform: string, account: string) => AccountFacts | undefined

/** `advisory`: a person has to know, but requests are answered all the same. */
export type Check = { name: string; ok: boolean; detail: string; advisory?: boolean }

/** What the api asks of the world. */
export interface ApiPorts {
  tickets: Tickets
  comments: Comments
  history: History
  records: Records
  rulebook: Rulebook
  events: EventLog<HouseEvent>
  desk: Desk
  clock: Clock
  accounts: Accounts
  /** The accounts themselves, for who keeps them. */
  book: AccountBook
  /** Of an account as it stands now; undefined where it is not connected. */
  platform: (of: { platform: string; account: string }) => Platform | undefined
  /** Seals what must not be read where it is kept. */
  vault: Vault
  /** What comes from outside without a session. */
  intake: Intake
  /** Puts what was seen on the topic `comments`; answers when the log has it. */
  append: (observations: readonly Observation[]) => Promise<unknown>
  /** Names of the office's departments, as configured. */
  departments: readonly string[]
  /** Puts a parked message on its topic again; answers when the log has it. */
  replay: (topic: string, raw: string) => Promise<void>
  /** One line per thing that the api cannot work without. Its details hold no secret. */
  ready: () => Promise<Check[]>
}

export interface ApiSettings {
  /** The house runs on the simulator. */
  demo: boolean
  version: string
  /** Where browsers find the api, such as `https://huiyin.example.gov.cn`; cookies are Secure when it is https. */
  publicUrl?: string
  /** Folder of the built web app; absent: no pages are served. */
  webRoot?: string
  /** Overrides what `publicUrl` says. */
  secureCookie?: boolean
  /** Addresses of reverse proxies whose X-Forwarded-For is believed, as Fastify's `trustProxy`. */
  trustProxy?: boolean | string
  /** How long sessions and passwords last. */
  signIn?: SignInSettings
  /** A provider of single sign-on, and the client's secret there. */
  oidc?: OidcSettings
}
