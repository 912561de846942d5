import style from './charts.module.css'
import { plot } from './plot.ts'

const WIDTH = 120
const HEIGHT = 26
const PAD = 2

type SparkProps = {
  values: readonly number[]
  tone?: 'negative' | 'neutral' | 'positive'
  className?: string | undefined
}

/** How a number went, in a small curve; the number beside it says the rest. */
export function Spark({ values, tone, className }: SparkProps) {
  if (values.length < 2) return null
  const { line, area } = plot({
    x: [0, values.length - 1],
    y: [0, Math.max(1, ...values)],
    box: { x: [0, WIDTH], y: [PAD, HEIGHT - PAD] }
  })
  const points = values.map((value, at) => [at, value] as const)
  return (
    <svg
      className={`${style.spark} ${className ?? ''}`}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      data-tone={tone}
      aria-hidden="true"
    >
      <polygon points={area(points, HEIGHT)} />
      <polyline points={line(points)} />
    </svg>
  )
}
