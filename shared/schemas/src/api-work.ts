import { type Static, Type } from 'typebox'
import { Instant } from './names.ts'
import { Assignee, LIMITS, Tag } from './ticket.ts'

/** How people share work: what a browser sends, and what it is answered. */

const closed = { additionalProperties: false }
const Id = Type.String({ minLength: 1, maxLength: 200 })
const Tags = Type.Array(Tag, { maxItems: LIMITS.tags, uniqueItems: true })

/** `to`: who has it in hand from now on. `from`: whom the author saw as having it; absent: nobody. */
export const AssignBody = Type.Object({ to: Id, from: Type.Optional(Id) }, closed)
export const UnassignBody = Type.Object({ from: Id }, closed)
export const TagsBody = Type.Object({ add: Type.Optional(Tags), remove: Type.Optional(Tags) }, closed)

/** `shared`: departments that have the case read it too; absent: the office only, or the author's own department. */
export const NoteBody = Type.Object(
  {
    text: Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' }),
    mentions: Type.Optional(Type.Array(Id, { maxItems: 20, uniqueItems: true })),
    shared: Type.Optional(Type.Boolean())
  },
  closed
)
export type NoteBody = Static<typeof NoteBody>

export const NoteView = Type.Object({
  id: Type.String(),
  at: Instant,
  by: Type.Object({ id: Type.String(), name: Type.String(), department: Type.Optional(Type.String()) }),
  text: Type.String(),
  mentions: Type.Array(Assignee),
  shared: Type.Boolean()
})
export type NoteView = Static<typeof NoteView>

/** Somebody was named in a note. */
export const MentionRow = Type.Object({
  id: Type.String(),
  ticket: Type.String(),
  number: Type.String(),
  note: Type.String(),
  by: Type.String(),
  at: Instant,
  text: Type.String(),
  read: Type.Boolean()
})
export type MentionRow = Static<typeof MentionRow>

/** The newest 200; `unread` counts among them. */
export const MentionList = Type.Object({ rows: Type.Array(MentionRow), unread: Type.Integer(), now: Instant })
export type MentionList = Static<typeof MentionList>

/** Absent: all of them. */
export const MentionsReadBody = Type.Object({ ids: Type.Optional(Type.Array(Id, { maxItems: 200 })) }, closed)
export const MentionsRead = Type.Object({ unread: Type.Integer() })

/** Words that were ever used as a tag. */
export const TagList = Type.Object({ tags: Type.Array(Type.String()) })

export const QueueName = Type.Union([
  Type.Literal('mine'),
  Type.Literal('unassigned'),
  Type.Literal('due-next'),
  Type.Literal('overdue'),
  Type.Literal('urgent'),
  Type.Literal('labels-to-review'),
  Type.Literal('replies-to-review'),
  Type.Literal('department')
])
export type QueueName = Static<typeof QueueName>

/** `query`: what lists it, behind `GET /api/tickets?`. `department`: of which, where the queue is a department's. */
export const QueueRow = Type.Object({
  name: QueueName,
  department: Type.Optional(Type.String()),
  count: Type.Integer(),
  query: Type.String()
})
export type QueueRow = Static<typeof QueueRow>

export const QueueList = Type.Object({ rows: Type.Array(QueueRow), now: Instant })
export type QueueList = Static<typeof QueueList>

export const Doing = Type.Union([Type.Literal('reading'), Type.Literal('writing')])
export type Doing = Static<typeof Doing>
export const PresenceBody = Type.Object({ doing: Doing }, closed)

/** Who else is at the ticket. */
export const PresenceRow = Type.Object({ id: Type.String(), name: Type.String(), doing: Doing, since: Instant })
export type PresenceRow = Static<typeof PresenceRow>
export const PresenceList = Type.Object({ rows: Type.Array(PresenceRow), now: Instant })
