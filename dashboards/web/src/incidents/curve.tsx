import type { IncidentLook } from '@huiyin/schemas/incident.ts'
import { plot } from '../charts/plot.ts'
import { t } from '../language.ts'
import { clockTime } from '../time.ts'
import style from './sheet.module.css'
import chart from './timeline.module.css'

const WIDTH = 600
const HEIGHT = 120

export type CurvePoint = Pick<IncidentLook, 'at' | 'comments' | 'negative'>

type CurveProps = {
  points: readonly CurvePoint[]
  now: number
  /** So many of them had come when one looks back: what came later is drawn faintly. */
  reached?: number
}

/** Comments so far over time, those against it filled; the numbers stand below as a table. */
export function Curve({ points, now, reached = points.length }: CurveProps) {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || points.length < 2) return <p className={style.quiet}>{t('incident.curve-none')}</p>
  const most = Math.max(1, ...points.map(({ comments }) => comments))
  const drawn = plot({ x: [first.at, last.at], y: [0, most], box: { x: [0, WIDTH], y: [8, HEIGHT - 4] } })
  const of = (some: readonly CurvePoint[], what: 'comments' | 'negative') =>
    some.map(point => [point.at, point[what]] as const)
  const seen = points.slice(0, reached)
  const end = seen.at(-1) ?? first
  const words = t('incident.curve-says', {
    ...{ from: clockTime(first.at, now), to: clockTime(end.at, now) },
    ...{ first: first.comments, last: end.comments, negative: end.negative }
  })
  return (
    <figure className={chart.figure}>
      <svg
        className={chart.curve}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={words}
      >
        <title>{words}</title>
        <line className={chart.ground} x1="0" x2={WIDTH} y1={drawn.y(0)} y2={drawn.y(0)} />
        {seen.length < points.length && (
          <polyline className={chart.later} points={drawn.line(of(points, 'comments'))} />
        )}
        <polygon className={chart.all} points={drawn.area(of(seen, 'comments'), HEIGHT)} />
        <polygon className={chart.negative} points={drawn.area(of(seen, 'negative'), HEIGHT)} />
        <polyline className={chart.allLine} points={drawn.line(of(seen, 'comments'))} />
        {reached < points.length && (
          <line className={chart.cursor} x1={drawn.x(end.at)} x2={drawn.x(end.at)} y1="0" y2={HEIGHT} />
        )}
      </svg>
      <div className={chart.axis} aria-hidden="true">
        <span>{clockTime(first.at, now)}</span>
        <span className={chart.legend}>
          <span className={chart.allKey}>
            {t('incident.curve-all')} {end.comments}
          </span>
          <span className={chart.negativeKey}>
            {t('incident.curve-negative')} {end.negative}
          </span>
        </span>
        <span>{clockTime(last.at, now)}</span>
      </div>
      <details className={chart.numbers}>
        <summary>{t('incident.curve-table')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('incident.curve-at')}</th>
              <th scope="col">{t('incident.curve-all')}</th>
              <th scope="col">{t('incident.curve-negative')}</th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ at, comments, negative }) => (
              <tr key={`${at}/${comments}`}>
                <td>{clockTime(at, now)}</td>
                <td>{comments}</td>
                <td>{negative}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
