import type { TemplateChoice } from '@huiyin/schemas/api.ts'
import type { ReplyKind } from '@huiyin/schemas/ticket.ts'
import { useState } from 'react'
import { stored } from './stored.ts'

/** A reply as far as it is written. What is absent is as the server proposes it. */
export type Composition = {
  text: string
  kind?: ReplyKind | undefined
  /** UTC in ms: until when the citizen is promised the result. */
  promisedAt?: number | undefined
  /** It states a position of the office. */
  important?: boolean | undefined
  /** Id of the reply that it is edited from. */
  edits?: string | undefined
  template?: TemplateChoice | undefined
}

const NONE: Composition = { text: '' }

/** Older pages kept the bare text. */
function parseComposition(value: unknown): Composition | undefined {
  if (typeof value === 'string') return { text: value }
  return typeof (value as Composition | null)?.text === 'string' ? (value as Composition) : undefined
}

const draftOf = (ticket: string) => stored<Composition>(`huiyin.draft.${ticket}`, parseComposition)

/** The reply that one is writing on a ticket, kept in this browser until it is handed in. */
export function useDraft(ticket: string) {
  const [draft, setDraft] = useState(() => draftOf(ticket).read() ?? NONE)
  const set = (next: Composition) => {
    setDraft(next)
    if (Object.values(next).every(value => value === undefined || value === '')) draftOf(ticket).clear()
    else draftOf(ticket).write(next)
  }
  return { draft, set, clear: () => set(NONE) }
}
