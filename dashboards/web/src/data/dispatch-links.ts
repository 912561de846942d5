import { useMutation } from '@tanstack/react-query'
import { useDecisionKey } from './decision-key.ts'
import { api, told } from './http.ts'

/** Links by which somebody of a department acts on one dispatch without an account. */

type Of = { ticket: string; dispatch: string }

/** `address` is told this once, and forgotten with the page. */
export function useIssueLink({ ticket, dispatch }: Of, onDone: () => void) {
  const { key, onSettled } = useDecisionKey()
  return useMutation({
    mutationFn: async (body: { to: string; days?: number }) => {
      const { address, link } = await told(
        api.POST('/api/tickets/{id}/dispatches/{dispatch}/links', {
          params: { path: { id: ticket, dispatch }, header: { 'idempotency-key': key } },
          body
        })
      )
      return { address: new URL(address, location.href).href, link }
    },
    onSuccess: onDone,
    onSettled,
    gcTime: 0
  })
}

export function useRevokeLink({ ticket, dispatch }: Of, onDone: () => void) {
  const { key, onSettled } = useDecisionKey()
  return useMutation({
    mutationFn: (link: string) =>
      told(
        api.DELETE('/api/tickets/{id}/dispatches/{dispatch}/links/{link}', {
          params: { path: { id: ticket, dispatch, link }, header: { 'idempotency-key': key } }
        })
      ),
    onSuccess: onDone,
    onSettled
  })
}
