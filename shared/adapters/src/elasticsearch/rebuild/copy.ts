import type { Copying } from '@huiyin/ports/rebuild.ts'
import type { Cluster } from '../cluster.ts'
import { type Cursor, cursorOf } from './cursor.ts'
import { writeInto } from './into.ts'
import { familyOf } from './names.ts'
import { type Copied, changed, checkpoints, refreshed } from './source.ts'

/** A round of so many changes at most is the last: what comes during it is caught up while writes wait. */
const FEW = 300
/** Where a strong stream keeps rounds from becoming smaller, so many have to do. */
const MANY = 3_000
/** Work of one step, in ms. */
const STEP = 700
const BYTES = 6_000_000
const [FEWEST, MOST] = [50, 2_000]

/**
 * Copies by the numbers that the engine gives to changes, shard by shard. A round goes up to the checkpoint: whatever is
 * at or below it stands in all copies of the shard, so that after a refresh none of it is hidden behind a later one that
 * was quicker. A document that is changed meanwhile leaves the round and comes with the next.
 */
export async function copyOn(cluster: Cluster, copying: Copying): Promise<{ copying: Copying; ready: boolean }> {
  const until = performance.now() + STEP
  const cursor = cursorOf(copying)
  let { copied } = copying
  let [few, before] = [false, Number.POSITIVE_INFINITY]
  let ready = false
  let writing: Promise<void> = Promise.resolve()
  do {
    const shard = cursor.shards.findIndex(({ at, upTo }) => at < upTo)
    if (shard === -1) {
      await writing
      if (few) ready = true
      else {
        const changes = await nextRound(cluster, copying.from, cursor)
        few = changes <= FEW || (changes <= MANY && changes > before * 0.7)
        before = changes
      }
      continue
    }
    const page = await read(cluster, copying.from, shard, cursor)
    await writing
    writing = writeInto(cluster, familyOf(copying.part), copying.into, page)
    writing.catch(() => {}) // told where it is awaited
    copied += page.length
  } while (!ready && (few || performance.now() < until))
  await writing // before the cursor is kept
  return { copying: { ...copying, copied, cursor: JSON.stringify(cursor) }, ready }
}

/** The number of changes that it has. */
async function nextRound(cluster: Cluster, from: string, cursor: Cursor): Promise<number> {
  const now = await checkpoints(cluster, from)
  const changes = now.reduce((sum, { sure }, i) => sum + sure - cursor.shards[i]!.at, 0)
  if (changes > 0) await begin(cluster, from, cursor, now)
  return changes
}

async function begin(cluster: Cluster, from: string, cursor: Cursor, now: readonly { sure: number }[]): Promise<void> {
  await refreshed(cluster, from)
  for (const [i, { sure }] of now.entries()) cursor.shards[i]!.upTo = sure
}

async function read(cluster: Cluster, index: string, shard: number, cursor: Cursor): Promise<Copied[]> {
  const place = cursor.shards[shard]!
  const { at, upTo } = place
  const page = await changed(cluster, { index, shard, after: at, to: upTo, atMost: cursor.page })
  place.at = page.length < cursor.page ? upTo : page.at(-1)!.seqNo
  const bytes = page.reduce((sum, { state = '' }) => sum + state.length, 1)
  cursor.page = Math.min(MOST, Math.max(FEWEST, Math.round((page.length * BYTES) / bytes)))
  return page
}

/** Copies all that was changed so far and says what; for when little is left, or writes are stopped. */
export async function copyRest(
  cluster: Cluster,
  copying: Copying,
  { cursor, stopped }: { cursor: Cursor; stopped: boolean }
): Promise<Copied[]> {
  const all: Copied[] = []
  await begin(cluster, copying.from, cursor, await (stopped ? settled : checkpoints)(cluster, copying.from))
  for (const shard of cursor.shards.keys()) {
    while (cursor.shards[shard]!.at < cursor.shards[shard]!.upTo) {
      const page = await read(cluster, copying.from, shard, cursor)
      await writeInto(cluster, familyOf(copying.part), copying.into, page)
      all.push(...page)
    }
  }
  return all
}

/** The checkpoints, once every change that was begun is in all copies: soon, where none comes any more. */
async function settled(cluster: Cluster, index: string): Promise<{ sure: number }[]> {
  while (true) {
    const found = await checkpoints(cluster, index)
    if (found.every(({ sure, last }) => sure >= last)) return found
  }
}
