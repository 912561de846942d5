import type { TicketView } from '@huiyin/schemas/api.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Act, perform } from '../data/acts.ts'
import { ApiProblem, api, told } from '../data/http.ts'
import { learn } from '../data/live.ts'
import { keepView, renewTicket } from '../data/tickets.ts'

/** Why an act was not done, or not known to be done. */
export type Trouble =
  | { kind: 'faster'; who: string | undefined; latest: TicketView; error: ApiProblem }
  | { kind: 'undecided'; error: unknown; act: Act }
  | { kind: 'refused'; error: unknown }

/** Who made the last turn; undefined when it was the citizen. */
export function lastToSpeak({ history, lastTurn }: TicketView): string | undefined {
  const turn = history.find(({ n }) => n === lastTurn)
  return turn === undefined || turn.type === 'turn.citizen' ? undefined : turn.actor.name
}

async function troubleOf(error: unknown, act: Act, id: string): Promise<Trouble> {
  if (!(error instanceof ApiProblem)) throw error
  if (error.undecided) return { kind: 'undecided', error, act }
  if (error.code !== 'SOMEBODY_WAS_FASTER' && !error.winner) return { kind: 'refused', error }
  const latest = await told(api.GET('/api/tickets/{id}', { params: { path: { id } } }))
  return { kind: 'faster', who: error.winner?.name ?? lastToSpeak(latest), latest, error }
}

/** What a person can do with a ticket, and what came of it. `writing`: they have words of their own on the desk. */
export function useActs(view: TicketView, writing: boolean) {
  const client = useQueryClient()
  const [seen, setSeen] = useState(view.lastTurn)
  const [busy, setBusy] = useState<Act['kind']>()
  const [trouble, setTrouble] = useState<Trouble>()
  if (seen < view.lastTurn && !writing && !trouble) setSeen(view.lastTurn)

  const show = (latest: TicketView) => {
    keepView(client, latest)
    learn(latest)
  }
  const take = (latest: TicketView) => {
    show(latest)
    setTrouble(undefined)
    if (latest.id === view.id) setSeen(latest.lastTurn)
    else renewTicket(client, view.id) // the act was the younger ticket's
  }

  /** Resolves to whether it was done. */
  const run = async (act: Act): Promise<boolean> => {
    setBusy(act.kind)
    setTrouble(undefined)
    try {
      take(await perform(view.id, act, seen))
      return true
    } catch (error) {
      const found = await troubleOf(error, act, view.id).catch(
        (second): Trouble => ({ kind: 'refused', error: second })
      )
      if (found.kind === 'faster') show(found.latest)
      setTrouble(found)
      return false
    } finally {
      setBusy(undefined)
    }
  }

  return {
    run,
    /** Number of the last turn that the person has seen. */
    seen,
    busy,
    trouble,
    take,
    /** The citizen or a colleague has spoken since; the person has not said that they read it. */
    behind: seen < view.lastTurn && !trouble,
    catchUp: () => setSeen(view.lastTurn)
  }
}

export type Acts = ReturnType<typeof useActs>
