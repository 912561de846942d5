import { addressee } from '@huiyin/domain/addressing.ts'
import { type Command, commentArrived } from '@huiyin/domain/commands.ts'
import { type Addressed, actOnEach, type Desk } from '@huiyin/ports/act.ts'
import type { Comments } from '@huiyin/ports/comments.ts'
import type { EventLog } from '@huiyin/ports/event-log.ts'
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
const THREAD = 500

/** Brings what was classified into the store: comments first, tickets second, then their events; only then it commits. */
export async function run(ports: DeskPorts, signal: AbortSignal): Promise<void> {
  const { classified, records, desk, logger } = ports
  const batches = classified.read({ group: 'desk', atMost: 1000, signal })
  for await (const { events, commit } of readable(batches, records, 'classified', desk.clock)) {
    await patiently('store', { logger, signal }, () => take(ports, events))
    await commit()
  }
}

async function take(ports: DeskPorts, batch: readonly Classified[]): Promise<void> {
  const { comments, desk } = ports
  const refusedComments = await observeEach(comments, batch) // no ticket stands without its words
  const { tickets, refused } = await actOnEach(desk, await addressed(comments, batch))
  await desk.publisher.publish(tickets)
  const reasons = [
    ...refusedComments.map(({ reason, seen }) => ({ reason, raw: seen })),
    ...refused.map(({ reason, commands }) => ({ reason, raw: commands.flatMap(toClassified) }))
  ]
  for (const { reason, raw } of reasons) await parkRefused(ports, reason, raw)
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
async function addressed(comments: Comments, batch: readonly Classified[]): Promise<Addressed[]> {
  const live = batch.filter(({ observation }) => !observation.history)
  const threads = await threadsOfOurs(comments, live)
  return live.flatMap(({ observation, classification }) => {
    const id = addressee(observation, threads.get(observation.key) ?? [])
    return id === undefined ? [] : [{ id, command: commentArrived(DESK, observation, classification) }]
  })
}

async function threadsOfOurs(comments: Comments, batch: readonly Classified[]): Promise<Map<string, Observation[]>> {
  const keys = new Set(batch.filter(({ observation }) => observation.ours).map(({ key }) => key))
  const threads = await Promise.all(Array.from(keys, async key => [key, await comments.thread(key, THREAD)] as const))
  return new Map(threads)
}
