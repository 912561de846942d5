import type { Random } from './random.ts'
import type { Kind, Saying } from './sayings.ts'

type Mixture = readonly (readonly [Kind, number])[]

/** Out of a hundred comments: most want nothing. */
const COMMENTS: Mixture = [
  ['other', 65],
  ['suggestion', 12],
  ['complaint', 11.5],
  ['inquiry', 10],
  ['urgent', 1.5]
]

/** Out of a hundred that citizens write back when they got an answer. */
const BACK: Mixture = [
  ['other', 50],
  ['inquiry', 25],
  ['complaint', 25]
]

function drawn(random: Random, mixture: Mixture): Kind {
  let left = random() * 100
  return mixture.find(([, share]) => {
    left -= share
    return left < 0
  })![0]
}

export const kindWritten = (random: Random) => drawn(random, COMMENTS)
export const kindWrittenBack = (random: Random) => drawn(random, BACK)

/** Begins as Weibo begins an answer to another citizen. */
const TO_ANOTHER = /^回复@/
const THANKS = /谢|辛苦|收到|回复真快|点赞/
const ASKS_ON = /^那|^具体|之前的|还要|什么时候/
const NOT_CONTENT = /已转|未发现|热线|相关部门|又是|回复|办结|客服|第[三四五]次/

const BACK_IN: Partial<Record<Kind, RegExp>> = { other: THANKS, inquiry: ASKS_ON, complaint: NOT_CONTENT }

/** So many stray from what the post is about. */
const STRAYS = 0.15

export interface Occasion {
  /** Classes of office that the post is about; none: everything. */
  topics: readonly string[]
  /** It answers another comment. */
  answers?: boolean
}

/** How well a saying suits below a post: 2 on its subject, 1 on none, 0 on another; answers only to another. */
export function suiting(random: Random, { topics, answers = false }: Occasion): (saying: Saying) => number {
  const free = topics.length === 0 || random() < STRAYS
  return ({ text, department }) => {
    if (TO_ANOTHER.test(text)) return answers ? 3 : -1
    if (free) return 0
    if (department === undefined) return 1
    return topics.includes(department) ? 2 : 0
  }
}

/** How well a saying suits one who got an answer: in tone first, then on the subject. */
export const suitingBack = (kind: Kind, topics: readonly string[]) => {
  const tone = BACK_IN[kind]
  return ({ text, department }: Saying): number => {
    if (TO_ANOTHER.test(text)) return -1
    return (tone?.test(text) ? 2 : 0) + (department !== undefined && topics.includes(department) ? 1 : 0)
  }
}
