import type { Session } from '@huiyin/schemas/api.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { ApiProblem, ask, onSignedOut } from './http.ts'

const KEY = ['session']

async function whoIsIt(): Promise<Session | null> {
  try {
    return await ask<Session>('/session')
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return null
    throw error
  }
}

/** Who is signed in; null when nobody is. `ended`: somebody was until a moment ago. */
export function useSession() {
  const client = useQueryClient()
  const [ended, setEnded] = useState(false)
  const query = useQuery({ queryKey: KEY, queryFn: whoIsIt, staleTime: Number.POSITIVE_INFINITY })
  useEffect(
    () =>
      onSignedOut(() => {
        if (!client.getQueryData(KEY)) return
        setEnded(true)
        client.setQueryData(KEY, null)
      }),
    [client]
  )
  return {
    ...query,
    ended,
    signIn: async (name: string, password: string) => {
      const session = await ask<Session>('/session', { method: 'POST', body: { name, password } })
      setEnded(false)
      client.setQueryData(KEY, session)
    },
    signOut: async () => {
      await ask<void>('/session', { method: 'DELETE' })
      client.clear()
      client.setQueryData(KEY, null)
    }
  }
}

/** Who looks at the page. */
export const useMe = () => useQuery<Session | null>({ queryKey: KEY, enabled: false }).data?.actor
