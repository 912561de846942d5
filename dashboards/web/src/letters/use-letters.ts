import type { LetterList, OwnLetterList } from '@huiyin/schemas/api-letters.ts'
import type { LetterAbout } from '@huiyin/schemas/letter.ts'
import { type InfiniteData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, told } from '../data/http.ts'
import { ALL_LETTERS } from '../data/letters-about.ts'

/** Letters as the api tells of them. */

const MINE = ['letters', 'mine']
const OFTEN = 30_000 // ms

export type OwnLetter = OwnLetterList['rows'][number]

export function useOwnLetters(enabled: boolean) {
  const query = useInfiniteQuery({
    queryKey: MINE,
    queryFn: async ({ pageParam: after }) => {
      const params = { query: after === undefined ? {} : { after } }
      return (await told(api.GET('/api/me/letters', { params }))) as OwnLetterList
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: last => last.after,
    refetchInterval: OFTEN,
    enabled
  })
  return { ...query, rows: (query.data?.pages ?? []).flatMap(({ rows }) => rows) }
}

export function useAllLetters(about: LetterAbout | undefined, enabled: boolean) {
  const query = useInfiniteQuery({
    queryKey: [...ALL_LETTERS, about],
    queryFn: async ({ pageParam: after }) => {
      const params = { query: { ...(about && { about }), ...(after !== undefined && { after }) } }
      return (await told(api.GET('/api/letters', { params: params as never }))) as LetterList
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: last => last.after,
    refetchInterval: OFTEN,
    enabled
  })
  return { ...query, rows: (query.data?.pages ?? []).flatMap(({ rows }) => rows) }
}

const byId = (id: string) => ({ params: { path: { id } } })

type Mine = InfiniteData<OwnLetterList>

const received = (data: Mine | undefined, id: string): Mine | undefined =>
  data && {
    ...data,
    pages: data.pages.map(page => ({
      ...page,
      rows: page.rows.map(row => (row.id === id ? { ...row, received: true } : row))
    }))
  }

/** Said at once, and taken back where it was refused. */
export function useReceive() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => told(api.POST('/api/letters/{id}/receive', byId(id))),
    onMutate: async id => {
      await client.cancelQueries({ queryKey: MINE })
      const before = client.getQueryData<Mine>(MINE)
      client.setQueryData<Mine>(MINE, had => received(had, id))
      return before
    },
    onError: (_, __, before) => client.setQueryData(MINE, before),
    onSettled: () => client.invalidateQueries({ queryKey: ALL_LETTERS })
  })
}
