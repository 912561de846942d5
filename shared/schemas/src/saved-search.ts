import { type Static, Type } from 'typebox'
import { Instant } from './names.ts'
import { UserId } from './user.ts'

/** What can be asked for again and again. */
export const SavedWhat = Type.Union([Type.Literal('tickets'), Type.Literal('comments')])
export type SavedWhat = Static<typeof SavedWhat>

/** When its owner is told of new finds: together every five minutes at most, every hour, or at eight in the morning. */
export const TellFinds = Type.Union([
  Type.Literal('never'),
  Type.Literal('soon'),
  Type.Literal('hourly'),
  Type.Literal('daily')
])
export type TellFinds = Static<typeof TellFinds>

/** What a person writes. */
export const SavedSearchBody = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 60 }),
    what: SavedWhat,
    /** In the language of searches. */
    q: Type.String({ minLength: 1, maxLength: 500 }),
    tell: TellFinds
  },
  { additionalProperties: false }
)
export type SavedSearchBody = Static<typeof SavedSearchBody>

/** A search that somebody keeps, and is told of what it newly finds. */
export const SavedSearch = Type.Object({
  ...SavedSearchBody.properties,
  /** Of all searches of the house: `<person>/<their own id>`. */
  id: Type.String(),
  person: UserId,
  at: Instant
})
export type SavedSearch = Static<typeof SavedSearch>

/** What a saved search found as it came; made once for each. */
export const Find = Type.Object({ search: Type.String(), of: Type.String(), at: Instant })
export type Find = Static<typeof Find>
