import { useMutation } from '@tanstack/react-query'
import { newKey } from './acts.ts'
import { api, told } from './http.ts'

/** Links by which somebody of a department acts on one dispatch without an account. */

type Of = { ticket: string; dispatch: string }

const header = () => ({ 'idempotency-key': newKey() })

/** `address` is told this once, and forgotten with the page. */
export const useIssueLink = ({ ticket, dispatch }: Of, onDone: () => void) =>
  useMutation({
    mutationFn: async (body: { to: string; days?: number }) => {
      const { address, link } = await told(
        api.POST('/api/tickets/{id}/dispatches/{dispatch}/links', {
          params: { path: { id: ticket, dispatch }, header: header() },
          body
        })
      )
      return { address: new URL(address, location.href).href, link }
    },
    onSuccess: onDone,
    gcTime: 0
  })

export const useRevokeLink = ({ ticket, dispatch }: Of, onDone: () => void) =>
  useMutation({
    mutationFn: (link: string) =>
      told(
        api.DELETE('/api/tickets/{id}/dispatches/{dispatch}/links/{link}', {
          params: { path: { id: ticket, dispatch, link }, header: header() }
        })
      ),
    onSuccess: onDone
  })
