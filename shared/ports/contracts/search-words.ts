import type { StoredComment } from '@huiyin/schemas/comment.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import * as fc from 'fast-check'
import { classification, comment, NOON, runningUntil, ticket } from './fixtures.ts'

/** The words that made-up documents are written with: few, so that searches find some. */

export const FIRST = NOON
export const STEP = 60_000
export const HAN = Array.from('路灯积水公交小区')
export const LATIN = ['wifi', 'wfii', 'wii', 'app', 'apps', 'cafe', 'café', 'k12', '5g', 'internet', 'intrenet']
export const AUTHORS = [
  { id: 'u1', name: '城南居民' },
  { id: 'U-2 ', name: 'Lao Wang' },
  { id: 'u3', name: '江邊的老王' }
]
export const PLACES = ['和平路', '广东', 'HuaWei Park']
export const DEPARTMENTS = ['水务局', '住建局', 'Office "A"']
export const TAGS = ['重复', 'VIP 客户']
export const NUMBERS = ['LAMP-2345', 'H7Q2-9KXM']
export const LABELS = ['inquiry', 'suggestion', 'complaint', 'other'] as const
export const LEVELS = ['blue', 'yellow', 'orange', 'red'] as const
export const SENTIMENTS = ['negative', 'neutral', 'positive'] as const

const text = fc
  .array(fc.constantFrom(...HAN, ...HAN, ...LATIN.map(word => ` ${word} `), '，', 'WIFI ', '灯', '燈'), {
    maxLength: 14
  })
  .map(pieces => pieces.join(''))

const native = {
  account: fc.constantFrom('1001', '2002'),
  platform: fc.constantFrom('weibo' as const, 'wechat' as const),
  post: fc.constantFrom('p1', 'P1', 'p/2')
}

const judged = fc
  .record({
    label: fc.constantFrom(...LABELS),
    score: fc.integer({ min: 0, max: 100 }),
    level: fc.constantFrom(...LEVELS),
    sentiment: fc.constantFrom(...SENTIMENTS),
    department: fc.option(fc.constantFrom(...DEPARTMENTS)),
    places: fc.uniqueArray(fc.constantFrom(...PLACES), { maxLength: 2 })
  })
  .map(({ label, score, level, sentiment, department, places }) =>
    classification({
      label,
      risk: { score, level, reasons: [] },
      sentiment: { name: sentiment, score: 0 },
      departments: department === null ? [] : [{ name: department, confidence: 0.8 }],
      places: places.map(name => ({ name, from: 0, to: 1 }))
    })
  )

const seen = fc.record({
  ...native,
  text,
  minute: fc.integer({ min: 0, max: 40 }),
  author: fc.constantFrom(...AUTHORS, { id: 'u4' }, {}),
  place: fc.option(fc.constantFrom(...PLACES)),
  classification: fc.option(judged),
  state: fc.constantFrom('visible' as const, 'visible' as const, 'deleted' as const)
})

/** Comments of every kind, the same each time. */
export const madeUpComments = (n: number): StoredComment[] =>
  fc.sample(seen, { seed: 7, numRuns: n }).map(({ minute, place, classification, ...one }, i) => {
    const { classification: _, ...made } = comment({ ...one, id: `c${i}`, publishedAt: FIRST + minute * STEP })
    return { ...made, ...(place !== null && { place }), ...(classification !== null && { classification }) }
  })

const opened = fc.record({
  ...native,
  says: text,
  minute: fc.integer({ min: 0, max: 40 }),
  due: fc.option(fc.integer({ min: 0, max: 40 })),
  number: fc.constantFrom(...NUMBERS),
  citizen: fc.constantFrom(...AUTHORS),
  status: fc.constantFrom('open' as const, 'answered' as const),
  label: fc.constantFrom(...LABELS),
  score: fc.integer({ min: 0, max: 100 }),
  level: fc.constantFrom(...LEVELS),
  sentiment: fc.constantFrom(...SENTIMENTS),
  department: fc.option(fc.constantFrom(...DEPARTMENTS)),
  places: fc.uniqueArray(fc.constantFrom(...PLACES), { maxLength: 2 }),
  tags: fc.uniqueArray(fc.constantFrom(...TAGS), { maxLength: 2 })
})

/** Tickets of every kind, the same each time. */
export const madeUpTickets = (n: number): Ticket[] =>
  fc.sample(opened, { seed: 8, numRuns: n }).map(({ minute, due, department, score, level, ...one }, i) => ({
    ...ticket({ ...one, id: `t${i}`, openedAt: FIRST + minute * STEP }),
    risk: { score, level, reasons: [] },
    clocks: due === null ? [] : [runningUntil(FIRST + due * STEP)],
    ...(department !== null && { department })
  }))
