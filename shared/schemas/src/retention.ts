import { type Static, Type } from 'typebox'

/** Whole years, counted from the end of the year that an archive is of; `permanent`: it is never destroyed. */
export const Term = Type.Union([Type.Integer({ minimum: 1, maximum: 200 }), Type.Literal('permanent')])
export type Term = Static<typeof Term>

/** How long archives are kept, by kind. */
export const Retention = Type.Object(
  {
    terms: Type.Object(
      { publications: Term, replies: Term, reports: Term, training: Term },
      { additionalProperties: false }
    )
  },
  { additionalProperties: false }
)
export type Retention = Static<typeof Retention>
