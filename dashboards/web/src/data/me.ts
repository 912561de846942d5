import type { RecoveryCodes, SecondFactorSecret, SessionRow } from '@huiyin/schemas/sign-in.ts'
import type { UserRow } from '@huiyin/schemas/user.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ask, segment } from './http.ts'

/** What everybody sees and sets of themselves. */

const SESSIONS = ['me', 'sessions']

export const useOwn = () => useQuery({ queryKey: ['me', 'row'], queryFn: () => ask<UserRow>('/me') })

export const useOwnSessions = () =>
  useQuery({
    queryKey: SESSIONS,
    queryFn: async () => (await ask<{ rows: SessionRow[]; now: number }>('/me/sessions')).rows
  })

export const useEndSession = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => ask<void>(`/me/sessions/${segment(id)}`, { method: 'DELETE' }),
    onSettled: () => client.invalidateQueries({ queryKey: SESSIONS })
  })
}

/** Secrets are forgotten with the page. */
const ONCE = { gcTime: 0 }

export const useBeginFactor = () =>
  useMutation({
    mutationFn: (current: string) =>
      ask<SecondFactorSecret>('/me/second-factor', { method: 'POST', body: { current } }),
    ...ONCE
  })

/** Whoever shows the codes asks for `me` again once they were read. */
export const useConfirmFactor = () =>
  useMutation({
    mutationFn: (code: string) => ask<RecoveryCodes>('/me/second-factor/confirm', { method: 'POST', body: { code } }),
    ...ONCE
  })

export const useRemoveFactor = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { current: string; code: string }) =>
      ask<void>('/me/second-factor/remove', { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['me'] }),
    ...ONCE
  })
}

/** Goes to the provider of single sign-on, to be known by it from now on. */
export const useLink = () =>
  useMutation({
    mutationFn: async () => {
      const { url } = await ask<{ url: string }>('/me/single-sign-on', { method: 'POST' })
      location.assign(url)
    }
  })
