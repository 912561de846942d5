import { type Static, Type } from 'typebox'
import { Actor } from './actor.ts'
import { EventType } from './event.ts'
import { Instant } from './names.ts'

/** How a ticket came to who has it in hand: by a person, by a rule of fair shares, or from somebody who left it. */
export const AssignedHow = Type.Union([Type.Literal('hand'), Type.Literal('rule'), Type.Literal('hand-over')])
export type AssignedHow = Static<typeof AssignedHow>

/** Somebody of the office: the id that they sign in with, and their name. */
export const Assignee = Type.Object(
  { id: Type.String({ minLength: 1, maxLength: 200 }), name: Type.String({ minLength: 1, maxLength: 200 }) },
  { additionalProperties: false }
)
export type Assignee = Static<typeof Assignee>

/** Who has a ticket in hand; it stops no clock and is no turn. */
export const Assignment = Type.Object({ to: Assignee, by: Actor, at: Instant, how: AssignedHow })
export type Assignment = Static<typeof Assignment>

/** A word of the office's own for tickets; told apart as it is written. */
export const Tag = Type.String({ minLength: 1, maxLength: 30, pattern: '^\\S(.*\\S)?$' })
export type Tag = Static<typeof Tag>

/** What somebody last did on a ticket: the number and the type of the first event that it caused. */
export const LastAct = Type.Object({
  by: Assignee,
  at: Instant,
  n: Type.Integer({ minimum: 1 }),
  type: EventType
})
export type LastAct = Static<typeof LastAct>

/** A note inside the house, without its text: that stands in the records. Nobody outside ever sees one. */
export const NoteRef = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 200 }),
  at: Instant,
  by: Actor,
  /** Ids of the people who are named in it. */
  mentions: Type.Array(Type.String({ maxLength: 200 }), { maxItems: 20 }),
  /** Departments that have the case read it too. */
  shared: Type.Optional(Type.Boolean())
})
export type NoteRef = Static<typeof NoteRef>
