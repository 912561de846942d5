import { type Static, Type } from 'typebox'
import { HouseEvent } from './event.ts'
import { Instant } from './names.ts'
import { Anchor, TrailHead, Verification } from './trail.ts'

/** An event with the link that stands for it; what happened just now has none for a moment. */
export const TrailRow = Type.Object({
  event: HouseEvent,
  /** Number of the ticket, where it is of one. */
  number: Type.Optional(Type.String()),
  /** What it said was taken out by right; its link stands. */
  redacted: Type.Optional(Type.Literal(true)),
  link: Type.Optional(Type.Object({ id: Type.String(), hash: Type.String() }))
})
export type TrailRow = Static<typeof TrailRow>

export const TrailPage = Type.Object({
  rows: Type.Array(TrailRow),
  after: Type.Optional(Type.String()),
  now: Instant
})
export type TrailPage = Static<typeof TrailPage>

export const TrailState = Type.Object({
  /** How far each partition has come. */
  heads: Type.Array(TrailHead),
  anchor: Type.Optional(Anchor),
  verification: Type.Optional(Verification),
  now: Instant
})
export type TrailState = Static<typeof TrailState>
