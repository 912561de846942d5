import { type Static, Type } from 'typebox'
import { Label } from './names.ts'

/** How tickets that nobody has in hand are shared out among people. */

const closed = { additionalProperties: false }
const Id = Type.String({ minLength: 1, maxLength: 100, pattern: '^[A-Za-z0-9._-]+$' })
const Name = Type.String({ minLength: 1, maxLength: 200 })
const some = Type.Array(Name, { minItems: 1, maxItems: 200 })

/** All that is given must hold; within a list one of them. Without anything it is every ticket. */
export const ShareWhen = Type.Object(
  {
    /** accountId()s. */
    accounts: Type.Optional(some),
    /** Of the ticket, or of the dispatch that a department has now. */
    departments: Type.Optional(some),
    labels: Type.Optional(Type.Array(Label, { minItems: 1, maxItems: 10 })),
    /** Names of places that the citizen named. */
    places: Type.Optional(some),
    urgent: Type.Optional(Type.Boolean())
  },
  closed
)
export type ShareWhen = Static<typeof ShareWhen>

/** The first rule in order that matches decides: whoever of its people has waited longest gets the ticket. */
export const ShareRule = Type.Object(
  {
    id: Id,
    name: Type.String({ minLength: 1, maxLength: 100 }),
    /** Smaller ones are asked first; ties by id. */
    order: Type.Integer({ minimum: 0, maximum: 10_000 }),
    when: ShareWhen,
    /** Ids of the people among whom it shares. */
    to: Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { minItems: 1, maxItems: 100, uniqueItems: true }),
    /** Open tickets that each of them has in hand at most before they get no more. */
    capacity: Type.Integer({ minimum: 1, maximum: 1000 }),
    enabled: Type.Boolean()
  },
  closed
)
export type ShareRule = Static<typeof ShareRule>

/** With the tag for If-Match. */
export const ShareRuleRow = Type.Object({ ...ShareRule.properties, tag: Type.String() })
export const ShareRuleList = Type.Object({ rows: Type.Array(ShareRuleRow) })

/** `rule`: as if it were saved; absent: as the rules stand. */
export const SharePreviewBody = Type.Object({ rule: Type.Optional(ShareRule) }, closed)

/** How the open tickets that nobody has would fall now. */
export const SharePreview = Type.Object({
  rows: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      /** Open tickets that they have in hand already. */
      inHand: Type.Integer(),
      gets: Type.Integer(),
      /** Why they get none: they cannot sign in, are on leave, or have as many as the rule lets them have. */
      why: Type.Optional(Type.Union([Type.Literal('away'), Type.Literal('leave'), Type.Literal('full')]))
    })
  ),
  /** By the rule that would decide. */
  rules: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), shares: Type.Integer() })),
  /** Those that would stay with nobody: no rule matches, or nobody of it is free. */
  left: Type.Integer(),
  /** Tickets that were looked at, those due first. */
  looked: Type.Integer(),
  /** All that nobody has. */
  total: Type.Integer()
})
export type SharePreview = Static<typeof SharePreview>
