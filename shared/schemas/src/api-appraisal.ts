import { type Static, Type } from 'typebox'
import { Appraisal, AppraisalRow, AppraisalSheet, Period } from './appraisal.ts'
import { SubjectKind } from './appraisal-rules.ts'
import { Instant } from './names.ts'
import { Post } from './post.ts'
import { Rating, Scores } from './rating.ts'

/** What the api says of appraisals, and of what reviewers say of posts. */

const closed = { additionalProperties: false }

export const Year = Type.Integer({ minimum: 2000, maximum: 9000 })
export const Quarter = Type.Integer({ minimum: 1, maximum: 4 })

export const AppraisalBody = Type.Object(
  {
    year: Year,
    /** Absent: the whole year. */
    quarter: Type.Optional(Quarter),
    /** Absent: accounts, departments and persons. */
    kinds: Type.Optional(Type.Array(SubjectKind, { minItems: 1, maxItems: 3 })),
    /** Ids of subjects; absent: all, or those for whom it was made before. */
    only: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { minItems: 1, maxItems: 1000 })),
    /** Why it is made again, where it was made before. */
    why: Type.Optional(Type.String({ minLength: 1, maxLength: 500 }))
  },
  closed
)
export type AppraisalBody = Static<typeof AppraisalBody>

/** How far the making has come; `of` is 0 while that is not known. */
export const AppraisalJobView = Type.Object({
  job: Type.String(),
  state: Type.Union([Type.Literal('waiting'), Type.Literal('running'), Type.Literal('done'), Type.Literal('failed')]),
  askedAt: Instant,
  by: Type.String(),
  done: Type.Integer({ minimum: 0 }),
  of: Type.Integer({ minimum: 0 }),
  endedAt: Type.Optional(Instant),
  made: Type.Optional(Type.Array(Type.String())),
  failed: Type.Optional(Type.Object({ code: Type.String(), message: Type.String() })),
  now: Instant
})
export type AppraisalJobView = Static<typeof AppraisalJobView>

export const AppraisalHead = Type.Omit(Appraisal, ['rules'])
export type AppraisalHead = Static<typeof AppraisalHead>
export const AppraisalList = Type.Object({ rows: Type.Array(AppraisalHead), now: Instant })

/** With the rules by which it was made, and the results of those whom one may read of, the best first. */
export const AppraisalView = Type.Object({ appraisal: Appraisal, rows: Type.Array(AppraisalRow), now: Instant })
export type AppraisalView = Static<typeof AppraisalView>

export const SheetView = Type.Object({
  sheet: AppraisalSheet,
  /** The newest revision is `appraisal.revision`; this one may be older. */
  appraisal: AppraisalHead,
  now: Instant
})
export type SheetView = Static<typeof SheetView>

export const ConfirmBody = Type.Object({ revision: Type.Integer({ minimum: 1 }) }, closed)
export const ObjectionBody = Type.Object({ grounds: Type.String({ minLength: 1, maxLength: 2000 }) }, closed)

export const RatingBody = Type.Object(
  { scores: Scores, note: Type.Optional(Type.String({ minLength: 1, maxLength: 1000 })) },
  closed
)

const Words = Type.Object({ zh: Type.String(), en: Type.String() })

/** By what is judged, and what a 1, a 3 and a 5 mean. */
export const CriterionWords = Type.Object({
  criterion: Type.String(),
  ...Words.properties,
  scale: Type.Object({ 1: Words, 3: Words, 5: Words })
})

export const SampleRow = Type.Object({
  post: Type.Pick(Post, ['id', 'platform', 'account', 'post', 'title', 'link', 'publishedAt']),
  accountName: Type.String(),
  /** How many have rated it, and what who asks has said. */
  ratings: Type.Integer({ minimum: 0 }),
  own: Type.Optional(Rating),
  /** Whether who asks may: nobody rates what they publish themselves. */
  rateable: Type.Boolean()
})
export type SampleRow = Static<typeof SampleRow>

export const SampleView = Type.Object({
  period: Period,
  rows: Type.Array(SampleRow),
  criteria: Type.Array(CriterionWords),
  now: Instant
})

export const RatingList = Type.Object({ rows: Type.Array(Rating), criteria: Type.Array(CriterionWords) })
