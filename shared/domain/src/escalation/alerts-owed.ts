import { type Actor, system } from '@huiyin/schemas/actor.ts'
import type { Alert, AlertKind, AlertRecipient } from '@huiyin/schemas/alert.ts'
import type { Ladder, QuietHours, TriggerKind } from '@huiyin/schemas/ladder.ts'
import type { Rules } from '@huiyin/schemas/policy.ts'
import type { Ticket, ToldRung } from '@huiyin/schemas/ticket.ts'
import { dispatchTold } from '../cases/told-department.ts'
import { legClock } from '../clocks/running.ts'
import { alertOwed, type Owing } from '../clocks/telling.ts'
import type { News } from '../commands.ts'
import { decide } from '../decide.ts'
import { LATE, ladderStep, type Notification } from './ladder-step.ts'
import { historyOf, needsOf } from './needs.ts'
import { quietUntil } from './quiet-hours.ts'
import { type House, reachedFrom, recipientKey } from './recipients.ts'
import { HOLDS, ladderFor, type Trigger } from './trigger.ts'

export type People = House & { ladders: readonly Ladder[]; quietHours?: QuietHours }

/** What is owed for a ticket: rows to be made by create, each from when on it may be told, then news for the ticket. */
export type AlertsOwed = { alerts: { alert: Alert; tellAt: number }[]; news: News[] }

type Circumstances = { people: People; rules: Rules; now: number }

export const ALERTER: Actor = system('alerter')

/**
 * All that has to be told about a ticket at `now`: the warn points and breaches of its clocks, and the rungs of the
 * ladders that are reached. Who is reached by several at once is told the gravest only. Pure: asked twice, by one or
 * by two, the rows have the same ids.
 */
export function alertsOwed(ticket: Ticket, of: Circumstances): AlertsOwed {
  const clocks = toldClocks(ticket, of)
  const ladders = climbed(clocks.ticket, of)
  const alerts = gravestForEach([...ladders.alerts, ...clocks.alerts])
  const { rungs, nextAt, exhausted } = ladders
  const looked = {
    type: 'alert.told',
    actor: ALERTER,
    rungs,
    exhausted,
    looked: clocks.ticket.n,
    ...(nextAt !== undefined && { nextAt })
  } as const
  const nothingNew = rungs.length === 0 && nextAt === clocks.ticket.climbAt && exhausted === (ticket.exhausted ?? false)
  return { alerts, news: nothingNew ? clocks.news : [...clocks.news, looked] }
}

/** `event` names what happened and when; absent for what each clock tells by itself. */
type Row = { alert: Alert; tellAt: number; event?: number }

/** Where there is no ladder it stands in the ledger and on the page. */
const NOBODY: Ladder = {
  ...{ id: 'nobody', version: '1', effectiveFrom: 0, for: ['breached'], urgent: false, keepsQuietHours: false },
  rungs: [{ after: 0, to: [{ kind: 'channel', channel: 'nobody' }], by: ['nobody'], untilAcknowledged: false }]
}

/** Warnings and breaches, one after the other, and the ticket once they are told. */
function toldClocks(ticket: Ticket, { people, rules, now }: Circumstances) {
  const alerts: Row[] = []
  const news: News[] = []
  let after = ticket
  for (let owing = alertOwed(after, now); owing; owing = alertOwed(after, now)) {
    const { clock, kind, point } = owing
    const told: News = { type: 'clock.told', actor: ALERTER, clock: clock.id, dueSetBy: clock.dueSetBy, kind, point }
    if (kind === 'warn') alerts.push(...warning(after, owing, people, now))
    news.push(told)
    after = decide(after, told, { id: ticket.id, now, rules }).ticket!
  }
  return { ticket: after, alerts, news }
}

/** A warn point goes to the rung of its place on the ladder for what approaches (R29); not to one who owns the ticket. */
function warning(ticket: Ticket, { clock, point }: Owing, people: People, now: number): Row[] {
  if ((ticket.acknowledged?.until ?? 0) > now) return []
  const { id, dueSetBy, urgent, dueAt } = clock
  const trigger: Trigger = {
    ...{ ticket: ticket.id, subject: id, event: dueSetBy, kind: 'approaching', at: now, urgent },
    level: ticket.risk.level,
    ...(ticket.department !== undefined && { department: ticket.department })
  }
  const ladder = ladderFor(people.ladders, trigger) ?? NOBODY
  const place = clock.warnBefore.toSorted((a, b) => b - a).indexOf(point)
  const rung = Math.min(Math.max(0, place), ladder.rungs.length - 1)
  const { recipients } = reachedFrom(ladder, rung, people, trigger, now)
  const quiet = !urgent && ladder.keepsQuietHours && people.quietHours && quietUntil(people.quietHours, now)
  const fellDue = point === 0 ? now : dueAt - point
  const gather = quiet ? 'quiet-hours' : now - fellDue > LATE && lateByUs(ticket, fellDue) ? 'late' : undefined
  return [
    {
      alert: {
        ...alertBase(ticket, { subject: id, event: dueSetBy, urgent }, now),
        id: `${ticket.id}/${id}/${dueSetBy}/warn/${point}/0`,
        kind: 'warn',
        ...{ point, rung, repeat: 0, dueAt, recipients },
        ...(gather && { gather })
      },
      tellAt: quiet || now
    }
  ]
}

