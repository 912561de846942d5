import type { ActName, PresenceRow, TicketView } from '@huiyin/schemas/api.ts'
import { createContext, useContext } from 'react'
import type { Act } from '../data/acts.ts'
import type { Composition } from '../data/drafts.ts'
import type { FormSpec } from '../form/spec.ts'

/** What every part of an open ticket has at hand. */
type Desk = {
  view: TicketView
  now: number
  /** Number of the last turn that the person has seen. */
  seen: number
  /** Who else is at it. */
  others: readonly PresenceRow[]
  /** The act that is on its way. */
  busy: Act['kind'] | undefined
  /** Resolves to whether it was done. */
  act: (act: Act) => Promise<boolean>
  /** Takes over what something else than an act answered. */
  take: (view: TicketView) => void
  /** Asks what an act needs, in the place of the reply. */
  ask: (form: FormSpec) => void
  /** Puts words into the reply box. */
  write: (draft: Composition) => void
}

const context = createContext<Desk | undefined>(undefined)

export const DeskProvider = context.Provider

/** Throws outside of an open ticket. */
export function useDesk(): Desk {
  const desk = useContext(context)
  if (!desk) throw new Error('a part of a ticket is drawn outside of it')
  return desk
}

/** Whether who looks may do it on a ticket or on a part of it. */
export const mayDo = ({ may }: { may: readonly ActName[] }, name: ActName): boolean => may.includes(name)
