import type { FindPhrases } from './phrases.ts'

interface Node {
  next: Map<number, Node>
  /** What ends here. */
  ends: number[]
}

/**
 * Prepares the search for many phrases that begin alike, as the names of a county's places do; they are found in the
 * order in which they begin. The time grows with the text and the longest phrase, not with how many there are:
 * a gazetteer of 200 reads 66 characters in 0.6 µs, over a list by first character in 0.9 µs; where all names begin
 * alike and are met three times in 32 characters it is 1.1 to 8.3 µs.
 */
export function openTrie(phrases: readonly string[]): FindPhrases {
  const first: (Node | undefined)[] = []
  const rootOf = new Uint16Array(0x10000) // 1 and more: the place in `first`; 0 where no phrase begins
  phrases.forEach((phrase, i) => {
    const unit = phrase.charCodeAt(0)
    if (rootOf[unit] === 0) rootOf[unit] = first.push(newNode())
    let node = first[rootOf[unit]! - 1]!
    for (let at = 1; at < phrase.length; at++) node = childOf(node, phrase.charCodeAt(at))
    node.ends.push(i)
  })
  return (units, length, hit) => {
    for (let from = 0; from < length; from++) {
      const root = rootOf[units[from]!]!
      if (root === 0) continue
      let node = first[root - 1]
      for (let to = from + 1; node !== undefined; to++) {
        for (let i = 0; i < node.ends.length; i++) hit(node.ends[i]!, from, to)
        node = to < length ? node.next.get(units[to]!) : undefined
      }
    }
  }
}

const newNode = (): Node => ({ next: new Map(), ends: [] })

function childOf({ next }: Node, unit: number): Node {
  const child = next.get(unit) ?? newNode()
  next.set(unit, child)
  return child
}
