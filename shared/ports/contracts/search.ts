import type { Findable } from '@huiyin/domain/search/findable.ts'
import { matches } from '@huiyin/domain/search/matches.ts'
import type { Query } from '@huiyin/domain/search/query.ts'
import { relevanceTo } from '@huiyin/domain/search/relevance.ts'
import * as fc from 'fast-check'
import type { Test } from 'tap'
import { queries } from './search-queries.ts'

const RUNS = 150

type Asked = { where: Query; atMost: number; after?: string }

/** What a store of documents is asked, in words that fit every kind. */
export interface Searching<D> {
  findable: (document: D) => Findable
  newest: (query: Asked) => Promise<{ rows: D[]; total: number }>
  byRelevance: (query: Asked) => Promise<{ rows: D[]; total: number; after?: string }>
  /** Documents by label. */
  labels: (where: Query) => Promise<Record<string, number>>
}

/** Whatever is asked, every store finds what `matches` says, and shows it in the order that `relevance` says. */
export async function sameInEveryWorld<D extends { id: string }>(t: Test, documents: readonly D[], of: Searching<D>) {
  const placed = (where: Query) => (document: D) => {
    const seen = of.findable(document)
    return { id: document.id, score: relevanceTo(where)(seen), date: seen.numbers.date! }
  }
  const idsOf = (rows: readonly D[]) => rows.map(({ id }) => id)
  let some = 0
  await fc.assert(
    fc.asyncProperty(queries, async where => {
      const expected = documents.filter(document => matches(where, of.findable(document)))
      if (expected.length > 0 && expected.length < documents.length) some += 1
      const found = await of.newest({ where, atMost: 200 })
      t.strictSame(idsOf(found.rows).sort(), idsOf(expected).sort(), 'the same are found')
      t.equal(found.total, expected.length, 'and counted')
      const order = expected
        .map(placed(where))
        .sort((a, b) => b.score - a.score || b.date - a.date || (a.id < b.id ? -1 : 1))
      const ranked = await of.byRelevance({ where, atMost: 200 })
      t.strictSame(
        idsOf(ranked.rows),
        order.map(({ id }) => id),
        'in the same order'
      )
      const labels: Record<string, number> = {}
      for (const label of expected.flatMap(one => of.findable(one).words.label ?? [])) {
        labels[label] = (labels[label] ?? 0) + 1
      }
      t.strictSame(await of.labels(where), labels, 'and the same facets')
      if (!t.passing()) throw new Error('They differ')
    }),
    { numRuns: RUNS, seed: 5 }
  )
  t.ok(some > RUNS / 3, `${some} of ${RUNS} searches find some and not all`)
}
