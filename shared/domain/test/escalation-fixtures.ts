import type { Ladder, QuietHours, Rung } from '@huiyin/schemas/ladder.ts'
import type { Person } from '@huiyin/schemas/person.ts'
import type { DutyRoster } from '@huiyin/schemas/roster.ts'
import { type Circumstances, ladderStep, type Notification } from '../src/escalation/ladder-step.ts'
import { type EscalationHistory, NOTHING_YET, type Trigger } from '../src/escalation/trigger.ts'
import { HOUR, MINUTE, NINE } from './fixtures.ts'

export const DAY = 24 * HOUR
export const at = (time: string) => Date.parse(`2026-11-${time}:00+08:00`)

export const person = (id: string, of: Partial<Person> = {}): Person => ({
  id,
  name: id,
  contacts: [{ channel: 'wecom', address: id }],
  leave: [],
  ...of
})

/** Li by day, Wang by night, every day. */
export const DUTY: DutyRoster = {
  id: 'duty',
  name: '值班',
  zone: 'Asia/Shanghai',
  weekly: [
    { days: [1, 2, 3, 4, 5, 6, 7], from: '08:00', to: '20:00', people: ['li'] },
    { days: [1, 2, 3, 4, 5, 6, 7], from: '20:00', to: '08:00', people: ['wang'] }
  ],
  dated: [],
  handOver: 0
}

export const NIGHT: QuietHours = {
  version: 'q1',
  zone: 'Asia/Shanghai',
  weekly: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '22:00', to: '08:00' }]
}

export const HOUSE: Circumstances = {
  persons: [person('li'), person('wang'), person('zhao'), person('chief')],
  departments: [{ department: '住建局', head: 'zhao', contacts: [] }],
  rosters: [DUTY],
  channels: ['wecom', 'smtp'],
  quietHours: NIGHT
}

export const rung = (minutes: number, to: Rung['to'], of: Partial<Rung> = {}): Rung => ({
  after: minutes * MINUTE,
  to,
  by: ['wecom'],
  untilAcknowledged: true,
  ...of
})

export const ON_DUTY: Rung['to'] = [{ kind: 'roster', roster: 'duty' }]
export const HEAD: Rung['to'] = [{ kind: 'department-head' }]
export const CHIEF: Rung['to'] = [{ kind: 'person', person: 'chief' }]

/** On duty at once, the head after half an hour, the chief after an hour and twice more. */
export const LADDER: Ladder = {
  id: 'normal',
  version: '1',
  effectiveFrom: 0,
  for: ['breached'],
  urgent: false,
  keepsQuietHours: true,
  rungs: [rung(0, ON_DUTY), rung(30, HEAD), rung(60, CHIEF, { repeat: { every: 10 * MINUTE, times: 2 } })]
}

export const BREACH: Trigger = {
  ticket: 'weibo/1/7/100/by/9',
  subject: 'first-1',
  event: 3,
  kind: 'breached',
  at: NINE,
  urgent: false,
  level: 'blue',
  department: '住建局'
}

export const URGENT_BREACH: Trigger = { ...BREACH, urgent: true }

export const past = (of: Partial<EscalationHistory> = {}): EscalationHistory => ({ ...NOTHING_YET, ...of })

export type Run = { ladder?: Ladder; trigger?: Trigger; facts?: Partial<EscalationHistory>; house?: Circumstances }

/** Asks at each instant and keeps what was told, as the alerter does. */
export function told({ ladder = LADDER, trigger = BREACH, facts = {}, house = HOUSE }: Run, ticks: readonly number[]) {
  const found: Notification[] = [...((facts.told ?? []) as Notification[])]
  const mine: (Notification & { foundAt: number })[] = []
  for (const now of ticks) {
    const known = { ...past(facts), told: found, acknowledged: (facts.acknowledged ?? []).filter(one => one.at <= now) }
    for (const one of ladderStep(ladder, trigger, known, now, house).due) {
      found.push(one)
      mine.push({ ...one, foundAt: now })
    }
  }
  return mine
}

/** Every so many minutes from nine o'clock, ends included. */
export const everyMinutes = (step: number, until: number, from = NINE) =>
  Array.from({ length: Math.floor(until / step) + 1 }, (_, i) => from + i * step * MINUTE)

export const minutes = (found: readonly Notification[]) =>
  found.map(({ rung, repeat, at }) => `${rung}/${repeat} at ${(at - NINE) / MINUTE}`)

export const people = ({ recipients }: Notification) => recipients.map(({ person, channel }) => person ?? channel)
