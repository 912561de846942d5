import type { Link } from '@huiyin/schemas/trail.ts'
import type { Position } from './event-log.ts'

/** The numbers of a partition's links, both inclusive. */
export type LinkRange = { partition: number; first: number; last: number }

/** The hash-chained trail, one chain for each partition of the log; written by the scribe alone. */
export interface Trail {
  /** The last link of a partition before which none is missing; real-time, and found without reading all. */
  head: (partition: number) => Promise<Link | undefined>
  /** The heads of all partitions, by partition; one that has just begun may be left out. */
  heads: () => Promise<Link[]>
  /**
   * Writes links that follow each other, each by create, in their order; durable when it answers. True when all stand as
   * given, made now or before. False when another one stands in the place of one, or the one before the first is
   * another: none is then written behind it; read the head and decide again.
   */
  append: (links: readonly Link[]) => Promise<boolean>
  /** A partition's links by number, from `afterN` (exclusive, default 0) on. */
  links: (of: { partition: number; afterN?: number; atMost: number }) => Promise<Link[]>
  /** The links of what stands at these places of the log, in no order. */
  at: (positions: readonly Position[]) => Promise<Link[]>
  /** The first and the last number of what happened from (inclusive) to (exclusive), ms UTC, for each partition. */
  range: (of: { from?: number; to?: number }) => Promise<LinkRange[]>
  /** All but `head` may lag; after this they show what was appended before. */
  refresh: () => Promise<void>
}
