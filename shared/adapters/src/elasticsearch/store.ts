import type { Put, PutResult, Versioned } from '@huiyin/ports/documents.ts'
import type { Cluster } from './cluster.ts'
import { engineId, type Write } from './document.ts'
import { fromVersion, toVersion } from './held.ts'
import type { Place, Places } from './places.ts'
import { readEach } from './read.ts'
import { writeEach } from './write.ts'

/** The engine as the four stores see it. */
export interface Store {
  cluster: Cluster
  places: Places
  prefix: string
}

/** How one kind of document is addressed and found. */
export interface Shape<D> {
  placeOf: (document: D) => Place
  idOf: (document: D) => string
  fieldsOf: (document: D) => Write['fields']
  bare: Write['bare']
}

/** Reads documents by address, with their versions. */
export async function getEach<D>(
  { cluster }: Store,
  addresses: readonly { place: Place; id: string }[]
): Promise<(Versioned<D> | undefined)[]> {
  const found = await readEach(
    cluster,
    addresses.map(({ place, id }) => ({ index: place.name, id: engineId(id) }))
  )
  return found.map(one => (one?.state ? { document: JSON.parse(one.state), version: toVersion(one.held) } : undefined))
}

/** Puts each document if it stands as it was read. What cannot be placed or projected at all is refused. */
export async function putEach<D>(store: Store, shape: Shape<D>, puts: readonly Put<D>[]): Promise<PutResult[]> {
  const results: PutResult[] = []
  const writes: { at: number; write: Write }[] = []
  for (const [at, put] of puts.entries()) {
    try {
      writes.push({ at, write: writeOf(shape, put) })
    } catch (error) {
      results[at] = { outcome: 'refused', reason: `It cannot be projected: ${(error as Error).message}` }
    }
  }
  const written = await writeEach(
    store.cluster,
    store.places,
    writes.map(({ write }) => write)
  )
  for (const [i, { at }] of writes.entries()) results[at] = written[i]!
  return results
}

export const writeOf = <D>({ placeOf, idOf, fieldsOf, bare }: Shape<D>, { document, version }: Put<D>): Write => ({
  place: placeOf(document),
  id: idOf(document),
  state: JSON.stringify(document),
  fields: fieldsOf(document),
  bare,
  held: version === undefined ? undefined : fromVersion(version)
})
