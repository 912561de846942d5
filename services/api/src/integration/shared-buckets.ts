import { idOf } from '@huiyin/domain/ids.ts'
import { allowedAt, type Bucket, type Limit, taken } from '@huiyin/domain/token-bucket.ts'
import type { Clock } from '@huiyin/ports/clock.ts'
import type { Records } from '@huiyin/ports/records.ts'

const KIND = 'rate'
/** So many other processes may be faster in a row: then they all ask too much at once. */
const TRIES = 20
const CROWDED = 1_000

/**
 * A limit for all processes of the api together: what leaves the house, and what shows masked data. Each person and each
 * token has one row for each; answers how long there is to wait, in ms, and 0 when it was taken.
 */
export function sharedBuckets(
  records: Pick<Records, 'get' | 'create' | 'putIfUnchanged'>,
  clock: Clock
): (key: readonly string[], limit: Limit) => Promise<number> {
  return async (key, limit) => {
    const id = idOf(...key)
    for (let tries = 0; tries < TRIES; tries++) {
      const now = clock.now()
      const found = await records.get<Bucket>(KIND, id)
      const before = found?.document.value
      const wait = allowedAt(before, [limit], 'urgent', now) - now
      if (wait > 0) return wait
      const value = taken(before, [limit], now)
      if (!found && (await records.create(KIND, { id, value }))) return 0
      if (found && (await records.putIfUnchanged(KIND, { id, value }, found.version)).outcome === 'put') return 0
    }
    return CROWDED
  }
}
