import { type Static, Type } from 'typebox'
import { Actor } from './actor.ts'
import { Instant } from './names.ts'
import { LIMITS } from './ticket-limits.ts'

const Said = Type.String({ minLength: 1, maxLength: 2000 })
const Names = Type.Array(Type.String({ minLength: 1, maxLength: 100 }), { maxItems: 20 })

/** A link by which somebody of the department acts on this dispatch alone, without an account. Its token is not kept. */
export const DispatchLink = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 60 }),
  /** Whom it was made for: what they do is told under this name. */
  to: Type.String({ minLength: 1, maxLength: 100 }),
  by: Actor,
  at: Instant,
  expiresAt: Instant,
  /** When something was done by it first; looking at it is not told. */
  openedAt: Type.Optional(Instant),
  /** It was revoked. */
  endedAt: Type.Optional(Instant)
})
export type DispatchLink = Static<typeof DispatchLink>

/**
 * A department is asked to act (派单). `dispatched` → `signed` (签收) → `returned` with a result; or `bounced` (退单)
 * with grounds inside the window. `withdrawn`: given to another, or not needed any more.
 */
export const Dispatch = Type.Object({
  id: Type.String(),
  department: Type.String({ minLength: 1, maxLength: 100 }),
  /** Several owners: the department leads, these assist (R24). */
  assisting: Type.Optional(Names),
  state: Type.Union([
    Type.Literal('dispatched'),
    Type.Literal('signed'),
    Type.Literal('returned'),
    Type.Literal('bounced'),
    Type.Literal('withdrawn')
  ]),
  cycle: Type.Integer({ minimum: 1 }),
  /** What is asked; for the department, not for the citizen. */
  request: Said,
  by: Actor,
  dispatchedAt: Instant,
  /** Nobody is told of it before; withdrawn by then, nobody is. Absent: they were told at once. */
  leavesAt: Type.Optional(Instant),
  signedBy: Type.Optional(Actor),
  signedAt: Type.Optional(Instant),
  result: Type.Optional(Type.Object({ text: Said, by: Actor, at: Instant })),
  bounce: Type.Optional(
    Type.Object({ by: Actor, at: Instant, grounds: Said, proposes: Type.String({ minLength: 1, maxLength: 100 }) })
  ),
  /** Who owns it was ruled: it cannot be sent back any more (R24). */
  ruled: Type.Optional(Type.Object({ by: Actor, at: Instant, grounds: Said })),
  endedAt: Type.Optional(Instant),
  links: Type.Optional(Type.Array(DispatchLink, { maxItems: LIMITS.dispatchLinks }))
})
export type Dispatch = Static<typeof Dispatch>

/** Watched until done (督办), also by a leader's instruction (批示). */
export const Supervision = Type.Object({
  id: Type.String(),
  by: Actor,
  at: Instant,
  /** A leader's instruction. */
  instruction: Type.Boolean(),
  text: Said,
  owner: Type.String({ minLength: 1, maxLength: 100 }),
  dueAt: Instant,
  endedAt: Type.Optional(Instant)
})
export type Supervision = Static<typeof Supervision>

/** What one person asks and another decides: longer time (R25), lower priority (R21), closing without a result. */
export const Ask = Type.Object({
  id: Type.String(),
  kind: Type.Union([Type.Literal('extend'), Type.Literal('lower'), Type.Literal('close-without-result')]),
  /** Over when the case has gone on into another. */
  cycle: Type.Optional(Type.Integer({ minimum: 1 })),
  by: Actor,
  at: Instant,
  reason: Said,
  /** Of `extend`: the due time asked for. */
  until: Type.Optional(Instant),
  decided: Type.Optional(Type.Object({ by: Actor, at: Instant, granted: Type.Boolean() }))
})
export type Ask = Static<typeof Ask>

/** From opening to closing; reopened, the case goes on in the next (R20). */
export const Cycle = Type.Object({
  n: Type.Integer({ minimum: 1 }),
  openedAt: Instant,
  /** Reopened after the window: it counts as a new case. */
  newCase: Type.Optional(Type.Boolean()),
  closedAt: Type.Optional(Instant),
  closedBy: Type.Optional(Actor),
  how: Type.Optional(
    Type.Union([
      Type.Literal('answered'),
      Type.Literal('result-told'),
      Type.Literal('without-result'),
      Type.Literal('nothing-asked'),
      Type.Literal('dismissed'),
      Type.Literal('deleted'),
      Type.Literal('merged')
    ])
  ),
  /** 1–5, as the citizen said afterwards. */
  satisfaction: Type.Optional(Type.Object({ score: Type.Integer({ minimum: 1, maximum: 5 }), by: Actor, at: Instant }))
})
export type Cycle = Static<typeof Cycle>
