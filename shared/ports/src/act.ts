import type { Command } from '@huiyin/domain/commands.ts'
import { type Decision, decide } from '@huiyin/domain/decide.ts'
import { storeRefused, ticketNotFound } from '@huiyin/domain/errors.ts'
import { DEFAULT_RULES } from '@huiyin/domain/rules.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'
import type { HouseEvent } from '@huiyin/schemas/event.ts'
import type { Rules } from '@huiyin/schemas/policy.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import type { Clock } from './clock.ts'
import type { Versioned } from './documents.ts'
import type { EventLog } from './event-log.ts'
import { isAway } from './patience.ts'
import { type Carrier, openPublisher, type Publisher } from './publisher.ts'
import type { Tickets } from './tickets.ts'

/** Everything through which tickets change. */
export interface Desk {
  tickets: Tickets
  publisher: Publisher
  clock: Clock
  /** All that are known now; a clock keeps the versions that it was made under. */
  rules: () => Rules
}

export const openDesk = (of: {
  tickets: Tickets
  events: EventLog<HouseEvent>
  clock: Clock
  rules?: () => Rules
}): Desk => ({
  tickets: of.tickets,
  publisher: openPublisher(of.events),
  clock: of.clock,
  rules: of.rules ?? (() => DEFAULT_RULES)
})

/**
 * Decides on what is there and puts it if nobody was faster; otherwise looks again and decides again.
 * Resolves when the store has it; its events are published behind, and by the sweeper when that fails.
 * Throws what `decide` refuses, TICKET_NOT_FOUND, STORE_REFUSED or STORE_UNAVAILABLE.
 */
export async function act(desk: Desk, id: string, command: Command): Promise<Ticket> {
  while (true) {
    const found = await desk.tickets.get(id)
    const { ticket, events } = decideOn(desk, id, found, command)
    if (!ticket) throw ticketNotFound(id)
    if (ticket === found?.document) return ticket
    const next = carrying(desk, ticket, events, desk.clock.now())
    const result = await desk.tickets.putIfUnchanged(next, found?.version)
    if (result.outcome === 'refused') throw storeRefused(result.reason)
    if (result.outcome === 'conflict') continue
    publishBehind(desk, next)
    return next
  }
}

const decideOn = (
  { clock, rules }: Desk,
  id: string,
  found: Versioned<Ticket> | undefined,
  command: Command
): Decision => decide(found?.document, command, { id, now: clock.now(), rules: rules() })

/** What an act leaves its events in: a ticket or an incident. */
export type Carrying = { id: string; unpublished: HouseEvent[]; unpublishedSince?: number }

/** The document with the events that it carries until they are published; `subject` is theirs, its id where absent. */
export function carrying<D extends Carrying>(
  { publisher }: Pick<Desk, 'publisher'>,
  document: D,
  events: readonly HouseEvent[],
  since?: number,
  subject = document.id
): D {
  const { unpublishedSince, ...rest } = document
  const unpublished = [...publisher.unsent({ id: subject, unpublished: document.unpublished }), ...events]
  const waiting = unpublishedSince ?? since
  const isWaiting = unpublished.length > 0 && waiting !== undefined
  return { ...rest, unpublished, ...(isWaiting && { unpublishedSince: waiting }) } as D
}

/** Sends what it carries; answers before. */
export function publishBehind({ publisher }: Pick<Desk, 'publisher'>, carrier: Carrier): void {
  publisher.publish([carrier]).catch(error => {
    if (!isAway(error)) throw error // the sweeper publishes what it carries once the log is back
  })
}

/** One command of a batch, for one ticket. */
export type Addressed = {
  id: string
  command: Command
  /** A comment that begins its thread, and that nobody had seen: where it opens no ticket, there is none to tell of it. */
  begins?: boolean
}

/** What a batch came to: the tickets that it touched, and those that the store will never take. */
export type BatchResult = { tickets: Ticket[]; refused: { id: string; reason: string; commands: Command[] }[] }

