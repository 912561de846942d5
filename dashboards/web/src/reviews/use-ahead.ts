import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api, told } from '../data/http.ts'

/** The ticket of the next one is there before one comes to it. */
export function useAhead(id: string | undefined): void {
  const client = useQueryClient()
  useEffect(() => {
    if (id === undefined) return
    void client.prefetchQuery({
      queryKey: ['ticket', id],
      queryFn: () => told(api.GET('/api/tickets/{id}', { params: { path: { id } } })),
      staleTime: Number.POSITIVE_INFINITY
    })
  }, [client, id])
}
