import type { Dispatch, Ticket } from '@huiyin/schemas/ticket.ts'
import type { Draft } from '../draft.ts'
import { endNeeds, raiseNeed } from '../needs.ts'

/** The departments of a dispatch are told of it at once, and again until it is signed for or is theirs no more. */

const subjectOf = (dispatch: string) => `dispatch-${dispatch}`

/** Its departments are told from `at` on; `event` is the number of the event that sent it. */
export function tellDepartment(draft: Draft, { id }: Dispatch, event: number, at: number): void {
  raiseNeed(draft, { subject: subjectOf(id), event, kind: 'dispatched', urgent: draft.ticket.urgent, at })
}

/** Nobody of its departments has to be told any more that it waits to be signed for. */
export function departmentKnows(draft: Draft, dispatch: string, why: string): void {
  endNeeds(draft, why, ({ subject }) => subject === subjectOf(dispatch))
}

/** The dispatch of which a need or an alert with that subject tells; undefined when it is about something else. */
export const dispatchTold = ({ dispatches }: Pick<Ticket, 'dispatches'>, subject: string): Dispatch | undefined =>
  dispatches.find(({ id }) => subjectOf(id) === subject)
