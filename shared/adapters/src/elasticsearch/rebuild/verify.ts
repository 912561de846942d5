import { hash } from 'node:crypto'
import type { Checked, Copying } from '@huiyin/ports/rebuild.ts'
import type { Cluster } from '../cluster.ts'
import { cursorOf } from './cursor.ts'
import { type Copied, copiedIn, refreshed, type Source, WANTED, WHOLE } from './source.ts'

const PAGE = 1_000
const KEEP = '5m'

/** The digest of a document, as it stands in the sum of all. */
export const digestOf = ({ id, version, puts, kind = '', state = '' }: Copied): bigint =>
  hash('sha1', `${id}\n${version}\n${kind}\n${puts.join()}\n${state}`, 'buffer').readBigUInt64BE()

/**
 * Reads both as they stood at one moment, and sums the digests of their documents. What was changed behind the last copy
 * is left out on both sides: the new index is looked at first, so that whatever is newer there is known by then.
 */
export async function* verifyCopy(
  cluster: Cluster,
  copying: Copying
): AsyncGenerator<{ checked: number; total: number }, Checked> {
  const { from, into, total } = copying
  const { shards } = cursorOf(copying)
  await refreshed(cluster, into)
  const made = await frozen(cluster, into)
  await refreshed(cluster, from)
  const olds = await Promise.all(shards.map((_, shard) => frozen(cluster, from, `_shards:${shard}`)))
  const [expected, found] = [tally(), tally()]
  const later = new Set<string>()
  let checked = 0
  try {
    for (const [shard, old] of olds.entries()) {
      for await (const page of pages(cluster, old)) {
        for (const one of page) {
          if (one.seqNo > shards[shard]!.at) later.add(one.id)
          else expected.add(one)
        }
        checked += page.length
        yield { checked, total: total * 2 }
      }
    }
    for await (const page of pages(cluster, made)) {
      for (const one of page) if (!later.has(one.id)) found.add(one)
      checked += page.length
      yield { checked, total: total * 2 }
    }
  } finally {
    for (const id of [made, ...olds]) await cluster.ask(client => client.closePointInTime({ id }, { ignore: [404] }))
  }
  return compared(expected, found, copying)
}

type Tally = { count: number; sum: bigint; add: (one: Copied) => void }

function tally(): Tally {
  return {
    count: 0,
    sum: 0n,
    add(one) {
      this.count += 1
      this.sum = BigInt.asUintN(64, this.sum + digestOf(one))
    }
  }
}

function compared(expected: Tally, found: Tally, { from, into }: Copying): Checked {
  const checksum = expected.sum.toString(16).padStart(16, '0')
  const same = { documents: expected.count, checksum }
  if (expected.count !== found.count) {
    return { ...same, differs: `${from} has ${expected.count} documents, ${into} has ${found.count}` }
  }
  if (expected.sum !== found.sum) {
    const other = found.sum.toString(16).padStart(16, '0')
    return { ...same, differs: `the checksum of ${from} is ${checksum}, that of ${into} is ${other}` }
  }
  return same
}

async function frozen({ ask }: Cluster, index: string, preference?: string): Promise<string> {
  const { id } = await ask(client =>
    client.openPointInTime({ index, keep_alive: KEEP, ...(preference && { preference }) })
  )
  return id
}

async function* pages({ ask }: Cluster, id: string): AsyncGenerator<Copied[]> {
  let after: (string | number | boolean | null)[] | undefined
  while (true) {
    const { hits } = await ask(client =>
      client.search<Source>({
        ...{ pit: { id, keep_alive: KEEP }, size: PAGE, ...WANTED, ...WHOLE },
        ...{ sort: [{ _shard_doc: 'asc' }], ...(after && { search_after: after }) }
      })
    )
    if (hits.hits.length === 0) return
    after = hits.hits.at(-1)!.sort as typeof after
    yield hits.hits.map(copiedIn)
  }
}
