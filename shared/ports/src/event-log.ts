/** Where an event stands in the log. Offsets grow within a partition; they are decimal strings (Kafka's are 64 bit). */
export type Position = { partition: number; offset: string }

/** What stood in the log and could not be parsed: kept as it came, with the reason. */
export type Unreadable = { position: Position; raw: string; reason: string }

/** Events of one partition or of several, those of each in their order. A batch is done when `commit` has answered. */
export interface Batch<E> {
  events: readonly E[]
  /** positions[i] is where events[i] stands. */
  positions: readonly Position[]
  unreadable: readonly Unreadable[]
  /** Marks the batch as done for the group. Not committed: handed out again. */
  commit: () => Promise<void>
}

/** What a batch holds of one partition, in the order of its log. */
export type Part<E> = { partition: number; rows: { event: E; position: Position }[] }

/** A batch by partitions, for readers that keep account of each. */
export function partsOf<E>({ events, positions }: Pick<Batch<E>, 'events' | 'positions'>): Part<E>[] {
  const rows = events.map((event, i) => ({ event, position: positions[i]! }))
  return Array.from(
    Map.groupBy(rows, ({ position }) => position.partition),
    ([partition, rows]) => ({ partition, rows })
  )
}

export interface ReaderOptions {
  /** Readers of one group share the partitions; each group reads everything once. */
  group: string
  /** At most so many events in one batch. */
  atMost: number
  /** An event may be kept back so long, in ms, until others have come: fewer batches, larger ones. None by default. */
  linger?: number
  /** Ends the reading after the batch at hand; the iteration then returns. */
  signal?: AbortSignal
}

export interface Following<E> extends AsyncIterable<Batch<E>> {
  /** The offset of each partition from which on everything is seen; rejects as the iteration does. */
  from: Promise<ReadonlyMap<number, string>>
}

/**
 * What happened, in the order in which it happened to each key.
 * Delivery is at least once: a reader that stops before `commit` meets the same batch again.
 * One value of the port is one topic.
 */
export interface EventLog<E extends { key: string }> {
  /**
   * Resolves when every event can be read and would survive a crash; rejects with
   * HuiyinError LOG_UNAVAILABLE when that is not sure (some may be written all the same),
   * EVENT_TOO_LARGE when one is over 256 KB as UTF-8 JSON (then none is written).
   */
  append: (events: readonly E[]) => Promise<Position[]>
  /** From the group's last commit on, or from the beginning for a new group. Ends with `signal`. */
  read: (reader: ReaderOptions) => AsyncIterable<Batch<E>>
  /**
   * What is appended from now on, and up to `back` events of each partition before that; seen by this reader alone and
   * never committed: for live views.
   */
  follow: (options: { signal: AbortSignal; back?: number }) => Following<E>
  /** How many events the group has still to read. */
  lag: (group: string) => Promise<number>
  /** The same for each partition, where there is more than one. */
  lags?: (group: string) => Promise<ReadonlyMap<number, number>>
  /**
   * When the log last answered this process's reader of the group, in ms of `performance.now()`; absent where a reader
   * asks nobody, undefined for a group that is not read here or has no partition here.
   */
  lastFetch?: (group: string) => number | undefined
  close: () => Promise<void>
}
