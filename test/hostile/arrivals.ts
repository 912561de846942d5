import type { Random } from '@huiyin/simulator/random.ts'
import type { SimPost } from '@huiyin/simulator/things.ts'
import { BEGINNING, HOUR, MINUTE } from './time.ts'

/** That somebody will comment under a post, and when. */
export interface Arrival {
  at: number
  post: SimPost
}

/** One post in twenty goes viral: most of what is written under it comes within minutes. */
const VIRAL = 1 / 20
const DECAYS = 10 * MINUTE

/** When comments come under posts of one platform: by Zipf's law over the posts, the earliest first. */
export function arrivalsOf(
  posts: readonly SimPost[],
  { comments, hours, random }: { comments: number; hours: number; random: Random }
): Arrival[] {
  const ranked = shuffled(posts, random)
  const reached: number[] = []
  let total = 0
  for (const [rank] of ranked.entries()) {
    total += 1 / (rank + 1)
    reached.push(total)
  }
  const begins = ranked.map((_, rank) => (rank < posts.length * VIRAL ? random() * hours * HOUR * 0.7 : undefined))
  const arrivals = Array.from({ length: comments }, (): Arrival => {
    const rank = firstAbove(reached, random() * total)
    return { at: BEGINNING + Math.round(instantOf(begins[rank], hours * HOUR, random)), post: ranked[rank]! }
  })
  return arrivals.sort((a, b) => a.at - b.at)
}

function instantOf(begin: number | undefined, length: number, random: Random): number {
  if (begin === undefined) return random() * length
  const later = begin - DECAYS * Math.log(1 - random())
  return later < length ? later : random() * length
}

function firstAbove(reached: readonly number[], wanted: number): number {
  let [low, high] = [0, reached.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (reached[middle]! < wanted) low = middle + 1
    else high = middle
  }
  return low
}

function shuffled<T>(things: readonly T[], random: Random): T[] {
  return things
    .map(thing => ({ thing, by: random() }))
    .sort((a, b) => a.by - b.by)
    .map(({ thing }) => thing)
}
