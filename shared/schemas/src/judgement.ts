import { type Static, Type } from 'typebox'
import { Instant, Label, RiskLevel, SentimentName } from './names.ts'

/** Why a person looks at the label first: the model was not sure, or it was and is checked by sample. */
export const ReviewWhy = Type.Union([Type.Literal('unsure'), Type.Literal('sample')])
export type ReviewWhy = Static<typeof ReviewWhy>

/** What a model said of a comment's risk as it was seen at one moment. */
export const ScorePoint = Type.Object({
  at: Instant,
  score: Type.Number(),
  model: Type.String(),
  reasons: Type.Array(Type.String(), { maxItems: 50 })
})
export type ScorePoint = Static<typeof ScorePoint>

/** How the risk of one text of one comment went: no more than what its level follows from. */
export const Scored = Type.Object({
  points: Type.Array(ScorePoint),
  /** It was urgent once: that is never unsaid. */
  urgent: Type.Optional(Type.Boolean()),
  /** What a person knew when they judged otherwise: only what is worse than this speaks against their word. */
  known: Type.Optional(Type.Object({ level: RiskLevel, urgent: Type.Boolean() }))
})
export type Scored = Static<typeof Scored>

/** What a person may set right; what they have set is theirs. */
export const Corrections = Type.Object({
  label: Type.Optional(Label),
  department: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
  sentiment: Type.Optional(SentimentName),
  level: Type.Optional(RiskLevel),
  urgent: Type.Optional(Type.Boolean())
})
export type Corrections = Static<typeof Corrections>
