import { pausedAt } from '@huiyin/domain/calendar/pauses.ts'
import { dispatchesOfCycle, lastDispatch } from '@huiyin/domain/cases/dispatch.ts'
import { departmentsOf } from '@huiyin/domain/cases/dispatch-state.ts'
import { legClock } from '@huiyin/domain/clocks/running.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { ActName } from '@huiyin/schemas/api.ts'
import type { DispatchList, DispatchRow, DispatchStage } from '@huiyin/schemas/api-desks.ts'
import type { Dispatch, Ticket } from '@huiyin/schemas/ticket.ts'
import type { AccountFacts } from '../ports.ts'
import { ticketRow } from '../views.ts'

/** How a dispatch looks on the board. Pure. */

const STAGES = {
  dispatched: 'to-sign',
  signed: 'handling',
  returned: 'returned',
  bounced: 'bounced'
} as const satisfies Record<Exclude<Dispatch['state'], 'withdrawn'>, DispatchStage>

/** The dispatch that says how far a ticket under way has come with the departments, where `actor` may see it. */
export function boardDispatch(ticket: Ticket, { department }: Pick<Actor, 'department'>): Dispatch | undefined {
  const last = lastDispatch(ticket)
  if (!last || (department && !departmentsOf(last).includes(department))) return
  return last
}

type Around = {
  account: AccountFacts | undefined
  /** How often a department may send back in a cycle. */
  bounceAtMost: number
  may: ActName[]
  now: number
}

export function dispatchRow({ ticket, dispatch }: OnBoard, { account, bounceAtMost, may, now }: Around): DispatchRow {
  const { id, state, department, assisting, request, by, dispatchedAt, leavesAt, signedAt, signedBy } = dispatch
  const { result, bounce, ruled, links = [] } = dispatch
  const inCycle = dispatchesOfCycle(ticket)
  const bounces = inCycle.filter(one => one.state === 'bounced').length
  const from = inCycle.findLast(one => one.state === 'withdrawn' && one.endedAt === dispatchedAt)?.department
  return {
    ticket: ticketRow(ticket, account, now),
    id,
    stage: STAGES[state as keyof typeof STAGES],
    department,
    ...(assisting && { assisting }),
    request,
    by: by.name,
    dispatchedAt,
    ...(leavesAt !== undefined && { leavesAt }),
    ...(signedAt !== undefined && { signedAt }),
    ...(signedBy && { signedBy: signedBy.name }),
    since: result?.at ?? bounce?.at ?? signedAt ?? dispatchedAt,
    ...clockOf(ticket, id, now),
    ...(result && { result: { text: result.text, by: result.by.name, at: result.at } }),
    ...(bounce && { bounce: { ...bounce, by: bounce.by.name } }),
    bounces,
    bounceFinal: bounces >= bounceAtMost || inCycle.some(one => one.ruled),
    ruled: ruled !== undefined,
    ...(from !== undefined && from !== department && { from }),
    supervised: (ticket.supervised ?? [])
      .filter(({ endedAt }) => endedAt === undefined)
      .map(({ owner, dueAt, instruction, text }) => ({ owner, dueAt, instruction, text })),
    links: links.map(({ by: _, ...link }) => link),
    may
  }
}

function clockOf(ticket: Ticket, dispatch: string, now: number): Pick<DispatchRow, 'clock'> {
  const found = legClock(ticket, dispatch)
  if (!found) return {}
  const { stage, startedAt, dueAt, urgent, pauses } = found
  const paused = pausedAt(pauses, now)
  return { clock: { ...(stage && { stage }), startedAt, dueAt, urgent, ...(paused && { pausedUntil: paused.to }) } }
}

/** A ticket under way with the dispatch that says how far it has come. */
export type OnBoard = { ticket: Ticket; dispatch: Dispatch }

const dueOf = ({ ticket, dispatch }: OnBoard): number =>
  legClock(ticket, dispatch.id)?.dueAt ?? dispatch.endedAt ?? dispatch.dispatchedAt

/** Overdue first, then what falls due next; what has no clock by how long it has waited. */
export const inOrder = (all: readonly OnBoard[]): OnBoard[] =>
  all
    .map(one => ({ one, due: dueOf(one) }))
    .toSorted((a, b) => a.due - b.due || (a.one.dispatch.id < b.one.dispatch.id ? -1 : 1))
    .map(({ one }) => one)

function isLate({ ticket, dispatch }: OnBoard, now: number): boolean {
  const clock = legClock(ticket, dispatch.id)
  return clock !== undefined && clock.dueAt <= now && !pausedAt(clock.pauses, now)
}

/** With how much is with each, those with the most first. */
export function departmentsIn(all: readonly OnBoard[], now: number): DispatchList['departments'] {
  const of = Map.groupBy(all, ({ dispatch }) => dispatch.department)
  return Array.from(of, ([name, those]) => ({
    name,
    count: those.length,
    overdue: those.filter(one => isLate(one, now)).length
  })).toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
}
