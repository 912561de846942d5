import { memoryEventLog } from '@huiyin/adapters/memory/event-log.ts'
import { type MemoryStore, memoryStore } from '@huiyin/adapters/memory/store.ts'
import { type Command, commentArrived } from '@huiyin/domain/commands.ts'
import { defaultLadders } from '@huiyin/domain/escalation/default-ladders.ts'
import { ticketId } from '@huiyin/domain/ids.ts'
import { act, openDesk } from '@huiyin/ports/act.ts'
import type { Channel, DeliveryOutcome, Gathering, Notice, Trouble } from '@huiyin/ports/channel.ts'
import type { Clock } from '@huiyin/ports/clock.ts'
import { comment } from '@huiyin/ports/contracts/fixtures.ts'
import type { Alert, Delivery } from '@huiyin/schemas/alert.ts'
import type { Classification } from '@huiyin/schemas/classification.ts'
import { HouseEvent } from '@huiyin/schemas/event.ts'
import { type Ladder, type QuietHours, type Rung, TriggerKind } from '@huiyin/schemas/ladder.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import { alerterPorts, ticking } from './ticking.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
/** Monday. */
export const NINE = Date.parse('2026-11-23T09:00:00+08:00')
/** When the first answer to what is not urgent and was said at nine is due. */
export const DUE = NINE + 24 * HOUR
export const LI = { id: 'li', name: '李静', role: 'operator' }
export const WANG = { id: 'wang', name: '王敏', role: 'operator' }
export const DESK = { id: 'system:desk', name: 'desk', role: 'system' }

/** A ladder for everything that tells one channel at each of its rungs. */
export const ladder = (channel: string, urgent: boolean, rungs: readonly Partial<Rung>[]): Ladder => ({
  id: `${channel}-${urgent}`,
  version: '1',
  effectiveFrom: 0,
  for: TriggerKind.anyOf.map(({ const: kind }) => kind),
  urgent,
  keepsQuietHours: !urgent,
  rungs: rungs.map(of => ({
    ...{ after: 0, to: [{ kind: 'channel', channel }], by: [channel], untilAcknowledged: false },
    ...of
  }))
})

export interface Telling {
  notices: readonly Notice[]
  of: Gathering
}

/** Answers with what it is given, in turn, and then takes all. */
function recording(name: string, answers: DeliveryOutcome[]) {
  const told: Notice[] = []
  const digests: Telling[] = []
  const troubles: Trouble[] = []
  const taken = () => answers.shift() ?? ({ outcome: 'sent' } as const)
  const channel: Channel = {
    name,
    deliver: async notice => {
      told.push(notice)
      return taken()
    },
    digest: async (notices, of) => {
      digests.push({ notices, of })
      return taken()
    },
    report: async trouble => {
      troubles.push(trouble)
      return { outcome: 'sent' }
    }
  }
  return { channel, told, digests, troubles }
}

export interface OfficeOptions {
  answers?: DeliveryOutcome[]
  /** Names of more channels. */
  others?: readonly string[]
  ladders?: readonly Ladder[]
  quietHours?: QuietHours
  /** Tickets and records that are there already. */
  store?: Pick<MemoryStore, 'tickets' | 'records'>
  /** The house's clock; it stands at nine, or where `setNow` put it, when absent. */
  clock?: Clock
}

/** An office whose clock stands at nine, with an alerter and a channel that writes down what it is told. */
export function office({ answers = [], others = [], ladders, quietHours, ...of }: OfficeOptions = {}) {
  let now = NINE
  const { clock = { now: () => now }, store = memoryStore({ searchLags: true }) } = of
  const events = memoryEventLog({ parse: parser(HouseEvent, 'event') })
  const desk = openDesk({ tickets: store.tickets, events, clock })
  const first = recording('webhook', answers)
  const rest = others.map(name => recording(name, []))
  const channels = [first, ...rest].map(({ channel }) => channel)
  const names = channels.map(({ name }) => name)
  const people = {
    ...{ persons: [], departments: [], rosters: [], channels: names },
    ladders: ladders ?? defaultLadders(names),
    ...(quietHours && { quietHours })
  }
  const ports = alerterPorts({ desk, records: store.records, channels, people: () => people })
  const at = ticking(store, ports, instant => {
    now = instant
  })

  /** A comment of the n-th citizen arrives now; answers the ticket's id. */
  const arrives = async (n: number, of: Partial<Classification> & { publishedAt?: number; seen?: number } = {}) => {
    const { publishedAt = clock.now(), seen = clock.now(), ...judged } = of
    const { firstText, firstObservedAt, state, classification, ...observation } = comment({
      ...{ root: `c${n}`, comment: `c${n}`, author: { id: `u${n}`, name: '网友' } },
      ...{ publishedAt, observedAt: seen, history: false, ours: false }
    })
    const id = ticketId(observation)
    const classified: Classification = { ...classification!, label: 'complaint', confidence: 0.9, ...judged }
    await act(desk, id, commentArrived(DESK, observation, classified))
    return id
  }
  const acts = (id: string, command: Command) => act(desk, id, command)
  const ticketOf = async (id: string) => (await desk.tickets.get(id))!.document
  const rowsOf = async <V>(kind: string) => {
    await store.records.refresh()
    return (await store.records.list<V>(kind, { atMost: 1000 })).map(({ value }) => value)
  }
  return {
    ...{ at, arrives, acts, ticketOf, desk, ports, store, rest },
    ...{ told: first.told, digests: first.digests, troubles: first.troubles },
    deliveries: () => rowsOf<Delivery>('delivery'),
    alerts: () => rowsOf<Alert>('alert'),
    setNow: (instant: number) => {
      now = instant
    }
  }
}

/** As `warn 12`: the kind, and of a warning the hours before the due time. */
export const kinds = (told: readonly Pick<Notice, 'alert'>[]) =>
  told.map(({ alert: { kind, point } }) => (kind === 'warn' ? `warn ${point / HOUR}` : kind))

export const BUSY: DeliveryOutcome = { outcome: 'later', reason: 'busy', retryAfterMs: HOUR }
export const LOST: DeliveryOutcome = { outcome: 'unknown', reason: 'no answer' }
