import type { Session } from '@huiyin/schemas/api.ts'
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { heard } from './came-back.ts'
import { ApiProblem, api, onSession, told } from './http.ts'
import { forgetPlaces } from './query-string.ts'

const KEY = ['session']

async function whoIsIt(): Promise<Session | null> {
  try {
    return await told(api.GET('/api/session'))
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return null
    throw error
  }
}

/** Nobody is signed in, and nothing of what they saw is kept. The session's own query stays: the page listens to it. */
function forget(client: QueryClient): void {
  client.setQueryData(KEY, null)
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== KEY[0] })
  client.getMutationCache().clear()
  forgetPlaces()
}

/** `code`: of those who have a second factor. */
export type Credentials = { name: string; password: string; code?: string }

/** Who is signed in; null when nobody is. `ended`: somebody was until a moment ago. */
export function useSession() {
  const client = useQueryClient()
  const [ended, setEnded] = useState(false)
  const query = useQuery({ queryKey: KEY, queryFn: whoIsIt, staleTime: Number.POSITIVE_INFINITY })
  useEffect(
    () =>
      onSession(code => {
        const had = client.getQueryData<Session | null>(KEY)
        if (!had) return
        if (code === 'PASSWORD_CHANGE_NEEDED') return client.setQueryData(KEY, { ...had, mustChange: true })
        setEnded(true)
        client.setQueryData(KEY, null)
      }),
    [client]
  )
  return {
    ...query,
    ended,
    signIn: async (credentials: Credentials) => {
      const session = await told(api.POST('/api/session', { body: credentials }))
      setEnded(false)
      heard()
      client.setQueryData(KEY, session)
    },
    signOut: async () => {
      await told(api.DELETE('/api/session'))
      forget(client)
    }
  }
}

/** Changes one's password; resolves once the session goes on with the new one. Throws ApiProblem. */
export function useChangePassword() {
  const client = useQueryClient()
  return async (body: { current: string; password: string }) => {
    client.setQueryData(KEY, await told(api.POST('/api/me/password', { body })))
    client.invalidateQueries({ queryKey: ['me'] })
  }
}

/** Ends all of one's sessions, this one too. */
export function useSignOutEverywhere() {
  const client = useQueryClient()
  return async () => {
    await told(api.DELETE('/api/me/sessions'))
    forget(client)
  }
}

/** How one signs in here, beside name and password. */
export const useSignInWays = () =>
  useQuery({
    queryKey: ['sign-in-ways'],
    queryFn: () => told(api.GET('/api/session/ways')),
    staleTime: Number.POSITIVE_INFINITY
  })

/** Who looks at the page. */
export const useMe = () => useQuery<Session | null>({ queryKey: KEY, enabled: false }).data?.actor
