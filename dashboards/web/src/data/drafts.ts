import type { TemplateChoice } from '@huiyin/schemas/api.ts'
import type { ReplyKind } from '@huiyin/schemas/ticket.ts'
import { useState } from 'react'
import { useMe } from './session.ts'
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
  /** Id of what a machine proposed, where it began with that. */
  proposal?: string | undefined
}

const NONE: Composition = { text: '' }

/** Older pages kept the bare text. */
function parseComposition(value: unknown): Composition | undefined {
  if (typeof value === 'string') return { text: value }
  return typeof (value as Composition | null)?.text === 'string' ? (value as Composition) : undefined
}

const draftOf = (person: string, ticket: string) =>
  stored<Composition>(`huiyin.draft.${person}.${ticket}`, parseComposition)

/** The reply that one is writing on a ticket, kept in this browser for oneself until it is handed in. */
export function useDraft(ticket: string) {
  const kept = draftOf(useMe()?.id ?? '', ticket)
  const [draft, setDraft] = useState(() => kept.read() ?? NONE)
  const set = (next: Composition) => {
    setDraft(next)
    if (Object.values(next).every(value => value === undefined || value === '')) kept.clear()
    else kept.write(next)
  }
  return { draft, set, clear: () => set(NONE) }
}
