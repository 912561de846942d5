import { type Static, Type } from 'typebox'
import { Actor } from './actor.ts'
import { Instant, Label } from './names.ts'
import { ReplyKind } from './ticket.ts'

/**
 * What a `{{variable}}` of a template may name: the citizen's name, the ticket's number, the department that handles
 * it, the office (name of the account), the day until which something is promised, a public phone number.
 */
export const TEMPLATE_VARIABLES = ['citizen', 'number', 'department', 'office', 'dueDay', 'phone'] as const
export type TemplateVariable = (typeof TEMPLATE_VARIABLES)[number]

/** One version of a template of replies; immutable but for its approval and its end. */
export const Template = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,59}$' }),
    version: Type.Integer({ minimum: 1 }),
    name: Type.String({ minLength: 1, maxLength: 100 }),
    kind: ReplyKind,
    /** For tickets of these labels; absent: of all. */
    labels: Type.Optional(Type.Array(Label, { maxItems: 4 })),
    /** For tickets of these departments; absent: of all. */
    departments: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 100 }), { maxItems: 100 })),
    /** With `{{variables}}`. */
    text: Type.String({ minLength: 1, maxLength: 2000 }),
    /** Absent: nobody has approved it, and what is made of it goes through review. */
    approved: Type.Optional(Type.Object({ by: Actor, at: Instant }, { additionalProperties: false })),
    effectiveFrom: Instant,
    retiredAt: Type.Optional(Instant)
  },
  { additionalProperties: false }
)
export type Template = Static<typeof Template>
