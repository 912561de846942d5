import type { Subject } from './subject.ts'
import type { Word } from './vocabulary.ts'

/** MinHash of a comment's words in bands: two comments that have one in common are likely near-duplicates. */
export type Sketch = readonly number[]

const BANDS = 4
const ROWS = 2
const SEEDS = Uint32Array.from({ length: BANDS * ROWS }, (_, i) => Math.imul(i + 1, 0x9e3779b1) | 1)
const least = new Uint32Array(BANDS * ROWS)

/** Four bands of two minima each; none for a comment of fewer than two words and characters. */
export function sketchOf(words: readonly Word[]): Sketch {
  if (words.length < 2) return []
  least.fill(0xffffffff)
  for (const { hash } of words) {
    for (let i = 0; i < least.length; i++) {
      const mixed = Math.imul(hash ^ SEEDS[i]!, 0x85ebca6b)
      const value = (mixed ^ (mixed >>> 15)) >>> 0
      if (value < least[i]!) least[i] = value
    }
  }
  return Array.from({ length: BANDS }, (_, band) => {
    const [one, other] = [least[band * ROWS]!, least[band * ROWS + 1]!]
    return (one ^ Math.imul(other, 0x9e3779b1)) >>> 0
  })
}

export interface Sketches {
  /** The subject that holds a near-duplicate, most bands agreeing: three of four at least. */
  find: (sketch: Sketch) => Subject | undefined
  add: (sketch: Sketch, subject: Subject) => void
  size: () => number
}

/** Locality-sensitive hashing over the bands, `most` of each kept, the newest. */
export function openSketches(most: number): Sketches {
  const bands = Array.from({ length: BANDS }, () => new Map<number, Subject>())
  const eachMost = Math.floor(most / BANDS)
  return {
    find(sketch) {
      const found: Subject[] = []
      for (let band = 0; band < sketch.length; band++) {
        const subject = bands[band]!.get(sketch[band]!)
        if (subject) found.push(living(subject))
      }
      return found.find(subject => !subject.gone && found.filter(other => other === subject).length >= BANDS - 1)
    },
    add(sketch, subject) {
      sketch.forEach((value, band) => {
        const map = bands[band]!
        map.delete(value)
        map.set(value, subject)
        if (map.size > eachMost) map.delete(map.keys().next().value!)
      })
    },
    size: () => bands.reduce((sum, { size }) => sum + size, 0)
  }
}

/** The subject that a merged one went into. */
export function living(subject: Subject): Subject {
  let one = subject
  while (one.into) one = one.into
  return one
}
