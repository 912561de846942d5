import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { settingsInvalid } from '@huiyin/domain/errors.ts'
import type { Comments } from '@huiyin/ports/comments.ts'
import type { EventLog } from '@huiyin/ports/event-log.ts'
import type { History } from '@huiyin/ports/history.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import type { Rebuilder } from '@huiyin/ports/rebuild.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { Tickets } from '@huiyin/ports/tickets.ts'
import type { Trail } from '@huiyin/ports/trail.ts'
import { Classified, Observation } from '@huiyin/schemas/comment.ts'
import { HouseEvent } from '@huiyin/schemas/event.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import type { Settings } from '@huiyin/schemas/settings.ts'
import { shownAddress } from './connections/address.ts'
import { type KafkaConnection, kafkaConnection, kafkaFault } from './connections/kafka.ts'
import { storeConnection, storeFault } from './connections/store.ts'
import { readingEarlier } from './earlier-tickets.ts'
import { clusterFingerprint, folderFingerprint } from './fingerprint.ts'
import { segmenter } from './jieba/segmenter.ts'
import { knowingTypes } from './log/later-release.ts'
import { ownerOnlyFolder } from './owner-only.ts'
import type { Neighbour } from './sqlite/file.ts'
import { openSqlite } from './sqlite/open.ts'
import { dropSafetyCopies } from './sqlite/safety-copy.ts'

export interface Store {
  tickets: Tickets
  comments: Comments
  history: History
  records: Records
  trail: Trail
  rebuilder: Rebuilder
}

export interface Logs {
  comments: EventLog<Observation>
  classified: EventLog<Classified>
  events: EventLog<HouseEvent>
}

/** What a deployment keeps and passes on, as its settings choose. */
export interface World {
  store: Store
  logs: Logs
  cut: (text: string) => string[]
  /** Forgets what the log no longer has to keep, and takes removed words off the disk. For quiet hours. */
  tidy: (now: number) => Promise<void>
  /** Takes what was overwritten or removed off the disk, as far as the engine lets us: after an erasure. */
  purge: () => Promise<void>
  /** Told whether comments wait in numbers: lists may then lag; absent where they cost nothing. */
  backlog?: (isBehind: boolean) => Promise<void>
  /** The same at every start of this installation, another in a copy of it. */
  fingerprint: () => Promise<string>
  /** By how much, in ms, the log's clock is ahead of ours; absent where it has none of its own, undefined until it told. */
  clockSkew?: () => number | undefined
  /** For another thread of this process, to join log and store; absent where they are no file. */
  neighbour?: () => Neighbour
  close: () => Promise<void>
}

/** What may stand on each topic. */
export const PARSERS = {
  comments: parser(Observation, 'comment'),
  classified: parser(Classified, 'classified comment'),
  events: knowingTypes(parser(HouseEvent, 'event'))
}

