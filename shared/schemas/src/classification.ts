import { type Static, Type } from 'typebox'
import { Label, RiskLevel, SentimentName } from './names.ts'

const Share = Type.Number({ minimum: 0, maximum: 1 })

/** One named reason of the risk score, that a person can read and argue with. */
export const RiskReason = Type.Object({
  /** Stable code, such as `danger-to-life`. */
  code: Type.String(),
  kind: Type.Union([
    Type.Literal('danger-now'),
    Type.Literal('content'),
    Type.Literal('tone'),
    Type.Literal('author'),
    Type.Literal('spread')
  ]),
  points: Type.Number(),
  /** What in the text said so. */
  evidence: Type.Optional(Type.String({ maxLength: 200 }))
})
export type RiskReason = Static<typeof RiskReason>

export const Risk = Type.Object({
  /** 0 to 100: the sum of the reasons, capped. */
  score: Type.Number({ minimum: 0, maximum: 100 }),
  level: RiskLevel,
  reasons: Type.Array(RiskReason, { maxItems: 50 })
})
export type Risk = Static<typeof Risk>

/** What the classifier says of one comment. */
export const Classification = Type.Object({
  /** Which model said so: name and version. */
  model: Type.String(),
  /** The text's words as cut by the segmenter, lower case, joined by one space. */
  words: Type.String(),
  label: Label,
  confidence: Share,
  sentiment: Type.Object({ name: SentimentName, score: Type.Number({ minimum: -1, maximum: 1 }) }),
  risk: Risk,
  /** Any reason of kind `danger-now`, whatever the sum. */
  urgent: Type.Boolean(),
  /** First-level department classes, the likeliest first, three at most. */
  departments: Type.Array(Type.Object({ name: Type.String(), confidence: Share }), { maxItems: 3 })
})
export type Classification = Static<typeof Classification>
