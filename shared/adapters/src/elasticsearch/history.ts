import { storeRefused } from '@huiyin/domain/errors.ts'
import type { History } from '@huiyin/ports/history.ts'
import type { HistoryRow } from '@huiyin/schemas/event.ts'
import { is } from './query.ts'
import { refresher } from './refresh.ts'
import { firstOf } from './search.ts'
import { putEach, type Shape, type Store } from './store.ts'

export function elasticsearchHistory(store: Store): History {
  const { cluster, prefix } = store
  const place = { name: `${prefix}-history` }
  const shape: Shape<HistoryRow> = {
    placeOf: () => place,
    idOf: ({ id }) => id,
    fieldsOf: ({ id, ticket, n }) => ({ id, ticket, n }),
    bare: ['id', 'ticket', 'n']
  }

  return {
    async add(rows) {
      const results = await putEach(
        store,
        shape,
        rows.map(document => ({ document }))
      )
      const refused = results.find(result => result.outcome === 'refused')
      if (refused) throw storeRefused(refused.reason)
    },
    of: (ticket, { afterN = 0, atMost }) =>
      firstOf<HistoryRow>(cluster, {
        ...{ index: place.name, atMost, order: { by: 'n' } },
        filter: [...is('ticket', ticket), { range: { n: { gt: afterN } } }]
      }),
    refresh: refresher(cluster, place.name)
  }
}
