import type { CorrectBody, TicketView } from '@huiyin/schemas/api.ts'
import { useRef, useState } from 'react'
import { serverNow } from '../../data/server-time.ts'
import { useShortcuts } from '../../keys/use-shortcuts.ts'
import { mayDo } from '../desk.ts'
import type { Acts } from '../use-acts.ts'
import { asCorrected, type Changes, changesOf, levelBeside } from './corrections.ts'

/** `at`: what of it one wants to set right. */
type At = 'label' | 'department'
type Open = { comment: string | undefined; before: Changes; rolledBack: boolean; at: At }

/**
 * A correction on its way: closed → open → shown as if it were saved → saved, or open again with what was chosen
 * and the ticket as it stood. Focus goes back to where it was.
 */
export function useCorrection(view: TicketView, me: string, acts: Acts) {
  const [open, setOpen] = useState<Open>()
  const [pending, setPending] = useState<Changes>()
  const from = useRef<Element | null>(null)

  const begin = (comment?: string, at: At = 'label') => {
    if (acts.busy !== undefined) return
    if (open === undefined) from.current = document.activeElement
    setOpen({ comment, before: {}, rolledBack: false, at })
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
    if (!done && differs) setOpen({ comment, before: changes, rolledBack: true, at: 'label' })
    return done
  }
  const isReady = () => open === undefined && acts.busy === undefined && mayDo(view, 'correct')
  const opens = (at: At) => () => (isReady() ? begin(undefined, at) : false)
  const sets = (changes: Changes | undefined) => () => (changes && isReady() ? void give(changes) : false)
  const levels = (step: 1 | -1) => {
    const level = levelBeside(view.risk.level, step)
    return sets(level && { level })
  }
  useShortcuts({
    correct: opens('label'),
    department: opens('department'),
    inquiry: sets({ label: 'inquiry' }),
    suggestion: sets({ label: 'suggestion' }),
    complaint: sets({ label: 'complaint' }),
    other: sets({ label: 'other' }),
    'risk-raise': levels(1),
    'risk-lower': levels(-1),
    back: () => (open ? end() : false)
  })

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
