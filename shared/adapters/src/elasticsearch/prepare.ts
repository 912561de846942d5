import type { estypes } from '@elastic/elasticsearch'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { Cluster } from './cluster.ts'
import { FAMILIES, type Family, GENERATION, templateOf } from './layout.ts'

const PRESENT = { ignore_unavailable: true, allow_no_indices: true, expand_wildcards: 'none' } as const

/** Puts the templates, and brings indices that stand already up to them. Several processes may do so at once. */
export async function prepare(cluster: Cluster, prefix: string): Promise<void> {
  for (const family of Object.keys(FAMILIES) as Family[]) await refuseNewer(cluster, `${prefix}-${family}`)
  for (const family of Object.keys(FAMILIES) as Family[]) {
    await cluster.ask(client => client.indices.putIndexTemplate(templateOf(prefix, family)))
    await makeDurable(cluster, `${prefix}-${family}`)
    await addFields(cluster, `${prefix}-${family}`, FAMILIES[family])
  }
}

type Ask = Cluster['ask']
type Mapping = estypes.MappingTypeMapping

/** Indices from before generations were counted are of the first. */
const generationOf = ({ _meta }: Mapping): number => Number(_meta?.generation ?? 1)

/** Before anything is put: who is older leaves all as it is. */
async function refuseNewer({ ask }: Cluster, index: string): Promise<void> {
  const indices = await ask(client => client.indices.getMapping({ index, ...PRESENT }))
  const newer = Object.entries(indices).find(([, { mappings }]) => generationOf(mappings) > GENERATION)
  if (!newer) return
  const [name, { mappings }] = newer
  throw new HuiyinError(
    'STORE_UNAVAILABLE',
    `The index ${name} was written by a newer Huiyin (generation ${generationOf(mappings)}, this one knows ${GENERATION}); start that one, or restore a backup`
  )
}

/** From now on an earlier program leaves it alone. */
const bear = (ask: Ask, index: string, { _meta }: Mapping) =>
  ask(client => client.indices.putMapping({ index, _meta: { ..._meta, generation: GENERATION } }))

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
    if (generationOf(mappings) < GENERATION) await bear(ask, index, mappings)
    const missing = Object.entries(fields).filter(([name]) => !mappings.properties?.[name])
    if (missing.length === 0) continue
    await ask(client => client.indices.putMapping({ index, properties: Object.fromEntries(missing) }))
  }
}
