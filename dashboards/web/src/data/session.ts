import type { Session } from '@huiyin/schemas/api.ts'
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { heard } from './came-back.ts'
import { ApiProblem, api, onSession, speakFor, told, unnamed } from './http.ts'
import { forgetPlaces } from './query-string.ts'
import { hearTabs, tellTabs } from './tabs.ts'

const KEY = ['session']

async function whoIsIt(): Promise<Session | null> {
  try {
    return await told(api.GET('/api/session', { fetch: unnamed }))
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return null
    throw error
  }
}

async function atFirst(): Promise<Session | null> {
  const session = await whoIsIt()
  if (session) tellTabs(session.actor.id) // who came by single sign-on did it in no tab of ours
  return session
}

/** From now on the page asks for what is of the person whom it shows, and of nobody else. */
export function speakForSession(client: QueryClient): void {
  speakFor(() => client.getQueryData<Session | null>(KEY)?.actor.id)
}

/** Nobody is signed in, and nothing of what they saw is kept. The session's own query stays: the page listens to it. */
function forget(client: QueryClient, session: Session | null = null): void {
  client.setQueryData(KEY, session)
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== KEY[0] })
  client.getMutationCache().clear()
  forgetPlaces()
}

/** `code`: of those who have a second factor. */
export type Credentials = { name: string; password: string; code?: string }

/**
 * Who is signed in; null when nobody is. `ended`: somebody was until a moment ago. `other`: the page shows one person,
 * and the browser is signed in as this one meanwhile.
 */
export function useSession() {
  const client = useQueryClient()
  const [ended, setEnded] = useState(false)
  const [other, setOther] = useState<Session>()
  /** Whose session ended by itself: what they saw is kept for them, and for nobody else. */
  const left = useRef<string>(undefined)
  const query = useQuery({ queryKey: KEY, queryFn: atFirst, staleTime: Number.POSITIVE_INFINITY })

  useEffect(() => {
    const end = (had: Session) => {
      setOther(undefined)
      setEnded(true)
      left.current = had.actor.id
      client.setQueryData(KEY, null)
    }
    /** Looks who it is; what cannot be asked now is noticed at the next answer. */
    const look = async () => {
      const now = await whoIsIt().catch(() => undefined)
      if (now === undefined) return
      const had = client.getQueryData<Session | null>(KEY)
      if (had && now === null) return end(had)
      if (had && now) return setOther(now.actor.id === had.actor.id ? undefined : now)
      if (now === null) return
      if (left.current !== undefined && left.current !== now.actor.id) forget(client)
      left.current = undefined
      setEnded(false)
      client.setQueryData(KEY, now)
    }
    const stops = [
      onSession(code => {
        const had = client.getQueryData<Session | null>(KEY)
        if (!had) return
        if (code === 'ANOTHER_PERSON') return void look()
        if (code === 'PASSWORD_CHANGE_NEEDED') return client.setQueryData(KEY, { ...had, mustChange: true })
        end(had)
      }),
      hearTabs(look)
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [client])

  return {
    ...query,
    ended,
    other,
    signIn: async (credentials: Credentials) => {
      const session = await told(api.POST('/api/session', { body: credentials, fetch: unnamed }))
      setEnded(false)
      heard()
      if (left.current !== undefined && left.current !== session.actor.id) forget(client)
      left.current = undefined
      client.setQueryData(KEY, session)
      tellTabs(session.actor.id)
    },
    signOut: async () => {
      await told(api.DELETE('/api/session'))
      forget(client)
      tellTabs(null)
    },
    /** The page begins anew as who is signed in now. */
    goOn: () => {
      if (other) forget(client, other)
      setOther(undefined)
    },
    /** Whom the page shows signs in again; what they saw is kept for them. */
    comeBack: () => {
      left.current = query.data?.actor.id
      setOther(undefined)
      client.setQueryData(KEY, null)
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
    tellTabs(null)
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
