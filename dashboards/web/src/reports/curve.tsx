import type { ReportCurve } from '@huiyin/schemas/report.ts'
import { plot } from '../charts/plot.ts'
import { t } from '../language.ts'
import style from './paper.module.css'

const WIDTH = 460
const HEIGHT = 180
const LEFT = 44
const RIGHT = 22
const BOTTOM = 24
const TOP = 8
const LABELS = 7

/** A round number at or above the largest. */
function ceiling(most: number): number {
  const unit = 10 ** Math.floor(Math.log10(Math.max(1, most)))
  return [1, 2, 5, 10].map(n => n * unit).find(n => n >= most) ?? 10 * unit
}

/** A figure over the days or months of the period; the periods that it is compared with are dashed. */
export function Curve({ curve }: { curve: ReportCurve }) {
  const { title, at, lines } = curve
  const top = ceiling(Math.max(1, ...lines.flatMap(({ values }) => values)))
  const { x, y, line } = plot({
    x: [0, Math.max(1, at.length - 1)],
    y: [0, top],
    box: { x: [LEFT, WIDTH - RIGHT], y: [TOP, HEIGHT - BOTTOM] }
  })
  const every = Math.ceil(at.length / LABELS)
  return (
    <figure className={style.curve}>
      <figcaption>{title}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={title}>
        {[0, top / 2, top].map(value => (
          <g key={value} className={style.grid}>
            <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(value)} y2={y(value)} />
            <text x={LEFT - 6} y={y(value) + 4} textAnchor="end">
              {value.toLocaleString('en')}
            </text>
          </g>
        ))}
        {at.map((name, n) =>
          n % every === 0 ? (
            <text key={name} className={style.tick} x={x(n)} y={HEIGHT - 6} textAnchor="middle">
              {name}
            </text>
          ) : null
        )}
        {lines.map(({ name, of, values }) => (
          <polyline
            key={name}
            className={of === 'now' ? style.line : of === 'before' ? style.lineBefore : style.lineYear}
            points={line(values.map((value, n) => [n, value]))}
          />
        ))}
      </svg>
      <ul className={style.legend} aria-hidden="true">
        {lines.map(({ name, of }) => (
          <li key={name} className={of === 'now' ? style.line : of === 'before' ? style.lineBefore : style.lineYear}>
            <svg viewBox="0 0 28 6" width="28" height="6" aria-hidden="true">
              <line x1="0" x2="28" y1="3" y2="3" />
            </svg>
            {name}
          </li>
        ))}
      </ul>
      <Numbers curve={curve} />
    </figure>
  )
}

/** The same as numbers, for who reads them or has them read out. */
const Numbers = ({ curve: { title, at, lines } }: { curve: ReportCurve }) => (
  <details className={style.numbers}>
    <summary>{t('report.numbers')}</summary>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways has to be reached by keyboard */}
    <section className={style.scrolls} aria-label={title} tabIndex={0}>
      <table className={style.table}>
        <thead>
          <tr>
            <td />
            {at.map(name => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ name, values }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {values.map((value, n) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: points of a stored curve never move
                <td key={n} className={style.figure}>
                  {value.toLocaleString('en')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  </details>
)
