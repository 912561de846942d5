import type { ReactNode } from 'react'
import { Failed } from '../frame/failed.tsx'
import { Foot } from './foot.tsx'

/** What a query that is asked page by page says of itself. */
type Paged = {
  data: unknown
  error: Error | null
  isPending: boolean
  isError: boolean
  isFetchNextPageError: boolean
  isFetchingNextPage: boolean
  hasNextPage: boolean
  refetch: () => unknown
  fetchNextPage: () => unknown
}

type PagedListProps<Row> = {
  list: Paged
  rows: readonly Row[]
  /** What could not be read. */
  failed: string
  waiting: ReactNode
  nothing: ReactNode
  draw: (row: Row) => ReactNode
}

/** The rows so far; the next page comes when one nears their end. */
export const PagedList = <Row,>({ list, rows, failed, waiting, nothing, draw }: PagedListProps<Row>) => (
  <>
    {list.isPending && waiting}
    {list.isError && rows.length === 0 && <Failed title={failed} error={list.error} onRetry={list.refetch} />}
    {list.data !== undefined && rows.length === 0 && nothing}
    <ol>{rows.map(draw)}</ol>
    {rows.length > 0 && (
      <Foot
        key={rows.length}
        more={list.hasNextPage}
        busy={list.isFetchingNextPage}
        error={list.isFetchNextPageError ? list.error : undefined}
        onMore={list.fetchNextPage}
      />
    )}
  </>
)
