import { type Static, Type } from 'typebox'
import { Actor } from './actor.ts'
import { ArchiveKind } from './archive-kind.ts'
import { Instant } from './names.ts'

export * from './archive-kind.ts'

const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' })
const Name = Type.String({ minLength: 1, maxLength: 200 })
const Count = Type.Integer({ minimum: 0 })

/** A file of a folder that leaves the house: where it lies there, and the checksum of what is in it. */
export const PackFile = Type.Object({
  path: Type.String({ minLength: 1, maxLength: 500 }),
  sha256: Sha256,
  bytes: Count
})
export type PackFile = Static<typeof PackFile>

/** What an erasure did to a file of a sealed archive: it is another by now, or gone where it has no checksum any more. */
export const Amendment = Type.Object({
  path: PackFile.properties.path,
  /** As it was sealed. */
  was: Sha256,
  sha256: Type.Optional(Sha256),
  bytes: Type.Optional(Count),
  /** Id of the erasure. */
  erasure: Type.String(),
  at: Instant
})
export type Amendment = Static<typeof Amendment>

/** A stretch of a table: `tables/<table>-<n>.csv` for spreadsheets, `.js` for the page. */
export const PackPart = Type.Object({ table: Name, n: Type.Integer({ minimum: 1 }), rows: Count })
export type PackPart = Static<typeof PackPart>

/** An archive is of a year; an inspection's pack of a stretch of time and some accounts, and stands in no chain. */
export const PackKind = Type.Union([...ArchiveKind.anyOf, Type.Literal('inspection')])
export type PackKind = Static<typeof PackKind>

/** What says that it is whole and unchanged; `previous` is that of the archive that was sealed before it. */
export const Seal = Type.Object({
  /** Of the manifest. */
  sha256: Sha256,
  bytes: Count,
  files: Count,
  rows: Count,
  at: Instant,
  /** Counts sealed archives, from 1. */
  n: Type.Optional(Type.Integer({ minimum: 1 })),
  previous: Type.Optional(Sha256)
})
export type Seal = Static<typeof Seal>

const Step = Type.Object({ by: Actor, at: Instant, why: Type.Optional(Type.String({ maxLength: 500 })) })

/** building → sealed → destroyed, when its term is over and two persons say so; its seal and manifest stay. */
export const PackState = Type.Union([Type.Literal('building'), Type.Literal('sealed'), Type.Literal('destroyed')])

/** A row of the long work that makes it, and what it is afterwards. */
export const Pack = Type.Object({
  id: Type.String(),
  kind: PackKind,
  title: Name,
  /** UTC in ms; from (inclusive) to (exclusive). */
  from: Instant,
  to: Instant,
  /** Of an archive. */
  year: Type.Optional(Type.Integer()),
  /** accountId()s; absent: all. */
  accounts: Type.Optional(Type.Array(Type.String(), { maxItems: 500 })),
  state: PackState,
  by: Actor,
  askedAt: Instant,
  worker: Type.Optional(Type.String()),
  startedAt: Type.Optional(Instant),
  endedAt: Type.Optional(Instant),
  /** Where the work goes on: which source, and its own place. */
  cursor: Type.Optional(Type.String()),
  parts: Type.Array(PackPart),
  /** Each a kept list of PackFile. */
  lists: Type.Array(Sha256),
  /** Values by which the page lets one filter: `<table>/<column>`. */
  values: Type.Record(Type.String(), Type.Array(Type.String(), { maxItems: 200 })),
  /** What was counted on the way. */
  counts: Type.Record(Type.String(), Type.Number()),
  /** Share of the work that is done, 0–1. */
  done: Type.Number(),
  seal: Type.Optional(Seal),
  /** By path: what erasures changed since; its seal is still that of what was sealed. */
  amended: Type.Optional(Type.Array(Amendment, { maxItems: 5_000 })),
  /** It could not be made; asked for again it begins anew. */
  failed: Type.Optional(Type.Object({ code: Type.String(), message: Type.String(), at: Instant })),
  /** Somebody has proposed to destroy it. */
  proposed: Type.Optional(Step),
  destroyed: Type.Optional(Step)
})
export type Pack = Static<typeof Pack>
