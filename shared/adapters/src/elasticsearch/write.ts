import type { PutResult } from '@huiyin/ports/documents.ts'
import { type Attempt, begin, type Verdict } from './attempt.ts'
import type { Wait } from './back-off.ts'
import { sendAll } from './bulk.ts'
import type { Cluster } from './cluster.ts'
import type { Write } from './document.ts'
import { type Held, outdated, toVersion } from './held.ts'
import type { Place, Places } from './places.ts'
import { type Found, readEach } from './read.ts'

/** Who waits for an index to be replaced looks again soon: that takes less than a second, in ms. */
const SWAP = 50

/**
 * Writes each if it still stands as it was read, and answers when all have an end; throws STORE_UNAVAILABLE
 * when some have none in time (the others are then written).
 *
 * A write is repeated until it is judged. Before that is done after a doubtful answer (none, a conflict, a
 * failing shard) the document is read: our token in its ring says that we had won, even if somebody put since.
 */
export async function writeEach(cluster: Cluster, places: Places, writes: readonly Write[]): Promise<PutResult[]> {
  const results: PutResult[] = []
  const wait = cluster.backOff()
  let open = await beginAll(places, writes)
  while (open.length > 0) {
    const verdicts = await settleDoubts(
      cluster,
      open,
      await followMoves(places, open, await sendAll(cluster, open)),
      wait
    )
    const rest: Attempt[] = []
    let cause: unknown
    let moving = false
    for (const [i, verdict] of verdicts.entries()) {
      if (verdict.is === 'done') results[open[i]!.at] = verdict.result
      else {
        rest.push(open[i]!)
        cause = verdict.cause
        moving ||= verdict.is === 'again' && verdict.moving === true
      }
    }
    if (rest.length > 0) await wait(cause, moving ? SWAP : undefined)
    open = rest
  }
  return results
}

async function beginAll(places: Places, writes: readonly Write[]): Promise<Attempt[]> {
  const needed = new Map<string, Place>(writes.map(({ place }) => [place.name, place]))
  const indices = new Map<string, string>()
  for (const [name, place] of needed) indices.set(name, await places.find(place))
  return writes.map((write, at) => begin(write, at, indices.get(write.place.name)!))
}

/** Where an index was replaced the write follows; its version is then worth nothing, but its token is. */
async function followMoves(places: Places, attempts: Attempt[], verdicts: Verdict[]): Promise<Verdict[]> {
  const stuck = attempts.filter((_, i) => verdicts[i]!.is === 'elsewhere')
  const indices = new Map<string, string>()
  for (const [name, place] of new Map(stuck.map(({ write: { place } }) => [place.name, place]))) {
    const index = await places.findAgain(place)
    indices.set(name, index)
    if (stuck.some(attempt => attempt.index === index)) await places.stuckAt(place, index)
  }
  return verdicts.map((verdict, i): Verdict => {
    if (verdict.is !== 'elsewhere') return verdict
    const attempt = attempts[i]!
    const index = indices.get(attempt.write.place.name)!
    if (index === attempt.index) return { is: 'again', cause: verdict.cause, moving: true }

    attempt.index = index
    return { is: 'doubtful', cause: verdict.cause }
  })
}

async function settleDoubts(
  cluster: Cluster,
  attempts: Attempt[],
  verdicts: Verdict[],
  wait: Wait
): Promise<Verdict[]> {
  const doubtful = attempts.filter((_, i) => verdicts[i]!.is === 'doubtful')
  if (doubtful.length === 0) return verdicts

  const found = await readEach(cluster, doubtful, { wait, fields: ['puts'] })
  return verdicts.map(verdict =>
    verdict.is === 'doubtful' ? settle(doubtful.shift()!, found.shift(), verdict.cause) : verdict
  )
}

function settle({ token, held }: Attempt, found: Found | undefined, cause: unknown): Verdict {
  if (found?.held.puts.includes(token)) {
    const stands = found.held.puts.at(-1) === token
    const version = toVersion(stands ? found.held : outdated(found.held))
    return { is: 'done', result: { outcome: 'put', version } }
  }
  return isSame(held, found?.held) ? { is: 'again', cause } : { is: 'done', result: { outcome: 'conflict' } }
}

const isSame = (a: Held | undefined, b: Held | undefined) =>
  a === undefined || b === undefined ? a === b : a.index === b.index && a.seqNo === b.seqNo && a.term === b.term
