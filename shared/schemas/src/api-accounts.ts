import { type Static, Type } from 'typebox'
import { Account, PublicAccount } from './account.ts'
import { AccountStanding } from './account-standing.ts'
import { Capabilities } from './capabilities.ts'
import { Instant, PlatformName } from './names.ts'
import { ItemKind, OperatorItem } from './operator-item.ts'
import { Quota } from './quota.ts'
import { AccountState } from './stored-account.ts'

/** What the api says of accounts and of what waits for a person; a credential goes in and never comes out. */

const closed = { additionalProperties: false }
const { platform, id, name, since, credentials, paused: _, demo: __, ...others } = Account.properties
const Credentials = Type.Record(Type.String({ maxLength: 100 }), Type.String({ maxLength: 4000 }), {
  maxProperties: 20
})

/** A new account; without `since` it is taken into use now. */
export const AccountBody = Type.Object(
  { platform, id, name, since: Type.Optional(since), credentials: Credentials, ...others },
  closed
)
export type AccountBody = Static<typeof AccountBody>

/** As it is to be: what is absent is taken away, but for `since` and credentials. */
export const AccountChangeBody = Type.Object(
  {
    name,
    since: Type.Optional(since),
    credentials: Type.Optional({
      ...Credentials,
      description: 'Those that change; the others stay, an empty one is taken away'
    }),
    ...others
  },
  closed
)
export type AccountChangeBody = Static<typeof AccountChangeBody>

/** Something to be done, as a sentence. */
export const Reminder = Type.Object({
  kind: ItemKind,
  facts: OperatorItem.properties.facts,
  zh: Type.String(),
  en: Type.String()
})
export type Reminder = Static<typeof Reminder>

export const AccountRow = Type.Object({
  account: PublicAccount,
  /** `settings`: it stands in the settings file and is changed there. */
  origin: Type.Union([Type.Literal('settings'), Type.Literal('kept')]),
  state: AccountState,
  /** Names of the credentials that are set. */
  credentials: Type.Array(Type.String()),
  /** Goes into If-Match when it is changed. */
  tag: Type.String(),
  /** Why its credentials cannot be read; said to administrators only. */
  problem: Type.Optional(Type.String()),
  changedAt: Type.Optional(Instant),
  changedBy: Type.Optional(Type.String()),
  /** How it is collected; absent until a collector has looked. */
  standing: Type.Optional(AccountStanding),
  /** Absent where it is not connected. */
  capabilities: Type.Optional(Capabilities),
  quotas: Type.Optional(Type.Array(Quota)),
  reminders: Type.Array(Reminder)
})
export type AccountRow = Static<typeof AccountRow>

export const AccountList = Type.Object({ rows: Type.Array(AccountRow), now: Instant })
export type AccountList = Static<typeof AccountList>

const Field = Type.Object({
  name: Type.String(),
  required: Type.Boolean(),
  secret: Type.Boolean(),
  words: Type.Object({ zh: Type.String(), en: Type.String() }),
  /** The values that it may have, the first the default; absent: any text. */
  oneOf: Type.Optional(Type.Array(Type.String()))
})

/** What each platform needs of an account. */
export const AccountFieldList = Type.Object({
  platforms: Type.Array(
    Type.Object({ platform: PlatformName, credentials: Type.Array(Field), options: Type.Array(Field) })
  )
})
export type AccountFieldList = Static<typeof AccountFieldList>

/** What was found when it signed in and read one page. */
export const AccountCheck = Type.Object({
  ok: Type.Boolean(),
  findings: Type.Array(
    Type.Object({
      what: Type.String(),
      ok: Type.Boolean(),
      code: Type.Optional(Type.String()),
      message: Type.String()
    })
  )
})
export type AccountCheck = Static<typeof AccountCheck>

/** An item, and what is to be done as a sentence. */
export const ItemRow = Type.Object({ ...OperatorItem.properties, zh: Type.String(), en: Type.String() })
export type ItemRow = Static<typeof ItemRow>
export const ItemList = Type.Object({ rows: Type.Array(ItemRow), now: Instant })
export type ItemList = Static<typeof ItemList>

export const ResolveBody = Type.Object({ id: Type.String({ minLength: 1, maxLength: 500 }) }, closed)
/** `resolved`: this request did it; false when it was over already. */
export const ItemResolved = Type.Object({ resolved: Type.Boolean() })
