import { type Static, Type } from 'typebox'
import { Actor } from './actor.ts'
import { Instant, PlatformName } from './names.ts'

const Id = Type.String({ minLength: 1, maxLength: 200 })
const Why = Type.String({ minLength: 1, maxLength: 500 })
const Native = Type.String({ minLength: 1, maxLength: 500 })

/** What is to be erased: one comment, or all that one citizen has written to the office's accounts on a platform. */
export const ErasureOf = Type.Union([
  Type.Object({ kind: Type.Literal('comment'), comment: Id, publishedAt: Instant }, { additionalProperties: false }),
  Type.Object(
    { kind: Type.Literal('citizen'), platform: PlatformName, citizen: Native },
    { additionalProperties: false }
  )
])
export type ErasureOf = Static<typeof ErasureOf>

/** What is looked for while an erasure is under way. It holds what is to go, and goes with it. */
export const Traces = Type.Object({
  /** Every text under which the comments were seen. */
  texts: Type.Array(Type.String()),
  /** Names of the citizen. */
  names: Type.Array(Type.String()),
  /** Ids and numbers of comments and tickets: what names one of them is about the citizen. */
  about: Type.Array(Type.String()),
  /** What the office had said before: when a citizen has quoted it, it stays the office's. */
  known: Type.Array(Type.String())
})
export type Traces = Static<typeof Traces>

/** Something that a person looks at: a machine may not cut into it. */
export const ErasureLook = Type.Object({
  why: Type.Union([Type.Literal('setting'), Type.Literal('attachment'), Type.Literal('refused')]),
  /** Kind and id of the record. */
  kind: Type.String(),
  id: Type.String()
})
export type ErasureLook = Static<typeof ErasureLook>

/** What left the house since the comments came, and may hold them: whoever has it deletes it. */
export const ErasureLeft = Type.Object({ at: Instant, by: Type.String(), what: Type.String() })
export type ErasureLeft = Static<typeof ErasureLeft>

/** What was done; none of it says what was erased. */
export const ErasureDone = Type.Object({
  at: Instant,
  /** By place: `comments`, `tickets`, `history`, `files`, `archives`, `copies`, and kinds of records. */
  erased: Type.Record(Type.String(), Type.Integer({ minimum: 0 })),
  /** Where copies expire by themselves, and by when (UTC in ms). */
  expires: Type.Array(Type.Object({ what: Type.Union([Type.Literal('log'), Type.Literal('backups')]), at: Instant })),
  look: Type.Array(ErasureLook, { maxItems: 200 }),
  left: Type.Array(ErasureLeft, { maxItems: 200 })
})
export type ErasureDone = Static<typeof ErasureDone>

/**
 * asked → granted by a second person → done; or refused. A row of long work while it is granted.
 * It names comments by their ids and no citizen but by the platform's own number.
 */
export const Erasure = Type.Object({
  id: Id,
  of: ErasureOf,
  /** How the citizen asked, and who it was found out to be: a reference, no name. */
  why: Why,
  by: Actor,
  askedAt: Instant,
  state: Type.Union([Type.Literal('asked'), Type.Literal('granted'), Type.Literal('refused'), Type.Literal('done')]),
  decided: Type.Optional(Type.Object({ by: Actor, at: Instant, why: Type.Optional(Why) })),
  /** The comments that it is about. */
  comments: Type.Optional(Type.Array(Type.Object({ id: Type.String(), publishedAt: Instant }))),
  tickets: Type.Optional(Type.Array(Type.String())),
  traces: Type.Optional(Traces),
  /** What the segmenter had made of the words: as long as they are looked for. */
  words: Type.Optional(Type.Array(Type.String())),
  /** Checksums of files that went with what they belonged to. */
  files: Type.Optional(Type.Array(Type.String())),
  counts: Type.Record(Type.String(), Type.Integer({ minimum: 0 })),
  look: Type.Array(ErasureLook, { maxItems: 200 }),
  /** Numbers of tickets whose reply is on its way: what it says is erased when it has arrived. */
  waits: Type.Array(Type.String()),
  worker: Type.Optional(Type.String()),
  startedAt: Type.Optional(Instant),
  endedAt: Type.Optional(Instant),
  cursor: Type.Optional(Type.String()),
  /** When somebody looks at it again. */
  nextAt: Type.Optional(Instant),
  done: Type.Optional(ErasureDone)
})
export type Erasure = Static<typeof Erasure>

/** What the api takes. */
export const ErasureBody = Type.Object({ of: ErasureOf, why: Why }, { additionalProperties: false })
export type ErasureBody = Static<typeof ErasureBody>

export const ErasureDecisionBody = Type.Object(
  { granted: Type.Boolean(), why: Type.Optional(Why) },
  { additionalProperties: false }
)
export type ErasureDecisionBody = Static<typeof ErasureDecisionBody>

const Who = Type.Object({ id: Type.String(), name: Type.String() })

/** What the api says of one. */
export const ErasureView = Type.Object({
  id: Type.String(),
  of: ErasureOf,
  why: Type.String(),
  by: Who,
  askedAt: Instant,
  state: Erasure.properties.state,
  decided: Type.Optional(Type.Object({ by: Who, at: Instant, why: Type.Optional(Type.String()) })),
  counts: Erasure.properties.counts,
  look: Erasure.properties.look,
  waits: Erasure.properties.waits,
  done: Type.Optional(ErasureDone),
  /** What the citizen is given, in Chinese; there when it is done. */
  certificate: Type.Optional(Type.String())
})
export type ErasureView = Static<typeof ErasureView>

export const ErasureList = Type.Object({ erasures: Type.Array(ErasureView) })
