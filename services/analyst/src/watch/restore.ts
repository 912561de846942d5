import { setImmediate as breath } from 'node:timers/promises'
import type { Signal } from '@huiyin/domain/incidents/signal.ts'
import type { Classified, StoredComment } from '@huiyin/schemas/comment.ts'
import type { Watch } from './types.ts'

/** Comments taken at once; so fine is the time at which a rise is found. */
const EACH = 50

/**
 * Reads a watch's state back from stored comments, the oldest first, 72 h at least; a fortnight teaches it the accounts'
 * rhythm as well. Gives back what is out of the ordinary at the end, each subject once with all its members.
 */
export async function restore(
  watch: Watch,
  pages: AsyncIterable<readonly StoredComment[]> | Iterable<readonly StoredComment[]>,
  now: number
): Promise<Signal[]> {
  for await (const page of pages) {
    for (let from = 0; from < page.length; from += EACH) {
      const some = page.slice(from, from + EACH)
      const newest = some.reduce((most, { publishedAt }) => Math.max(most, publishedAt), 0)
      const at = Math.min(now, newest)
      watch.take(some.filter(({ state }) => state === 'visible').map(toClassified), at)
      watch.tick(at)
      await breath() // other services of this process go on meanwhile, and the lease is renewed
    }
  }
  watch.tick(now)
  return watch.standing()
}

function toClassified(stored: StoredComment): Classified {
  const { classification, firstText: _first, firstObservedAt: _at, state: _state, ...observation } = stored
  return { id: stored.id, key: stored.key, observation, ...(classification && { classification }) }
}
