import type { Period } from '@huiyin/schemas/appraisal.ts'
import type { Reply } from '@huiyin/schemas/reply.ts'
import type { Clock, Dispatch, Ticket } from '@huiyin/schemas/ticket.ts'
import { departmentsOf } from '../cases/dispatch-state.ts'
import { accountId } from '../ids.ts'
import { personOf, standingOf } from '../reports/facts.ts'

/** What one ticket says of a subject. */
export type Said =
  | { of: 'promise'; kind: 'account' | 'department' | 'person'; id: string; kept: 'on-time' | 'late' | 'missing' }
  | { of: 'voice'; kind: 'account' | 'department' | 'person'; id: string; score: number }

const within = (at: number, { from, to }: Period) => at >= from && at < to

/** As if nobody knew what came later: what stopped after that still ran. */
function asThen(clock: Clock, asOf: number): Clock {
  if (clock.stoppedAt === undefined || clock.stoppedAt <= asOf) return clock
  const { stoppedAt: _, outcome, ...running } = clock
  return outcome === 'met' || outcome === 'missed_answered_late' || outcome === 'missed_open' ? running : clock
}

/** Everything that a ticket adds to the appraisals of a period, by the definitions of the figures of reports. */
export const saidBy = (ticket: Ticket, period: Period, asOf: number): Said[] => [
  ...ticket.clocks.filter(({ dueAt }) => within(dueAt, period)).flatMap(clock => ofClock(ticket, clock, asOf)),
  ...voicesOf(ticket, period, asOf)
]

function ofClock(ticket: Ticket, clock: Clock, asOf: number): Said[] {
  const kept = standingOf(asThen(clock, asOf), asOf)
  if (kept === undefined || kept === 'void') return []
  const said = (kind: 'account' | 'department' | 'person', id: string | undefined): Said[] =>
    id === undefined ? [] : [{ of: 'promise', kind, id, kept }]
  if (clock.kind === 'first' || clock.kind === 'next')
    return [
      ...said('account', accountId({ platform: ticket.platform, id: ticket.account })),
      ...said('person', personOf(ticket, clock))
    ]
  if (clock.kind !== 'leg') return []
  if (clock.stage === 'sign' && kept !== 'missing') return [] // signed for: what counts is the result
  const dispatch = ticket.dispatches.find(({ id }) => id === clock.dispatch)
  return dispatch ? [...said('department', dispatch.department), ...said('person', handlerOf(dispatch))] : []
}

const handlerOf = ({ result, signedBy }: Dispatch): string | undefined => result?.by.id ?? signedBy?.id

/** When the platform took it, or it was posted by hand. */
const acceptedAt = ({ acceptedAt, attested, sentAt = 0 }: Reply): number => acceptedAt ?? attested?.postedAt ?? sentAt

/** What citizens said is of the account, of the departments that told a result, and of who had answered last by then. */
function voicesOf(ticket: Ticket, period: Period, asOf: number): Said[] {
  const account = accountId({ platform: ticket.platform, id: ticket.account })
  return ticket.cycles.flatMap(({ n, satisfaction }) => {
    if (!satisfaction || !within(satisfaction.at, period) || satisfaction.at > asOf) return []
    const { score } = satisfaction
    const told = ticket.dispatches.filter(({ cycle, result }) => cycle === n && result !== undefined)
    const departments = [...new Set(told.flatMap(departmentsOf))]
    const answer = ticket.replies.findLast(one => one.stopped !== undefined && acceptedAt(one) <= satisfaction.at)
    const person = answer?.author.id ?? ticket.assigned?.to.id
    return [
      { of: 'voice' as const, kind: 'account' as const, id: account, score },
      ...departments.map(id => ({ of: 'voice' as const, kind: 'department' as const, id, score })),
      ...(person === undefined ? [] : [{ of: 'voice' as const, kind: 'person' as const, id: person, score }])
    ]
  })
}
