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
  evidence: Type.Optional(Type.String({ maxLength: 200 })),
  /** Where it stands, `text.slice(at[0], at[1])`. */
  at: Type.Optional(Type.Tuple([Type.Integer({ minimum: 0 }), Type.Integer({ minimum: 0 })]))
})
export type RiskReason = Static<typeof RiskReason>

export const Risk = Type.Object({
  /** 0 to 100: the sum of the reasons, capped. */
  score: Type.Number({ minimum: 0, maximum: 100 }),
  level: RiskLevel,
  reasons: Type.Array(RiskReason, { maxItems: 50 })
})
export type Risk = Static<typeof Risk>

const Offset = Type.Integer({ minimum: 0 })

/** A piece of the text, `text.slice(from, to)` in UTF-16 units, and how much it spoke for the answer (the strongest is 1). */
export const Evidence = Type.Object({
  answer: Type.Union([Type.Literal('label'), Type.Literal('sentiment'), Type.Literal('department')]),
  from: Offset,
  to: Offset,
  weight: Share
})
export type Evidence = Static<typeof Evidence>

/** A place of the gazetteer that the text names, `text.slice(from, to)`. */
export const PlaceNamed = Type.Object({ name: Type.String(), from: Offset, to: Offset })
export type PlaceNamed = Static<typeof PlaceNamed>

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
  departments: Type.Array(Type.Object({ name: Type.String(), confidence: Share }), { maxItems: 3 }),
  /** The deployment's own department, where its map names one. */
  office: Type.Optional(Type.String()),
  places: Type.Optional(Type.Array(PlaceNamed, { maxItems: 10 })),
  /** Why: the words that weighed most, the strongest first; absent where nothing was wanted. */
  evidence: Type.Optional(Type.Array(Evidence, { maxItems: 15 }))
})
export type Classification = Static<typeof Classification>
