import type { Control } from './control.ts'
import { pick, type Random } from './random.ts'
import type { Simulator } from './simulator.ts'
import type { SimComment } from './things.ts'

const LOOKED_AT = 3

/** Some readers like a comment that stands: the more liked one of three, and the more the more liked it is. */
export function like(control: Control, random: Random, standing: readonly SimComment[]): void {
  const open = standing.filter(({ deleted }) => !deleted)
  if (open.length === 0) return
  const looked = Array.from({ length: LOOKED_AT }, () => pick(random, open))
  const { platform, account, post, id, likes } = looked.reduce((a, b) => (b.likes > a.likes ? b : a))
  control.likeComment({ platform, account, post, comment: id }, likes + 1 + Math.floor(random() * likes * 0.3))
}

const NEWEST = 6

/** Some readers open one of the newest posts; a few of them like it, fewer pass it on. */
export function look({ world, control }: Simulator, random: Random): void {
  const newest = world.posts.filter(({ gone }) => !gone).slice(-NEWEST)
  if (newest.length === 0) return
  const { platform, account, id: post, reads = 0, likes = 0, reposts = 0 } = pick(random, newest)
  const readers = 5 + Math.floor(random() * 40)
  control.setCounts(
    { platform, account, post },
    { reads: reads + readers, likes: likes + Math.floor(readers * 0.05), reposts: reposts + (readers > 40 ? 1 : 0) }
  )
}