/** Opens log and store: SQLite in one folder, or Kafka and Elasticsearch, or one of each. */
export async function openWorld(settings: Settings, logger: Logger, folder = settings.data): Promise<World> {
  const closing: (() => Promise<void>)[] = []
  const close = async () => {
    for (const end of closing.splice(0).reverse()) await end()
  }
  const sqlite = settings.log === 'sqlite' || settings.store === 'sqlite' ? await inFolder(folder) : undefined
  if (sqlite) closing.push(sqlite.close)
  try {
    const { logs, ...log } =
      settings.log === 'sqlite' ? { logs: embeddedLogs(sqlite!) } : await kafkaLogs(settings, logger, closing)
    const of = settings.store === 'sqlite' ? inOneFolder(sqlite!, folder) : await elasticStore(settings, closing)
    const store = { ...of.store, tickets: readingEarlier(of.store.tickets) }
    const purge = async () => {
      await of.purge()
      if (settings.store !== 'sqlite') await sqlite?.compact()
    }
    return {
      ...{ ...of, ...log, store, logs, cut, purge, close },
      ...(settings.log === 'sqlite' && settings.store === 'sqlite' && { neighbour: sqlite!.neighbour }),
      tidy: now => tidy(sqlite, store.rebuilder, folder, now)
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** The dictionary is loaded by who cuts first: it takes long, and much memory. */
const cut = (text: string) => segmenter().cut(text)

type Sqlite = Awaited<ReturnType<typeof openSqlite>>
type Kept = Pick<World, 'store' | 'fingerprint' | 'purge' | 'backlog'>

const inOneFolder = ({ store, compact }: Sqlite, folder: string): Kept => ({
  store,
  purge: compact,
  fingerprint: () => folderFingerprint(folder)
})

async function inFolder(folder: string): Promise<Sqlite> {
  await mkdir(folder, { recursive: true, mode: 0o700 }) // citizens' words: nobody but who runs the house
  ownerOnlyFolder(folder)
  return openSqlite({ folder: join(folder) })
}

const LOG_KEEPS = 29 * 86_400_000

/** Kafka forgets by itself. */
async function tidy(sqlite: Sqlite | undefined, rebuilder: Rebuilder, folder: string, now: number): Promise<void> {
  for (const { part, keptSince } of await rebuilder.parts())
    if (keptSince !== undefined && keptSince < now - LOG_KEEPS) await rebuilder.drop(part)
  if (!sqlite) return
  dropSafetyCopies(folder, now - LOG_KEEPS)
  for (const { prune } of Object.values(embeddedLogs(sqlite))) await prune(now - LOG_KEEPS)
  await sqlite.compact()
}

const embeddedLogs = ({ log }: Sqlite) => ({
  comments: log('comments', { parse: PARSERS.comments }),
  classified: log('classified', { parse: PARSERS.classified }),
  events: log('events', { parse: PARSERS.events })
})

async function kafkaLogs(
  settings: Settings,
  logger: Logger,
  closing: (() => Promise<void>)[]
): Promise<{ logs: Logs } & Pick<World, 'clockSkew'>> {
  const { prefix } = settings
  const { brokers, tls, sasl } = await reachedKafka(settings)
  const { openKafka } = await import('./kafka/open.ts') // a county's house never loads what a province stands on
  const ways = { ...(tls && { ssl: tls }), ...(sasl && { sasl }) }
  const kafka = openKafka({ brokers: brokers.map(shownAddress), clientId: prefix, logger, ...ways })
  closing.push(kafka.close)
  const [comments, classified, events] = await Promise.all([
    kafka.log({ topic: `${prefix}.comments`, parse: PARSERS.comments }),
    kafka.log({ topic: `${prefix}.classified`, parse: PARSERS.classified }),
    kafka.log({ topic: `${prefix}.events`, parse: PARSERS.events })
  ])
  return { logs: { comments, classified, events }, clockSkew: kafka.clockSkew }
}

/** What is wrong for good is said at once; what may only be away is left to the client's patience. */
async function reachedKafka(settings: Settings): Promise<KafkaConnection> {
  const connection = await kafkaConnection(settings)
  const fault = await kafkaFault(connection)
  if (fault && fault.kind !== 'away') throw settingsInvalid(`HUIYIN_LOG: ${fault.sentence}`)
  return connection
}

async function elasticStore(settings: Settings, closing: (() => Promise<void>)[]): Promise<Kept> {
  const { prefix } = settings
  const { nodes, ...connection } = await storeConnection(settings)
  const fault = await storeFault({ nodes, ...connection })
  if (fault && fault.kind !== 'away') throw settingsInvalid(`HUIYIN_STORE: ${fault.sentence}`)
  const { openElasticsearch } = await import('./elasticsearch/open.ts')
  const elastic = openElasticsearch({ node: nodes.join(','), prefix, ...connection })
  closing.push(elastic.close)
  const fingerprint = async () => clusterFingerprint(await elastic.clusterId(), prefix)
  return { store: elastic, purge: elastic.purge, backlog: elastic.backlog, fingerprint }
}
