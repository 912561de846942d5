import { type Static, Type } from 'typebox'
import { Actor } from './actor.ts'
import { Instant } from './names.ts'
import { Role } from './role.ts'
import { PasswordHash } from './sign-in.ts'
import { Assignee } from './work.ts'

/** Who signs in. Who can be told is another thing: `person.ts`. */

/** The name that somebody signs in with. */
export const UserId = Type.String({ pattern: '^[a-z0-9][a-z0-9._-]{1,49}$' })

/** `proposed`: waits for an administrator; `suspended`: not for now; `left`: for good. */
export const UserState = Type.Union([
  Type.Literal('proposed'),
  Type.Literal('active'),
  Type.Literal('suspended'),
  Type.Literal('left')
])
export type UserState = Static<typeof UserState>

const Step = Type.Object({ by: Type.String(), at: Instant, why: Type.Optional(Type.String()) })

/** As it is kept, by the name that they sign in with. What later versions added is optional. */
export const StoredUser = Type.Object({
  actor: Actor,
  /** Absent until they are approved. */
  password: Type.Optional(PasswordHash),
  passwordAt: Type.Optional(Instant),
  /** Those before, the newest first. */
  earlier: Type.Optional(Type.Array(PasswordHash)),
  mustChange: Type.Optional(Type.Boolean()),
  /** Absent: active. */
  state: Type.Optional(UserState),
  proposed: Type.Optional(Step),
  approved: Type.Optional(Step),
  /** Why they are suspended or left. */
  ended: Type.Optional(Step),
  /** Since when we know of them. */
  since: Type.Optional(Instant),
  lastSignInAt: Type.Optional(Instant),
  /** Of wrong passwords since they signed in last. */
  failures: Type.Optional(Type.Object({ count: Type.Integer(), lastAt: Instant })),
  unlockedAt: Type.Optional(Instant),
  /** Sessions made under an earlier number have ended. */
  epoch: Type.Optional(Type.Integer()),
  secondFactor: Type.Optional(Type.Boolean()),
  /** Whom a provider of single sign-on knows them as. */
  oidc: Type.Optional(Type.Object({ issuer: Type.String(), sub: Type.String() })),
  language: Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')]))
})
export type StoredUser = Static<typeof StoredUser>

const Name = Type.String({ minLength: 1, maxLength: 100 })
const given = {
  /** Their real name. */
  name: Name,
  /** At least one; the first is the one that is shown. */
  roles: Type.Array(Role, { minItems: 1, maxItems: 9 }),
  department: Type.Optional(Name),
  /** accountId()s of the accounts that they care for; absent: all. */
  accounts: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { minItems: 1, maxItems: 200 }))
}
const closed = { additionalProperties: false }

export const UserBody = Type.Object({ id: UserId, ...given }, closed)
export type UserBody = Static<typeof UserBody>
/** `successor`: id of who goes on with the open tickets that they may not work on any more; absent: nobody. */
const Successor = Type.Optional(Type.String({ minLength: 1, maxLength: 200 }))
export const UserChangeBody = Type.Object({ ...given, successor: Successor }, closed)
export type UserChangeBody = Static<typeof UserChangeBody>

/** Why, for those who read it later. */
export const ReasonBody = Type.Object({ why: Type.String({ minLength: 1, maxLength: 500 }) }, closed)
/** `successor`: id of who goes on with the tickets that they have in hand; absent: nobody, and all see them. */
export const LeaveBody = Type.Object({ ...ReasonBody.properties, successor: Successor }, closed)
export const ResetBody = Type.Object({ secondFactor: Type.Optional(Type.Boolean()) }, closed)

/** As people read it: without what lets one in. */
export const UserRow = Type.Object({
  id: Type.String(),
  name: Type.String(),
  /** Department and name, as one is called here. */
  nickname: Type.String(),
  role: Type.String(),
  roles: Type.Array(Type.String()),
  department: Type.Optional(Type.String()),
  accounts: Type.Optional(Type.Array(Type.String())),
  state: UserState,
  proposed: Type.Optional(Step),
  approved: Type.Optional(Step),
  ended: Type.Optional(Step),
  lastSignInAt: Type.Optional(Instant),
  /** When their password has to be changed. */
  passwordUntil: Type.Optional(Instant),
  mustChange: Type.Boolean(),
  secondFactor: Type.Boolean(),
  /** A provider of single sign-on knows them. */
  linked: Type.Boolean(),
  failures: Type.Optional(Type.Object({ count: Type.Integer(), lastAt: Instant })),
  language: Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')])),
  /** For If-Match. */
  tag: Type.String()
})
export type UserRow = Static<typeof UserRow>

export const UserList = Type.Object({ rows: Type.Array(UserRow), now: Instant })

/** With a password that is good once, shown to whoever hands it over and nowhere else. */
export const UserWithPassword = Type.Object({ user: UserRow, password: Type.String() })
export type UserWithPassword = Static<typeof UserWithPassword>

/** A ticket that somebody who leaves is still in. */
export const HandOver = Type.Object({
  ticket: Type.String(),
  number: Type.String(),
  /** Who has it in hand now, where they had. */
  to: Type.Optional(Assignee),
  /** They have taken it on; had it in hand; wrote a reply that has not left; speak for the office on it; have an open question on it. */
  why: Type.Array(
    Type.Union([
      Type.Literal('taken'),
      Type.Literal('assigned'),
      Type.Literal('reply'),
      Type.Literal('spokesperson'),
      Type.Literal('asked')
    ])
  )
})
export type HandOver = Static<typeof HandOver>

export const UserLeft = Type.Object({ user: UserRow, handOver: Type.Array(HandOver) })

/** What one may set of oneself. */
export const MeBody = Type.Object({ language: Type.Union([Type.Literal('zh'), Type.Literal('en')]) }, closed)
