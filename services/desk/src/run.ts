import { addressee } from '@huiyin/domain/addressing.ts'
import { type Command, commentArrived } from '@huiyin/domain/commands.ts'
import { type Addressed, actOnEach, beginsThread, type Desk } from '@huiyin/ports/act.ts'
import type { Comments } from '@huiyin/ports/comments.ts'
import type { EventLog } from '@huiyin/ports/event-log.ts'
import { inStages } from '@huiyin/ports/in-stages.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import { observeEach } from '@huiyin/ports/observe-each.ts'
import { park, readable } from '@huiyin/ports/parking.ts'
import { patiently } from '@huiyin/ports/patience.ts'
import type { Records } from '@huiyin/ports/records.ts'
import { system } from '@huiyin/schemas/actor.ts'
import type { Classified, Observation } from '@huiyin/schemas/comment.ts'

export interface DeskPorts {
  classified: EventLog<Classified>
  comments: Comments
  records: Records
  desk: Desk
  logger: Logger
}

export const DESK = system('desk')
const AT_MOST = 2_000
/** So long, in ms, a batch may wait for more: what is asked of log and store is asked for each batch. */
const LINGER = 100
const THREAD = 500

/**
 * Brings what was classified into the store: comments first, tickets second, then their events; only then it commits.
 * The tickets of one batch are decided beside the comments of the next.
 */
export function run(ports: DeskPorts, signal: AbortSignal): Promise<void> {
  const { classified, records, desk, logger } = ports
  const read = (signal: AbortSignal) =>
    readable(
      classified.read({ group: 'desk', atMost: AT_MOST, linger: LINGER, signal }),
      records,
      'classified',
      desk.clock
    )
  const first = (events: readonly Classified[]) => patiently('store', { logger, signal }, () => keep(ports, events))
  const second = (kept: Kept) => patiently('store', { logger, signal }, () => decide(ports, kept))
  return inStages(read, { first, second }, signal)
}

/** What stands in the store of comments. */
interface Kept {
  /** Those whose tickets hear of them: no ticket stands without its words, and erased ones are not brought back. */
  told: readonly Classified[]
  /** Those that nobody had seen before. */
  made: ReadonlySet<string>
}

async function keep(ports: DeskPorts, batch: readonly Classified[]): Promise<Kept> {
  const [erased, made] = [new Set<string>(), new Set<string>()]
  const refused = await observeEach(ports.comments, batch, {
    onErased: id => erased.add(id),
    onMade: id => made.add(id)
  })
  for (const { reason, seen } of refused) await parkRefused(ports, reason, seen)
  return { told: erased.size === 0 ? batch : batch.filter(({ id }) => !erased.has(id)), made }
}

async function decide(ports: DeskPorts, kept: Kept): Promise<void> {
  const { comments, desk } = ports
  const { tickets, refused } = await actOnEach(desk, await addressed(comments, kept))
  await desk.publisher.publish(tickets)
  for (const { reason, commands } of refused) await parkRefused(ports, reason, commands.flatMap(toClassified))
}

/** What came of the log, as it came: it can be replayed. */
const toClassified = (command: Command): Classified[] => {
  if (command.type !== 'comment.arrived') return []
  const { observation, classification } = command
  return [{ id: observation.id, key: observation.key, observation, ...(classification && { classification }) }]
}

async function parkRefused({ records, desk, logger }: DeskPorts, reason: string, raw: unknown): Promise<void> {
  logger.error({ reason }, 'the store refused a document; it is parked')
  await park(records, { topic: 'classified', reason, raw: JSON.stringify(raw), at: desk.clock.now() })
}

/** Each comment with the ticket that it belongs to; what was imported for the record belongs to none. */
async function addressed(comments: Comments, { told, made }: Kept): Promise<Addressed[]> {
  const live = told.filter(({ observation }) => !observation.history)
  const threads = await threadsOfOurs(comments, live)
  return live.flatMap(({ observation, classification }) => {
    const id = addressee(observation, threads.get(observation.key) ?? [])
    const begins = made.has(observation.id) && beginsThread(observation)
    return id === undefined ? [] : [{ id, command: commentArrived(DESK, observation, classification), begins }]
  })
}

async function threadsOfOurs(comments: Comments, batch: readonly Classified[]): Promise<Map<string, Observation[]>> {
  const keys = new Set(batch.filter(({ observation }) => observation.ours).map(({ key }) => key))
  const threads = await Promise.all(Array.from(keys, async key => [key, await comments.thread(key, THREAD)] as const))
  return new Map(threads)
}
