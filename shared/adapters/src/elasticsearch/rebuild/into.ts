import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { RebuildFamily } from '@huiyin/ports/rebuild.ts'
import type { Cluster } from '../cluster.ts'
import { bareSourceOf, sourceOf } from '../document.ts'
import { NotNow } from '../errors.ts'
import { PROJECTIONS } from './projections.ts'
import type { Copied } from './source.ts'

const LIMIT = 5_000_000

/** A copy on its way into the new index. */
interface Going {
  of: Copied
  source: string
  bare: boolean
}

/**
 * Writes copies where nothing as new stands: the number of a document's changes goes with it from index to index, so
 * that a copy that comes late, from whomever, is refused by the engine. Answers when all stand, or something newer.
 */
export async function writeInto(
  cluster: Cluster,
  family: RebuildFamily,
  into: string,
  copies: readonly Copied[]
): Promise<void> {
  let open = copies.map((of): Going => ({ of, source: project(family, of, false), bare: false }))
  const wait = cluster.backOff()
  while (open.length > 0) {
    const rest: Going[] = []
    let cause = ''
    for (const some of cut(open)) {
      const answers = await send(cluster, into, some)
      for (const [i, { status, error }] of answers.entries()) {
        const one = some[i]!
        if (status < 300 || status === 409) continue
        cause = `${error?.type}`
        if (status === 400 && !one.bare) rest.push({ ...one, source: project(family, one.of, true), bare: true })
        else if (status === 429 || status >= 500) rest.push(one)
        else throw new HuiyinError('REBUILD_FAILED', `The new index ${into} takes no document (${cause}); begin again`)
      }
    }
    if (rest.length > 0) await wait(new NotNow(cause))
    open = rest
  }
}

function project(family: RebuildFamily, { id, state, puts, kind }: Copied, bare: boolean): string {
  const { fieldsOf, bare: names } = PROJECTIONS[family]
  try {
    const fields = state === undefined ? {} : fieldsOf(JSON.parse(state), kind)
    const write = { place: { name: '' }, id, fields, bare: names, ...(state !== undefined && { state }) }
    return bare ? bareSourceOf(write, puts) : sourceOf(write, puts)
  } catch (cause) {
    throw new HuiyinError('REBUILD_FAILED', `"${id}" of the ${family} cannot be projected; its state is none of ours`, {
      cause
    })
  }
}

function cut(all: readonly Going[]): Going[][] {
  const parts: Going[][] = []
  let bytes = Number.POSITIVE_INFINITY
  for (const one of all) {
    const more = Buffer.byteLength(one.source)
    if (bytes + more > LIMIT) {
      parts.push([])
      bytes = 0
    }
    bytes += more
    parts.at(-1)!.push(one)
  }
  return parts
}

type Judged = { status: number; error?: { type?: string } }

async function send({ ask }: Cluster, into: string, some: readonly Going[]): Promise<Judged[]> {
  const operations = some.flatMap(({ of: { id, version }, source }) => [
    JSON.stringify({ index: { _index: into, _id: id, version, version_type: 'external' } }),
    source
  ])
  const { items } = await ask(client =>
    client.bulk<string>({ operations, filter_path: ['items.*.status', 'items.*.error.type'] })
  )
  return items.map(item => Object.values(item)[0] as Judged)
}
