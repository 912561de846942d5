import type { ParkedList, ParkedRow } from '@huiyin/schemas/api.ts'
import { type InfiniteData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { api, told } from './http.ts'

/** What could not be understood at the door, and its way back in. */

const KEY = ['parked']
const PAGE = 50
const SELDOM = 60_000 // ms

export function useParked() {
  const query = useInfiniteQuery({
    queryKey: KEY,
    queryFn: ({ pageParam: after }) =>
      told(api.GET('/api/parked', { params: { query: { atMost: PAGE, ...(after !== undefined && { after }) } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: last => last.after,
    refetchInterval: SELDOM
  })
  return { ...query, rows: (query.data?.pages ?? []).flatMap(({ rows }) => rows) }
}

const replayOne = (id: string) => told(api.POST('/api/parked/{id}/replay', { params: { path: { id } } }))

/** Takes over what a replay answered. */
function useTaking() {
  const client = useQueryClient()
  return (row: ParkedRow) =>
    client.setQueryData<InfiniteData<ParkedList>>(
      KEY,
      had =>
        had && {
          ...had,
          pages: had.pages.map(page => ({ ...page, rows: page.rows.map(one => (one.id === row.id ? row : one)) }))
        }
    )
}

export const useReplay = () => useMutation({ mutationFn: replayOne, onSuccess: useTaking() })

export type Replaying = { of: number; done: number; failed: number; error?: unknown; running: boolean }

/** One after the other, until all are done or it is stopped; one that fails does not hold up the others. */
export function useReplayAll() {
  const take = useTaking()
  const [state, setState] = useState<Replaying>()
  const stopped = useRef(false)
  useEffect(
    () => () => {
      stopped.current = true // who comes next on this page did not ask for it
    },
    []
  )
  const run = async (rows: readonly ParkedRow[]) => {
    stopped.current = false
    let now: Replaying = { of: rows.length, done: 0, failed: 0, running: true }
    setState(now)
    for (const { id } of rows) {
      if (stopped.current) break
      try {
        take(await replayOne(id))
        now = { ...now, done: now.done + 1 }
      } catch (error) {
        now = { ...now, failed: now.failed + 1, error }
      }
      setState(now)
    }
    setState({ ...now, running: false })
  }
  return {
    state,
    run,
    stop: () => {
      stopped.current = true
    }
  }
}
