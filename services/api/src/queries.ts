import { Instant, Label, PlatformName, RiskLevel, SentimentName, TicketStatus } from '@huiyin/schemas/names.ts'
import { ReplyState, Tag } from '@huiyin/schemas/ticket.ts'
import { type TSchema, Type } from 'typebox'

/** What lists may be asked for. A list parameter is repeated: `status=open&status=answered`. */

const some = <S extends TSchema>(item: S) => Type.Optional(Type.Array(item, { minItems: 1, maxItems: 50 }))
const Name = Type.String({ minLength: 1, maxLength: 500 })

const Paged = {
  atMost: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, description: 'Rows at most; 50 when absent' })),
  after: Type.Optional(Type.String({ minLength: 1, maxLength: 4000, description: '`after` of the page before' }))
}

const Q = Type.Optional(
  Type.String({
    minLength: 1,
    maxLength: 1000,
    description: 'Words, "phrases", -not, OR, parentheses, field:value; docs/search.md tells all of it'
  })
)

export const TicketQuery = Type.Object(
  {
    q: Q,
    status: some(TicketStatus),
    label: some(Label),
    level: some(RiskLevel),
    urgent: Type.Optional(Type.Boolean()),
    review: Type.Optional(Type.Boolean()),
    account: some(Name),
    platform: some(PlatformName),
    department: some(Name),
    overdue: Type.Optional(
      Type.Literal('true', { description: 'Those that are open or being handled and whose due time is past' })
    ),
    assignee: Type.Optional(
      Type.Array(Name, { minItems: 1, maxItems: 50, description: 'Ids of who has it in hand; `me`: who asks' })
    ),
    unassigned: Type.Optional(Type.Boolean({ description: 'Whether nobody has it in hand' })),
    tag: some(Tag),
    reply: some(ReplyState),
    notMine: Type.Optional(
      Type.Literal('true', { description: 'Its reply is not by who asks: they may be the second person' })
    ),
    dueWithin: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 100_000,
        description: 'Minutes: those that are open or being handled and fall due from now on within so many'
      })
    ),
    sort: Type.Optional(Type.Union([Type.Literal('due'), Type.Literal('newest'), Type.Literal('risk')])),
    ...Paged
  },
  { additionalProperties: false }
)

export const CommentQuery = Type.Object(
  {
    q: Q,
    label: some(Label),
    level: some(RiskLevel),
    sentiment: some(SentimentName),
    account: some(Name),
    platform: some(PlatformName),
    post: Type.Optional(Name),
    ours: Type.Optional(Type.Boolean()),
    from: Type.Optional(Instant),
    to: Type.Optional(Instant),
    sort: Type.Optional(Type.Union([Type.Literal('newest'), Type.Literal('oldest')])),
    ...Paged
  },
  { additionalProperties: false }
)

export const AlertQuery = Type.Object(
  { ticket: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })), atMost: Paged.atMost },
  { additionalProperties: false }
)

export const PageQuery = Type.Object(Paged, { additionalProperties: false })

export const ById = Type.Object({ id: Type.String({ minLength: 1, maxLength: 200 }) })

export const DEFAULT_PAGE = 50
