import type { CorrectBody, TicketView } from '@huiyin/schemas/api.ts'
import { DEPARTMENTS } from './departments.ts'

/** What a person sets right, without the comment that it is about. */
export type Changes = Omit<CorrectBody, 'comment'>
type Standing = Pick<TicketView, 'label' | 'sentiment' | 'department' | 'urgent' | 'risk'>

const LEVELS = ['blue', 'yellow', 'orange', 'red'] as const
const isGrave = (level: Changes['level']) => level === 'orange' || level === 'red'

/** The level above or below; undefined beyond the ends. */
export const levelBeside = (level: NonNullable<Changes['level']>, step: 1 | -1): Changes['level'] =>
  LEVELS[LEVELS.indexOf(level) + step]

/** What the form shows. A grave level is urgent too, unless the person says that it is not. */
export function shownOf({ label, sentiment, department, urgent, risk }: Standing, chosen: Changes) {
  const level = chosen.level ?? risk.level
  const raised = chosen.level !== risk.level && isGrave(chosen.level)
  return { label, sentiment, department, ...chosen, level, urgent: chosen.urgent ?? (urgent || raised) }
}

/** Of what was chosen, only what differs from what stands: the rest is nobody's correction. */
export function changesOf(standing: Standing, chosen: Changes): Changes {
  const { label, sentiment, department, level, urgent } = chosen
  const newLevel = level !== undefined && level !== standing.risk.level
  const saysCalm = newLevel && isGrave(level) && urgent === false // else the server would take it for urgent
  return {
    ...(label !== undefined && label !== standing.label && { label }),
    ...(sentiment !== undefined && sentiment !== standing.sentiment && { sentiment }),
    ...(department !== undefined && department !== standing.department && { department }),
    ...(newLevel && { level }),
    ...(urgent !== undefined && (urgent !== standing.urgent || saysCalm) && { urgent })
  }
}

/** The ticket as it will stand, before the server has said so. */
export function asCorrected(view: TicketView, changes: Changes, by: { who: string; at: number }): TicketView {
  const { level, urgent } = shownOf(view, changes)
  const { label = view.label, sentiment = view.sentiment, department = view.department } = changes
  return {
    ...view,
    label,
    sentiment,
    urgent,
    ...(department !== undefined && { department }),
    risk: { ...view.risk, level },
    review: false,
    corrected: { ...view.corrected, ...changes, by: by.who, at: by.at }
  }
}

/** What follows from it besides what one sees; undefined where nothing does. */
export function consequence(view: TicketView, changes: Changes): 'urgent' | 'calmer' | 'starts' | 'closes' | undefined {
  if (view.status !== 'open') return
  const runs = view.clocks.some(({ stoppedAt }) => stoppedAt === undefined)
  const { urgent } = shownOf(view, changes)
  if (urgent && !view.urgent && view.owed > 0) return 'urgent'
  if (changes.label === 'other' && view.review && !runs) return 'closes'
  if (changes.label !== undefined && changes.label !== 'other' && !runs && view.owed > 0) return 'starts'
  const lower = changes.level !== undefined && LEVELS.indexOf(changes.level) < LEVELS.indexOf(view.risk.level)
  return lower || (changes.urgent === false && view.urgent) ? 'calmer' : undefined
}

/** The classes, and the deployment's own departments that this ticket has met. */
export function departmentsOf(view: TicketView, offices: readonly string[]): string[] {
  const own = [view.department, ...offices].filter(name => name !== undefined)
  return [...new Set([...own, ...DEPARTMENTS])]
}
