import type { CorrectBody, TicketView } from '@huiyin/schemas/api.ts'
import { useRef, useState } from 'react'
import { serverNow } from '../../data/server-time.ts'
import type { Acts } from '../use-acts.ts'
import { asCorrected, type Changes, changesOf } from './corrections.ts'
import { useCorrectionKeys } from './use-keys.ts'

type Open = { comment: string | undefined; before: Changes; rolledBack: boolean }

/**
 * A correction on its way: closed → open → shown as if it were saved → saved, or open again with what was chosen
 * and the ticket as it stood. Focus goes back to where it was.
 */
export function useCorrection(view: TicketView, me: string, acts: Acts) {
  const [open, setOpen] = useState<Open>()
  const [pending, setPending] = useState<Changes>()
  const from = useRef<Element | null>(null)

  const begin = (comment?: string) => {
    if (acts.busy !== undefined) return
    if (open === undefined) from.current = document.activeElement
    setOpen({ comment, before: {}, rolledBack: false })
  }
  const end = () => {
    setOpen(undefined)
    if (from.current instanceof HTMLElement && from.current.isConnected) from.current.focus()
  }
  const give = async ({ comment, ...changes }: CorrectBody) => {
    const differs = Object.keys(changesOf(view, changes)).length > 0
    setPending(changes)
    end()
    const done = await acts.run({ kind: 'correct', body: { ...(comment !== undefined && { comment }), ...changes } })
    setPending(undefined)
    if (!done && differs) setOpen({ comment, before: changes, rolledBack: true })
    return done
  }
  useCorrectionKeys({ open: open !== undefined, onOpen: () => begin(), onClose: end })

  return {
    open,
    begin,
    end,
    give,
    saving: pending !== undefined,
    /** The ticket with what is being saved. */
    shown: pending ? asCorrected(view, pending, { who: me, at: serverNow() }) : view
  }
}

export type Correction = ReturnType<typeof useCorrection>
