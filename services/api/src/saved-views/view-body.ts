import { Instant } from '@huiyin/schemas/names.ts'
import { type Static, Type } from 'typebox'
import { TicketFilterBody } from '../jobs/job-body.ts'
import { TicketQuery } from '../queries.ts'

const closed = { additionalProperties: false }

/** The id that a browser gives it: one's own, or among the shared ones. */
export const ViewId = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,59}$' })

export const ViewBody = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 60 }),
    icon: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
    query: TicketFilterBody,
    sort: TicketQuery.properties.sort,
    /** Names of columns, as the web knows them. */
    columns: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 40 }), { maxItems: 40 })),
    /** Its place among the others. */
    order: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 }))
  },
  closed
)
export type ViewBody = Static<typeof ViewBody>

/** `key` names it among all: `own/…` or `shared/…`. */
export const ViewRow = Type.Object({
  id: Type.String(),
  key: Type.String(),
  shared: Type.Boolean(),
  ...ViewBody.properties,
  /** Fields of an older query that this version does not know: it is shown without them. */
  lost: Type.Array(Type.String()),
  by: Type.String(),
  at: Instant,
  tag: Type.String()
})
export type ViewRow = Static<typeof ViewRow>
export const ViewList = Type.Object({ rows: Type.Array(ViewRow) })

/** How many tickets each holds, by its key. A view that may not be counted by who asks is left out. */
export const ViewCounts = Type.Object({ counts: Type.Record(Type.String(), Type.Integer()), now: Instant })
