import { useState } from 'react'
import { stored } from './stored.ts'

const draftOf = (ticket: string) =>
  stored<string>(`huiyin.draft.${ticket}`, value => (typeof value === 'string' ? value : undefined))

/** The reply that one is writing on a ticket, kept in this browser until it is sent. */
export function useDraft(ticket: string) {
  const [text, setText] = useState(() => draftOf(ticket).read() ?? '')
  const change = (next: string) => {
    setText(next)
    if (next === '') draftOf(ticket).clear()
    else draftOf(ticket).write(next)
  }
  return [text, change] as const
}
