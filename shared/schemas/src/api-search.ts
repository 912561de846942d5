import { type Static, Type } from 'typebox'
import { CommentRow, TicketRow } from './api.ts'
import { PostRow } from './api-intake.ts'
import { Instant } from './names.ts'

const Offset = Type.Integer({ minimum: 0 })

/** A piece of a text that answers a search; `marks` are the places in it that were looked for, in UTF-16 units. */
export const SearchSnippet = Type.Object({ text: Type.String(), marks: Type.Array(Type.Tuple([Offset, Offset])) })
export type SearchSnippet = Static<typeof SearchSnippet>

/** One of the three is there, as its own list gives it. */
export const SearchRow = Type.Object({
  ticket: Type.Optional(TicketRow),
  comment: Type.Optional(CommentRow),
  post: Type.Optional(PostRow),
  snippets: Type.Array(SearchSnippet)
})
export type SearchRow = Static<typeof SearchRow>

/** How many of what was found have a value; only what who asks may see is counted. */
export const SearchFacet = Type.Object({
  field: Type.String(),
  values: Type.Array(Type.Object({ value: Type.String(), name: Type.Optional(Type.String()), count: Type.Integer() }))
})
export type SearchFacet = Static<typeof SearchFacet>

export const SearchAnswer = Type.Object({
  rows: Type.Array(SearchRow),
  total: Type.Integer(),
  /** Begins the next page; absent on the last one. */
  after: Type.Optional(Type.String()),
  facets: Type.Optional(Type.Array(SearchFacet)),
  /** How the search was understood: in its plainest form, and the words that it was cut into. */
  understood: Type.Object({ printed: Type.String(), words: Type.Array(Type.String()) }),
  now: Instant
})
export type SearchAnswer = Static<typeof SearchAnswer>

export const LikeAnswer = Type.Object({ rows: Type.Array(SearchRow), words: Type.Array(Type.String()), now: Instant })
export type LikeAnswer = Static<typeof LikeAnswer>