/**
 * A batch of news: grouped by ticket, ordered by the comments' own time, decided one after the other over one
 * read and put once. Losers are read and decided again until none is left. Nothing is published: the caller
 * publishes what the tickets carry before it commits. One who has nothing to commit says `since` when they carry it:
 * the sweeper publishes it after a crash.
 */
export async function actOnEach(desk: Desk, batch: readonly Addressed[], since?: number): Promise<BatchResult> {
  const result: BatchResult = { tickets: [], refused: [] }
  let pending = grouped(batch)
  let isNew = opensByItself
  while (pending.size > 0) {
    pending = await round(desk, pending, { result, since, isNew })
    isNew = () => false
  }
  return result
}

type Round = {
  result: BatchResult
  since: number | undefined
  /** Whether it is decided on without a read, as if there were no such ticket; whoever has one makes it a loser. */
  isNew: (commands: readonly Command[]) => boolean
}

/**
 * Nobody but the citizen who begins a thread has a ticket before its first comment is there, and that one is seldom
 * read twice.
 */
const opensByItself = ([first]: readonly Command[]) =>
  first?.type === 'comment.arrived' && beginsThread(first.observation)

/** At its first look, as far as it tells itself. */
export const beginsThread = ({ comment, root, before, deleted, ours }: Observation) =>
  comment === root && before === undefined && !deleted && !ours

/** What is said to one ticket. */
type Group = { commands: Command[]; begins: boolean }
type Groups = Map<string, Group>

function grouped(batch: readonly Addressed[]): Groups {
  const groups = Map.groupBy(batch, ({ id }) => id)
  return new Map(Array.from(groups, ([id, those]) => [id, groupOf(those)]))
}

const groupOf = (those: readonly Addressed[]): Group => ({
  commands: those.map(({ command }) => command).toSorted(byTime),
  begins: those.every(({ begins }) => begins)
})

const byTime = (a: Command, b: Command) => timeOf(a) - timeOf(b)
const timeOf = (command: Command) =>
  command.type === 'comment.arrived' ? command.observation.publishedAt : Number.MAX_SAFE_INTEGER

async function round(desk: Desk, pending: Groups, { result, since, isNew }: Round): Promise<Groups> {
  const now = desk.clock.now()
  const puts: { document: Ticket; version?: string }[] = []
  const read: string[] = []
  for (const [id, { commands, begins }] of pending) {
    const opened = isNew(commands) ? decideAll(desk, id, undefined, { commands, since, now }) : undefined
    if (opened) puts.push({ document: opened })
    else if (!begins) read.push(id)
  }
  const found = read.length > 0 ? await desk.tickets.getMany(read) : []
  read.forEach((id, i) => {
    const next = decideAll(desk, id, found[i], { commands: pending.get(id)!.commands, since, now })
    if (!next) return
    if (next === found[i]?.document) result.tickets.push(next)
    else puts.push({ document: next, ...(found[i] && { version: found[i].version }) })
  })
  if (puts.length === 0) return new Map()
  const outcomes = await desk.tickets.putEach(puts)
  const again: Groups = new Map()
  outcomes.forEach((outcome, i) => {
    const { document } = puts[i]!
    const { commands } = pending.get(document.id)!
    if (outcome.outcome === 'put') result.tickets.push(document)
    else if (outcome.outcome === 'conflict') again.set(document.id, { commands, begins: false })
    else result.refused.push({ id: document.id, reason: outcome.reason, commands })
  })
  return again
}

function decideAll(
  desk: Desk,
  id: string,
  found: Versioned<Ticket> | undefined,
  { commands, since, now }: { commands: readonly Command[]; since: number | undefined; now: number }
): Ticket | undefined {
  const rules = desk.rules()
  const events: HouseEvent[] = []
  let ticket = found?.document
  for (const command of commands) {
    const decision = decide(ticket, command, { id, now, rules })
    ticket = decision.ticket
    events.push(...decision.events)
  }
  return ticket === found?.document ? ticket : ticket && carrying(desk, ticket, events, since)
}
