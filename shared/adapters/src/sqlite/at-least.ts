import type { Counting, Piece } from './compile.ts'

/** Up to so many parts are written out as an expression; more are counted. */
const WRITTEN_OUT = 6

/** At least so many of the pieces. */
export function atLeast(pieces: readonly Piece[], wanted: number, as: Counting): Piece {
  const open = pieces.filter(piece => typeof piece === 'object')
  const least = wanted - pieces.filter(piece => piece === 'all').length
  if (least <= 0) return 'all'
  if (least > open.length) return 'none'
  if (least === open.length) return as.both(open)
  if (least === 1) return as.either(open)

  const matches = open.flatMap(piece => ('match' in piece ? [piece.match] : []))
  if (matches.length < open.length) {
    return { sql: `(${open.map(piece => `(${as.sqlOf(piece)})`).join(' + ')} >= ${Math.trunc(least)})` }
  }
  return open.length <= WRITTEN_OUT ? { match: expression(matches, least) } : { sql: counted(matches, least, as) }
}

/** With the first part one fewer of the others, or as many of the others alone. */
function expression([first, ...others]: readonly string[], least: number): string {
  if (others.length + 1 === least) return `(${[first, ...others].join(' AND ')})`
  if (least === 1) return `(${[first, ...others].join(' OR ')})`
  return `((${first} AND ${expression(others, least - 1)}) OR ${expression(others, least)})`
}

const counted = (matches: readonly string[], least: number, { rowsOf }: Counting) =>
  `row in (
    select row from (${matches.map(match => rowsOf(match)).join(' union all ')})
    group by row having count(*) >= ${Math.trunc(least)}
  )`
