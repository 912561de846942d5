import type { ItemRow } from '@huiyin/schemas/api-accounts.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, told } from './http.ts'
import { useMay } from './may.ts'

/** What waits for a person and is no ticket. */

const KEY = ['items']
const OFTEN = 30_000 // ms

/** None for who has nothing to do with them. */
export function useItems() {
  const enabled = useMay()('item.read')
  return useQuery({
    queryKey: KEY,
    queryFn: async () => (await told(api.GET('/api/items'))).rows,
    refetchInterval: OFTEN,
    enabled
  })
}

export const useResolveItem = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id }: ItemRow) => told(api.POST('/api/items/resolve', { body: { id } })),
    onSuccess: (_, { id }) => {
      client.setQueryData<ItemRow[]>(KEY, had => had?.filter(item => item.id !== id))
      client.invalidateQueries({ queryKey: ['accounts'] })
    }
  })
}
