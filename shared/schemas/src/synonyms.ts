import { type Static, Type } from 'typebox'

/** Words that a search takes for one another, such as 停水 and 断水. */
export const Synonyms = Type.Object(
  {
    /** How much a word counts that was not written itself: 1 is as much. */
    weight: Type.Number({ minimum: 0.1, maximum: 1 }),
    groups: Type.Array(
      Type.Object(
        {
          words: Type.Array(Type.String({ minLength: 1, maxLength: 40 }), { minItems: 2, maxItems: 20 })
        },
        { additionalProperties: false }
      ),
      { maxItems: 2000 }
    )
  },
  { additionalProperties: false }
)
export type Synonyms = Static<typeof Synonyms>
