import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { Copying, Rebuilder, RebuildFamily, RebuildPart } from '@huiyin/ports/rebuild.ts'
import type { Cluster } from '../cluster.ts'
import { FAMILIES, GENERATION, layoutOf } from '../layout.ts'
import type { Place } from '../places.ts'
import type { Store } from '../store.ts'
import { whileServing } from './aliases.ts'
import { copyOn } from './copy.ts'
import { cursorAt } from './cursor.ts'
import { goOnInClone } from './left-behind.ts'
import { familyOf, indicesOf, movingOf, placeOf, standing } from './names.ts'
import { checkpoints } from './source.ts'
import { swapOver } from './swap.ts'
import { verifyCopy } from './verify.ts'

/** What we note in an index of ours: how it was made, and what it was copied from. */
interface Meta {
  layout?: string
  /** Up to these changes it holds only what was copied from the other. */
  base?: { index: string; at: number[] }
}

const failed = (message: string) => new HuiyinError('REBUILD_FAILED', message)

/** Copies indices into new ones beside them. Needs the indices to be there: the stores make them. */
export function elasticsearchRebuilder({ cluster, places, prefix }: Store): Rebuilder {
  const { ask } = cluster
  const placeOfPart = (part: string) => placeOf(prefix, part)

  async function parts(): Promise<RebuildPart[]> {
    const all = await indicesOf(cluster, prefix)
    const names = [...new Set(all.map(({ part }) => part))].sort()
    const found = await Promise.all(names.map(part => standingPart(cluster, prefix, part)))
    return found.filter(one => one !== undefined)
  }

  /** The index that serves, once nobody's swap is going on there. */
  async function quiet(place: Place): Promise<string> {
    while (true) {
      const serving = await places.findAgain(place)
      const found = await ask(client => client.indices.getAlias({ index: serving }))
      const moving = Object.keys(found[serving]?.aliases ?? {}).some(alias => alias.startsWith(movingOf(serving)))
      if (!moving) return serving
      await goOnInClone(cluster, prefix, place, serving)
    }
  }

  async function begin(part: string, back: boolean): Promise<Copying> {
    const place = placeOfPart(part)
    const from = await quiet(place)
    await clear(place, from)
    const { next: into, kept } = await standing(cluster, place, prefix)
    if (back && !kept) throw failed(`Nothing is kept of ${part} to go back to`)
    const total = (await ask(client => client.count({ index: from }))).count
    const cursor = back ? await beginBack(from, kept!.name, into) : await beginAnew(familyOf(part), from, into)
    return { part, from, into, back, cursor, copied: 0, total }
  }

  /** Its fields are said here too: another version of the program may have put its template meanwhile. */
  async function beginAnew(family: RebuildFamily, from: string, into: string): Promise<string> {
    const mappings = { _meta: { layout: layoutOf(family), generation: GENERATION }, properties: FAMILIES[family] }
    await ask(client => client.indices.create({ index: into, mappings, settings: { 'index.refresh_interval': -1 } }))
    return cursorAt((await checkpoints(cluster, from)).map(() => -1))
  }

  /** A clone of what is kept, in which no writer could ever write; what was changed since is copied into it. */
  async function beginBack(from: string, kept: string, into: string): Promise<string> {
    const settings = { 'index.blocks.write': null, 'index.refresh_interval': -1 }
    await ask(client => client.indices.clone({ index: kept, target: into, settings }))
    const { base } = await metaOf(cluster, from)
    return cursorAt(base?.index === kept ? base.at : (await checkpoints(cluster, from)).map(() => -1))
  }

  /** Removes what nobody serves from and nobody can go back to: copies that were begun and given up. */
  async function clear(place: Place, serving: string): Promise<void> {
    const { others } = await standing(cluster, place, prefix)
    const left = others.filter(({ blocked }) => !blocked).map(({ name }) => name)
    if (left.length > 0) await removed(place, serving, left)
  }

  const removed = (place: Place, serving: string, names: readonly string[]) =>
    ask(client =>
      client.indices.updateAliases({
        actions: [...whileServing(place, serving), ...names.map(index => ({ remove_index: { index } }))]
      })
    )

  /** Whether the copy is still what this program would make of what serves. */
  async function stands({ part, from, into, back }: Copying): Promise<boolean> {
    const { serving, others } = await standing(cluster, placeOfPart(part), prefix)
    if (serving?.name === into) return true
    if (serving?.name !== from || !others.some(({ name }) => name === into)) return false
    return back || (await metaOf(cluster, into)).layout === layoutOf(familyOf(part))
  }

  return {
    parts,
    begin,
    async copy(copying) {
      if (!(await stands(copying))) return { copying: await begin(copying.part, copying.back), ready: false }
      return copyOn(cluster, copying)
    },
    verify: copying => verifyCopy(cluster, copying),
    swap: copying => swapOver(cluster, prefix, copying),
    async abandon({ part, into }) {
      const place = placeOfPart(part)
      const from = await quiet(place)
      const { others } = await standing(cluster, place, prefix)
      if (others.some(({ name, blocked }) => name === into && !blocked)) await removed(place, from, [into])
    },
    async drop(part) {
      const place = placeOfPart(part)
      const from = await quiet(place)
      const { others } = await standing(cluster, place, prefix)
      const kept = others.filter(({ blocked }) => blocked).map(({ name }) => name)
      if (kept.length > 0) await removed(place, from, kept)
      return kept
    }
  }
}

async function metaOf({ ask }: Cluster, index: string): Promise<Meta> {
  const found = await ask(client => client.indices.getMapping({ index }))
  return (found[index]?.mappings._meta ?? {}) as Meta
}

async function standingPart(cluster: Cluster, prefix: string, part: string): Promise<RebuildPart | undefined> {
  const { serving, kept } = await standing(cluster, placeOf(prefix, part), prefix)
  if (!serving) return
  const { layout } = await metaOf(cluster, serving.name)
  const { count } = await cluster.ask(client => client.count({ index: serving.name }))
  const family = familyOf(part)
  return {
    ...{ part, family, serving: serving.name, documents: count, upToDate: layout === layoutOf(family) },
    ...(kept && { kept: kept.name, keptSince: serving.madeAt })
  }
}
