import { type Static, Type } from 'typebox'
import { ArchiveKind, PackKind, PackState, Seal } from './archive.ts'
import { Instant } from './names.ts'

/** What the api says of archives and of packs for inspections. */

const closed = { additionalProperties: false }
const Step = Type.Object({
  by: Type.Object({ id: Type.String(), name: Type.String() }),
  at: Instant,
  why: Type.Optional(Type.String())
})

export const ArchiveView = Type.Object({
  id: Type.String(),
  kind: PackKind,
  title: Type.String(),
  from: Instant,
  to: Instant,
  year: Type.Optional(Type.Integer()),
  accounts: Type.Optional(Type.Array(Type.String())),
  state: PackState,
  by: Type.Object({ id: Type.String(), name: Type.String() }),
  askedAt: Instant,
  endedAt: Type.Optional(Instant),
  /** Share of the work that is done, 0–1. */
  done: Type.Number(),
  /** Rows so far. */
  rows: Type.Integer(),
  seal: Type.Optional(Seal),
  /** Why it could not be made; ask for it again when that is mended. */
  failed: Type.Optional(Type.Object({ code: Type.String(), message: Type.String(), at: Instant })),
  /** From when on it may be destroyed; absent: never, or it is of no year. */
  destroyableFrom: Type.Optional(Instant),
  /** Its term is over. */
  isOver: Type.Boolean(),
  proposed: Type.Optional(Step),
  destroyed: Type.Optional(Step)
})
export type ArchiveView = Static<typeof ArchiveView>

export const ArchiveList = Type.Object({ rows: Type.Array(ArchiveView), now: Instant })
export type ArchiveList = Static<typeof ArchiveList>

export const ArchiveBody = Type.Object(
  { kind: ArchiveKind, year: Type.Integer({ minimum: 2000, maximum: 2200 }) },
  closed
)

export const InspectionBody = Type.Object(
  {
    from: Instant,
    to: Instant,
    /** accountId()s; absent: all. */
    accounts: Type.Optional(
      Type.Array(Type.String({ minLength: 1, maxLength: 500 }), { minItems: 1, maxItems: 500, uniqueItems: true })
    )
  },
  closed
)

export const DestructionBody = Type.Object({ why: Type.String({ minLength: 1, maxLength: 500 }) }, closed)

/** What is wrong, a sentence each; nothing when it is whole and as it was sealed. */
export const ArchiveProof = Type.Object({ ok: Type.Boolean(), wrong: Type.Array(Type.String()) })
export type ArchiveProof = Static<typeof ArchiveProof>
