import { REBUILD_FAMILIES, type RebuildFamily } from '@huiyin/ports/rebuild.ts'
import type { Cluster } from '../cluster.ts'
import type { Place } from '../places.ts'

/** One of the indices that were made for a part, in the order of their numbers. */
export interface Index {
  name: string
  part: string
  number: number
  aliases: readonly string[]
  /** It takes no writes. */
  blocked: boolean
  /** UTC in ms. */
  madeAt: number
}

/** The alias of a part, and that of its family where there are several parts. */
export const placeOf = (prefix: string, part: string): Place => ({
  name: `${prefix}-${part}`,
  ...(part.startsWith('comments-') && { family: `${prefix}-comments` })
})

export const familyOf = (part: string): RebuildFamily =>
  REBUILD_FAMILIES.find(family => part === family || part.startsWith(`${family}-`))!

/** While an index is left it bears an alias of this beginning: whoever takes it away decides where writes go on. */
export const movingOf = (index: string) => `${index}-moving-`

/** All indices of ours, of one part or of all; those of other installations on the cluster are none of them. */
export async function indicesOf({ ask }: Cluster, prefix: string, part = '*'): Promise<Index[]> {
  const found = await ask(client =>
    client.indices.get({
      ...{ index: `${prefix}-${part}`, allow_no_indices: true, ignore_unavailable: true, expand_wildcards: 'open' },
      ...{ flat_settings: true, features: ['aliases', 'settings'] }
    })
  )
  const mine = new RegExp(
    `^${prefix.replaceAll(/[^a-z0-9]/g, '\\$&')}-(tickets|history|records|trail|comments-.+?)-(\\d{6})$`
  )
  return Object.entries(found)
    .flatMap(([name, { aliases = {}, settings = {} }]) => {
      const [, of, number] = mine.exec(name) ?? []
      if (!of || (part !== '*' && !part.startsWith(`${of}-`))) return []
      const flat = settings as Record<string, unknown>
      const blocked = String(flat['index.blocks.write']) === 'true'
      const madeAt = Number(flat['index.creation_date'])
      return [{ name, part: of, number: Number(number), aliases: Object.keys(aliases), blocked, madeAt }]
    })
    .sort((a, b) => a.number - b.number)
}

/** The indices of one part: the one that serves, and the others. */
export async function standing(cluster: Cluster, { name }: Place, prefix: string) {
  const all = await indicesOf(cluster, prefix, `${name.slice(prefix.length + 1)}-*`)
  const serving = all.find(({ aliases }) => aliases.includes(name))
  const others = all.filter(index => index !== serving)
  const next = `${name}-${String((all.at(-1)?.number ?? 0) + 1).padStart(6, '0')}`
  return { serving, others, next, kept: others.findLast(({ blocked }) => blocked) }
}
