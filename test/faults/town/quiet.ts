import { setTimeout as sleep } from 'node:timers/promises'
import type { Town } from './open.ts'

const LOOK_EVERY = 250

/**
 * Waits until all that was written before is in the store and read by all who have to, and answers how long that
 * took, in ms. Throws with what is missing after `within` ms.
 */
export async function quiet(town: Town, within: number): Promise<number> {
  const from = performance.now()
  const late = from + within
  let last = 'nothing was looked at'
  const patiently = async (look: () => Promise<string[]>) => {
    while (true) {
      const missing = await look().catch(error => [String(error)])
      if (missing.length === 0) return
      last = missing.slice(0, 5).join(', ')
      if (performance.now() > late) throw new Error(`Not quiet within ${within / 1000} s: ${last}`)
      await sleep(LOOK_EVERY)
    }
  }
  const { written } = town.citizens
  const count = written.length
  const waiting = new Map(written.slice(SETTLED.get(town) ?? 0).map(one => [one.id, one.comment.publishedAt]))
  await patiently(async () => {
    const refs = Array.from(waiting, ([id, publishedAt]) => ({ id, publishedAt })).slice(0, 500)
    const found = await town.house.store.comments.getMany(refs)
    found.forEach((one, i) => {
      if (one) waiting.delete(refs[i]!.id)
    })
    return [...waiting.keys()]
  })
  const marks = await reached(town, patiently)
  await patiently(() => town.transport.behind(marks))
  SETTLED.set(town, count)
  return performance.now() - from
}

type Patiently = (look: () => Promise<string[]>) => Promise<void>

async function reached(town: Town, patiently: Patiently) {
  const found: Awaited<ReturnType<Town['transport']['marks']>>[] = []
  await patiently(async () => {
    found[0] = await town.transport.marks()
    return []
  })
  return found[0]!
}

/** So many of the comments were found in the store before. */
const SETTLED = new WeakMap<Town, number>()
