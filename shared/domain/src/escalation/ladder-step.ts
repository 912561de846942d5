import type { Ladder, QuietHours, TriggerKind } from '@huiyin/schemas/ladder.ts'
import type { RiskLevel } from '@huiyin/schemas/names.ts'
import { idOf } from '../ids.ts'
import { graver } from '../risk-levels.ts'
import { quietUntil } from './quiet-hours.ts'
import { type House, type Recipient, reachedFrom } from './recipients.ts'
import { type Numbered, numbered } from './repeat-numbers.ts'
import { type Slot, type SlotWhy, slotsOf } from './slots.ts'
import { type EscalationHistory, type Gap, HOLDS, type Trigger } from './trigger.ts'

/** Something to be told now: a row to be made by create under its id, with its recipients frozen in it (R40). */
export type Notification = {
  id: string
  ticket: string
  subject: string
  event: number
  kind: TriggerKind
  rung: number
  repeat: number
  why: SlotWhy
  ladder: string
  urgent: boolean
  level: RiskLevel
  /** When the ladder reached it: goes back into the history as `Told.at`. */
  at: number
  /** From when it may be told: `at`, or the end of the quiet hours. */
  tellAt: number
  recipients: Recipient[]
  /** The rung whose people stand in because its own reaches nobody; the alerter says so to an operator. */
  insteadBy?: number
  /** Why it goes into a digest: quiet hours gathered it (R37), or it fell due while nobody could tell (R30). */
  gather?: 'quiet-hours' | 'late'
  gap?: Gap
}

export type Circumstances = House & { quietHours?: QuietHours }

export type LadderStep = {
  due: Notification[]
  /** When to ask again at the latest, if nothing happens before; absent when nothing will come. */
  nextAt?: number
  /** All was told and nobody has acknowledged in time: to be seen, and an alarm (R36). */
  exhausted: boolean
}

/** So much later (ms) than it fell due, nobody could tell. */
export const LATE = 2 * 60_000

/** `<ticket>/<clock or subject>/<event>/<kind>/<rung>/<repeat>` (R40); a subject is one part, whatever is in it. */
export const notificationId = (
  { ticket, subject, event, kind }: Pick<Trigger, 'ticket' | 'subject' | 'event' | 'kind'>,
  rung: number,
  repeat: number
) => `${ticket}/${idOf(subject)}/${event}/${kind}/${rung}/${repeat}`

/**
 * What of a ladder has to be told at `now` (ms, UTC), given what has happened. Pure: when and how often it is asked
 * changes nothing but the moment at which a notification is found, and facts later than `now` are not known yet.
 */
export function ladderStep(
  ladder: Ladder,
  trigger: Trigger,
  history: EscalationHistory,
  now: number,
  of: Circumstances
): LadderStep {
  const known = knownAt(history, now)
  const endsAt = Math.min(...history.ended.map(({ at }) => at)) // Infinity while it is needed
  if (endsAt <= now) return { due: [], exhausted: false }
  const { passed, next } = untilNow(ladder, trigger, known, now)
  const tellAt = (slot: Slot) => tellAtOf(ladder, slot, urgentAt(trigger, known, slot.at), of.quietHours)
  const open = numbered(passed, known.told)
    .filter(({ told }) => !told)
    .filter(slot => slot.why === 'worse' || !isYielded(slot, known))
  const due = open.filter(slot => tellAt(slot) <= now)
  const last = passed.at(-1)
  const exhaustedAt = next || !last ? Infinity : exhaustedFrom(ladder, trigger, known, tellAt(last))
  const ahead = [...open.map(tellAt), next ? tellAt(next) : exhaustedAt].filter(at => at > now && at < endsAt)
  return {
    due: due.map(slot => notificationOf(ladder, trigger, known, slot, tellAt(slot), now, of)),
    ...(ahead.length > 0 && Number.isFinite(Math.min(...ahead)) && { nextAt: Math.min(...ahead) }),
    exhausted: exhaustedAt <= now && !trigger.foundLate
  }
}

const knownAt = (history: EscalationHistory, now: number): EscalationHistory => ({
  told: history.told,
  acknowledged: history.acknowledged.filter(({ at }) => at <= now),
  worsened: history.worsened.filter(({ at }) => at <= now),
  ended: history.ended
})

function untilNow(ladder: Ladder, trigger: Trigger, known: EscalationHistory, now: number) {
  const passed: Slot[] = []
  for (const slot of slotsOf(ladder, trigger, known)) {
    if (slot.at > now) return { passed, next: slot }
    passed.push(slot)
  }
  return { passed, next: undefined }
}

/** Somebody took the ticket after it fell due and before it was told (R34). */
const isYielded = ({ at }: Slot, { acknowledged }: EscalationHistory) => acknowledged.some(one => one.at > at)

const urgentAt = ({ urgent }: Trigger, { worsened }: EscalationHistory, at: number) =>
  urgent || worsened.some(one => one.urgent && one.at <= at)

const levelAt = ({ level }: Trigger, { worsened }: EscalationHistory, at: number) =>
  worsened.filter(one => one.at <= at).reduce((worst, one) => graver(worst, one.level ?? worst), level)

function tellAtOf({ keepsQuietHours }: Ladder, { at }: Slot, urgent: boolean, quietHours?: QuietHours): number {
  if (urgent || !keepsQuietHours || !quietHours) return at
  return quietUntil(quietHours, at) ?? at
}

/** After the last telling people have as long as until it would have been repeated, or as an acknowledgement holds. */
function exhaustedFrom({ rungs }: Ladder, trigger: Trigger, known: EscalationHistory, lastTold: number): number {
  const held = Math.max(lastTold, ...known.acknowledged.map(({ until }) => until))
  return held + (rungs.at(-1)?.repeat?.every ?? HOLDS[urgentAt(trigger, known, Infinity) ? 'urgent' : 'normal'])
}

function notificationOf(
  ladder: Ladder,
  trigger: Trigger,
  known: EscalationHistory,
  { rung, repeat, at, why }: Numbered,
  tellAt: number,
  now: number,
  house: House
): Notification {
  const { ticket, subject, event, kind, department, assisting, foundLate: gap, heldUntil = 0 } = trigger
  const about = { urgent: urgentAt(trigger, known, at), level: levelAt(trigger, known, at) }
  const whose = { ...(department !== undefined && { department }), ...(assisting && { assisting }) }
  const reach = reachedFrom(ladder, rung, house, { ...about, ...whose }, now)
  const alone = kind === 'dispatched' // it bears the link by which the department signs
  const isLate = gap || now - Math.max(tellAt, heldUntil) > LATE
  const gather = isLate ? 'late' : tellAt > at && !alone ? 'quiet-hours' : undefined
  return {
    id: notificationId(trigger, rung, repeat),
    ...{ ticket, subject, event, kind, rung, repeat, why },
    ladder: `${ladder.id}/${ladder.version}`,
    ...about,
    at,
    tellAt,
    recipients: reach.recipients,
    ...(reach.rung !== rung && { insteadBy: reach.rung }),
    ...(gather && { gather }),
    ...(gap && { gap })
  }
}
