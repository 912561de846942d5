import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from '@elastic/elasticsearch'
import { openElasticsearch } from '@huiyin/adapters/elasticsearch/open.ts'
import { openSqlite } from '@huiyin/adapters/sqlite/open.ts'
import type { Comments } from '@huiyin/ports/comments.ts'
import type { Put } from '@huiyin/ports/documents.ts'
import type { Tickets } from '@huiyin/ports/tickets.ts'
import type { Test } from 'tap'
import { commentOf, idOfMade, type Made, ticketOf } from './documents.ts'

export interface World {
  comments: Comments
  tickets: Tickets
}

const AT_ONCE = 200

async function fill({ comments, tickets }: World, documents: readonly Made[]): Promise<void> {
  for (let from = 0; from < documents.length; from += AT_ONCE) {
    const those = documents.slice(from, from + AT_ONCE)
    const comment = await comments.putEach(those.map(made => ({ document: commentOf(made) })) satisfies Put<unknown>[])
    const ticket = await tickets.putEach(those.map(made => ({ document: ticketOf(made) })))
    const refused = [...comment, ...ticket].find(({ outcome }) => outcome !== 'put')
    if (refused) throw new Error(`Expected every document to be put, and got ${JSON.stringify(refused)}`)
  }
  await Promise.all([comments.refresh(), tickets.refresh()])
}

/** The embedded world with the documents in it. */
export async function inSqlite(t: Test, documents: readonly Made[]): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'huiyin-search-'))
  const { store, close } = await openSqlite({ folder })
  t.teardown(async () => {
    await close()
    await rm(folder, { recursive: true, force: true })
  })
  await fill(store, documents)
  return store
}

/** Ids of the ten that an engine with nothing of ours finds first. */
export type Plain = (q: string) => Promise<string[]>

/** The distributed world with the documents in it, and beside it the engine alone: the standard analyzer, one match query. */
export async function inElasticsearch(t: Test, node: string, documents: readonly Made[]) {
  const prefix = `s${randomUUID().slice(0, 13)}`
  const store = openElasticsearch({ node, prefix })
  const engine = new Client({ node })
  const index = `${prefix}-plain`
  t.teardown(async () => {
    await store.close()
    const indices = Object.keys(await engine.indices.get({ index: `${prefix}-*` }))
    await engine.indices.delete({ index: indices })
    await engine.indices.deleteIndexTemplate({ name: `${prefix}-*` }, { ignore: [404] })
    await engine.close()
  })
  await fill(store, documents)
  await engine.indices.create({
    index,
    settings: { number_of_shards: 1, number_of_replicas: 0 },
    mappings: { properties: { text: { type: 'text', analyzer: 'standard' } } }
  })
  const operations = documents.flatMap(made => [
    { index: { _id: idOfMade(made) } },
    { text: `${made.text} ${made.author}` }
  ])
  await engine.bulk({ index, refresh: true, operations })
  const plain: Plain = async q => {
    const { hits } = await engine.search({ index, size: 10, query: { match: { text: q } } })
    return hits.hits.map(({ _id }) => _id!)
  }
  return { world: { comments: store.comments, tickets: store.tickets } satisfies World, plain }
}
