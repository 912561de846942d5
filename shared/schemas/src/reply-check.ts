import { type Static, Type } from 'typebox'

/** `refuse`: the reply goes to no review before it is changed. `warn`: the author and the reviewer see it. */
export const FindingSeverity = Type.Union([Type.Literal('refuse'), Type.Literal('warn')])
export type FindingSeverity = Static<typeof FindingSeverity>

export const FindingCode = Type.Union([
  Type.Literal('personal-id'),
  Type.Literal('personal-bank-card'),
  Type.Literal('personal-mobile'),
  Type.Literal('personal-passport'),
  Type.Literal('personal-landline'),
  Type.Literal('personal-email'),
  Type.Literal('personal-plate'),
  Type.Literal('personal-address'),
  Type.Literal('secret-mark'),
  Type.Literal('secret-internal'),
  Type.Literal('secret-number'),
  Type.Literal('sensitive'),
  Type.Literal('cold'),
  Type.Literal('not-us'),
  Type.Literal('referral'),
  Type.Literal('short'),
  Type.Literal('repeated'),
  Type.Literal('proposed'),
  Type.Literal('long'),
  Type.Literal('empty'),
  Type.Literal('link')
])
export type FindingCode = Static<typeof FindingCode>

/**
 * One thing that was found in a reply. `from` and `to` are offsets in UTF-16 units, half-open, equal only where the
 * text is empty. The sentences never repeat a personal datum.
 */
export const Finding = Type.Object({
  code: FindingCode,
  severity: FindingSeverity,
  from: Type.Integer({ minimum: 0 }),
  to: Type.Integer({ minimum: 0 }),
  zh: Type.String(),
  en: Type.String(),
  /** What may stand in the place of the slice. */
  replacement: Type.Optional(Type.String())
})
export type Finding = Static<typeof Finding>

/** With a letter or a digit at least: punctuation alone is folded away. */
const Word = Type.String({ minLength: 1, maxLength: 50, pattern: '[\\p{L}\\p{N}]' })

const Instead = Type.Optional(Type.String({ minLength: 1, maxLength: 50 }))

/** A word that may not stand in a public reply, or only after a second look. */
export const SensitiveWord = Type.Object(
  { word: Word, severity: FindingSeverity, instead: Instead },
  { additionalProperties: false }
)
export type SensitiveWord = Static<typeof SensitiveWord>

/** Wording that leaves a citizen standing: words in this order, close to one another. No regular expressions. */
export const ColdWording = Type.Object(
  {
    words: Type.Array(Word, { minItems: 1, maxItems: 5 }),
    /** Only when the reply is hardly more than that. */
    whole: Type.Optional(Type.Boolean()),
    /** Not when one of these stands anywhere in the reply. */
    unless: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 50 }), { maxItems: 20 })),
    /**
     * It says that others are responsible, and the reply has to name who, or a phone number. `polite` is fine then;
     * `blunt` is cold even then.
     */
    notUs: Type.Optional(Type.Union([Type.Literal('polite'), Type.Literal('blunt')])),
    instead: Instead
  },
  { additionalProperties: false }
)
export type ColdWording = Static<typeof ColdWording>

/** What an office configures of the check. */
export const ReplyLists = Type.Object(
  {
    sensitive: Type.Array(SensitiveWord, { maxItems: 10_000 }),
    cold: Type.Array(ColdWording, { maxItems: 500 }),
    /** Phone numbers of the office, written in any way; with or without area code. */
    officePhones: Type.Array(Type.String({ minLength: 3, maxLength: 30, pattern: '\\d.*\\d.*\\d' }), {
      maxItems: 1000
    }),
    /** Hosts to which a reply may link, with all below them; gov.cn always is one. */
    hosts: Type.Array(Type.String({ minLength: 1, maxLength: 253 }), { maxItems: 1000 })
  },
  { additionalProperties: false }
)
export type ReplyLists = Static<typeof ReplyLists>
