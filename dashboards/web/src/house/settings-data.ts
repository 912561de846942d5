import type { SettingName } from '@huiyin/schemas/setting.ts'
import { THE_ONE } from '@huiyin/schemas/setting-names.ts'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, told } from '../data/http.ts'
import { learnNow, serverNow } from '../data/server-time.ts'
import type { Kept, Kind } from './kind.ts'
import type { Part } from './parts.ts'

/** What the api keeps of settings and of what they were. */

const KEY = 'house'

export const useOverview = (enabled: boolean) =>
  useQuery({
    queryKey: [KEY, 'overview'],
    queryFn: async () => (await told(api.GET('/api/settings'))).rows,
    enabled
  })

export const useKept = (part: Part, kind: Kind) =>
  useQuery({ queryKey: [KEY, part], queryFn: () => kind.list(serverNow()) })

/** Everything that hangs on settings is read again. */
export function useRenew(): () => Promise<unknown> {
  const client = useQueryClient()
  return () => {
    client.invalidateQueries({ queryKey: ['directory'] })
    client.invalidateQueries({ queryKey: ['templates'] })
    client.invalidateQueries({ queryKey: ['policies'] })
    return client.invalidateQueries({ queryKey: [KEY] })
  }
}

type Saving = { value: unknown; before: Kept | undefined }

/** `onSaved` comes before anything is read again: what is drawn then may be another thing. */
export function useSaving(kind: Kind, onSaved: () => void) {
  const renew = useRenew()
  return useMutation({
    mutationFn: ({ value, before }: Saving) => kind.save(value, before),
    onSuccess: () => {
      onSaved()
      renew()
    }
  })
}

export function useRemoving(kind: Kind, onGone: (kept: Kept) => void) {
  const renew = useRenew()
  return useMutation({
    mutationFn: async (kept: Kept) => kind.remove?.(kept),
    onSuccess: (_, kept) => {
      onGone(kept)
      renew()
    }
  })
}

/** Whether anybody ever saved it. */
export const useWasSaved = (what: SettingName, id: string) =>
  useQuery({
    queryKey: [KEY, 'was-saved', what, id],
    queryFn: async () => {
      if (id === THE_ONE) {
        const { rows } = await told(api.GET('/api/settings'))
        return rows.some(row => row.what === what && row.last !== undefined)
      }
      const { rows } = await told(api.GET('/api/settings/{what}', { params: { path: { what } } }))
      return rows.some(row => row.id === id && row.last !== undefined)
    }
  })

/** What it was, the newest first, page by page. */
export const useRevisions = (what: SettingName, id: string, enabled: boolean) =>
  useInfiniteQuery({
    enabled,
    queryKey: [KEY, 'revisions', what, id],
    queryFn: ({ pageParam: before }) =>
      told(
        api.GET('/api/settings/{what}/{id}/revisions', {
          params: { path: { what, id }, query: before === undefined ? {} : { before } }
        })
      ),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: page => page.before
  })

export const useRevision = (what: SettingName, id: string, n: number) =>
  useQuery({
    queryKey: [KEY, 'revision', what, id, n],
    queryFn: () => told(api.GET('/api/settings/{what}/{id}/revisions/{n}', { params: { path: { what, id, n } } })),
    staleTime: Number.POSITIVE_INFINITY
  })

export function useRestore(what: SettingName, id: string) {
  const renew = useRenew()
  return useMutation({
    mutationFn: (n: number) =>
      told(api.POST('/api/settings/{what}/{id}/restore', { params: { path: { what, id } }, body: { n } })),
    onSuccess: renew
  })
}

/** Makes count again what counted before the last change; false where there was nothing before. */
export function useTakingBack(what: SettingName | undefined, id: string | undefined) {
  const renew = useRenew()
  return useMutation({
    mutationFn: async () => {
      if (what === undefined || id === undefined) return false
      const path = { what, id }
      const { rows } = await told(api.GET('/api/settings/{what}/{id}/revisions', { params: { path, query: {} } }))
      const before = rows[1]
      if (!before) return false
      await told(api.POST('/api/settings/{what}/{id}/restore', { params: { path }, body: { n: before.n } }))
      return true
    },
    onSuccess: renew
  })
}

/** The server's clock comes with many answers. */
export function timed<A extends { now: number }>(answer: A): A {
  learnNow(answer.now)
  return answer
}
