import type { BackfillAnswer, BackfillBody } from '@huiyin/schemas/api-backfill.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type AccountKey, nameOfKey, pathOf } from './accounts.ts'
import { ask } from './http.ts'

/** Reading again what was written before: how it stands, and how it is begun and held. */

const RUNNING = 3_000 // ms

export type BackfillJob = NonNullable<BackfillAnswer['job']>

const keyOf = (account: AccountKey) => ['backfill', nameOfKey(account)]

export const useBackfill = (account: AccountKey) =>
  useQuery({
    queryKey: keyOf(account),
    queryFn: async () => (await ask<BackfillAnswer>(`${pathOf(account)}/backfill`)).job ?? null,
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? RUNNING : false)
  })

export type BackfillAct = BackfillBody | 'pause' | 'resume'

export const useBackfillAct = (account: AccountKey) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (act: BackfillAct) =>
      typeof act === 'string'
        ? ask<BackfillAnswer>(`${pathOf(account)}/backfill/${act}`, { method: 'POST' })
        : ask<BackfillAnswer>(`${pathOf(account)}/backfill`, { method: 'POST', body: act }),
    onSuccess: ({ job }) => client.setQueryData(keyOf(account), job ?? null)
  })
}
