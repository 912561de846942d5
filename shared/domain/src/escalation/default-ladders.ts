import { type Ladder, type Rung, type Target, TriggerKind } from '@huiyin/schemas/ladder.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** `to`: whom it tells instead of the groups, and whom beside them. */
type Step = Pick<Rung, 'after' | 'repeat' | 'untilAcknowledged'> & { to?: 'department' | 'both' }

const BEFORE_DUE: readonly Step[] = [{ after: 0, untilAcknowledged: false }]
const URGENT: readonly Step[] = [{ after: 0, repeat: { every: 15 * MINUTE, times: 8 }, untilAcknowledged: true }]
const DISPATCHED: readonly Step[] = [
  { after: 0, to: 'department', untilAcknowledged: true },
  { after: 4 * HOUR, to: 'both', repeat: { every: DAY, times: 7 }, untilAcknowledged: true }
]
const DISPATCHED_URGENT: readonly Step[] = URGENT.map(step => ({ ...step, to: 'both' }))
const BREACHED: readonly Step[] = [0, 2 * HOUR, 24 * HOUR].map(after => ({ after, untilAcknowledged: true }))
const OTHERWISE: readonly Step[] = [0, 4 * HOUR].map(after => ({ after, untilAcknowledged: true }))

/** Head of the department, else who is on duty there, else its desk. */
const DEPARTMENT: Target = { kind: 'department-head' }

const KINDS: readonly TriggerKind[] = TriggerKind.anyOf.map(({ const: kind }) => kind)

/**
 * What an office climbs that has no ladders yet: every rung tells every channel's group. What is urgent again and again
 * for two hours until somebody acknowledges. A dispatch is told to its department, when it is urgent or nobody has
 * signed for it the groups as well; they are told instead where nobody of the department is reached. `channels` are
 * their names; without any there is nobody to tell.
 */
export function defaultLadders(channels: readonly string[]): Ladder[] {
  if (channels.length === 0) return []
  const groups = channels.map(channel => ({ kind: 'channel' as const, channel }))
  const whom = (to: Step['to']) =>
    to === 'department' ? [DEPARTMENT] : to === 'both' ? [DEPARTMENT, ...groups] : groups
  const by = channels.slice(0, 10)
  return KINDS.flatMap(kind =>
    [true, false].map(urgent => ({
      id: `default-${kind}-${urgent ? 'urgent' : 'normal'}`,
      version: '1',
      effectiveFrom: 0,
      for: [kind],
      urgent,
      keepsQuietHours: !urgent && kind !== 'urgent',
      rungs: stepsOf(kind, urgent).map(({ to, ...step }) => ({ ...step, to: whom(to), by }))
    }))
  )
}

function stepsOf(kind: TriggerKind, urgent: boolean): readonly Step[] {
  if (kind === 'approaching') return BEFORE_DUE
  if (kind === 'dispatched') return urgent ? DISPATCHED_URGENT : DISPATCHED
  if (urgent) return URGENT
  return kind === 'breached' ? BREACHED : OTHERWISE
}
