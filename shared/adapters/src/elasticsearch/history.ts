import { storeRefused } from '@huiyin/domain/errors.ts'
import type { PutResult } from '@huiyin/ports/documents.ts'
import type { History } from '@huiyin/ports/history.ts'
import type { HistoryRow } from '@huiyin/schemas/event.ts'
import { redacted } from '../redacted-row.ts'
import { is, within } from './query.ts'
import { refresher } from './refresh.ts'
import { firstOf, pageOf } from './search.ts'
import { getEach, putEach, type Shape, type Store } from './store.ts'

export function elasticsearchHistory(store: Store): History {
  const { cluster, prefix } = store
  const place = { name: `${prefix}-history` }
  const shape: Shape<HistoryRow> = {
    placeOf: () => place,
    idOf: ({ id }) => id,
    fieldsOf: historyFields,
    bare: HISTORY_BARE
  }

  const getMany = (ids: readonly string[]) =>
    getEach<HistoryRow>(
      store,
      ids.map(id => ({ place, id }))
    )

  async function rowsOf(rows: readonly HistoryRow[], results: readonly PutResult[]) {
    const stood = rows.filter((_, i) => results[i]!.outcome === 'conflict')
    const found = (await getMany(stood.map(({ id }) => id))).values()
    return rows.map((row, i) =>
      results[i]!.outcome === 'put' ? { made: true, row } : { made: false, row: found.next().value!.document }
    )
  }

  return {
    async add(rows) {
      const results = await putEach(
        store,
        shape,
        rows.map(document => ({ document }))
      )
      refuse(results)
      return rowsOf(rows, results)
    },
    of: (ticket, { afterN = 0, atMost }) =>
      firstOf<HistoryRow>(cluster, {
        ...{ index: place.name, atMost, order: { by: 'n' } },
        filter: [...is('ticket', ticket), { range: { n: { gt: afterN } } }]
      }),
    async search({ from, to, actor, type, subject }, { after, atMost }) {
      const filter = [...within('at', from, to), ...is('actor', actor), ...is('type', type), ...is('ticket', subject)]
      const { total: _, ...page } = await pageOf<HistoryRow>(
        cluster,
        { index: place.name, atMost, order: { by: 'at', descending: true }, filter },
        { sort: 'at', ...(after !== undefined && { after }) }
      )
      return page
    },
    between: ({ partition, from, to, atMost }) =>
      firstOf<HistoryRow>(cluster, {
        ...{ index: place.name, atMost, order: { by: 'offset' } },
        filter: [{ term: { partition } }, { range: { offset: { gt: Number(from), lte: Number(to) } } }]
      }),
    async redact(ids) {
      for (let open = ids; open.length > 0; ) {
        const found = (await getMany(open)).filter(one => one !== undefined)
        const puts = found.map(({ document, version }) => ({ document: redacted(document), version }))
        const results = await putEach(store, shape, puts)
        refuse(results)
        open = puts.filter((_, i) => results[i]!.outcome === 'conflict').map(({ document }) => document.id)
      }
    },
    refresh: refresher(cluster, place.name)
  }
}

export const HISTORY_BARE = ['id', 'ticket', 'n', 'at', 'type', 'partition', 'offset']

export const historyFields = ({ id, ticket, n, at, type, actor, partition, offset }: HistoryRow) => ({
  ...{ id, ticket, n, at, type, partition },
  actor: actor.id,
  offset: Number(offset)
})

function refuse(results: readonly PutResult[]): void {
  const refused = results.find(result => result.outcome === 'refused')
  if (refused) throw storeRefused(refused.reason)
}
