import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useLiveOf } from '../data/live.ts'
import { renewTicket, useTicket } from '../data/tickets.ts'

/** A ticket that is at least as new as what was heard of it, and as the row that led here. */
export function useFreshTicket({ id, n }: { id: string; n: number }) {
  const client = useQueryClient()
  const query = useTicket(id)
  const heard = Math.max(
    n,
    useLiveOf(({ rows }) => rows.get(id)?.row.n ?? 0)
  )
  const stale = query.data !== undefined && heard > query.data.n
  useEffect(() => {
    if (stale) renewTicket(client, id)
  }, [stale, client, id])
  return { ...query, stale }
}
