import type { ReactNode } from 'react'
import style from './charts.module.css'
import type { LayerTone } from './stacked.ts'

/** The sign by which a layer is known in its chart. */
export const Swatch = ({ tone }: { tone: LayerTone | 'main' | 'before' }) => (
  <svg className={style.swatch} width="14" height="10" viewBox="0 0 14 10" aria-hidden="true">
    {tone === 'before' ? (
      <line className={style.dashed} x1="0" y1="5" x2="14" y2="5" />
    ) : (
      <rect className={tone === 'main' ? style.fill : style[tone]} width="14" height="10" rx="2" />
    )}
    {tone === 'negative' && <path className={style.hatch} d="M1 10 11 0M6 12 16 2M-4 10 6 0" />}
  </svg>
)

type Entry = { tone: LayerTone | 'main' | 'before'; name: ReactNode }

/** What is what in a chart; on top of it, so that one reads it first. */
export const Legend = ({ of }: { of: readonly Entry[] }) => (
  <ul className={style.legend}>
    {of.map(({ tone, name }) => (
      <li key={tone}>
        <Swatch tone={tone} />
        {name}
      </li>
    ))}
  </ul>
)
