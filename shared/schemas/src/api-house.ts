import { type Static, Type } from 'typebox'
import { Actor } from './actor.ts'
import { EventType } from './event.ts'
import { Instant } from './names.ts'
import { Finding } from './reply-check.ts'
import { RuleProblem } from './rule-problem.ts'

/** RFC 9457, with the house's stable code. */
export const Problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  detail: Type.String(),
  code: Type.String(),
  /** Where in a refused request, such as `query/sort`. */
  at: Type.Optional(Type.String()),
  /** Of rules that cannot be saved like that: all that is wrong with them. */
  problems: Type.Optional(Type.Array(RuleProblem)),
  /** Of a reply that may not go to review like that: all that was found. */
  findings: Type.Optional(Type.Array(Finding)),
  /** Of a conflict: who acted last since what was seen, and by which event. */
  winner: Type.Optional(Type.Object({ name: Type.String(), type: EventType, at: Instant })),
  /** Of a search that is not understood: what is wrong, and where in it, in UTF-16 units. */
  query: Type.Optional(
    Type.Object({
      zh: Type.String(),
      en: Type.String(),
      from: Type.Integer({ minimum: 0 }),
      to: Type.Integer({ minimum: 0 })
    })
  )
})
export type Problem = Static<typeof Problem>

export const SignInBody = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 200 }),
    password: Type.String({ minLength: 1, maxLength: 500 }),
    /** Of the authenticator, or a recovery code: of those who use one. */
    code: Type.Optional(Type.String({ minLength: 1, maxLength: 40 }))
  },
  { additionalProperties: false }
)
export const Session = Type.Object({
  actor: Actor,
  demo: Type.Boolean(),
  version: Type.String(),
  /** Names of the actions that the table of roles grants them, in whatever scope. */
  may: Type.Array(Type.String()),
  /** Nothing else is answered before they have changed their password. */
  mustChange: Type.Optional(Type.Boolean())
})
export type Session = Static<typeof Session>

/** Whom a ticket can be given to: who can sign in, and the names of the departments. */
export const Directory = Type.Object({ people: Type.Array(Actor), departments: Type.Array(Type.String()) })
export type Directory = Static<typeof Directory>

/** A message that could not be parsed, as it came. */
export const ParkedRow = Type.Object({
  id: Type.String(),
  topic: Type.String(),
  reason: Type.String(),
  raw: Type.String(),
  /** It was too long to be kept whole, and cannot be replayed. */
  cut: Type.Boolean(),
  at: Instant,
  replayedAt: Type.Optional(Instant)
})
export type ParkedRow = Static<typeof ParkedRow>

export const ParkedList = Type.Object({ rows: Type.Array(ParkedRow), after: Type.Optional(Type.String()) })
export type ParkedList = Static<typeof ParkedList>

export const Readiness = Type.Object({
  ready: Type.Boolean(),
  checks: Type.Array(
    Type.Object({
      name: Type.String(),
      ok: Type.Boolean(),
      detail: Type.String(),
      /** A person has to know; requests are answered all the same. */
      advisory: Type.Optional(Type.Boolean())
    })
  )
})
export type Readiness = Static<typeof Readiness>
