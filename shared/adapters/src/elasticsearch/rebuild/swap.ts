import { randomBytes } from 'node:crypto'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { Copying, Swapped } from '@huiyin/ports/rebuild.ts'
import type { Cluster } from '../cluster.ts'
import { statusOf } from '../errors.ts'
import { refreshOf } from '../layout.ts'
import { readEach } from '../read.ts'
import { hands } from './aliases.ts'
import { copyRest } from './copy.ts'
import { type Cursor, cursorOf } from './cursor.ts'
import { goOnInClone } from './left-behind.ts'
import { familyOf, movingOf, placeOf, standing } from './names.ts'
import { type Copied, checkpoints, refreshed } from './source.ts'

/**
 * Lets the new index serve. Marked → writes stopped → the rest copied, and looked at → one step takes the mark away and
 * hands over the aliases → the old one stays, write-blocked for ever. Readers name aliases and see one or the other;
 * writers name indices, are refused by the old one, look again, and find that what they read is of another index.
 */
export async function swapOver(cluster: Cluster, prefix: string, copying: Copying): Promise<Swapped | undefined> {
  const { part, from, into } = copying
  const { ask } = cluster
  const place = placeOf(prefix, part)
  const { serving } = await standing(cluster, place, prefix)
  if (serving?.name === into) return { waited: 0 } // done before, and nobody heard of it
  if (serving?.name !== from) return undefined

  const cursor = cursorOf(copying)
  await remember(cluster, copying)
  await copyRest(cluster, copying, { cursor, stopped: false })
  await refreshed(cluster, into)
  const mark = `${movingOf(from)}${randomBytes(6).toString('hex')}`
  await ask(client => client.indices.updateAliases({ actions: [{ add: { index: from, alias: mark } }] }))
  const began = performance.now()
  try {
    await block(cluster, from)
    await lastOnes(cluster, copying, cursor)
    const actions = [{ remove: { index: from, alias: mark, must_exist: true } }, ...hands(place, from, into)]
    await ask(client => client.indices.updateAliases({ actions }))
  } catch (error) {
    const now = (await standing(cluster, place, prefix)).serving?.name
    if (now === into) return { waited: performance.now() - began }
    await goOnInClone(cluster, prefix, place, from)
    if (statusOf(error) === 404) return undefined // it took too long, and somebody let the writers go on
    throw error
  }
  return { waited: performance.now() - began }
}

/** Where changes begin that only the new one has: from there on it is copied back. */
async function remember({ ask }: Cluster, { part, from, into }: Copying): Promise<void> {
  const at = (await checkpoints({ ask } as Cluster, into)).map(({ sure }) => sure)
  const found = await ask(client => client.indices.getMapping({ index: into }))
  const { _meta: meta } = found[into]!.mappings
  await ask(client => client.indices.putMapping({ index: into, _meta: { ...meta, base: { index: from, at } } }))
  const settings = { 'index.refresh_interval': refreshOf(familyOf(part)) } as object
  await ask(client => client.indices.putSettings({ index: into, settings }))
}

/** Answered when all writes that were on their way are done, and none comes any more. */
async function block({ ask }: Cluster, index: string): Promise<void> {
  const { acknowledged, shards_acknowledged: shards } = await ask(client =>
    client.indices.addBlock({ index, block: 'write' })
  )
  if (!acknowledged || !shards) throw new HuiyinError('REBUILD_FAILED', `The writes to ${index} could not be stopped`)
}

async function lastOnes(cluster: Cluster, copying: Copying, cursor: Cursor): Promise<void> {
  const { from, into } = copying
  const last = await copyRest(cluster, copying, { cursor, stopped: true })
  await refreshed(cluster, into)
  const [was, is] = await Promise.all([countOf(cluster, from), countOf(cluster, into), sameIn(cluster, into, last)])
  if (was !== is) throw new HuiyinError('REBUILD_FAILED', `${from} has ${was} documents, ${into} has ${is}`)
}

const countOf = async ({ ask }: Cluster, index: string) => (await ask(client => client.count({ index }))).count

async function sameIn(cluster: Cluster, index: string, last: readonly Copied[]): Promise<void> {
  const found = await readEach(
    cluster,
    last.map(({ id }) => ({ index, id }))
  )
  for (const [i, { id, state, puts }] of last.entries()) {
    const one = found[i]
    if (one && one.state === state && one.held.puts.join() === puts.join()) continue
    throw new HuiyinError('REBUILD_FAILED', `"${id}" was copied last and stands otherwise in ${index}`)
  }
}
