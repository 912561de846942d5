import { setImmediate as turn } from 'node:timers/promises'
import type { Classify } from '@huiyin/ports/classify.ts'
import type { Clock } from '@huiyin/ports/clock.ts'
import type { EventLog } from '@huiyin/ports/event-log.ts'
import { inStages } from '@huiyin/ports/in-stages.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import { park, readable } from '@huiyin/ports/parking.ts'
import { patiently } from '@huiyin/ports/patience.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { Classified, Observation } from '@huiyin/schemas/comment.ts'

export interface ClassifierPorts {
  comments: EventLog<Observation>
  classified: EventLog<Classified>
  classify: Classify
  records: Records
  clock: Clock
  logger: Logger
}

const AT_MOST = 2_000
/** So long, in ms, a batch may wait for more: what is asked of log and store is asked for each batch. */
const LINGER = 50

/** Characters classified at one go, some 10 ms: what shares the process is served in between. */
const AT_ONE_GO = 20_000

/**
 * Reads comments, says what each is, and passes them on in their order; our own replies go as they are. One batch is
 * classified while the one before is on its way.
 */
export function run(ports: ClassifierPorts, signal: AbortSignal): Promise<void> {
  const { comments, classified, records, clock, logger } = ports
  const read = (signal: AbortSignal) =>
    readable(
      comments.read({ group: 'classifier', atMost: AT_MOST, linger: LINGER, signal }),
      records,
      'comments',
      clock
    )
  const first = async (events: readonly Observation[]) => {
    const told: Classified[] = []
    for (const part of partsOf(events)) {
      told.push(...(await classifyPart(ports, part, signal)))
      await turn()
    }
    return told
  }
  const second = async (told: readonly Classified[]) => {
    if (told.length > 0) await patiently('log', { logger, signal }, () => classified.append(told))
  }
  return inStages(read, { first, second }, signal)
}

function* partsOf(events: readonly Observation[]): Generator<Observation[]> {
  let part: Observation[] = []
  let characters = 0
  for (const event of events) {
    part.push(event)
    characters += event.text.length
    if (characters < AT_ONE_GO) continue
    yield part
    part = []
    characters = 0
  }
  if (part.length > 0) yield part
}

async function classifyPart(
  ports: ClassifierPorts,
  part: readonly Observation[],
  signal: AbortSignal
): Promise<Classified[]> {
  const theirs = part.filter(({ ours }) => !ours)
  try {
    const classifications = ports.classify(theirs)
    let next = 0
    return part.map(observation => passOn(observation, observation.ours ? undefined : classifications[next++]))
  } catch (error) {
    return part.length > 1 ? oneByOne(ports, part, signal) : parkOne(ports, part[0]!, error, signal)
  }
}

async function oneByOne(
  ports: ClassifierPorts,
  part: readonly Observation[],
  signal: AbortSignal
): Promise<Classified[]> {
  const told: Classified[] = []
  for (const observation of part) told.push(...(await classifyPart(ports, [observation], signal)))
  return told
}

async function parkOne(
  { records, clock, logger }: ClassifierPorts,
  observation: Observation,
  error: unknown,
  signal: AbortSignal
): Promise<Classified[]> {
  const reason = error instanceof Error ? error.message : String(error)
  logger.error({ id: observation.id, reason }, 'a comment could not be classified; it is parked')
  const parked = { topic: 'comments', reason, raw: JSON.stringify(observation), at: clock.now() }
  await patiently('store', { logger, signal }, () => park(records, parked))
  return []
}

const passOn = (observation: Observation, classification: Classified['classification']): Classified => {
  const { id, key } = observation
  return classification ? { id, key, observation, classification } : { id, key, observation }
}