/** It could have been told in time: we had the ticket then. */
const lateByUs = ({ bornAt }: Ticket, fellDue: number) => bornAt <= fellDue

function climbed(ticket: Ticket, { people, now }: Circumstances) {
  const rungs: ToldRung[] = []
  const alerts: Row[] = []
  const nexts: number[] = []
  let exhausted = false
  for (const need of needsOf(ticket)) {
    const ladder = ladderFor(people.ladders, need.trigger) ?? NOBODY
    const step = ladderStep(ladder, need.trigger, historyOf(ticket, need), now, people)
    for (const one of step.due) {
      rungs.push({ need: need.key, rung: one.rung, repeat: one.repeat, at: one.at })
      const isOfClock = one.kind === 'breached' || one.kind === 'unsigned-dispatch'
      const alert = alertOf(ticket, one, need.trigger.at, now)
      const tellAt = heldBack(alert, ladder, people, now)
      const event = one.kind === 'dispatched' ? one.tellAt : one.at // no digest puts its rungs of a night together
      alerts.push({ alert, tellAt, ...(!isOfClock && { event }) })
    }
    if (step.nextAt !== undefined) nexts.push(step.nextAt)
    const told = step.due.length === 0 // what is told only now nobody could acknowledge before
    if (ladder === NOBODY) continue
    exhausted ||= step.exhausted && told
    if (step.exhausted && !told) nexts.push(now + HOLDS[need.trigger.urgent ? 'urgent' : 'normal'])
  }
  return { rungs, alerts, exhausted, ...(nexts.length > 0 && { nextAt: Math.min(...nexts) }) }
}

/** What is found late in quiet hours waits for their end as well, when it is not urgent (R37). */
const heldBack = ({ gather, urgent }: Alert, { keepsQuietHours }: Ladder, { quietHours }: People, now: number) =>
  (gather === 'late' && !urgent && keepsQuietHours && quietHours && quietUntil(quietHours, now)) || now

function alertOf(
  ticket: Ticket,
  { id, kind, rung, repeat, recipients, gather, gap, ...of }: Notification,
  happenedAt: number,
  now: number
): Alert {
  const dispatch = dispatchTold(ticket, of.subject)
  const clock = dispatch ? legClock(ticket, dispatch.id) : ticket.clocks.find(clock => clock.id === of.subject)
  return {
    ...alertBase(ticket, of, now),
    ...{ id, kind: kindOf(kind), point: 0, rung, repeat, recipients, level: of.level },
    ...(dispatch && { department: dispatch.department }),
    dueAt: clock?.dueAt ?? happenedAt,
    ...(gather && { gather }),
    ...(gap && { gap })
  }
}

const kindOf = (kind: TriggerKind): AlertKind =>
  kind === 'approaching' ? 'warn' : kind === 'breached' ? 'breach' : kind

const alertBase = (
  { id, number, account, department, risk }: Ticket,
  { subject, event, urgent }: { subject: string; event: number; urgent: boolean },
  now: number
) => ({
  ...{ ticket: id, number, account, clock: subject, dueSetBy: event, urgent, level: risk.level, madeAt: now },
  ...(department !== undefined && { department })
})

const GRAVEST: readonly AlertKind[] = [
  'reported-upward',
  'breach',
  'unsigned-dispatch',
  'urgent',
  'risk-rose',
  'incident-rising',
  'dispatched',
  'supervised',
  'reopened-often',
  'warn'
]

/**
 * One thing that happened is told to each recipient once: the gravest of what it is. What a citizen said may be urgent,
 * be reported upward and raise the risk at the same instant; clocks are told each.
 */
function gravestForEach(rows: readonly Row[]): Row[] {
  const reached = new Set<string>()
  const inOrder = rows.toSorted((a, b) => GRAVEST.indexOf(a.alert.kind) - GRAVEST.indexOf(b.alert.kind))
  return inOrder.flatMap(({ alert, tellAt, event }) => {
    if (event === undefined || alert.recipients.length === 0) return [{ alert, tellAt }]
    const keyOf = (recipient: AlertRecipient) => `${event} ${recipientKey(recipient)}`
    const recipients = alert.recipients.filter(recipient => !reached.has(keyOf(recipient)))
    for (const recipient of recipients) reached.add(keyOf(recipient))
    return recipients.length === 0 ? [] : [{ alert: { ...alert, recipients }, tellAt }]
  })
}
