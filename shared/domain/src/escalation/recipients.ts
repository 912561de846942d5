import type { Ladder, Rung, Target } from '@huiyin/schemas/ladder.ts'
import type { RiskLevel } from '@huiyin/schemas/names.ts'
import type { ChannelKind, Contact, DepartmentDuty, Person } from '@huiyin/schemas/person.ts'
import type { DutyRoster } from '@huiyin/schemas/roster.ts'
import { isGraver } from '../risk-levels.ts'
import { onDuty } from './roster.ts'
import { isWithin } from './stretches.ts'

/** Everybody who can be told, and the names of the channels that are configured. */
export type House = {
  persons: readonly Person[]
  departments: readonly DepartmentDuty[]
  rosters: readonly DutyRoster[]
  channels: readonly ChannelKind[]
}

/** One way to one person; a group's channel has neither person nor address, a duty desk no person. */
export type Recipient = { channel: ChannelKind; address?: string; person?: string }

/** What it is that a rung tells; `assisting` are told where the head of its own department is meant. */
export type About = { urgent: boolean; level: RiskLevel; department?: string; assisting?: readonly string[] }

/** The person, or who stands in while they are on leave; undefined when nobody does. */
export function presentOrDeputy(persons: readonly Person[], id: string, at: number): Person | undefined {
  const asked = new Set<string>()
  for (let next: string | undefined = id; next !== undefined && !asked.has(next); ) {
    asked.add(next)
    const person = persons.find(person => person.id === next)
    if (person && !person.leave.some(leave => isWithin(leave, at))) return person
    next = person?.deputy
  }
  return undefined
}

type Party = { contacts: readonly Contact[]; person?: Person }

function partiesOf(house: House, target: Exclude<Target, { kind: 'channel' }>, about: About, at: number): Party[] {
  const present = (ids: readonly string[]) =>
    ids
      .map(id => presentOrDeputy(house.persons, id, at))
      .filter(person => person !== undefined)
      .map(person => ({ contacts: person.contacts, person }))
  const shift = (id: string | undefined) => {
    const roster = house.rosters.find(roster => roster.id === id)
    return roster ? present(onDuty(roster, at)) : []
  }
  if (target.kind === 'person') return present([target.person])
  if (target.kind === 'roster') return shift(target.roster)
  const { department, assisting = [] } = about
  const names = target.department === undefined ? [department, ...assisting] : [target.department]
  return names.flatMap(name => partiesOfDepartment(house, name, { present, shift }))
}

type Ways = { present: (ids: readonly string[]) => Party[]; shift: (roster: string | undefined) => Party[] }

/** Its head, else who is on duty there, else its desk: the first that is reached. */
function partiesOfDepartment(house: House, name: string | undefined, { present, shift }: Ways): Party[] {
  const duty = house.departments.find(({ department }) => department === name)
  if (!duty) return []
  const desk = { contacts: duty.contacts }
  const steps = [() => present(duty.head === undefined ? [] : [duty.head]), () => shift(duty.roster), () => [desk]]
  return steps.map(step => step()).find(parties => parties.some(party => reached(house, party))) ?? []
}

const reached = ({ channels }: House, { contacts }: Party) => contacts.some(({ channel }) => channels.includes(channel))

/** Ways to a party: those that the rung names, or whatever there is rather than none. */
function waysTo({ channels }: House, { by }: Rung, { contacts, person }: Party): Recipient[] {
  const open = contacts.filter(({ channel }) => channels.includes(channel))
  const named = open.filter(({ channel }) => by.includes(channel))
  return (named.length > 0 ? named : open).map(contact => ({ ...contact, ...(person && { person: person.id }) }))
}

const isMuted = ({ person }: Party, { urgent, level }: About) =>
  !urgent && person?.muteBelow !== undefined && isGraver(person.muteBelow, level)

/** Whom a rung reaches at an instant. Those who muted it count only when nobody else is reached (R36, R37). */
export function reachedBy(house: House, rung: Rung, about: About, at: number): Recipient[] {
  const groups = rung.to
    .filter(target => target.kind === 'channel')
    .filter(({ channel }) => house.channels.includes(channel))
    .map(({ channel }): Recipient => ({ channel }))
  const parties = rung.to
    .filter(target => target.kind !== 'channel')
    .flatMap(target => partiesOf(house, target, about, at))
  const ways = (of: readonly Party[]) => [...groups, ...of.flatMap(party => waysTo(house, rung, party))]
  const awake = ways(parties.filter(party => !isMuted(party, about)))
  return distinct(awake.length > 0 ? awake : ways(parties))
}

/** Tells recipients apart, for rows and for digests: one address is told once, whoever it stands for. */
export const recipientKey = ({ channel, address = '' }: Recipient): string =>
  [channel, address].map(encodeURIComponent).join('/')

const distinct = (recipients: readonly Recipient[]) =>
  [...new Map(recipients.toReversed().map(one => [recipientKey(one), one])).values()].reverse()

/**
 * Whom a rung reaches, or the next above it that reaches somebody, or else the nearest below. Who assists stands in for
 * nobody: where the department that leads is not reached, the next rung tells with them.
 */
export function reachedFrom({ rungs }: Ladder, rung: number, house: House, about: About, at: number) {
  const { assisting: _, ...leading } = about
  const above = rungs.map((_, i) => i).filter(i => i >= rung)
  const below = rungs
    .map((_, i) => i)
    .filter(i => i < rung)
    .reverse()
  for (const i of [...above, ...below]) {
    if (reachedBy(house, rungs[i]!, leading, at).length > 0)
      return { recipients: reachedBy(house, rungs[i]!, about, at), rung: i }
  }
  return { recipients: [], rung }
}
