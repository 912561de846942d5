import { type Static, Type } from 'typebox'
import { DispatchLink } from './case.ts'
import { Instant } from './names.ts'

/** For whom a link is made, and how many days it holds; until a week after the department's due time when absent. */
export const DispatchLinkBody = Type.Object(
  {
    to: Type.String({
      minLength: 1,
      maxLength: 100,
      pattern: '^\\S(.*\\S)?$',
      description: 'Who it is made for, as in 水务局值班室'
    }),
    days: Type.Optional(Type.Integer({ minimum: 1, maximum: 30 }))
  },
  { additionalProperties: false }
)

/** `openedAt`: something was done by it first. `endedAt`: it was revoked. `stands`: it is good now. */
export const DispatchLinkView = Type.Object({
  ...Type.Omit(DispatchLink, ['by']).properties,
  by: Type.String(),
  stands: Type.Boolean()
})
export type DispatchLinkView = Static<typeof DispatchLinkView>

export const DispatchLinkIssued = Type.Object({
  /** Whole where the house knows its public address; else what follows that of the page. */
  address: Type.String(),
  link: DispatchLinkView
})

export const DispatchLinks = Type.Object({ rows: Type.Array(DispatchLinkView), now: Instant })
export type DispatchLinks = Static<typeof DispatchLinks>
