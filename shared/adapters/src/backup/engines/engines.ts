import type { Logger } from '@huiyin/ports/logger.ts'
import type { Settings } from '@huiyin/schemas/settings.ts'
import { shownAddress } from '../../connections/address.ts'
import { kafkaConnection } from '../../connections/kafka.ts'
import { storeConnection } from '../../connections/store.ts'
import { type Cluster, openCluster } from '../../elasticsearch/cluster.ts'
import type { Manifest } from '../manifest.ts'
import type { Place } from '../place.ts'
import type { Progress } from '../progress.ts'
import type { Totals } from '../sum.ts'
import type { StoreEngines } from '../take.ts'
import { restoreEngines } from './restore-engines.ts'
import { storeEngines } from './store-engines.ts'
import { openTopics, type Topics } from './topics.ts'

export interface Engines {
  store: StoreEngines
  /** Into engines that are empty. Rejects with INVALID_REQUEST, ARCHIVE_DAMAGED. */
  restore: (place: Place, manifest: Manifest, progress: Progress) => Promise<Totals>
  close: () => Promise<void>
}

/** Kafka and Elasticsearch, whichever of them the settings name. */
export async function openEngines(settings: Settings, logger: Logger): Promise<Engines> {
  const { prefix } = settings
  const topics = settings.log === 'sqlite' ? undefined : await topicsOf(settings, logger)
  const cluster = settings.store === 'sqlite' ? undefined : await clusterOf(settings)
  const close = async () => {
    await topics?.close()
    await cluster?.close()
  }
  return {
    store: (place, previous, progress) => storeEngines({ place, previous, progress, prefix, topics, cluster }),
    restore: (place, manifest, progress) => restoreEngines({ place, manifest, progress, prefix, topics, cluster }),
    close
  }
}

async function clusterOf(settings: Settings): Promise<Cluster> {
  const { nodes, ...connection } = await storeConnection(settings)
  return openCluster({ node: nodes.join(','), ...connection, requestTimeout: 60_000, patience: 60_000 })
}

async function topicsOf(settings: Settings, logger: Logger): Promise<Topics> {
  const { brokers, tls, sasl } = await kafkaConnection(settings)
  const ways = { ...(tls && { ssl: tls }), ...(sasl && { sasl }) }
  return openTopics({ brokers: brokers.map(shownAddress), clientId: settings.prefix, ...ways }, logger)
}
