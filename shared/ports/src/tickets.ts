import type { Query } from '@huiyin/domain/search/query.ts'
import type { Circumstances } from '@huiyin/domain/search/relevance.ts'
import type { Label, RiskLevel, TicketStatus } from '@huiyin/schemas/names.ts'
import type { ReplyState, Ticket } from '@huiyin/schemas/ticket.ts'
import type { OfAccount, Page, Put, PutResult, Version, Versioned } from './documents.ts'

/** The four instants by which work is found; each is a field of the ticket. */
export type DueField = 'nextDueAt' | 'nextSendAt' | 'lookBackAt' | 'unpublishedSince'

/** All given conditions must hold; within a list one of them. */
export interface TicketFilter {
  /** What a person has asked for, as it was understood. */
  where?: Query
  status?: readonly TicketStatus[]
  label?: readonly Label[]
  level?: readonly RiskLevel[]
  urgent?: boolean
  review?: boolean
  account?: readonly string[]
  platform?: readonly string[]
  department?: readonly string[]
  /** Of one of these accounts of the office; an empty list finds nothing. */
  of?: readonly OfAccount[]
  /** A department that it was ever dispatched to. */
  dispatchedTo?: string
  /** Ids of people who have it in hand. */
  assigned?: readonly string[]
  /** Whether nobody has it in hand. */
  unassigned?: boolean
  /** It has one of these tags. */
  tag?: readonly string[]
  /** How the reply stands that is being written, waits for a second person, or is on its way. */
  reply?: readonly ReplyState[]
  /** There is such a reply, and another person than this one wrote it, or said that they had posted it. */
  replyNotBy?: string
  /** Tickets that are open or being handled, whose nearest running due time is before this instant. */
  dueBefore?: number
  /** The same, at this instant or after it. */
  dueFrom?: number
  /** openedAt from (inclusive) and to (exclusive). */
  openedFrom?: number
  openedTo?: number
}

/**
 * `due`: the nearest due time first, tickets without one last; `newest`: openedAt; `risk`: the highest first. Ties: by id.
 * `relevance`: the first 200 by how well they answer `where`, then the others; see docs/search.md.
 */
export type TicketSort = 'due' | 'newest' | 'risk' | 'relevance'

export interface TicketQuery extends TicketFilter {
  sort: TicketSort
  /** Of `relevance`: the same on every page of a list; `asOf` is the first page's. */
  ranking?: Circumstances
  atMost: number
  /** From the page before. */
  after?: string
}

/** The record of tickets. Reads by id are real-time; lists follow within a second, or at once after `refresh`. */
export interface Tickets {
  get: (id: string) => Promise<Versioned<Ticket> | undefined>
  /** In the order asked; undefined where there is none. */
  getMany: (ids: readonly string[]) => Promise<(Versioned<Ticket> | undefined)[]>
  putIfUnchanged: (ticket: Ticket, version?: Version) => Promise<PutResult>
  /** Each judged on its own; results in the order given. Durable when it answers. Ids are unique within one call. */
  putEach: (puts: readonly Put<Ticket>[]) => Promise<PutResult[]>
  /** Ids of tickets whose field is at or before the instant, the earliest first. May lag: read each again by id. */
  due: (field: DueField, before: number, atMost: number) => Promise<string[]>
  search: (query: TicketQuery) => Promise<Page<Ticket>>
  /** Tickets per value of a field under a filter; days are days of Asia/Shanghai as `2026-11-21`. */
  count: (by: TicketGroup, filter: TicketFilter) => Promise<Record<string, number>>
  /** Lists read after this show every put answered before it. One refresh in flight is shared. */
  refresh: () => Promise<void>
}

export type TicketGroup =
  | 'status'
  | 'label'
  | 'level'
  | 'account'
  | 'platform'
  | 'department'
  | 'openedDay'
  | 'assigned'
  | 'sentiment'
  | 'place'
  | 'tag'
