import type { RiskLevel } from '@huiyin/schemas/names.ts'
import { LIMITS, type Need, type Ticket } from '@huiyin/schemas/ticket.ts'
import type { Draft } from './draft.ts'
import { isGraver } from './risk-levels.ts'
import { OUTGOING_WAIT } from './undo/outgoing.ts'

/** What a ladder is climbed for is written down when it happens; that it ended, when it ends (R34). */

type Raised = Pick<Need, 'subject' | 'event' | 'kind' | 'urgent'> & Partial<Pick<Need, 'at' | 'level' | 'fromRung'>>

/** Under which a told rung remembers its need. */
export const needKey = ({ subject, event, kind }: Pick<Need, 'subject' | 'event' | 'kind'>): string =>
  `${subject}/${event}/${kind}`

/** The ladders are looked at by then. */
export function wake(ticket: Ticket, at: number): void {
  ticket.climbAt = Math.min(ticket.climbAt ?? Infinity, at)
}

/**
 * A ladder has to be climbed from `at` on; raised twice it is raised once. What a person's act raises is told after the
 * wait in which it can be taken back, unless it is urgent.
 */
export function raiseNeed(draft: Draft, { at: from = draft.now, ...of }: Raised): void {
  const { ticket, now } = draft
  const at = draft.waits && !of.urgent ? Math.max(from, now + OUTGOING_WAIT) : from
  const needs = ticket.needs ?? []
  if (needs.some(need => needKey(need) === needKey(of))) return
  const need: Need = { level: ticket.risk.level, ...of, at, worsened: [] }
  const ended = needs.find(({ ended }) => ended)
  const kept = needs.length < LIMITS.needs ? needs : needs.filter(one => one !== (ended ?? needs[0]))
  ticket.needs = [...kept, need]
  delete ticket.exhausted
  wake(ticket, at)
}

/** It got worse: told again whatever was told before (R38). */
export function worsenNeeds(draft: Draft, level: RiskLevel, urgent: boolean): void {
  const { ticket, now } = draft
  const worse = ({ ended, level: from, worsened }: Need) =>
    !ended && isGraver(level, worsened.at(-1)?.level ?? from) && worsened.length < 20
  if (!ticket.needs?.some(worse)) return
  ticket.needs = ticket.needs.map(need =>
    worse(need) ? { ...need, worsened: [...need.worsened, { at: now, level, ...(urgent && { urgent }) }] } : need
  )
  wake(ticket, now)
}

/** Ends those that `which` names, all when absent. */
export function endNeeds(draft: Draft, why: string, which: (need: Need) => boolean = () => true): void {
  const { ticket, now } = draft
  if (!ticket.needs?.some(need => !need.ended && which(need))) return
  ticket.needs = ticket.needs.map(need => (need.ended || !which(need) ? need : { ...need, ended: { at: now, why } }))
}
