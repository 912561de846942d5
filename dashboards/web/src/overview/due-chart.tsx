import { t } from '../language.ts'
import { hourTime } from '../time.ts'
import type { Hour } from './due-hours.ts'
import style from './overview.module.css'

const HOUR = 3_600_000
const WIDTH = 312
const HEIGHT = 28
const STEP = WIDTH / 24

/** When work falls due, hour by hour: a bar per hour, the next four in the colour of what is due soon. */
export function DueChart({ hours }: { hours: readonly Hour[] }) {
  const most = Math.max(4, ...hours.map(({ count }) => count))
  return (
    <svg className={style.chart} viewBox={`0 0 ${WIDTH} 42`} role="img" aria-label={t('overview.chart-hint')}>
      {hours.map(({ from, count }, at) => {
        const height = count === 0 ? 1 : Math.max(3, (count / most) * HEIGHT)
        return (
          <g key={from} className={count === 0 ? style.none : at < 4 ? style.next : style.later}>
            <title>{t('overview.chart-hour', { from: hourTime(from), to: hourTime(from + HOUR), count })}</title>
            <rect className={style.hit} x={at * STEP} y="0" width={STEP} height="30" />
            <rect x={at * STEP + 1.5} y={HEIGHT - height} width={STEP - 3} height={height} rx="1" />
          </g>
        )
      })}
      {[0, 6, 12, 18].map(at => (
        <text key={at} className={style.tick} x={at * STEP + 1.5} y="40">
          {hourTime(hours[at]!.from)}
        </text>
      ))}
    </svg>
  )
}
