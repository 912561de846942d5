import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, told } from './http.ts'

/** What everybody sees and sets of themselves. */

const SESSIONS = ['me', 'sessions']

export const useOwn = () => useQuery({ queryKey: ['me', 'row'], queryFn: () => told(api.GET('/api/me')) })

export const useOwnSessions = () =>
  useQuery({
    queryKey: SESSIONS,
    queryFn: async () => (await told(api.GET('/api/me/sessions'))).rows
  })

export const useEndSession = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => told(api.DELETE('/api/me/sessions/{id}', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: SESSIONS })
  })
}

/** Secrets are forgotten with the page. */
const ONCE = { gcTime: 0 }

export const useBeginFactor = () =>
  useMutation({
    mutationFn: (current: string) => told(api.POST('/api/me/second-factor', { body: { current } })),
    ...ONCE
  })

/** Whoever shows the codes asks for `me` again once they were read. */
export const useConfirmFactor = () =>
  useMutation({
    mutationFn: (code: string) => told(api.POST('/api/me/second-factor/confirm', { body: { code } })),
    ...ONCE
  })

export const useRemoveFactor = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { current: string; code: string }) => told(api.POST('/api/me/second-factor/remove', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['me'] }),
    ...ONCE
  })
}

/** Goes to the provider of single sign-on, to be known by it from now on. */
export const useLink = () =>
  useMutation({
    mutationFn: async () => {
      const { url } = await told(api.POST('/api/me/single-sign-on'))
      location.assign(url)
    }
  })
