import type { TicketView } from '@huiyin/schemas/api.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { perform } from '../data/acts.ts'
import { useRenewReviews } from '../data/desks.ts'
import { learn } from '../data/live.ts'
import { serverNow } from '../data/server-time.ts'
import { keepView } from '../data/tickets.ts'

/** Something that was decided: its name in the list, what was said, and the ticket as it stands since. */
export type Decided = { name: string; words: string; view: TicketView; at: number }

const BEHIND = 3_000 // ms: lists may be so far behind an act

/** What one has decided here, the newest last; each leaves the list at once, and comes back when it is taken back. */
export function useDeciding() {
  const client = useQueryClient()
  const renew = useRenewReviews()
  const [decided, setDecided] = useState<readonly Decided[]>([])
  const [undoing, setUndoing] = useState(false)
  const [failed, setFailed] = useState<unknown>()
  const last = decided.at(-1)

  const takeBack = async (): Promise<string | undefined> => {
    if (!last?.view.undo || undoing) return
    setUndoing(true)
    setFailed(undefined)
    try {
      const view = await perform(last.view.id, { kind: 'undo', body: { of: last.view.undo.of } }, last.view.lastTurn)
      keepView(client, view)
      learn(view)
      setDecided(decided.filter(one => one !== last))
      await renew()
      return last.name
    } catch (error) {
      setFailed(error)
      return undefined
    } finally {
      setUndoing(false)
    }
  }

  return {
    last,
    count: decided.length,
    undoing,
    failed,
    add: (one: Omit<Decided, 'at'>) => {
      setFailed(undefined)
      setDecided([...decided, { ...one, at: serverNow() }])
    },
    takeBack,
    /** Whether a list that was made at `madeAt` (UTC in ms) may still name it. */
    isOver: (name: string, madeAt: number) => decided.some(one => one.name === name && madeAt < one.at + BEHIND)
  }
}

export type Deciding = ReturnType<typeof useDeciding>
