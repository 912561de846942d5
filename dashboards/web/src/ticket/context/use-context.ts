import type { TicketRow, TicketView } from '@huiyin/schemas/api.ts'
import { useQuery } from '@tanstack/react-query'
import { api, told } from '../../data/http.ts'

const AWHILE = 60_000 // ms

/** Tickets about the same, the nearest first. */
export const useSimilar = (ticket: string) =>
  useQuery({
    queryKey: ['like', ticket],
    queryFn: async (): Promise<TicketRow[]> => {
      const path = { what: 'tickets' as const, id: ticket }
      const { rows } = await told(api.GET('/api/search/like/{what}/{id}', { params: { path } }))
      return rows.flatMap(({ ticket }) => ticket ?? [])
    },
    staleTime: AWHILE
  })

const MOST = 20

/** What else somebody of this name has said on the platform, the newest first. */
export const useOfCitizen = ({ id, citizen, platform }: TicketView, enabled: boolean) =>
  useQuery({
    queryKey: ['of-citizen', id],
    queryFn: async (): Promise<TicketRow[]> => {
      const q = `author:"${citizen?.replaceAll('"', ' ')}" platform:${platform}`
      const query = { what: 'tickets' as const, q, sort: 'date' as const, atMost: MOST }
      const { rows } = await told(api.GET('/api/search', { params: { query } }))
      return rows.flatMap(({ ticket }) => (ticket && ticket.id !== id ? ticket : []))
    },
    staleTime: AWHILE,
    enabled
  })

/** What is said under the same post, the newest first. */
export const useUnderPost = ({ id, post, account, platform }: TicketView) =>
  useQuery({
    queryKey: ['under-post', id],
    queryFn: () => {
      const query = { post, account: [account], platform: [platform], sort: 'newest' as const, atMost: MOST }
      return told(api.GET('/api/comments', { params: { query } }))
    },
    staleTime: AWHILE
  })
