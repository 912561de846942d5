import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Comments } from '@huiyin/ports/comments.ts'
import type { EventLog } from '@huiyin/ports/event-log.ts'
import type { History } from '@huiyin/ports/history.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { Tickets } from '@huiyin/ports/tickets.ts'
import type { Trail } from '@huiyin/ports/trail.ts'
import { Classified, Observation } from '@huiyin/schemas/comment.ts'
import { HouseEvent } from '@huiyin/schemas/event.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import type { Settings } from '@huiyin/schemas/settings.ts'
import { readingEarlier } from './earlier-tickets.ts'
import { openElasticsearch } from './elasticsearch/open.ts'
import { clusterFingerprint, folderFingerprint } from './fingerprint.ts'
import { segmenter } from './jieba/segmenter.ts'
import { openKafka } from './kafka/open.ts'
import { openSqlite } from './sqlite/open.ts'

export interface Store {
  tickets: Tickets
  comments: Comments
  history: History
  records: Records
  trail: Trail
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
  /** The same at every start of this installation, another in a copy of it. */
  fingerprint: () => Promise<string>
  close: () => Promise<void>
}

/** What may stand on each topic. */
export const PARSERS = {
  comments: parser(Observation, 'comment'),
  classified: parser(Classified, 'classified comment'),
  events: parser(HouseEvent, 'event')
}

/** Opens log and store: SQLite in one folder, or Kafka and Elasticsearch, or one of each. */
export async function openWorld(settings: Settings, logger: Logger, folder = settings.data): Promise<World> {
  const { cut } = segmenter()
  const closing: (() => Promise<void>)[] = []
  const close = async () => {
    for (const end of closing.splice(0).reverse()) await end()
  }
  const sqlite = settings.log === 'sqlite' || settings.store === 'sqlite' ? await inFolder(folder, cut) : undefined
  if (sqlite) closing.push(sqlite.close)
  try {
    const logs = settings.log === 'sqlite' ? embeddedLogs(sqlite!) : await kafkaLogs(settings, logger, closing)
    const of = settings.store === 'sqlite' ? inOneFolder(sqlite!, folder) : await elasticStore(settings, cut, closing)
    const store = { ...of.store, tickets: readingEarlier(of.store.tickets) }
    return { ...of, store, logs, cut, tidy: now => tidy(sqlite, now), close }
  } catch (error) {
    await close()
    throw error
  }
}

type Sqlite = Awaited<ReturnType<typeof openSqlite>>
type Kept = Pick<World, 'store' | 'fingerprint'>

const inOneFolder = ({ store }: Sqlite, folder: string): Kept => ({
  store,
  fingerprint: () => folderFingerprint(folder)
})

async function inFolder(folder: string, cut: (text: string) => string[]): Promise<Sqlite> {
  await mkdir(folder, { recursive: true })
  return openSqlite({ folder: join(folder), cut })
}

const LOG_KEEPS = 29 * 86_400_000

/** Kafka forgets by itself. */
async function tidy(sqlite: Sqlite | undefined, now: number): Promise<void> {
  if (!sqlite) return
  for (const { prune } of Object.values(embeddedLogs(sqlite))) await prune(now - LOG_KEEPS)
  await sqlite.compact()
}

const embeddedLogs = ({ log }: Sqlite) => ({
  comments: log('comments', { parse: PARSERS.comments }),
  classified: log('classified', { parse: PARSERS.classified }),
  events: log('events', { parse: PARSERS.events })
})

async function kafkaLogs({ log, prefix }: Settings, logger: Logger, closing: (() => Promise<void>)[]): Promise<Logs> {
  const kafka = openKafka({ brokers: log.replace('kafka://', '').split(','), clientId: prefix, logger })
  closing.push(kafka.close)
  const [comments, classified, events] = await Promise.all([
    kafka.log({ topic: `${prefix}.comments`, parse: PARSERS.comments }),
    kafka.log({ topic: `${prefix}.classified`, parse: PARSERS.classified }),
    kafka.log({ topic: `${prefix}.events`, parse: PARSERS.events })
  ])
  return { comments, classified, events }
}

async function elasticStore(
  { store, prefix }: Settings,
  cut: World['cut'],
  closing: (() => Promise<void>)[]
): Promise<Kept> {
  const elastic = openElasticsearch({ node: store, prefix, cut })
  closing.push(elastic.close)
  return { store: elastic, fingerprint: async () => clusterFingerprint(await elastic.clusterId(), prefix) }
}
