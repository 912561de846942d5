import type { BackfillAnswer, BackfillBody } from '@huiyin/schemas/api-backfill.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type AccountKey, accountPath, nameOfKey } from './accounts.ts'
import { api, told } from './http.ts'

/** Reading again what was written before: how it stands, and how it is begun and held. */

const RUNNING = 3_000 // ms

export type BackfillJob = NonNullable<BackfillAnswer['job']>

const keyOf = (account: AccountKey) => ['backfill', nameOfKey(account)]

export const useBackfill = (account: AccountKey) =>
  useQuery({
    queryKey: keyOf(account),
    queryFn: async () =>
      (await told(api.GET('/api/accounts/{platform}/{id}/backfill', { params: accountPath(account) }))).job ?? null,
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? RUNNING : false)
  })

export type BackfillAct = BackfillBody | 'pause' | 'resume'

export const useBackfillAct = (account: AccountKey) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (act: BackfillAct) =>
      typeof act === 'string'
        ? told(api.POST(`/api/accounts/{platform}/{id}/backfill/${act}`, { params: accountPath(account) }))
        : told(api.POST('/api/accounts/{platform}/{id}/backfill', { params: accountPath(account), body: act })),
    onSuccess: ({ job }) => client.setQueryData(keyOf(account), job ?? null)
  })
}
