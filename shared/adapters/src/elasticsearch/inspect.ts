import { Client } from '@elastic/elasticsearch'
import type { Settings } from '@huiyin/schemas/settings.ts'
import { type StoreConnection, storeConnection, storeFault, storeRefusal } from '../connections/store.ts'
import { isRefusal, statusOf } from './errors.ts'

export interface StoreFound {
  /** Of each node, where they differ. */
  version: string
  status: string
  dataNodes: number
  /** Undefined where we may not ask. */
  license?: { type: string; status: string }
  /** Whether it lets in whoever says no name. */
  open: boolean
  /** Indices of ours whose settings are not as they are made. */
  layout: string[]
}

/** The version of Elasticsearch that the house speaks. */
export const STORE_VERSION = 9

/** How Elasticsearch stands, as it is: nothing is made. A sentence when it cannot be used; throws SETTINGS_INVALID. */
export async function inspectStore(settings: Settings): Promise<StoreFound | { fault: string }> {
  const connection = await storeConnection(settings)
  const fault = await storeFault(connection)
  if (fault) return { fault: fault.sentence }
  const client = clientOf(connection)
  try {
    return await look(client, connection, settings.prefix)
  } catch (error) {
    if (isRefusal(error)) return { fault: storeRefusal(statusOf(error)!, { auth: connection.auth }) }
    return { fault: (error as Error).message }
  } finally {
    await client.close()
  }
}

const clientOf = ({ nodes, auth, ca }: Omit<StoreConnection, 'auth'> & { auth?: StoreConnection['auth'] }) =>
  new Client({
    nodes: [...nodes],
    maxRetries: 1,
    requestTimeout: 10_000,
    ...(auth && { auth }),
    ...(ca && { tls: { ca } })
  })

async function look(client: Client, { nodes, ca }: StoreConnection, prefix: string): Promise<StoreFound> {
  // `GET /` is closed to many users.
  const { nodes: standing } = await client.nodes.info({
    node_id: '_all',
    metric: '_none',
    filter_path: 'nodes.*.version'
  })
  const versions = Object.values(standing ?? {}).map(({ version }) => version)
  const health = await client.cluster.health()
  const license = await client.license.get().catch(() => undefined) // not every user may ask, nor has each build one
  const indices = await client.indices.getSettings({
    index: `${prefix}-*`,
    flat_settings: true,
    allow_no_indices: true
  })
  const layout = Object.entries(indices).flatMap(([index, { settings }]) => {
    const durability = (settings as Record<string, string> | undefined)?.['index.translog.durability'] ?? 'request'
    const replicas = Number((settings as Record<string, string> | undefined)?.['index.number_of_replicas'] ?? 0)
    const range = (settings as Record<string, string> | undefined)?.['index.auto_expand_replicas']
    return [
      ...(durability === 'request'
        ? []
        : [`${index}: index.translog.durability=request expected, it is ${durability}`]),
      ...(health.number_of_data_nodes >= 2 && replicas < 1 && !range
        ? [`${index}: a replica expected, it has none`]
        : [])
    ]
  })
  const stranger = clientOf({ nodes, ...(ca && { ca }) })
  const open = await stranger.cluster.health().then(
    () => true,
    error => !isRefusal(error)
  )
  await stranger.close()
  return {
    version: [...new Set(versions)].sort().join(', '),
    status: health.status,
    dataNodes: health.number_of_data_nodes,
    open,
    layout,
    ...(license && { license: { type: license.license.type, status: license.license.status } })
  }
}
