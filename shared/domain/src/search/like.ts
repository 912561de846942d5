/**
 * Whether a token is a word but for at most so many edits: a letter put in, left out or changed, or two neighbours
 * swapped, no letter touched twice. The first letter is the same. Counted in code points.
 */
export function isLike(token: string, word: string, edits: 1 | 2): boolean {
  const a = [...token]
  const b = [...word]
  return a[0] === b[0] && Math.abs(a.length - b.length) <= edits && editsBetween(a, b) <= edits
}

/** The optimal string alignment distance, row by row. */
function editsBetween(a: readonly string[], b: readonly string[]): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2]! + 1)
      next.push(least)
    }
    before = row
    row = next
  }
  return row[b.length]!
}
