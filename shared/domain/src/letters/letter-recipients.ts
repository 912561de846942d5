import type { LetterRecipient, LetterTarget } from '@huiyin/schemas/letter.ts'
import type { RiskLevel } from '@huiyin/schemas/names.ts'
import type { DepartmentDuty } from '@huiyin/schemas/person.ts'
import { type House, type Recipient, reachedBy } from '../escalation/recipients.ts'
import { distinctRecipients } from './letter-delivery.ts'

/** What decides whom a letter reaches beside its targets. */
export interface LetterWay {
  urgent: boolean
  level?: RiskLevel
  /** Whose head `department-head` without a name means. */
  department?: string
  /** Channels by which persons are told, if they have one of them; absent: all of theirs. */
  by?: readonly string[]
}

/**
 * Whom the targets are at an instant, by name and address: rosters, leave and deputies count as they do for ladders.
 * `withRole` answers the ids of those who have a role. Nobody stands twice; nobody may be left.
 */
export function letterRecipients(
  house: House,
  targets: readonly LetterTarget[],
  { urgent, level = 'blue', department, by = [] }: LetterWay,
  at: number,
  withRole: (role: string) => readonly string[]
): LetterRecipient[] {
  const about = { urgent, level, ...(department !== undefined && { department }) }
  const reached = targets.flatMap((target): LetterRecipient[] => {
    if (target.kind === 'address') {
      const { channel, address, name } = target
      return house.channels.includes(channel) ? [{ channel, address, name }] : []
    }
    const to = target.kind === 'role' ? idsOf(house, target.role, withRole).map(person) : [target]
    const rung = { after: 0, to, by: [...by], untilAcknowledged: false }
    return reachedBy(house, rung, about, at).map(one => ({ ...one, name: nameOf(house, one) }))
  })
  return distinctRecipients(reached)
}

const person = (id: string) => ({ kind: 'person' as const, person: id })

const idsOf = ({ persons }: House, role: string, withRole: (role: string) => readonly string[]) => [
  ...new Set([...withRole(role), ...persons.filter(one => one.role === role).map(({ id }) => id)])
]

/** Of a duty desk its department's, of a group its channel's. */
function nameOf({ persons, departments }: House, { channel, address, person: id }: Recipient): string {
  const found = persons.find(one => one.id === id)
  if (found || address === undefined) return found?.name ?? channel
  const isDesk = ({ contacts }: DepartmentDuty) =>
    contacts.some(contact => contact.channel === channel && contact.address === address)
  const desk = departments.find(isDesk)
  return desk ? `${desk.department}值班` : channel
}
