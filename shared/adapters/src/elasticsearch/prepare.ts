import type { estypes } from '@elastic/elasticsearch'
import type { Cluster } from './cluster.ts'
import { FAMILIES, type Family, templateOf } from './layout.ts'

const PRESENT = { ignore_unavailable: true, allow_no_indices: true, expand_wildcards: 'none' } as const

/** Puts the templates, and brings indices that stand already up to them. Several processes may do so at once. */
export async function prepare(cluster: Cluster, prefix: string): Promise<void> {
  for (const family of Object.keys(FAMILIES) as Family[]) {
    await cluster.ask(client => client.indices.putIndexTemplate(templateOf(prefix, family)))
    await makeDurable(cluster, `${prefix}-${family}`)
    await addFields(cluster, `${prefix}-${family}`, FAMILIES[family])
  }
}

// What is acknowledged is on disk: somebody may have traded that for speed.
async function makeDurable({ ask }: Cluster, index: string) {
  const settings = await ask(client => client.indices.getSettings({ index, flat_settings: true, ...PRESENT }))
  const lax = Object.entries(settings).filter(([, { settings }]) => durabilityOf(settings) !== 'request')
  for (const [index] of lax) {
    await ask(client => client.indices.putSettings({ index, settings: { 'index.translog.durability': 'request' } }))
  }
}

const durabilityOf = (settings: estypes.IndicesIndexSettings = {}) =>
  (settings as Record<string, unknown>)['index.translog.durability']

async function addFields({ ask }: Cluster, index: string, fields: Record<string, estypes.MappingProperty>) {
  const indices = await ask(client => client.indices.getMapping({ index, ...PRESENT }))
  for (const [index, { mappings }] of Object.entries(indices)) {
    const missing = Object.entries(fields).filter(([name]) => !mappings.properties?.[name])
    if (missing.length === 0) continue
    await ask(client => client.indices.putMapping({ index, properties: Object.fromEntries(missing) }))
  }
}
