import type { TicketView } from '@huiyin/schemas/api.ts'
import { useMutation } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { api, told } from '../../data/http.ts'
import { useMe } from '../../data/session.ts'
import { readsPlainly } from '../../people/may.ts'

/** What stands in the place of personal data: 138****8000, 幸福路**号. */
const hasMask = (view: TicketView) => JSON.stringify(view).includes('**')

/**
 * A ticket with its texts as they were written, once somebody said why they have to see them. Nothing keeps it: it is
 * masked again when the ticket is left or has changed.
 */
export function useReveal(view: TicketView | undefined) {
  const me = useMe()
  const [plain, setPlain] = useState<TicketView>()
  const isMasked = useMemo(() => view !== undefined && hasMask(view), [view])
  const asking = useMutation({
    mutationFn: async (reason: string) =>
      (await told(api.POST('/api/reveals', { body: { ticket: view!.id, reason } }))).ticket,
    onSuccess: setPlain,
    gcTime: 0
  })
  const isPlain = plain !== undefined && plain.n === view?.n
  return {
    shown: isPlain ? plain : view,
    /** `none`: there is nothing to show. */
    state: isPlain ? ('plain' as const) : isMasked && !readsPlainly(me) ? ('masked' as const) : ('none' as const),
    asking,
    hide: () => setPlain(undefined)
  }
}

export type Reveal = ReturnType<typeof useReveal>
