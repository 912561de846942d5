import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from '@elastic/elasticsearch'
import { engines } from '@huiyin/engines/engines.ts'
import { type FaultProxy, type HttpMatch, httpProxy } from '@huiyin/engines/fault-proxy.ts'
import type { Losing, Opened } from '@huiyin/ports/contracts/fixtures.ts'
import t from 'tap'
import { type ElasticsearchOptions, type ElasticsearchStore, openElasticsearch } from '../src/elasticsearch/open.ts'

const { elasticsearch, missing, stop } = await engines()
t.teardown(() => stop?.())

export const skip = missing ?? false
export const node = elasticsearch ?? 'http://127.0.0.1:9'

/** The engine itself, for what a test does behind the store's back. */
export const engine = new Client({ node })
t.teardown(() => engine.close())

/** A name under which no other test puts its indices. */
export const newPrefix = () => `t${randomUUID().slice(0, 13)}`

/** Every index under a prefix, present or not. */
export const under = (prefix: string) => ({ index: `${prefix}-*`, allow_no_indices: true, ignore_unavailable: true })

export const open = (prefix: string, options: Partial<ElasticsearchOptions> = {}) =>
  openElasticsearch({ node, prefix, ...options })

export async function sweep(prefix: string) {
  const indices = Object.keys(await engine.indices.get(under(prefix)))
  if (indices.length > 0) await engine.indices.delete({ index: indices })
  await engine.indices.deleteIndexTemplate({ name: `${prefix}-*` }, { ignore: [404] })
}

/** A fresh store for a contract's test, with a second handle. */
export const direct =
  <P>(pick: (store: ElasticsearchStore) => P) =>
  async (): Promise<Opened<P>> => {
    const prefix = newPrefix()
    const stores = [open(prefix)]
    return {
      port: pick(stores[0]!),
      async again() {
        stores.push(open(prefix))
        return pick(stores.at(-1)!)
      },
      async close() {
        await Promise.all(stores.map(store => store.close()))
        await sweep(prefix)
      }
    }
  }

/** The same through a proxy that loses every n-th answer to a write, besides those that a test loses itself. */
export const through =
  <P>(pick: (store: ElasticsearchStore) => P, { every }: { every: number }) =>
  async (): Promise<Opened<P>> => {
    const proxy = await httpProxy({ target: node })
    const prefix = newPrefix()
    const stores = [open(prefix, { node: proxy.address }), open(prefix)]
    proxy.fault({ match: WRITES, every, fault: 'swallow-close' })
    return {
      port: pick(stores[0]!),
      again: async () => pick(stores[1]!),
      losing: loser(proxy, every),
      async close() {
        await Promise.all(stores.map(store => store.close()))
        await proxy.close()
        await sweep(prefix)
      }
    }
  }

const WRITES = { path: /_bulk/ }

// The answer is held back in silence until `meanwhile` is over; then the connection breaks.
const loser =
  (proxy: FaultProxy<HttpMatch>, every: number): Losing =>
  async (call, meanwhile) => {
    const before = proxy.counts.faults['swallow-silence']
    proxy.clear()
    proxy.fault({ match: WRITES, times: 1, fault: 'swallow-silence' })
    const result = call()
    while (proxy.counts.faults['swallow-silence'] === before) await sleep(2)
    await meanwhile?.()
    await proxy.refuse()
    await proxy.accept()
    proxy.fault({ match: WRITES, every, fault: 'swallow-close' })
    return result
  }
