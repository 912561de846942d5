import type { DryRun, JobView } from '@huiyin/schemas/api-jobs.ts'
import type { BulkAct } from '@huiyin/schemas/bulk.ts'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { newKey } from '../data/acts.ts'
import type { Asked } from '../data/filter.ts'
import { api, told, within } from '../data/http.ts'
import { learnNow } from '../data/server-time.ts'

/** What is done to many tickets: tried, begun, looked at, stopped and taken back. */

export type On = { ids: string[] } | { filter: Asked }

const PATIENCE = 120_000 // ms: a trial may read fifty thousand tickets
const OFTEN = 700

/** The same decision keeps its key until it is answered. */
function useKey() {
  const kept = useRef({ of: '', key: '' })
  return (body: unknown) => {
    const of = JSON.stringify(body)
    if (kept.current.of !== of) kept.current = { of, key: newKey() }
    return { params: { header: { 'idempotency-key': kept.current.key } } }
  }
}

/** Says what would become of it; nothing is changed. */
export function useTry() {
  const keyed = useKey()
  return useMutation({
    mutationFn: async (of: { act: BulkAct; on: On }): Promise<DryRun> => {
      const body = { ...of, dryRun: true }
      return (await told(api.POST('/api/jobs', { ...keyed(body), body, fetch: within(PATIENCE) }))).dryRun!
    }
  })
}

/** Does it to the tickets of a trial, as they were seen there. */
export function useRun() {
  const keyed = useKey()
  const keep = useKeepJob()
  return useMutation({
    mutationFn: async ({ act, list }: { act: BulkAct; list: string }): Promise<JobView> => {
      const body = { act, on: { list } }
      return (await told(api.POST('/api/jobs', { ...keyed(body), body, fetch: within(PATIENCE) }))).job!
    },
    onSuccess: keep
  })
}

function useKeepJob() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: ['jobs'] })
}

export const goesOn = ({ state }: JobView): boolean => state === 'waiting' || state === 'running'

/** How far it is, asked for again while it goes on; with what was refused, page by page. */
export const useJob = (id: string) =>
  useQuery({
    queryKey: ['job', id],
    queryFn: async () => {
      const { job, now } = await told(
        api.GET('/api/jobs/{job}', { params: { path: { job: id }, query: { atMost: 1 } } })
      )
      learnNow(now)
      return job
    },
    refetchInterval: ({ state }) => (state.data === undefined || goesOn(state.data) ? OFTEN : false)
  })

export const useRefused = (id: string, enabled: boolean) =>
  useInfiniteQuery({
    queryKey: ['refused', id],
    queryFn: async ({ pageParam }) => {
      const query = { ...(pageParam !== undefined && { after: pageParam }) }
      return (await told(api.GET('/api/jobs/{job}', { params: { path: { job: id }, query } }))).refused
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: last => last.after,
    enabled
  })

export function useCancel(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async () => (await told(api.POST('/api/jobs/{job}/cancel', { params: { path: { job: id } } }))).job,
    onSuccess: job => client.setQueryData(['job', id], job)
  })
}

/** A job of its own, once made: asked again it is the same. */
export function useUndoJob(id: string) {
  const keep = useKeepJob()
  return useMutation({
    mutationFn: () => told(api.POST('/api/jobs/{job}/undo', { params: { path: { job: id } } })),
    onSuccess: keep
  })
}

export const useJobs = () =>
  useQuery({
    queryKey: ['jobs'],
    queryFn: async () => (await told(api.GET('/api/jobs'))).rows,
    refetchInterval: ({ state }) => (state.data?.some(goesOn) ? 2_000 : false)
  })
