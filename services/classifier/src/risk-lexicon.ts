import { type Static, type TSchema, Type } from 'typebox'
import { Value } from 'typebox/value'
import { listed } from './phrases.ts'
import standard from './risk-lexicon.json' with { type: 'json' }

const Share = Type.Number({ minimum: 0, maximum: 1 })
const Points = Type.Number({ minimum: 0, maximum: 100 })
const Words = Type.Array(Type.String(), { minItems: 1 })
const closed = <P extends Record<string, TSchema>>(properties: P) =>
  Type.Object(properties, { additionalProperties: false })

/** From this number on, so many points; the highest step reached counts. */
const Steps = Type.Array(closed({ from: Type.Number({ minimum: 0 }), points: Points }), { minItems: 1 })

const Kind = Type.Union([Type.Literal('danger-now'), Type.Literal('content'), Type.Literal('tone')])

const Topic = closed({
  code: Type.String({ pattern: '^[a-z][a-z-]*$' }),
  kind: Kind,
  points: Points,
  /** Points when it is not said to happen now; a topic without it drops such. */
  feared: Type.Optional(Points),
  /** What is only supposed counts in full. */
  threat: Type.Optional(Type.Boolean()),
  /** Hearsay counts in full. */
  told: Type.Optional(Type.Boolean()),
  /** What calms does not lower it. */
  stays: Type.Optional(Type.Boolean()),
  /** Told only beside a reason of this kind. */
  beside: Type.Optional(Kind),
  phrases: Words
})
export type RiskTopic = Static<typeof Topic>

/** A kind of sign: what it adds to the sum of its window when one stands there, and what when another does. */
const Sign = closed({
  name: Type.String(),
  weight: Type.Number(),
  again: Type.Number(),
  /** There is no combination without one that leads. */
  leads: Type.Optional(Type.Boolean()),
  /** Speaks against a danger by name too. */
  calms: Type.Optional(Type.Boolean()),
  words: Words
})

/** Weak signs that together are a danger now: from `threshold` on so many `points`, from `hint.from` a hint of it. */
const Signs = closed({
  threshold: Type.Number(),
  points: Points,
  hint: closed({ from: Type.Number(), points: Points }),
  /** Where what calms adds up to `from` or less and all signs to `sum` or less, no topic is a danger now. */
  calmed: closed({ from: Type.Number(), sum: Type.Number() }),
  harmless: Words,
  kinds: Type.Array(Sign)
})

/** All that the risk score weighs and listens for; `how-to-read` in risk-lexicon.json explains it. */
export const RiskLexicon = closed({
  'how-to-read': Type.Optional(Type.Array(Type.String())),
  gap: Type.Integer({ minimum: 0, maximum: 100 }),
  latinGap: Type.Integer({ minimum: 0, maximum: 200 }),
  most: Type.Number({ minimum: 1, maximum: 100 }),
  factors: closed({
    complaint: Points,
    negative: Points,
    exclaims: Points,
    danger: closed({
      points: Points,
      atLeast: Share,
      supports: Share,
      refutes: Share
    }),
    repetition: closed({ atLeast: Type.Integer({ minimum: 2 }), points: Points }),
    followers: Steps,
    verified: Points,
    likes: Steps,
    replies: Steps,
    growth: Steps,
    similar: Steps
  }),
  groups: Type.Record(Type.String(), Words),
  harmless: Words,
  denial: closed({ words: Words, between: Words, but: Words, comforts: Words }),
  supposed: Words,
  notSupposed: Words,
  past: Words,
  now: Words,
  remembered: Words,
  notRemembered: Words,
  over: Words,
  notOver: Words,
  quotes: closed({ open: Type.String(), close: Type.String() }),
  tellsNow: Words,
  signs: Signs,
  topics: Type.Array(Topic, { minItems: 1 })
})
export type RiskLexicon = Static<typeof RiskLexicon>

const refuse = (where: string, expected: string, got: unknown): never => {
  throw new TypeError(`Risk lexicon, ${where}: expected ${expected}; got ${JSON.stringify(got) ?? 'nothing'}`)
}

/** Steps rise, or a number more would be worth less. */
function checkRising({ factors }: RiskLexicon): void {
  for (const name of ['followers', 'likes', 'replies', 'growth', 'similar'] as const) {
    const steps = factors[name]
    const isRising = steps.every(
      ({ from, points }, i) => i === 0 || (from > steps[i - 1]!.from && points >= steps[i - 1]!.points)
    )
    if (!isRising) refuse(`/factors/${name}`, 'steps whose `from` rises and whose `points` never fall', steps)
  }
}

/** Reads a risk lexicon as parsed from JSON. Throws TypeError that says where, what was expected and what came. */
export function readLexicon(data: unknown): RiskLexicon {
  const [error] = Value.Errors(RiskLexicon, data)
  if (error?.keyword === 'boolean')
    refuse(error.instancePath, 'no such name', Value.Pointer.Get(data, error.instancePath))
  if (error) throw new TypeError(`Risk lexicon, ${error.instancePath || '/'}: ${error.message}`)
  const lexicon = data as RiskLexicon
  checkRising(lexicon)
  return lexicon
}

/** The words of a list of lines as they are compared: compatibility form, lower case, any digit as 0. */
export const wordsIn = (lines: readonly string[]): string[] =>
  listed(lines.join('\n')).map(word => word.normalize('NFKC').toLowerCase().replace(/\d/g, '0'))

/** The lexicon of the house; that it can be read is tested, not asked at every start. */
export const RISK_LEXICON: RiskLexicon = standard as unknown as RiskLexicon
