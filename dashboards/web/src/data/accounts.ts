import type { AccountBody, AccountChangeBody, AccountRow } from '@huiyin/schemas/api-accounts.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, told, within } from './http.ts'
import { learnNow } from './server-time.ts'

/** The office's accounts, as the api tells of them. */

const KEY = ['accounts']
const SOON = 10_000 // ms: what is read and what went wrong moves by the minute

export type AccountKey = Pick<AccountRow['account'], 'platform' | 'id'>

/** One word for an account: what the address bar says. */
export const nameOfKey = ({ platform, id }: AccountKey) => `${platform}/${id}`

/** Of a route that names an account. */
export const accountPath = ({ platform, id }: AccountKey) => ({ path: { platform, id } })

export const useAccounts = (enabled = true) =>
  useQuery({
    queryKey: KEY,
    queryFn: async () => {
      const list = await told(api.GET('/api/accounts'))
      learnNow(list.now)
      return list.rows
    },
    refetchInterval: SOON,
    enabled
  })

/** What each platform needs of an account; it changes with the server's version only. */
export const useAccountFields = () =>
  useQuery({
    queryKey: ['account-fields'],
    queryFn: async () => (await told(api.GET('/api/account-fields'))).platforms,
    staleTime: Number.POSITIVE_INFINITY
  })

/** Takes over what a change answered. */
function useTaking() {
  const client = useQueryClient()
  return (row: AccountRow) => {
    const same = (other: AccountRow) => nameOfKey(other.account) === nameOfKey(row.account)
    client.setQueryData<AccountRow[]>(KEY, had =>
      had?.some(same) ? had.map(other => (same(other) ? row : other)) : [...(had ?? []), row]
    )
    client.invalidateQueries({ queryKey: ['items'] })
  }
}

export const useAddAccount = () => {
  const take = useTaking()
  return useMutation({
    mutationFn: (body: AccountBody) => told(api.POST('/api/accounts', { body })),
    onSuccess: take
  })
}

/** `row`: the account as the person saw it when they began. */
export const useChangeAccount = (row: AccountRow | undefined) => {
  const take = useTaking()
  const [seen] = useState(row)
  return useMutation({
    mutationFn: (body: AccountChangeBody) =>
      told(
        api.PUT('/api/accounts/{platform}/{id}', {
          params: { ...accountPath(seen!.account), header: { 'if-match': seen!.tag } },
          body
        })
      ),
    onSuccess: take
  })
}

export type StateAct = 'pause' | 'resume' | 'retire'

export const useSetState = (key: AccountKey) => {
  const take = useTaking()
  return useMutation({
    mutationFn: (act: StateAct) => told(api.POST(`/api/accounts/{platform}/{id}/${act}`, { params: accountPath(key) })),
    onSuccess: take
  })
}

const PATIENCE = 60_000 // ms: it asks the platform several times

export const useCheckAccount = (key: AccountKey) =>
  useMutation({
    mutationFn: () =>
      told(api.POST('/api/accounts/{platform}/{id}/check', { params: accountPath(key), fetch: within(PATIENCE) }))
  })
