import type { estypes } from '@elastic/elasticsearch'
import type { Wait } from './back-off.ts'
import type { Cluster } from './cluster.ts'
import { NotNow } from './errors.ts'
import type { Held } from './held.ts'

const AT_ONCE = 1_000

/** An address: an alias of one index, or the index itself. */
export type Address = { index: string; id: string }

/** A document as it stands now. Without a state it is a stub. */
export type Found = { held: Held; state?: string }

/** What reading answers for one document. */
type Answer = estypes.MgetResponseItem<{ state?: string; puts: string[] }>

/** Reads by address, real-time, in the order asked; undefined where there is no document, or no index. */
export async function readEach(
  { ask }: Cluster,
  addresses: readonly Address[],
  { wait, fields }: { wait?: Wait; fields?: string[] } = {}
): Promise<(Found | undefined)[]> {
  const found: (Found | undefined)[] = []
  for (let from = 0; from < addresses.length; from += AT_ONCE) {
    const named = namesOf(addresses.slice(from, from + AT_ONCE))
    const some = await ask(async client => {
      const answer = await client.mget<{ state?: string; puts: string[] }>({ ...named, _source: fields })
      return answer.docs.map(foundIn)
    }, wait)
    found.push(...some)
  }
  return found
}

/** Of one index it is said once. */
function namesOf(addresses: readonly Address[]): Pick<estypes.MgetRequest, 'index' | 'ids' | 'docs'> {
  const { index } = addresses[0]!
  return addresses.every(one => one.index === index)
    ? { index, ids: addresses.map(({ id }) => id) }
    : { docs: addresses.map(({ index, id }) => ({ _index: index, _id: id })) }
}

function foundIn(answer: Answer): Found | undefined {
  if ('error' in answer) {
    if (answer.error.type === 'index_not_found_exception') return undefined
    throw new NotNow(`The engine could not read a document of ${answer._index}: ${answer.error.type}`)
  }
  if (!answer.found) return undefined

  const { state, puts } = answer._source!
  return { held: { index: answer._index, seqNo: answer._seq_no!, term: answer._primary_term!, puts }, state }
}
