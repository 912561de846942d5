import type { Learned } from '@huiyin/ports/corrections.ts'

const AT_ONCE = 200
/** A message has room for five times as many. */
const CHARACTERS_AT_ONCE = 200_000

/** What people have taught here, read when asked for. */
export type Taught = () => AsyncIterable<Learned>

/** Lots that fit into a message; an empty one when there is no more. */
export function lotsOfTaught(taught: Taught): () => Promise<Learned[]> {
  let left: AsyncIterator<Learned> | undefined
  return async () => {
    left ??= taught()[Symbol.asyncIterator]()
    const lot: Learned[] = []
    for (let characters = 0; lot.length < AT_ONCE && characters < CHARACTERS_AT_ONCE; ) {
      const { value, done } = await left.next()
      if (done) break
      lot.push(value)
      characters += value.text.length
    }
    return lot
  }
}

/** The other way round: all that comes in lots. */
export async function* ofLots(next: () => Promise<Learned[]>): AsyncGenerator<Learned> {
  for (let lot = await next(); lot.length > 0; lot = await next()) yield* lot
}
