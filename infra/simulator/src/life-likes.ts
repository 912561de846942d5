import type { Control } from './control.ts'
import { pick, type Random } from './random.ts'
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
