/** Raised at one bound, cleared when the score has stood at a lower one, or under it, for so long (R39). */
export type AlarmRule = { id: string; raiseAt: number; clearAt: number; clearFor: number }

/** A score at an instant, with the number of the event that told it. */
export type Sample = { at: number; event: number; score: number }

/** `raisedBy` is the event that raised it; an alarm without `clearedAt` is open. */
export type Alarm = { rule: string; raisedBy: number; raisedAt: number; clearedAt?: number; highest: number }

/**
 * The alarms of one subject under one rule, as they follow from all samples known at `now` (ms, UTC), in any order.
 * Never is more than one open: a score that swings about a bound neither doubles an alarm nor ends it.
 */
export function alarmsOf(rule: AlarmRule, samples: readonly Sample[], now: number): Alarm[] {
  const alarms: Alarm[] = []
  let calmSince: number | undefined
  const clearUntil = (at: number) => {
    const open = openOf(alarms)
    if (!open || calmSince === undefined || calmSince + rule.clearFor > at) return
    open.clearedAt = calmSince + rule.clearFor
    calmSince = undefined
  }
  for (const { at, event, score } of inOrder(samples, now)) {
    clearUntil(at)
    const open = openOf(alarms)
    if (!open && score >= rule.raiseAt) alarms.push({ rule: rule.id, raisedBy: event, raisedAt: at, highest: score })
    if (!open) continue
    open.highest = Math.max(open.highest, score)
    calmSince = score > rule.clearAt ? undefined : (calmSince ?? at)
  }
  clearUntil(now)
  return alarms
}

const openOf = (alarms: readonly Alarm[]) => alarms.findLast(({ clearedAt }) => clearedAt === undefined)

const inOrder = (samples: readonly Sample[], now: number) =>
  [...new Map(samples.map(sample => [sample.event, sample])).values()]
    .filter(({ at }) => at <= now)
    .sort((a, b) => a.at - b.at || a.event - b.event)
