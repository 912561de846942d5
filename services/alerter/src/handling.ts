import { linkDispatch } from '@huiyin/domain/cases/commands.ts'
import { activeDispatch, departmentsOf } from '@huiyin/domain/cases/dispatch-state.ts'
import { linkStands } from '@huiyin/domain/cases/link.ts'
import { dispatchTold } from '@huiyin/domain/cases/told-department.ts'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import { ALERTER, type People } from '@huiyin/domain/escalation/alerts-owed.ts'
import { recipientKey } from '@huiyin/domain/escalation/recipients.ts'
import { idOf } from '@huiyin/domain/ids.ts'
import { act, type Desk } from '@huiyin/ports/act.ts'
import { openDispatchLinks } from '@huiyin/ports/dispatch-links.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import { isAway } from '@huiyin/ports/patience.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { Alert, AlertRecipient } from '@huiyin/schemas/alert.ts'
import type { DepartmentDuty } from '@huiyin/schemas/person.ts'
import type { Dispatch, Ticket } from '@huiyin/schemas/ticket.ts'
import type { StoredUser } from '@huiyin/schemas/user.ts'
import type { DeliveryPorts } from './delivery.ts'

type Ports = { desk: Desk; records: Records; people: () => People; logger: Logger }

/** Kind of the records of those who can sign in. */
const SIGNERS = 'person'

/**
 * The link in an alert about a dispatch or its clock by which a person or duty desk of its departments that cannot sign in
 * signs for the dispatch and returns its result. One link for each dispatch and recipient: every alert carries the same;
 * a revoked one is not made anew. It stands on the dispatch before the alert leaves; groups get none.
 */
export function handling({ desk, records, people, logger }: Ports, publicUrl: string): DeliveryPorts['handle'] {
  const links = openDispatchLinks(records)
  const page = `${publicUrl.replace(/\/$/, '')}/d/`

  async function addressOf(ticket: Ticket, { id: dispatch }: Dispatch, to: string, recipient: AlertRecipient) {
    const { token, link: id } = await links.issue({
      ticket: ticket.id,
      dispatch,
      key: `alert:${recipientKey(recipient)}`
    })
    const made = await act(
      desk,
      ticket.id,
      linkDispatch({ actor: ALERTER, id: `alert:${id}`, dispatch, link: { id, to } })
    )
    const link = made.dispatches.find(one => one.id === dispatch)?.links?.find(one => one.id === id)
    return link && linkStands(link, desk.clock.now()) ? `${page}${token}` : undefined
  }

  return async (alert, recipient) => {
    const ticket = (await desk.tickets.get(alert.ticket))?.document
    const dispatch = ticket && dispatchOf(ticket, alert)
    const to = dispatch && nameIn(people(), dispatch, recipient)
    if (!ticket || !dispatch || to === undefined || (await signsIn(records, recipient))) return
    try {
      return await addressOf(ticket, dispatch, to, recipient)
    } catch (error) {
      if (!(error instanceof HuiyinError) || isAway(error)) throw error
      logger.warn({ code: error.code }, 'an alert leaves without a link to its dispatch')
      return undefined
    }
  }
}

/** The dispatch that an alert or its clock is about, while the department has it. */
function dispatchOf(ticket: Ticket, { clock: id }: Alert): Dispatch | undefined {
  const active = activeDispatch(ticket)
  const told = dispatchTold(ticket, id)?.id ?? ticket.clocks.find(clock => clock.id === id)?.dispatch
  return told !== undefined && told === active?.id ? active : undefined
}

const LONGEST = 100

/** As who they act; undefined for who is not of the department, and for groups. */
function nameIn({ persons, departments }: People, dispatch: Dispatch, recipient: AlertRecipient) {
  const { person: id, channel, address } = recipient
  if (address === undefined) return
  const person = persons.find(one => one.id === id)
  const all = departmentsOf(dispatch)
  if (person)
    return all.some(one => one === person.department)
      ? `${person.department} ${person.name}`.slice(0, LONGEST)
      : undefined
  const isDesk = ({ contacts }: DepartmentDuty) =>
    contacts.some(contact => contact.channel === channel && contact.address === address)
  const duties = all.flatMap(name => departments.find(({ department }) => department === name) ?? [])
  const duty = duties.find(isDesk)
  return duty && `${duty.department}值班`.slice(0, LONGEST)
}

async function signsIn(records: Records, { person }: AlertRecipient): Promise<boolean> {
  if (person === undefined) return false
  const user = (await records.get<StoredUser>(SIGNERS, idOf(person)))?.document.value
  return user !== undefined && (user.state ?? 'active') === 'active'
}
