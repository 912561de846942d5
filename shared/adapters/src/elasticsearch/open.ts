import { storeUnavailable } from '@huiyin/domain/errors.ts'
import type { Comments } from '@huiyin/ports/comments.ts'
import type { History } from '@huiyin/ports/history.ts'
import type { Rebuilder } from '@huiyin/ports/rebuild.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { Tickets } from '@huiyin/ports/tickets.ts'
import type { Trail } from '@huiyin/ports/trail.ts'
import { type Cluster, type ClusterOptions, openCluster } from './cluster.ts'
import { elasticsearchComments } from './comments.ts'
import { elasticsearchHistory } from './history.ts'
import { openPlaces } from './places.ts'
import { prepare } from './prepare.ts'
import { purge } from './purge.ts'
import { elasticsearchRebuilder } from './rebuild/rebuilder.ts'
import { elasticsearchRecords } from './records.ts'
import { openRhythm } from './rhythm.ts'
import { elasticsearchTickets } from './tickets.ts'
import { elasticsearchTrail } from './trail.ts'

export interface ElasticsearchOptions extends ClusterOptions {
  /** How the names of our aliases and indices begin. */
  prefix?: string
}

export interface ElasticsearchStore {
  tickets: Tickets
  comments: Comments
  history: History
  records: Records
  trail: Trail
  rebuilder: Rebuilder
  /** Puts the templates and makes what is missing; rejects with STORE_UNAVAILABLE while the engine cannot serve. */
  ready: () => Promise<void>
  /** Has the engine write its segments anew without what was overwritten or removed. */
  purge: () => Promise<void>
  /** Told whether much is waiting to be written: lists may then lag five seconds, where they lag one. */
  backlog: (isBehind: boolean) => Promise<void>
  /** The id of the cluster, which no copy of its data in another one has. */
  clusterId: () => Promise<string>
  close: () => Promise<void>
}

/** The stores on Elasticsearch 9. All of them may be used at once: who writes first waits until it is prepared. */
export function openElasticsearch({ prefix = 'huiyin', ...options }: ElasticsearchOptions): ElasticsearchStore {
  const cluster = openCluster(options)
  const prepared = once(() => prepare(cluster, prefix))
  const places = openPlaces(cluster, prepared, prefix)
  const store = { cluster, places, prefix }

  return {
    tickets: elasticsearchTickets(store),
    comments: elasticsearchComments(store),
    history: elasticsearchHistory(store),
    records: elasticsearchRecords(store),
    trail: elasticsearchTrail(store),
    rebuilder: elasticsearchRebuilder(store),
    async ready() {
      for (const family of ['tickets', 'history', 'records', 'trail'])
        await places.find({ name: `${prefix}-${family}` })
      await isServing(cluster, prefix)
    },
    purge: () => purge(cluster, prefix),
    backlog: openRhythm(cluster, prefix),
    clusterId: () => idOfCluster(cluster),
    close: () => cluster.close()
  }
}

/** Asked of the state: `GET /` is closed to many users and answered by proxies. */
async function idOfCluster({ ask }: Cluster): Promise<string> {
  const { cluster_uuid: id } = await ask(client =>
    client.cluster.state({ metric: 'metadata', filter_path: 'cluster_uuid' })
  )
  if (typeof id === 'string' && id !== '' && id !== '_na_') return id
  throw storeUnavailable(new Error('the cluster has not been formed yet'))
}

/** Every index of ours has its primaries; otherwise the engine answers 408, and is asked again. */
const isServing = ({ ask }: Cluster, prefix: string) =>
  ask(client => client.cluster.health({ index: `${prefix}-*`, wait_for_status: 'yellow', timeout: '2s' }))

/** Does it at the first call, and again only when that has failed. */
function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined
  return () => {
    done ??= work().catch(error => {
      done = undefined
      throw error
    })
    return done
  }
}
