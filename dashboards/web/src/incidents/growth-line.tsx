import type { IncidentRow } from '@huiyin/schemas/incident.ts'
import { Trend } from '../charts/trend.tsx'
import { t } from '../language.ts'
import style from './incidents.module.css'

/** How its comments grew, from the first look to the last; nothing of one that was looked at once. */
export function GrowthLine({ curve = [] }: { curve: IncidentRow['curve'] }) {
  const [first, last] = [curve[0], curve.at(-1)]
  if (!first || !last || curve.length < 2) return null
  return (
    <span className={style.lineBox}>
      <Trend
        className={style.line}
        points={curve.map(({ at, comments }) => [at, comments])}
        from={0}
        words={t('incident.growth', { from: first.comments, to: last.comments })}
      />
    </span>
  )
}
