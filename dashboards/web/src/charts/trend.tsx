import { type Point, plot } from './plot.ts'

const WIDTH = 96
const HEIGHT = 24
const PAD = 2

type TrendProps = {
  /** Instants with values, the earliest first. */
  points: readonly Point[]
  /** Where the line stands on the ground; the lowest value when absent. */
  from?: number
  words: string
  className: string | undefined
}

/** How a number grew, as a small line that ends in a dot; nothing of fewer than two looks. */
export function Trend({ points, from, words, className }: TrendProps) {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || points.length < 2) return null
  const values = points.map(([, value]) => value)
  const low = from ?? Math.min(...values)
  const { x, y, line } = plot({
    x: [first[0], last[0]],
    y: [low, Math.max(low + 1, ...values)],
    box: { x: [PAD, WIDTH - PAD], y: [PAD, HEIGHT - PAD] }
  })
  return (
    <svg className={className} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={words}>
      <title>{words}</title>
      <polyline points={line(points)} />
      <circle cx={x(last[0])} cy={y(last[1])} r="2" />
    </svg>
  )
}
