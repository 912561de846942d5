import type { Cluster } from '../cluster.ts'
import { statusOf } from '../errors.ts'
import type { Place } from '../places.ts'
import { hands } from './aliases.ts'
import { movingOf, standing } from './names.ts'

/**
 * An index whose writes were stopped for a swap, and nobody ended it: whoever stopped them has died.
 *
 * The block is never lifted. One who paused before lifting it could do so later, when the index has long been replaced,
 * and writers that still name it would write into what nobody reads. Instead the index is cloned (links to the same
 * files, a second for any size) and the clone serves. One step takes the mark away and hands over the aliases, so that
 * this and the swap cannot both happen.
 */
export async function goOnInClone(cluster: Cluster, prefix: string, place: Place, index: string): Promise<void> {
  const { ask } = cluster
  const { serving, next } = await standing(cluster, place, prefix)
  const mark = serving?.aliases.find(alias => alias.startsWith(movingOf(index)))
  if (serving?.name !== index || !mark) return
  await ask(client => client.indices.addBlock({ index, block: 'write' }))
  try {
    await ask(client => client.indices.clone({ index, target: next, settings: { 'index.blocks.write': null } }))
    const actions = [{ remove: { index, alias: mark, must_exist: true } }, ...hands(place, index, next)]
    await ask(client => client.indices.updateAliases({ actions }))
  } catch (error) {
    const status = statusOf(error)
    if (status !== 400 && status !== 404) throw error // somebody else made it, or ended it: who writes looks again
  }
}

/** So long a swap may stop the writes, in ms, before somebody else goes on: one that lives needs a tenth of it. */
const LEFT_AFTER = 5_000

/** Asked by who meets an index that takes no writes and serves all the same. */
export type Rescue = (place: Place, index: string) => Promise<void>

/** Watches on its own monotonic clock how long the same swap has been going on. */
export function openRescue(cluster: Cluster, prefix: string): Rescue {
  const watched = new Map<string, { mark: string; since: number }>()
  return async (place, index) => {
    const found = await cluster.ask(client => client.indices.getAlias({ index }, { ignore: [404] }))
    const mark = Object.keys(found[index]?.aliases ?? {}).find(alias => alias.startsWith(movingOf(index)))
    if (!mark) return void watched.delete(place.name) // a block of somebody else's, or none any more
    const before = watched.get(place.name)
    if (before?.mark !== mark) return void watched.set(place.name, { mark, since: performance.now() })
    if (performance.now() - before.since > LEFT_AFTER) await goOnInClone(cluster, prefix, place, index)
  }
}
