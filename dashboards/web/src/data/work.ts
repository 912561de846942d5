import type { MentionList } from '@huiyin/schemas/api.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, told } from './http.ts'
import { learnNow } from './server-time.ts'

/** How people share work: the words for it, the piles of it, and who called whom. */

const MENTIONS = ['mentions']
const OFTEN = 30_000 // ms
const SELDOM = 60_000

/** The words that were ever used as tags. */
export const useTags = (enabled: boolean) =>
  useQuery({
    queryKey: ['tags'],
    queryFn: async () => (await told(api.GET('/api/tags'))).tags,
    staleTime: SELDOM,
    enabled
  })

/** What waits for who looks, in piles. */
export const useQueues = () =>
  useQuery({
    queryKey: ['queues'],
    queryFn: async () => (await told(api.GET('/api/queues'))).rows,
    refetchInterval: SELDOM
  })

/** The notes in which one was named, the newest first. Every view asks for them: the server's clock comes with them. */
export const useMentions = () =>
  useQuery({
    queryKey: MENTIONS,
    queryFn: async () => {
      const list = await told(api.GET('/api/me/mentions'))
      learnNow(list.now)
      return list
    },
    refetchInterval: OFTEN
  })

/** Says that one has read them; all where none are named. */
export const useReadMentions = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (ids?: string[]) => told(api.POST('/api/me/mentions/read', { body: ids ? { ids } : {} })),
    onSuccess: ({ unread }, ids) => {
      client.setQueryData<MentionList>(
        MENTIONS,
        had =>
          had && {
            ...had,
            unread,
            rows: had.rows.map(row => (ids === undefined || ids.includes(row.id) ? { ...row, read: true } : row))
          }
      )
    }
  })
}
