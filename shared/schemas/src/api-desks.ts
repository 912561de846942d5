import { type Static, Type } from 'typebox'
import { TicketRow } from './api.ts'
import { ActName } from './api-view.ts'
import { Dispatch } from './case.ts'
import { Clock } from './clock.ts'
import { Instant } from './names.ts'

/** What is with departments, and what waits for a second person: lists over many tickets. */

/** Where a dispatch stands on the board; `bounced` waits for somebody of the office, or for the head who rules. */
export const DispatchStage = Type.Union([
  Type.Literal('to-sign'),
  Type.Literal('handling'),
  Type.Literal('returned'),
  Type.Literal('bounced')
])
export type DispatchStage = Static<typeof DispatchStage>

const { id, department, assisting, request, dispatchedAt, leavesAt, signedAt } = Dispatch.properties

const Said = Type.Object({ text: Type.String(), by: Type.String(), at: Instant })

/** A link that was given out, as the office sees it; its address is not kept. */
export const BoardLink = Type.Object({
  id: Type.String(),
  to: Type.String(),
  at: Instant,
  expiresAt: Instant,
  openedAt: Type.Optional(Instant),
  endedAt: Type.Optional(Instant)
})
export type BoardLink = Static<typeof BoardLink>

/** A dispatch and its ticket. */
export const DispatchRow = Type.Object({
  ticket: TicketRow,
  id,
  stage: DispatchStage,
  department,
  assisting,
  request,
  by: Type.String(),
  dispatchedAt,
  leavesAt,
  signedAt,
  signedBy: Type.Optional(Type.String()),
  /** Since when it stands so. */
  since: Instant,
  /** The department's clock, while it runs. */
  clock: Type.Optional(
    Type.Object({
      stage: Type.Optional(Clock.properties.stage),
      startedAt: Instant,
      dueAt: Instant,
      urgent: Type.Boolean(),
      pausedUntil: Type.Optional(Instant)
    })
  ),
  result: Type.Optional(Said),
  bounce: Type.Optional(
    Type.Object({ grounds: Type.String(), proposes: Type.String(), by: Type.String(), at: Instant })
  ),
  /** How often it was sent back in this cycle, and whether it may not be again: then the head rules. */
  bounces: Type.Integer(),
  bounceFinal: Type.Boolean(),
  ruled: Type.Boolean(),
  /** The department that had it before, where it was transferred. */
  from: Type.Optional(Type.String()),
  /** What somebody watches until it is done. */
  supervised: Type.Array(
    Type.Object({ owner: Type.String(), dueAt: Instant, instruction: Type.Boolean(), text: Type.String() })
  ),
  links: Type.Array(BoardLink),
  /** What who asks may do with it without being asked anything. */
  may: Type.Array(ActName)
})
export type DispatchRow = Static<typeof DispatchRow>

/** `departments` are all that who asks may see, whatever department was asked for; `rows` are 500 at most. */
export const DispatchList = Type.Object({
  rows: Type.Array(DispatchRow),
  total: Type.Integer(),
  departments: Type.Array(Type.Object({ name: Type.String(), count: Type.Integer(), overdue: Type.Integer() })),
  /** There are more tickets under way than were looked at; those due last were not. */
  cut: Type.Boolean(),
  now: Instant
})
export type DispatchList = Static<typeof DispatchList>

/** Something that waits for who asks to decide it. `may`: what they may do with it. */
export const ReviewRow = Type.Object({
  kind: Type.Union([Type.Literal('reply'), Type.Literal('ask'), Type.Literal('removal')]),
  /** Of the reply, of what was asked, or of the removal. */
  id: Type.String(),
  by: Type.String(),
  at: Instant,
  may: Type.Array(ActName),
  ticket: TicketRow
})
export type ReviewRow = Static<typeof ReviewRow>

/** Those whose ticket falls due first, first. `judgements`: tickets whose label a person looks at first. */
export const ReviewList = Type.Object({ rows: Type.Array(ReviewRow), judgements: Type.Integer(), now: Instant })
export type ReviewList = Static<typeof ReviewList>
