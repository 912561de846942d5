import { type Static, Type } from 'typebox'

/** What is archived, each by the year (Asia/Shanghai) in which it happened. */
export const ArchiveKind = Type.Union([
  Type.Literal('publications'),
  Type.Literal('replies'),
  Type.Literal('reports'),
  Type.Literal('training')
])
export type ArchiveKind = Static<typeof ArchiveKind>

export const ARCHIVE_KINDS: readonly ArchiveKind[] = ArchiveKind.anyOf.map(({ const: kind }) => kind)
