import type { IncidentLevelTable, IncidentList } from '@huiyin/schemas/api-incidents.ts'
import type { IncidentRow } from '@huiyin/schemas/incident.ts'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { api, told } from '../data/http.ts'
import { learnNow } from '../data/server-time.ts'
import { type IncidentWanted, STATES } from './place.ts'

/** Incidents as the api tells of them. */

export const INCIDENTS = ['incidents']
const PAGE = 100
const OFTEN = 15_000 // ms: a burst grows by the minute
const RARELY = 300_000

async function page({ show, sort, level, nature }: IncidentWanted, after?: string): Promise<IncidentList> {
  const state = STATES[show]
  const query = {
    ...{ sort, atMost: PAGE },
    ...(state && { state: [...state] }),
    ...(level && { level: [level] }),
    ...(nature && { nature }),
    ...(after !== undefined && { after })
  }
  const list = (await told(api.GET('/api/incidents', { params: { query } }))) as IncidentList
  learnNow(list.now)
  return list
}

/** Those that are wanted, asked for again every few seconds. What was there before stays until the answer is here. */
export function useIncidents(wanted: IncidentWanted) {
  const query = useInfiniteQuery({
    queryKey: [...INCIDENTS, 'list', wanted],
    queryFn: ({ pageParam }) => page(wanted, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: last => last.after,
    placeholderData: keepPreviousData,
    refetchInterval: OFTEN
  })
  const pages = query.data?.pages ?? []
  const rows = new Map<string, IncidentRow>(pages.flatMap(({ rows }) => rows).map(row => [row.id, row])) // a page may shift meanwhile
  return { ...query, rows: [...rows.values()], pages: pages.length, madeAt: pages[0]?.now ?? 0 }
}

/** The natures of the rules and the table by which levels are found. */
export const useLevelTable = () =>
  useQuery({
    queryKey: [...INCIDENTS, 'levels'],
    queryFn: async () => (await told(api.GET('/api/incidents/levels'))) as IncidentLevelTable,
    staleTime: RARELY
  })

/** What may be merged or spoken of: the newest that go on. */
export const useOtherIncidents = (but: string, enabled: boolean) =>
  useQuery({
    queryKey: [...INCIDENTS, 'others', but],
    queryFn: async () => (await page({ show: 'live', sort: 'active' })).rows.filter(({ id }) => id !== but),
    enabled
  })
