import type { Pack, Seal } from '@huiyin/schemas/archive.ts'
import type { Clock } from '../clock.ts'
import type { Records } from '../records.ts'
import { entriesOf } from '../rule-records.ts'
import type { Tell } from '../tell.ts'
import { subjectOf } from '../tell.ts'

/**
 * Sealed archives stand in one chain: each manifest names the checksum of the one before it, and the trail has every
 * seal. Whoever swaps an archive has to swap all that came after, and the trail.
 */
const KIND = 'archive-chain'

export type Link = { archive: string; seal: Seal }
type Ports = { records: Records; clock: Clock; tell: Tell }
type Place = { at: number; n?: number; previous?: string }

const idOfLink = (n: number) => String(n).padStart(8, '0')

/**
 * Seals a pack: `make` makes the manifest for its place in the chain. Asked again after a crash it is the seal that
 * stands. A pack of an inspection stands in no chain.
 */
export async function chained(ports: Ports, pack: Pack, make: (place: Place) => Promise<Seal>): Promise<Seal> {
  const { records, clock } = ports
  if (pack.kind === 'inspection') return told(ports, pack, await make({ at: clock.now() }))
  for (let { n, previous, own } = await standing(records, pack.id); ; ) {
    if (own) return told(ports, pack, own)
    const seal = await make({ at: clock.now(), n, ...(previous !== undefined && { previous }) })
    if (await records.create<Link>(KIND, { id: idOfLink(n), value: { archive: pack.id, seal } }))
      return told(ports, pack, seal)
    const other = (await records.get<Link>(KIND, idOfLink(n)))!.document.value // another archive was sealed meanwhile
    own = other.archive === pack.id ? other.seal : undefined
    previous = other.seal.sha256
    n += 1
  }
}

/** The next place, the seal before it, and this archive's own where it was sealed already. */
async function standing(records: Records, archive: string) {
  const links = await linksOf(records)
  const own = links.find(one => one.archive === archive)?.seal
  return { n: links.length + 1, previous: links.at(-1)?.seal.sha256, own }
}

/** All of them, the first first; what the list does not show yet is read by id. */
export async function linksOf(records: Records): Promise<Link[]> {
  const links = (await Array.fromAsync(entriesOf<Link>(records, KIND))).map(({ value }) => value)
  while (true) {
    const next = await records.get<Link>(KIND, idOfLink(links.length + 1))
    if (!next) return links
    links.push(next.document.value)
  }
}

async function told({ tell }: Ports, pack: Pack, seal: Seal): Promise<Seal> {
  const { sha256, files, rows, n = null, previous = null } = seal
  const data = { archive: pack.id, kind: pack.kind, sha256, files, rows, n, previous }
  await tell(subjectOf('archive', pack.id), { type: 'archive.sealed', by: pack.by, data })
  return seal
}
