import { randomUUID } from 'node:crypto'
import type { House } from '@huiyin/adapters/house.ts'
import { type AlerterPorts, tick as alerterTick } from '@huiyin/alerter/tick.ts'
import { openRulesJobs, type RulesJobs } from '@huiyin/desk/rules-job.ts'
import { run as deskRun } from '@huiyin/desk/run.ts'
import { tick as deskTick } from '@huiyin/desk/tick.ts'
import type { People } from '@huiyin/domain/escalation/alerts-owed.ts'
import { defaultLadders } from '@huiyin/domain/escalation/default-ladders.ts'
import { calendarAt, DEFAULT_RULES } from '@huiyin/domain/rules.ts'
import { type Desk, openDesk } from '@huiyin/ports/act.ts'
import type { Channel } from '@huiyin/ports/channel.ts'
import type { EventLog } from '@huiyin/ports/event-log.ts'
import { silent } from '@huiyin/ports/logger.ts'
import type { Platform } from '@huiyin/ports/platform.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { Tickets } from '@huiyin/ports/tickets.ts'
import { tick as responderTick } from '@huiyin/responder/tick.ts'
import type { Override } from '@huiyin/schemas/calendar.ts'
import type { Classified } from '@huiyin/schemas/comment.ts'
import type { QuietHours } from '@huiyin/schemas/ladder.ts'
import type { Rules } from '@huiyin/schemas/policy.ts'
import { run as scribeRun } from '@huiyin/scribe/run.ts'
import { AMENDED_FROM, AMENDMENT } from '../reference/amendment.ts'
import { QUIET } from '../reference/night.ts'
import type { Dues } from './dues.ts'
import { type Life, life, mortal, silenced } from './mortal.ts'

/** What the house ships, and the version of the office's days that comes in the middle of the Spring Festival. */
const RULES: Rules = (() => {
  const office = calendarAt(DEFAULT_RULES, 'office', AMENDED_FROM)
  const days = AMENDMENT.map(
    ({ date, isOffDay }): Override => ({ date, kind: isOffDay ? 'off' : 'workday', reason: '春节' })
  )
  const others = office.days.filter(({ date }) => !AMENDMENT.some(one => one.date === date))
  const amended = { ...office, version: 'amended', effectiveFrom: AMENDED_FROM, days: [...others, ...days] }
  return { ...DEFAULT_RULES, calendars: [...DEFAULT_RULES.calendars, amended] }
})()

/** What a process of the house has of the world; all of it ends with its life. */
export interface Process {
  life: Life
  desk: Desk
  tickets: Tickets
  records: Records
}

/** A process that has just been started: nothing in memory, the store as it stands. */
export function born(house: House, watch: Dues): Process {
  const lives = life()
  const tickets = mortal(watch.tickets(house.store.tickets), lives) // what it has done is seen, whoever hears of it
  const records = mortal(watch.records(house.store.records), lives)
  const events = silenced(house.logs.events, lives)
  const { clock } = house
  return { life: lives, tickets, records, desk: openDesk({ tickets, events, clock, rules: () => RULES }) }
}

export const tickResponder = ({ desk }: Process, platform: Platform, now: number) =>
  responderTick({ desk, platform: () => platform, logger: silent }, now)

export const tickDesk = ({ desk }: Process, { store }: House, now: number) =>
  deskTick({ desk, comments: store.comments }, now)

const QUIET_HOURS: QuietHours = {
  version: '1',
  zone: 'Asia/Shanghai',
  weekly: [{ days: [1, 2, 3, 4, 5, 6, 7], ...QUIET }]
}
const NOBODY = { persons: [], departments: [], rosters: [] }

/** Its ladders are those that the house ships: every rung tells every channel. */
export function tickAlerter({ desk, records }: Process, channels: readonly Channel[], now: number): Promise<void> {
  const names = channels.map(({ name }) => name)
  const people: People = { ...NOBODY, channels: names, ladders: defaultLadders(names), quietHours: QUIET_HOURS }
  const ports: AlerterPorts = {
    ...{ desk, records, channels, logger: silent },
    people: () => people,
    link: () => undefined,
    holds: () => true,
    mayAlert: async () => true
  }
  return alerterTick(ports, now)
}

/** Reads what was classified until the signal, or until it is killed. */
export const runDesk = (
  { desk, records, life }: Process,
  { store }: House,
  classified: EventLog<Classified>,
  signal: AbortSignal
) => deskRun({ classified, comments: mortal(store.comments, life), records, desk, logger: silent }, signal)

export const runScribe = ({ store, logs, clock }: House, signal: AbortSignal) =>
  scribeRun({ ...store, events: logs.events, clock, logger: silent }, signal)

/** The job that tells running clocks of new rules. */
export const rulesJobsOf = ({ desk, records }: Process, monotonic: () => number): RulesJobs =>
  openRulesJobs({ records, desk, isBusy: async () => false, worker: randomUUID(), monotonic, logger: silent })
