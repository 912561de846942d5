import { useState } from 'react'
import { useMe } from '../../data/session.ts'
import { stored } from '../../data/stored.ts'

type Note = { text: string; shared: boolean }

const NONE: Note = { text: '', shared: false }

function parseNote(value: unknown): Note | undefined {
  const { text, shared } = (value ?? {}) as Partial<Note>
  return typeof text === 'string' ? { text, shared: shared === true } : undefined
}

/** The note that one is writing on a ticket, kept in this browser for oneself until it is given. */
export function useNote(ticket: string) {
  const kept = stored(`huiyin.note.${useMe()?.id ?? ''}.${ticket}`, parseNote)
  const [note, setNote] = useState(() => kept.read() ?? NONE)
  const set = (next: Note) => {
    setNote(next)
    if (next.text === '') kept.clear()
    else kept.write(next)
  }
  return { ...note, set, clear: () => set(NONE) }
}
