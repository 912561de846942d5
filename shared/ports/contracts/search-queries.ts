import { fieldKey } from '@huiyin/domain/search/findable.ts'
import type { NumberField, Query, WordField } from '@huiyin/domain/search/query.ts'
import * as fc from 'fast-check'
import {
  AUTHORS,
  DEPARTMENTS,
  FIRST,
  HAN,
  LABELS,
  LATIN,
  LEVELS,
  NUMBERS,
  PLACES,
  SENTIMENTS,
  STEP,
  TAGS
} from './search-words.ts'

const token = fc.constantFrom(...HAN, ...LATIN)

const says: fc.Arbitrary<Query> = fc.record({
  type: fc.constant('says'),
  phrases: fc.array(
    fc.record({
      tokens: fc.array(token, { minLength: 1, maxLength: 3 }),
      weight: fc.constantFrom(1, 0.6)
    }),
    { minLength: 1, maxLength: 2 }
  )
})

const like: fc.Arbitrary<Query> = fc.record({
  type: fc.constant('like'),
  token: fc.constantFrom('wifi', 'internet', 'cafe', 'apps', 'app', 'interent'),
  edits: fc.constantFrom(1, 2)
})

const VALUES: Record<WordField, readonly string[]> = {
  account: ['1001', '2002'],
  platform: ['weibo', 'wechat', 'douyin'],
  label: LABELS,
  department: DEPARTMENTS,
  level: LEVELS,
  sentiment: SENTIMENTS,
  status: ['open', 'answered', 'visible', 'deleted', 'erased'],
  author: AUTHORS.flatMap(({ id, name }) => [id, name]).map(fieldKey),
  place: PLACES.map(fieldKey),
  post: ['p1', 'P1', 'p/2'],
  tag: TAGS.map(fieldKey),
  number: NUMBERS.map(fieldKey)
}

const is: fc.Arbitrary<Query> = fc.constantFrom(...(Object.keys(VALUES) as WordField[])).chain(field =>
  fc.record({
    type: fc.constant('is'),
    field: fc.constant(field),
    values: fc.array(fc.constantFrom(...VALUES[field], 'none of them'), { maxLength: 3 })
  })
)

const BOUNDS: Record<NumberField, fc.Arbitrary<number>> = {
  date: fc.integer({ min: 0, max: 40 }).map(n => FIRST + n * STEP),
  due: fc.integer({ min: 0, max: 40 }).map(n => FIRST + n * STEP),
  risk: fc.integer({ min: 0, max: 100 })
}

const range: fc.Arbitrary<Query> = fc
  .constantFrom('date' as const, 'due' as const, 'risk' as const)
  .chain(field =>
    fc.record(
      { type: fc.constant('range'), field: fc.constant(field), from: BOUNDS[field], to: BOUNDS[field] },
      { requiredKeys: ['type', 'field'] }
    )
  )

/** Searches of every shape, up to three deep. */
export const queries: fc.Arbitrary<Query> = fc.letrec<{ query: Query; of: Query[] }>(tie => ({
  of: fc.array(tie('query'), { maxLength: 3 }),
  query: fc.oneof(
    { maxDepth: 3, depthSize: 'small', withCrossShrink: true },
    { arbitrary: says, weight: 6 },
    { arbitrary: is, weight: 3 },
    { arbitrary: range, weight: 2 },
    { arbitrary: like, weight: 2 },
    { arbitrary: fc.constant<Query>({ type: 'everything' }), weight: 1 },
    { arbitrary: fc.record({ type: fc.constant('all'), of: tie('of') }), weight: 4 },
    { arbitrary: fc.record({ type: fc.constant('any'), of: tie('of') }), weight: 4 },
    { arbitrary: fc.record({ type: fc.constant('not'), of: tie('query') }), weight: 3 },
    {
      arbitrary: fc.record({
        type: fc.constant('some'),
        least: fc.integer({ min: 0, max: 5 }),
        of: fc.oneof(tie('of'), fc.array(says, { minLength: 3, maxLength: 8 }))
      }),
      weight: 4
    }
  )
})).query
