import type { ArchiveList, ArchiveView } from '@huiyin/schemas/api-archives.ts'
import type { ArchiveKind } from '@huiyin/schemas/archive-kind.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, told, within } from './http.ts'
import { learnNow } from './server-time.ts'

/** Archives and packs for inspections, as the api tells of them. */

const KEY = ['archives']
const SOON = 2_000 // ms, while one of them is being made
const MINUTE = 60_000
const PROOF = 300_000 // ms: every file is read

export const isMaking = ({ state, failed }: ArchiveView) => state === 'building' && !failed

export const useArchives = () =>
  useQuery({
    queryKey: KEY,
    queryFn: async () => {
      const list = (await told(api.GET('/api/archives'))) as ArchiveList
      learnNow(list.now)
      return list.rows
    },
    refetchInterval: ({ state }) => (state.data?.some(isMaking) ? SOON : MINUTE)
  })

/** Takes over what a change answered. */
function useTaking() {
  const client = useQueryClient()
  return (row: ArchiveView) =>
    client.setQueryData<ArchiveView[]>(KEY, had =>
      had?.some(({ id }) => id === row.id) ? had.map(one => (one.id === row.id ? row : one)) : [row, ...(had ?? [])]
    )
}

export type ArchiveAsked = { kind: ArchiveKind; year: number } | { from: number; to: number; accounts?: string[] }

/** Asked twice it is the same archive: what is being made goes on, what is sealed is refused. */
export function useMakeArchive() {
  const take = useTaking()
  return useMutation({
    mutationFn: (body: ArchiveAsked) =>
      'kind' in body
        ? (told(api.POST('/api/archives', { body })) as Promise<ArchiveView>)
        : (told(api.POST('/api/archives/inspections', { body })) as Promise<ArchiveView>),
    onSuccess: take
  })
}

const path = (id: string) => ({ path: { id } })

export const useProof = (id: string) =>
  useMutation({
    mutationFn: () => told(api.GET('/api/archives/{id}/proof', { params: path(id), fetch: within(PROOF) }))
  })

export function usePropose(id: string) {
  const take = useTaking()
  return useMutation({
    mutationFn: (why: string) =>
      told(api.POST('/api/archives/{id}/destruction', { params: path(id), body: { why } })) as Promise<ArchiveView>,
    onSuccess: take
  })
}

export function useDestroy(id: string) {
  const take = useTaking()
  return useMutation({
    mutationFn: () =>
      told(api.POST('/api/archives/{id}/destruction/decide', { params: path(id) })) as Promise<ArchiveView>,
    onSuccess: take
  })
}
