import type { Doing, PresenceRow } from '@huiyin/schemas/api.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { ApiProblem, api, told } from './http.ts'
import { learnNow } from './server-time.ts'

const BEAT = 15_000 // ms

const isRefused = (error: Error | null) => error instanceof ApiProblem && !error.undecided

/** Says that one is at a ticket while the page is in sight, and tells who else is. */
export function usePresence(ticket: string, doing: Doing): readonly PresenceRow[] {
  const { data = [] } = useQuery({
    queryKey: ['presence', ticket, doing],
    queryFn: async () => {
      const params = { path: { id: ticket } }
      const { rows, now } = await told(api.POST('/api/tickets/{id}/presence', { params, body: { doing } }))
      learnNow(now)
      return rows
    },
    refetchInterval: ({ state }) => (isRefused(state.error) ? false : BEAT),
    refetchOnWindowFocus: 'always',
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0
  })
  useEffect(() => {
    const onHide = () => document.visibilityState === 'hidden' && leave(ticket)
    document.addEventListener('visibilitychange', onHide)
    return () => {
      document.removeEventListener('visibilitychange', onHide)
      leave(ticket)
    }
  }, [ticket])
  return data
}

/** Whether it arrives or not: who says nothing more is taken to have gone within a minute. */
function leave(ticket: string): void {
  const gone = api.DELETE('/api/tickets/{id}/presence', { params: { path: { id: ticket } }, keepalive: true })
  gone.catch(() => undefined)
}
