import type { HandOver, UserBody, UserChangeBody, UserRow } from '@huiyin/schemas/user.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, segment } from './http.ts'
import { learnNow } from './server-time.ts'

/** Who signs in, as the api tells of them. */

const KEY = ['people']
const pathOf = (id: string) => `/users/${segment(id)}`

export const usePeople = (enabled: boolean) =>
  useQuery({
    queryKey: KEY,
    queryFn: async () => {
      const list = await ask<{ rows: UserRow[]; now: number }>('/users')
      learnNow(list.now)
      return list.rows
    },
    enabled
  })

/** What an administrator does with somebody; `kind` is where it is posted under the person. */
export type PersonAct =
  | { kind: 'approve' | 'resume' | 'unlock' }
  | { kind: 'suspend' | 'leave'; body: { why: string } }
  | { kind: 'reset'; body: { secondFactor?: boolean } }

/** `password`: good once, told this once. `handOver`: what they leave open. */
export type Done = { user: UserRow; password?: string; handOver?: HandOver[] }

/** Takes over what a change answered. */
function useTaking() {
  const client = useQueryClient()
  return (row: UserRow) => {
    client.setQueryData<UserRow[]>(KEY, had =>
      had?.some(({ id }) => id === row.id)
        ? had.map(other => (other.id === row.id ? row : other))
        : [...(had ?? []), row]
    )
    client.invalidateQueries({ queryKey: ['items'] })
    client.invalidateQueries({ queryKey: ['directory'] })
  }
}

/** What it answered is forgotten with the page: there may be a password in it. */
export const usePersonAct = (id: string) => {
  const take = useTaking()
  return useMutation({
    mutationFn: async (act: PersonAct): Promise<Done> => {
      const { kind, body } = { body: undefined, ...act }
      const answer = await ask<UserRow | Done>(`${pathOf(id)}/${kind}`, { method: 'POST', body })
      return 'user' in answer ? answer : { user: answer }
    },
    onSuccess: ({ user }) => take(user),
    gcTime: 0
  })
}

export const usePropose = () => {
  const take = useTaking()
  return useMutation({
    mutationFn: (body: UserBody) => ask<UserRow>('/users', { method: 'POST', body }),
    onSuccess: take
  })
}

/** `row`: the person as they were seen when the change began. */
export const useChangePerson = (row: UserRow | undefined) => {
  const take = useTaking()
  const [seen] = useState(row)
  return useMutation({
    mutationFn: (body: UserChangeBody) =>
      ask<UserRow>(pathOf(seen!.id), { method: 'PUT', body, headers: { 'if-match': seen!.tag } }),
    onSuccess: take
  })
}
