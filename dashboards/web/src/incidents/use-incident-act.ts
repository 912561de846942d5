import type { IncidentView } from '@huiyin/schemas/api-incidents.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { once } from '../data/attempts.ts'
import { api, told } from '../data/http.ts'
import { keepIncident, knownIncident, renewIncident } from './use-incident.ts'
import { INCIDENTS } from './use-incidents.ts'

/** What a person does with an incident: `kind` is where it is posted under it, `body` what it says. */
export type IncidentDo = { kind: string; body?: object; expects?: (view: IncidentView) => IncidentView }

/** One part of a `kind`. */
export const part = (id: string) => encodeURIComponent(id)

function performOn(id: string, { kind, body }: IncidentDo, seen: number): Promise<IncidentView> {
  return once({ name: `incident.${kind}.${id}`, body, seen }, async attempt => {
    const header = { 'if-match': String(attempt.seen), 'idempotency-key': attempt.key }
    const path = `/api/incidents/{id}/${kind}` as '/api/incidents/{id}/dismiss' // all take a key and answer alike
    const init = { params: { path: { id }, header }, body: body as { reason: string } }
    return (await told(api.POST(path, init))) as IncidentView
  })
}

/** Shown at once where the act says what it expects, and taken back where it was refused. */
export function useIncidentAct(id: string) {
  const client = useQueryClient()
  const mutationKey = ['incident-act', id]
  return useMutation({
    mutationKey,
    mutationFn: (act: IncidentDo) => performOn(id, act, knownIncident(client, id)?.lastTurn ?? 0),
    onMutate: async act => {
      if (!act.expects) return
      await client.cancelQueries({ queryKey: [...INCIDENTS, 'one', id], exact: true })
      const before = knownIncident(client, id)
      if (before) keepIncident(client, act.expects(before))
      return { before }
    },
    onError: (_error, _act, context) => {
      if (context?.before) keepIncident(client, context.before)
      renewIncident(client, id) // what was there before may be older than what another act has answered
    },
    onSuccess: view => {
      const isLast = client.isMutating({ mutationKey }) <= 1 // an earlier answer does not take back what is on its way
      if (isLast || view.id !== id) keepIncident(client, view)
      client.invalidateQueries({ queryKey: [...INCIDENTS, 'list'] })
    }
  })
}

export type Acting = ReturnType<typeof useIncidentAct>
