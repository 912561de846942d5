import type { House } from '@huiyin/adapters/house.ts'
import { another, opened } from './scanner-tickets.ts'

const PUTS = 2_000
const AT_ONCE = 2
const FAR = 2 * 3_600_000

/** Puts `n` tickets opened at the instant, none of them due for hours, and waits until lists show them; in seconds. */
export async function fill({ desk, store }: House, n: number, at: number): Promise<number> {
  const [like] = await opened(desk, [{ n: 0, urgent: false, at }])
  if (like?.status !== 'open' || like.nextDueAt! < at + FAR)
    throw new Error(`A comment of now opens a ticket that is ${like?.status} and due at ${like?.nextDueAt}`)
  const began = performance.now()
  let next = 1
  const putSome = async () => {
    while (next < n) {
      const from = next
      next = Math.min(n, from + PUTS)
      const puts = Array.from({ length: next - from }, (_, i) => ({ document: another(like, from + i) }))
      const failed = (await store.tickets.putEach(puts)).find(({ outcome }) => outcome !== 'put')
      if (failed) throw new Error(`A put of a new ticket ended as ${JSON.stringify(failed)}`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, putSome))
  await store.tickets.refresh()
  const seconds = (performance.now() - began) / 1000
  const { total } = await store.tickets.search({ sort: 'newest', atMost: 1 })
  if (total !== n) throw new Error(`${n} tickets were put, ${total} are found`)
  return seconds
}
