import type { Published } from '../data/posts.ts'
import { t } from '../language.ts'
import style from './posts.module.css'

const WIDTH = 96
const HEIGHT = 24
const PAD = 2

const WHAT = ['reads', 'comments', 'likes', 'reposts'] as const

type Point = { at: number; value: number }

/** The number that the platform tells most of, over time. */
function seriesOf(looks: Published['looks']): { what: (typeof WHAT)[number]; points: Point[] } | undefined {
  for (const what of WHAT) {
    const points = looks.flatMap(look => (look[what] === undefined ? [] : [{ at: look.at, value: look[what] }]))
    if (points.length >= 2) return { what, points }
  }
  return undefined
}

/** How a post fared: its reads, or what else the platform tells, from the first look to the last. */
export function Sparkline({ looks }: { looks: Published['looks'] }) {
  const series = seriesOf(looks)
  if (!series) return null
  const { what, points } = series
  const [first, last] = [points[0]!, points.at(-1)!]
  const values = points.map(({ value }) => value)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const x = ({ at }: Point) => PAD + ((at - first.at) / Math.max(1, last.at - first.at)) * (WIDTH - 2 * PAD)
  const y = ({ value }: Point) => HEIGHT - PAD - ((value - low) / Math.max(1, high - low)) * (HEIGHT - 2 * PAD)
  const words = t('post.trend', { what: t(`post.${what}`), from: first.value, to: last.value })
  return (
    <svg className={style.trend} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={words}>
      <title>{words}</title>
      <polyline points={points.map(point => `${x(point).toFixed(1)},${y(point).toFixed(1)}`).join(' ')} />
      <circle cx={x(last)} cy={y(last)} r="2" />
    </svg>
  )
}
