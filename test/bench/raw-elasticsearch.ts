import { Client } from '@elastic/elasticsearch'

type Raw = { index: string; id: string; source: Record<string, unknown> }

/**
 * How long the official client's bulk helper, as it comes, takes to index the same final documents under the same
 * mappings and settings, until they can be searched; in ms.
 */
export async function rawElasticsearch(node: string, prefix: string): Promise<number> {
  const client = new Client({ node })
  try {
    const documents: Raw[] = []
    for (const family of ['comments', 'tickets']) {
      const index = `${prefix}-raw-${family}`
      await likeIt(client, `${prefix}-${family}`, index)
      documents.push(...(await allOf(client, `${prefix}-${family}`, index)))
    }
    const began = performance.now()
    const { failed } = await client.helpers.bulk<Raw>({
      datasource: documents,
      onDocument: ({ index, id, source }) => [{ index: { _index: index, _id: id } }, source as never]
    })
    await client.indices.refresh({ index: `${prefix}-raw-*` })
    if (failed > 0) throw new Error(`The bulk helper failed on ${failed} documents`)
    return performance.now() - began
  } finally {
    await client.close()
  }
}

async function likeIt(client: Client, alias: string, index: string): Promise<void> {
  const [like] = Object.values(await client.indices.get({ index: alias }))
  const { number_of_shards, auto_expand_replicas, translog } = like!.settings!.index!
  const settings = { index: { number_of_shards, auto_expand_replicas, translog } } as object
  await client.indices.create({ index, mappings: like!.mappings!, settings })
}

async function allOf(client: Client, alias: string, index: string): Promise<Raw[]> {
  const all: Raw[] = []
  for await (const { body } of client.helpers.scrollSearch<Raw['source']>({ index: alias, size: 1000, sort: '_doc' }))
    for (const { _id, _source } of body.hits.hits) all.push({ index, id: _id!, source: _source! })
  return all
}
