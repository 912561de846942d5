/** Where numbers stand in a drawing, and the lines through them, as SVG writes points. */

type Range = readonly [from: number, to: number]
export type Point = readonly [x: number, y: number]

/** `x` and `y`: the numbers at the edges of the drawing; `box`: where these edges are. The larger stands higher. */
export function plot({ x: [x0, x1], y: [y0, y1], box }: { x: Range; y: Range; box: { x: Range; y: Range } }) {
  const scale = (from: number, to: number, [a, b]: Range) => {
    const span = to - from || 1
    return (value: number) => a + ((value - from) / span) * (b - a)
  }
  const x = scale(x0, x1, box.x)
  const y = scale(y0, y1, [box.y[1], box.y[0]])
  const line = (points: readonly Point[]) => points.map(([a, b]) => `${x(a).toFixed(1)},${y(b).toFixed(1)}`).join(' ')
  return {
    x,
    y,
    line,
    /** From the line down to `ground`, a place in the drawing; empty where there is no line. */
    area: (points: readonly Point[], ground: number) => {
      const [first, last] = [points[0], points.at(-1)]
      if (!first || !last || points.length < 2) return ''
      return `${x(first[0]).toFixed(1)},${ground} ${line(points)} ${x(last[0]).toFixed(1)},${ground}`
    }
  }
}
