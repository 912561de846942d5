import { type Ladder, type Rung, TriggerKind } from '@huiyin/schemas/ladder.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

type Step = Pick<Rung, 'after' | 'repeat' | 'untilAcknowledged'>

const BEFORE_DUE: readonly Step[] = [{ after: 0, untilAcknowledged: false }]
const URGENT: readonly Step[] = [{ after: 0, repeat: { every: 15 * MINUTE, times: 8 }, untilAcknowledged: true }]
const BREACHED: readonly Step[] = [0, 2 * HOUR, 24 * HOUR].map(after => ({ after, untilAcknowledged: true }))
const OTHERWISE: readonly Step[] = [0, 4 * HOUR].map(after => ({ after, untilAcknowledged: true }))

const KINDS: readonly TriggerKind[] = TriggerKind.anyOf.map(({ const: kind }) => kind)

/**
 * What an office climbs that has no ladders yet: every rung tells every channel's group. What is urgent again and again
 * for two hours until somebody acknowledges. `channels` are their names; without any there is nobody to tell.
 */
export function defaultLadders(channels: readonly string[]): Ladder[] {
  if (channels.length === 0) return []
  const to = channels.map(channel => ({ kind: 'channel' as const, channel }))
  const by = channels.slice(0, 10)
  return KINDS.flatMap(kind =>
    [true, false].map(urgent => ({
      id: `default-${kind}-${urgent ? 'urgent' : 'normal'}`,
      version: '1',
      effectiveFrom: 0,
      for: [kind],
      urgent,
      keepsQuietHours: !urgent && kind !== 'urgent',
      rungs: stepsOf(kind, urgent).map(step => ({ ...step, to, by }))
    }))
  )
}

function stepsOf(kind: TriggerKind, urgent: boolean): readonly Step[] {
  if (kind === 'approaching') return BEFORE_DUE
  if (urgent) return URGENT
  return kind === 'breached' ? BREACHED : OTHERWISE
}
