import { type Random, shuffled } from './random.ts'

/** What citizens want, as a reader labelled it; danger now is a kind of its own. */
export type Kind = 'inquiry' | 'suggestion' | 'complaint' | 'other' | 'urgent'

/** A text that a citizen may write, with what a reader says of it. */
export interface Saying {
  text: string
  label: Exclude<Kind, 'urgent'>
  /** The class of office that it is for, where it is for one. */
  department?: string
  urgent?: boolean
}

export const KINDS: readonly Kind[] = ['inquiry', 'suggestion', 'complaint', 'other', 'urgent']

export const kindOf = ({ label, urgent }: Saying): Kind => (urgent ? 'urgent' : label)

/** Says something of the kind; with `suits`, what has the highest number. */
export type Voice = (kind: Kind, suits?: (saying: Saying) => number) => Saying

/**
 * Says the sayings word for word, each again only when half of its kind has been said since; those `said` already
 * come last. Throws RangeError where there is nothing of a kind.
 */
export function voice(random: Random, sayings: readonly Saying[], said: ReadonlySet<string> = new Set()): Voice {
  const mixed = shuffled(random, sayings)
  const inOrder = [...mixed.filter(({ text }) => !said.has(text)), ...mixed.filter(({ text }) => said.has(text))]
  const queues = Object.groupBy(inOrder, kindOf)
  const missing = KINDS.filter(kind => !queues[kind])
  if (missing.length > 0) throw new RangeError(`There must be sayings of every kind; got none of ${missing.join(', ')}`)

  return (kind, suits = () => 0) => {
    const queue = queues[kind]!
    const numbers = queue.slice(0, Math.ceil(queue.length / 2)).map(suits)
    const highest = numbers.reduce((a, b) => Math.max(a, b))
    const [saying] = queue.splice(numbers.indexOf(highest), 1)
    queue.push(saying!)
    return saying!
  }
}
