import { ENVIRONMENT_RECORD, type Environment } from '@huiyin/ports/environment.ts'
import type { Records } from '@huiyin/ports/records.ts'
import { moveLines } from '@huiyin/ports/webhook-lines.ts'
import type { Cluster } from '../../elasticsearch/cluster.ts'
import { openPlaces } from '../../elasticsearch/places.ts'
import { elasticsearchRecords } from '../../elasticsearch/records.ts'
import type { LogPart, Manifest } from '../manifest.ts'
import { mutedBy } from '../mute.ts'
import { movedBy } from './engine-log.ts'

const recordsOf = (cluster: Cluster, prefix: string): Records =>
  elasticsearchRecords({ cluster, prefix, places: openPlaces(cluster, async () => {}, prefix) })

/** How far webhooks are stands by offsets of the log of before. */
export const adoptOffsets = (cluster: Cluster, prefix: string, logs: readonly LogPart[]): Promise<void> =>
  moveLines(recordsOf(cluster, prefix), (partition, offset) => {
    const part = logs.find(one => one.name === 'events' && one.partition === partition)
    return part && offset !== '-1'
      ? String(BigInt(movedBy(String(BigInt(offset) + 1n), part.from, part.to)) - 1n)
      : offset
  })

export async function muteEngines(cluster: Cluster, prefix: string, manifest: Manifest): Promise<void> {
  const records = recordsOf(cluster, prefix)
  const { kind, id } = ENVIRONMENT_RECORD
  await records.refresh()
  const found = (await records.get<Environment>(kind, id))?.document.value
  await records.put<Environment>(kind, { id, value: { since: 0, ...found, fingerprint: mutedBy(manifest) } })
}
