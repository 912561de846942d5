import { type Static, Type } from 'typebox'
import { Instant } from './names.ts'
import { SavedSearchBody } from './saved-search.ts'

/** A search that one keeps. `key` is its id among one's own. */
export const SavedSearchRow = Type.Object({
  key: Type.String(),
  ...SavedSearchBody.properties,
  at: Instant,
  /** Whether its owner is reached by any channel: else nothing is told, and what it finds is seen by asking only. */
  reached: Type.Boolean(),
  /** Why it finds nothing: it is not understood any more, or asks for what its owner may not. */
  broken: Type.Optional(Type.String())
})
export type SavedSearchRow = Static<typeof SavedSearchRow>

export const SavedSearchList = Type.Object({ rows: Type.Array(SavedSearchRow) })
