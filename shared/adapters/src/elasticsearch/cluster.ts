import { Client } from '@elastic/elasticsearch'
import { settingsInvalid } from '@huiyin/domain/errors.ts'
import { type StoreConnection, storeRefusal } from '../connections/store.ts'
import { backOff, type Wait } from './back-off.ts'
import { isPassing, isRefusal, statusOf } from './errors.ts'

export interface ClusterOptions {
  /** URL of one node, or of several separated by commas. */
  node: string
  auth?: StoreConnection['auth']
  /** The certificate authority (PEM), where it is not one of the system's. */
  ca?: string
  /** How long one answer is waited for, in ms. */
  requestTimeout?: number
  /** How long to go on asking an engine that fails, in ms. */
  patience?: number
}

/** The engine, and how to ask it. */
export interface Cluster {
  client: Client
  /** Asks again while that may help; throws STORE_UNAVAILABLE when the patience is over. For what may be done twice. */
  ask: <T>(request: (client: Client) => Promise<T>, wait?: Wait) => Promise<T>
  backOff: () => Wait
  close: () => Promise<void>
}

export function openCluster({ node, auth, ca, requestTimeout = 15_000, patience = 10_000 }: ClusterOptions): Cluster {
  const client = new Client({
    nodes: node.split(','),
    requestTimeout,
    // The client would repeat a write whose answer was lost and report its own first success as a conflict.
    // All repetition is ours: reads in `ask`, writes in write.ts, which reads back before it repeats.
    maxRetries: 0,
    ...(auth && { auth }),
    ...(ca && { tls: { ca } })
  })
  return {
    client,
    async ask(request, wait = backOff(patience)) {
      while (true) {
        try {
          return await request(client)
        } catch (error) {
          if (isRefusal(error)) throw settingsInvalid(storeRefusal(statusOf(error)!, { auth }), error)
          if (!isPassing(error)) throw error
          await wait(error)
        }
      }
    },
    backOff: () => backOff(patience),
    close: () => client.close()
  }
}
