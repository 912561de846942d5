import { type Static, Type } from 'typebox'
import { EventType, HistoryRow } from './event.ts'
import { Instant } from './names.ts'

/** base64url of a sha256. */
const Hash = Type.String({ pattern: '^[\\w-]{43}$' })
const Partition = Type.Integer({ minimum: 0 })
const Count = Type.Integer({ minimum: 1 })

/**
 * One event in the trail, by its digest alone: what it says stands in `history`, with the salt that the digest was made
 * with. Where the row is redacted its salt goes with it, and nobody can guess from the digest what it said.
 */
export const Link = Type.Object({
  partition: Partition,
  /** From 1 without gaps, in the order of the log. */
  n: Count,
  /** The event's. */
  at: Instant,
  /** Number of the ticket; of what is no ticket its id, such as `person/li`. */
  subject: Type.String(),
  type: EventType,
  /** Where in the partition the event was first seen. */
  offset: Type.String(),
  digest: Hash,
  /** Hash of the link before; empty for the first. */
  prev: Type.Union([Type.Literal(''), Hash]),
  /** Over all of the above. */
  hash: Hash
})
export type Link = Static<typeof Link>

/** How far the trail of one partition had come. */
export const TrailHead = Type.Object({ partition: Partition, n: Count, hash: Hash })
export type TrailHead = Static<typeof TrailHead>

/** The heads of all partitions at one instant, signed; anchors are chained too. */
export const Anchor = Type.Object({
  n: Count,
  at: Instant,
  heads: Type.Array(TrailHead),
  /** Hash of the anchor before; empty for the first. */
  prev: Type.Union([Type.Literal(''), Hash]),
  /** The public key, ed25519: SPKI in base64url. */
  key: Type.String(),
  /** Over all of the above, base64url. */
  signature: Type.String()
})
export type Anchor = Static<typeof Anchor>

const What = Type.Union([
  Type.Literal('link-missing'),
  Type.Literal('link-altered'),
  Type.Literal('link-unchained'),
  Type.Literal('row-missing'),
  Type.Literal('row-altered'),
  Type.Literal('row-unlinked'),
  Type.Literal('anchor-missing'),
  Type.Literal('anchor-altered'),
  Type.Literal('anchor-broken'),
  Type.Literal('key-unknown')
])

/** Something that is not as it was written; `words` names it for a person. */
export const Finding = Type.Object({
  what: What,
  /** `partition/n`. */
  link: Type.Optional(Type.String()),
  /** Number of the anchor. */
  anchor: Type.Optional(Type.Integer()),
  words: Type.String()
})
export type Finding = Static<typeof Finding>

/** What a verification met. */
export const Verification = Type.Object({
  at: Instant,
  /** Of a part only: links between the anchors around these instants. */
  from: Type.Optional(Instant),
  to: Type.Optional(Instant),
  ok: Type.Boolean(),
  links: Type.Integer(),
  rows: Type.Integer(),
  /** Rows whose content was taken out, by a person's right; their links stand. */
  redacted: Type.Integer(),
  /** Links younger than the last anchor: nobody has signed them yet. */
  unanchored: Type.Integer(),
  anchors: Type.Integer(),
  /** The public key that all signatures were held against; absent where there is no anchor. */
  key: Type.Optional(Type.String()),
  /** How many there are; the first of them follow. */
  broken: Type.Integer(),
  findings: Type.Array(Finding)
})
export type Verification = Static<typeof Verification>

/** The first line of an exported period. */
export const TrailFileHead = Type.Object({
  huiyin: Type.Literal('trail'),
  version: Type.Literal(1),
  madeAt: Instant,
  /** From (inclusive), to (exclusive). */
  from: Instant,
  to: Instant,
  /** The public key that signed. */
  key: Type.String(),
  /** Numbers of the anchors that hold the links between them; before 1: from the very beginning. */
  before: Type.Integer({ minimum: 0 }),
  behind: Type.Integer({ minimum: 0 })
})
export type TrailFileHead = Static<typeof TrailFileHead>

/** Each further line: an anchor, a link with its event where it is of the period (null: gone), or the end. */
export const TrailFileLine = Type.Union([
  Type.Object({ anchor: Anchor }),
  Type.Object({ link: Link, row: Type.Optional(Type.Union([HistoryRow, Type.Null()])) }),
  Type.Object({ end: Type.Object({ anchors: Type.Integer(), links: Type.Integer(), rows: Type.Integer() }) })
])
export type TrailFileLine = Static<typeof TrailFileLine>
