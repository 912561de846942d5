import type { Cut } from '@huiyin/domain/search-text.ts'
import type { AccountBook } from '@huiyin/ports/accounts.ts'
import type { Desk } from '@huiyin/ports/act.ts'
import type { Addresses } from '@huiyin/ports/addresses.ts'
import type { Assistant } from '@huiyin/ports/assistant.ts'
import type { Check } from '@huiyin/ports/check.ts'
import type { Clock } from '@huiyin/ports/clock.ts'
import type { Comments } from '@huiyin/ports/comments.ts'
import type { EventLog } from '@huiyin/ports/event-log.ts'
import type { Files } from '@huiyin/ports/files.ts'
import type { History } from '@huiyin/ports/history.ts'
import type { Intake } from '@huiyin/ports/intake.ts'
import type { OfficeMap } from '@huiyin/ports/office-map.ts'
import type { Platform } from '@huiyin/ports/platform.ts'
import type { Printer } from '@huiyin/ports/printer.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { Rulebook } from '@huiyin/ports/rulebook.ts'
import type { Tickets } from '@huiyin/ports/tickets.ts'
import type { Trail } from '@huiyin/ports/trail.ts'
import type { Vault } from '@huiyin/ports/vault.ts'
import type { PostWebhook } from '@huiyin/ports/webhooks.ts'
import type { Capabilities } from '@huiyin/schemas/capabilities.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'
import type { HouseEvent } from '@huiyin/schemas/event.ts'
import type { RateLimits } from '@huiyin/schemas/rate-limits.ts'
import type { OidcSettings, SignInSettings } from '@huiyin/schemas/sign-in.ts'
import type { Certificate } from './certificate.ts'

/** How long a client is waited for, ms. */
export type Patience = {
  /** Until the headers of a request have come. */
  headers: number
  /** Until it has come whole. */
  request: number
  /** Until something moves on a connection where an answer is under way; live views beat every 15 s. */
  silence: number
}

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

/** What the api asks of the world. */
export interface ApiPorts {
  tickets: Tickets
  comments: Comments
  history: History
  trail: Trail
  records: Records
  /** What is attached to tickets, outside the store. */
  files: Files
  rulebook: Rulebook
  events: EventLog<HouseEvent>
  desk: Desk
  clock: Clock
  /** Cuts what a person asks for into words. */
  cut: Cut
  accounts: Accounts
  /** The accounts themselves, for who keeps them. */
  book: AccountBook
  /** Of an account as it stands now; undefined where it is not connected. */
  platform: (of: { platform: string; account: string }) => Platform | undefined
  /** Prints documents into files. */
  printer: Printer
  /** A model that may propose replies; absent: none does. */
  assistant?: Assistant
  /** Whether what a person has entered may be asked. */
  addresses: Addresses
  /** Tells an address what happened, once. */
  postWebhook: PostWebhook
  /** Seals what must not be read where it is kept. */
  vault: Vault
  /** What comes from outside without a session. */
  intake: Intake
  /** Puts what was seen on the topic `comments`; answers when the log has it. */
  append: (observations: readonly Observation[]) => Promise<unknown>
  /** The office's own departments and places. */
  map: OfficeMap
  /** Puts a parked message on its topic again; answers when the log has it. */
  replay: (topic: string, raw: string) => Promise<void>
  /** How many events each group of readers has still to read. */
  lags: () => Promise<Record<string, number>>
  /** What this process tells in Prometheus's text format beside what it answers; absent: its memory and event loop. */
  told?: () => Promise<string>
  /** One line per thing that the api cannot work without. Its details hold no secret. */
  ready: () => Promise<Check[]>
}

export interface ApiSettings {
  /** The house runs on the simulator. */
  demo: boolean
  version: string
  /** There is a folder for backups: one is expected every day. */
  backsUp?: boolean
  /** Where browsers find the api, such as `https://huiyin.example.gov.cn`; cookies are Secure when it is https. */
  publicUrl?: string
  /** Folder of the built web app; absent: no pages are served. */
  webRoot?: string
  /** Overrides what `publicUrl` says. */
  secureCookie?: boolean
  /** Addresses of reverse proxies whose X-Forwarded-For is believed, as Fastify's `trustProxy`. */
  trustProxy?: boolean | string
  /** Where TLS is ended here; cookies are Secure then. */
  tls?: Certificate
  /** How long a client is waited for, ms; as `serverOptions` says where absent. */
  patience?: Partial<Patience>
  /** Requests a second that are answered; absent: however many come. */
  limits?: RateLimits
  /** How long sessions and passwords last. */
  signIn?: SignInSettings
  /** A provider of single sign-on, and the client's secret there. */
  oidc?: OidcSettings
}
