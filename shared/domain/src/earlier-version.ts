import type { Alert } from '@huiyin/schemas/alert.ts'
import type { Clock, Cycle, Reply, Ticket } from '@huiyin/schemas/ticket.ts'

type Missing<D, K extends keyof D> = Omit<D, K> & Partial<Pick<D, K>>
type Counted = 'cycle' | 'calendar' | 'target' | 'countedFrom' | 'used' | 'pauses' | 'warnBefore'
type EarlierClock = Missing<Clock, Counted>
type EarlierReply = Missing<Reply, 'kind' | 'draftedAt'>

/** A ticket as it was written before clocks had targets and cases had cycles. */
type Earlier = {
  clocks: readonly EarlierClock[]
  replies: readonly EarlierReply[]
}

const HOUR = 3_600_000

/** What an earlier version wrote, as this one reads it; the same ticket when nothing is missing. */
export function upToDate(ticket: Ticket): Ticket {
  const { cycles, dispatches = [], bornAt }: Partial<Ticket> = ticket
  if (cycles !== undefined && bornAt !== undefined) return ticket
  const { clocks, replies }: Earlier = ticket
  return {
    ...ticket,
    dispatches,
    bornAt: bornAt ?? ticket.openedAt,
    cycles: cycles ?? [cycleOf(ticket)],
    clocks: clocks.map(countedClock),
    replies: replies.map(draftedReply)
  }
}

/** Clocks counted natural time then, and were warned of as by default. */
const countedClock = (clock: EarlierClock): Clock => ({
  ...{ cycle: 1, calendar: 'round-the-clock@1', countedFrom: clock.startedAt, used: 0, pauses: [] },
  target: { kind: 'CALENDAR_HOURS', ms: Math.max(1, clock.dueAt - clock.startedAt) },
  warnBefore: clock.urgent ? [HOUR / 2, HOUR / 4, HOUR / 12] : [12 * HOUR, 4 * HOUR, HOUR],
  ...clock
})

const draftedReply = (reply: EarlierReply): Reply => ({ kind: 'final', draftedAt: reply.approvedAt ?? 0, ...reply })

function cycleOf({ openedAt, status, clocks }: Ticket): Cycle {
  if (status === 'open') return { n: 1, openedAt }
  const closedAt = Math.max(openedAt, ...clocks.flatMap(({ stoppedAt }) => stoppedAt ?? []))
  return { n: 1, openedAt, closedAt, how: status === 'dismissed' ? 'dismissed' : 'answered' }
}

/** An alert of an earlier version named its channels only. */
export function alertUpToDate(alert: Alert & { channels?: readonly string[] }): Alert {
  if ((alert.recipients as Alert['recipients'] | undefined) !== undefined) return alert
  const { channels = [], ...rest } = alert
  return { ...rest, rung: 0, repeat: 0, recipients: channels.map(channel => ({ channel })) }
}
