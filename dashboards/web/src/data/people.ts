import type { HandOver, UserBody, UserChangeBody, UserRow } from '@huiyin/schemas/user.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, told } from './http.ts'
import { learnNow } from './server-time.ts'

/** Who signs in, as the api tells of them. */

const KEY = ['people']
const byId = (id: string) => ({ path: { id } })

export const usePeople = (enabled: boolean) =>
  useQuery({
    queryKey: KEY,
    queryFn: async () => {
      const list = await told(api.GET('/api/users'))
      learnNow(list.now)
      return list.rows
    },
    enabled
  })

type Bare = { kind: 'approve' | 'resume' | 'unlock' }

/** What an administrator does with somebody; `kind` is where it is posted under the person. */
export type PersonAct =
  | Bare
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

const done = (id: string, { kind }: Bare) => told(api.POST(`/api/users/{id}/${kind}`, { params: byId(id) }))

function doneWith(id: string, act: Exclude<PersonAct, Bare>): Promise<UserRow | Done> {
  const params = byId(id)
  if (act.kind === 'reset') return told(api.POST('/api/users/{id}/reset', { params, body: act.body }))
  return told(api.POST(`/api/users/{id}/${act.kind}`, { params, body: act.body }))
}

/** What it answered is forgotten with the page: there may be a password in it. */
export const usePersonAct = (id: string) => {
  const take = useTaking()
  return useMutation({
    mutationFn: async (act: PersonAct): Promise<Done> => {
      const answer: UserRow | Done = await ('body' in act ? doneWith(id, act) : done(id, act))
      return 'user' in answer ? answer : { user: answer }
    },
    onSuccess: ({ user }) => take(user),
    gcTime: 0
  })
}

export const usePropose = () => {
  const take = useTaking()
  return useMutation({
    mutationFn: (body: UserBody) => told(api.POST('/api/users', { body })),
    onSuccess: take
  })
}

/** `row`: the person as they were seen when the change began. */
export const useChangePerson = (row: UserRow | undefined) => {
  const take = useTaking()
  const [seen] = useState(row)
  return useMutation({
    mutationFn: (body: UserChangeBody) =>
      told(api.PUT('/api/users/{id}', { params: { ...byId(seen!.id), header: { 'if-match': seen!.tag } }, body })),
    onSuccess: take
  })
}
