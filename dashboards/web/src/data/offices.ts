import { useQuery } from '@tanstack/react-query'
import { api, told } from './http.ts'

const RARELY = 300_000 // ms: these change by the day
const SOON = 60_000 // ms: what is promised moves with the clocks

/** Who can sign in, and the departments that are configured. */
export const useDirectory = () =>
  useQuery({ queryKey: ['directory'], queryFn: () => told(api.GET('/api/directory')), staleTime: RARELY })

/** The templates that fit a ticket, with the values that the house knows of it. */
export const useTemplates = (ticket: string, enabled = true) =>
  useQuery({
    queryKey: ['templates', ticket],
    queryFn: () => told(api.GET('/api/templates', { params: { query: { ticket } } })),
    staleTime: SOON,
    enabled
  })

/** How often a department may send a dispatch back. */
export const useBounceLimit = (enabled: boolean) =>
  useQuery({
    queryKey: ['policies'],
    queryFn: async () => (await told(api.GET('/api/policies'))).rows,
    staleTime: RARELY,
    enabled
  }).data?.find(({ inForce }) => inForce)?.bounce.atMost
