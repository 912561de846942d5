import { createHash } from 'node:crypto'

/**
 * Cuts texts of a wanted length out of comments put end to end, at even distances: nearly all different, the same in
 * every run. Lengths are in code points. Throws RangeError when the comments are shorter together.
 */
export function openTexts(comments: readonly { text: string }[]): (length: number, count: number) => string[] {
  const all = Array.from(comments.map(({ text }) => text).join('，'))
  return (length, count) => {
    if (all.length < length) throw new RangeError(`Expected ${length} characters of comments; got ${all.length}`)
    const step = (all.length - length) / Math.max(1, count - 1)
    return Array.from({ length: count }, (_, i) => {
      const from = Math.floor(i * step)
      return all.slice(from, from + length).join('')
    })
  }
}

const rank = (text: string) => createHash('sha1').update(text).digest('hex')

/** The rows whose text has the lowest sha1, `atMost` of them: a sample that is the same in every run. */
export function sample<Row extends { text: string }>(rows: readonly Row[], atMost: number): Row[] {
  if (rows.length <= atMost) return [...rows]
  return rows
    .map(row => ({ row, rank: rank(row.text) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0))
    .slice(0, atMost)
    .map(({ row }) => row)
}
