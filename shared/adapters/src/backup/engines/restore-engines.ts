import { HuiyinError } from '@huiyin/domain/errors.ts'
import { openPlaces } from '../../elasticsearch/places.ts'
import { prepare } from '../../elasticsearch/prepare.ts'
import { logName } from '../documents.ts'
import { type LogPart, type Manifest, partsOf } from '../manifest.ts'
import { stretch } from '../progress.ts'
import { refuseOther } from '../restore.ts'
import type { Totals } from '../sum.ts'
import { adoptOffsets, muteEngines } from './after-restore.ts'
import { refuseFull, restoreDocuments, sumDocuments } from './engine-documents.ts'
import { type Cursors, refuseFullLog, restoreCursors, sumTopic, TOPICS } from './engine-log.ts'
import { CURSORS, type Opened } from './opened.ts'
import type { Topics } from './topics.ts'

/** Into engines that are empty. Rejects with INVALID_REQUEST, ARCHIVE_DAMAGED. */
export async function restoreEngines({
  place,
  manifest,
  prefix,
  progress,
  topics,
  cluster
}: Opened & { manifest: Manifest }): Promise<Totals> {
  const documents = partsOf(manifest, 'documents')
  const logs = partsOf(manifest, 'log')
  if (documents.length > 0 && !cluster) throw missing('HUIYIN_STORE', 'Elasticsearch')
  if (logs.length > 0 && !topics) throw missing('HUIYIN_LOG', 'Kafka')
  if (cluster) await refuseFull(cluster, prefix)
  if (topics)
    await topics.asked(admin =>
      refuseFullLog(
        admin,
        TOPICS.map(name => `${prefix}.${name}`)
      )
    )
  const totals: Totals = {}
  if (topics) Object.assign(totals, await restoreLogs({ place, manifest, prefix, progress, topics, cluster }, logs))
  if (cluster) {
    const places = openPlaces(
      cluster,
      once(() => prepare(cluster, prefix)),
      prefix
    )
    for (const [i, part] of documents.entries()) {
      const share = stretch(
        progress,
        0.3 + (i * 0.6) / documents.length,
        0.3 + ((i + 1) * 0.6) / documents.length,
        `writing ${part.name}`
      )
      await restoreDocuments(place, { cluster, places, prefix }, part, share)
      totals[part.name] = await sumDocuments(cluster, prefix, part.name)
    }
  }
  const wanted = [...documents.map(({ name }) => name), ...new Set(logs.map(({ name }) => logName(name)))]
  refuseOther(Object.fromEntries(wanted.map(name => [name, manifest.totals[name]!])), totals)
  if (cluster && documents.length > 0) {
    if (logs.length > 0) await adoptOffsets(cluster, prefix, logs)
    await muteEngines(cluster, prefix, manifest)
  }
  return totals
}

async function restoreLogs(
  { place, manifest, prefix, progress, topics }: Opened & { manifest: Manifest; topics: Topics },
  logs: readonly LogPart[]
): Promise<Totals> {
  const totals: Totals = {}
  for (const [i, name] of TOPICS.entries()) {
    const parts = logs.filter(part => part.name === name)
    if (parts.length === 0) continue
    progress(i * 0.1, `writing the log (${name})`)
    const topic = `${prefix}.${name}`
    await topics.write(place, topic, parts)
    totals[logName(name)] = await topics.asked(admin => sumTopic(topics.kafka(), admin, topic))
  }
  const note = partsOf(manifest, 'note').find(({ name }) => name === CURSORS)
  if (note) {
    const cursors = JSON.parse((await place.get(note.chunk, CURSORS)).toString('utf8')) as Cursors
    const topicOf = (old: string) => `${prefix}.${old.slice(old.lastIndexOf('.') + 1)}`
    await topics.asked(admin => restoreCursors(admin, cursors, topicOf, logs))
  }
  return totals
}

const missing = (setting: string, engine: string) =>
  new HuiyinError('INVALID_REQUEST', `The backup holds what stood in ${engine}; name an empty one by ${setting}`)

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined
  return () => (done ??= work())
}
