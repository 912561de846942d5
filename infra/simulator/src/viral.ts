import { pick, type Random } from './random.ts'
import type { Person, Planned, SimPost } from './things.ts'

/** Many who comment under one post. */
export interface Crowd {
  comments: number
  /** Over so many minutes from now. */
  minutes: number
  /** What they say; absent: short exclamations. */
  texts?: readonly string[]
}

const TEXTS = [
  '围观',
  '转发了，让更多人看到',
  '这是真的吗',
  '求官方回应',
  '顶上去',
  '坐等通报',
  '已经截图',
  '我也遇到了'
]
const MINUTE = 60_000

/** The comments of a crowd, evenly over its minutes. Throws RangeError where the numbers are none. */
export function crowdOf(
  { platform, account, id: post }: SimPost,
  { comments, minutes, texts = TEXTS }: Crowd,
  { people, random, now }: { people: readonly Person[]; random: Random; now: number }
): Omit<Planned, 'plan'>[] {
  if (!Number.isInteger(comments) || comments < 1 || comments > 100_000 || !(minutes > 0)) {
    throw new RangeError(`Expected 1 to 100000 comments over some minutes; got ${comments} over ${minutes}`)
  }
  const step = (minutes * MINUTE) / comments
  return Array.from({ length: comments }, (_, i) => ({
    platform,
    account,
    post,
    text: `${pick(random, texts)}${i % 5 === 0 ? '' : ` ${i}`}`,
    author: pick(random, people),
    publishedAt: Math.round(now + step * (i + 1))
  }))
}
