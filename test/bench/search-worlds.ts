import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { Client, type estypes } from '@elastic/elasticsearch'
import { openCluster } from '@huiyin/adapters/elasticsearch/cluster.ts'
import { elasticsearchComments } from '@huiyin/adapters/elasticsearch/comments.ts'
import { openPlaces } from '@huiyin/adapters/elasticsearch/places.ts'
import { prepare } from '@huiyin/adapters/elasticsearch/prepare.ts'
import { sqliteComments } from '@huiyin/adapters/sqlite/comments.ts'
import { openFile } from '@huiyin/adapters/sqlite/file.ts'
import { openSqlite } from '@huiyin/adapters/sqlite/open.ts'
import type { Query } from '@huiyin/adapters/sqlite/reader-worker.ts'
import { engines } from '@huiyin/engines/engines.ts'
import type { Comments } from '@huiyin/ports/comments.ts'

/** A store whose questions to its engine are kept, and the engine itself, which answers the very same ones. */
export interface SearchedWorld {
  comments: Comments
  /** Forgets the questions kept so far. */
  begin: () => void
  /** Asks the engine again what the store has asked since; its answers are read as they come, and no further. */
  raw: () => Promise<void>
  close: () => Promise<void>
}

export async function embeddedWorld(): Promise<SearchedWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'huiyin-bench-'))
  await (await openSqlite({ folder })).close() // lays the file out
  const path = join(folder, 'huiyin.db')
  const file = openFile(path)
  let asked: Query[] = []
  const db = new DatabaseSync(path, { readOnly: true })
  db.exec('pragma cache_size = -16000')
  const statements = new Map<string, StatementSync>()
  const prepared = (sql: string) => {
    const statement = statements.get(sql) ?? db.prepare(sql)
    statements.set(sql, statement)
    statement.setAllowUnknownNamedParameters(true)
    return statement
  }
  return {
    comments: sqliteComments({
      ...file,
      query: query => {
        asked.push(query)
        return file.query(query)
      }
    }),
    begin: () => {
      asked = []
    },
    raw: async () => {
      for (const { sql, parameters } of asked) prepared(sql).all(parameters)
    },
    close: async () => {
      db.close()
      await file.close()
      await rm(folder, { recursive: true, force: true })
    }
  }
}

/** The engines that tests share, or those that ELASTICSEARCH_URL names. */
export async function elasticWorld(): Promise<SearchedWorld> {
  const { elasticsearch: node, missing, stop } = await engines()
  if (missing !== undefined) throw new Error(missing)
  const prefix = `bench${randomUUID().slice(0, 8)}`
  const cluster = openCluster({ node, requestTimeout: 120_000 })
  const client = new Client({ node, maxRetries: 0, requestTimeout: 120_000 })
  let asked: estypes.SearchRequest[] = []
  const listening = new Proxy(cluster.client, {
    get(target, name) {
      if (name !== 'search') return Reflect.get(target, name)
      return (request: estypes.SearchRequest) => {
        asked.push(request)
        return target.search(request)
      }
    }
  })
  const heard = { ...cluster, ask: <T>(request: (of: Client) => Promise<T>) => cluster.ask(() => request(listening)) }
  await prepare(cluster, prefix)
  return {
    comments: elasticsearchComments({ cluster: heard, places: openPlaces(cluster, async () => {}, prefix), prefix }),
    begin: () => {
      asked = []
    },
    raw: async () => {
      for (const request of asked) await client.search(request)
    },
    close: async () => {
      const indices = Object.keys(await client.indices.get({ index: `${prefix}-*`, allow_no_indices: true }))
      if (indices.length > 0) await client.indices.delete({ index: indices })
      await client.indices.deleteIndexTemplate({ name: `${prefix}-*` }, { ignore: [404] })
      await client.close()
      await cluster.close()
      await stop()
    }
  }
}
