/** Text on a canvas. */

/** Lines that are no wider than so many px; Chinese breaks anywhere but before a mark, words of letters stay whole. */
export function linesOf(on: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of text.match(/[\p{L}\p{N}]+[\p{P}]*\s*|.\p{P}*/gu)?.flatMap(breakable) ?? []) {
    if (line !== '' && on.measureText(line + piece.trimEnd()).width > width) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += piece
  }
  return line === '' ? lines : [...lines, line.trimEnd()]
}

/** Han characters one by one, each with the marks that follow it. */
const breakable = (piece: string): string[] => piece.match(/\p{Script=Han}\p{P}*|\P{Script=Han}+/gu) ?? [piece]

/** As much of a text as has room. */
export function cut(on: CanvasRenderingContext2D, text: string, width: number): string {
  if (on.measureText(text).width <= width) return text
  let kept = text
  while (kept !== '' && on.measureText(`${kept}…`).width > width) kept = kept.slice(0, -1)
  return `${kept}…`
}
