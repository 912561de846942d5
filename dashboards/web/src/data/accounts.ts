import type {
  AccountBody,
  AccountChangeBody,
  AccountCheck,
  AccountFieldList,
  AccountList,
  AccountRow
} from '@huiyin/schemas/api-accounts.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, segment } from './http.ts'
import { learnNow } from './server-time.ts'

/** The office's accounts, as the api tells of them. */

const KEY = ['accounts']
const SOON = 10_000 // ms: what is read and what went wrong moves by the minute

export type AccountKey = Pick<AccountRow['account'], 'platform' | 'id'>

/** One word for an account: what the address bar says. */
export const nameOfKey = ({ platform, id }: AccountKey) => `${platform}/${id}`

export const pathOf = ({ platform, id }: AccountKey) => `/accounts/${platform}/${segment(id)}`

export const useAccounts = (enabled = true) =>
  useQuery({
    queryKey: KEY,
    queryFn: async () => {
      const list = await ask<AccountList>('/accounts')
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
    queryFn: async () => (await ask<AccountFieldList>('/account-fields')).platforms,
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
    mutationFn: (body: AccountBody) => ask<AccountRow>('/accounts', { method: 'POST', body }),
    onSuccess: take
  })
}

/** `row`: the account as the person saw it when they began. */
export const useChangeAccount = (row: AccountRow | undefined) => {
  const take = useTaking()
  const [seen] = useState(row)
  return useMutation({
    mutationFn: (body: AccountChangeBody) =>
      ask<AccountRow>(pathOf(seen!.account), { method: 'PUT', body, headers: { 'if-match': seen!.tag } }),
    onSuccess: take
  })
}

export type StateAct = 'pause' | 'resume' | 'retire'

export const useSetState = (key: AccountKey) => {
  const take = useTaking()
  return useMutation({
    mutationFn: (act: StateAct) => ask<AccountRow>(`${pathOf(key)}/${act}`, { method: 'POST' }),
    onSuccess: take
  })
}

const PATIENCE = 60_000 // ms: it asks the platform several times

export const useCheckAccount = (key: AccountKey) =>
  useMutation({
    mutationFn: () =>
      ask<AccountCheck>(`${pathOf(key)}/check`, { method: 'POST', signal: AbortSignal.timeout(PATIENCE) })
  })
