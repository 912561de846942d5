import type { IncidentRow, IncidentState, Trend } from '@huiyin/schemas/incident.ts'
import type { RiskLevel } from '@huiyin/schemas/names.ts'
import { t } from '../language.ts'
import { LevelIcon } from '../marks/icons.tsx'
import marks from '../marks/marks.module.css'
import { type Tone, ToneMark } from '../marks/tone.tsx'
import { clockTime } from '../time.ts'
import style from './incidents.module.css'

/** How an incident stands in one glance: each mark has words and a shape, colour only repeats it. */

export const BARS = { blue: 1, yellow: 2, orange: 3, red: 4 } as const satisfies Record<RiskLevel, number>

export const IncidentLevel = ({ level }: { level: RiskLevel }) => (
  <span className={`${marks.mark} ${marks[level]}`}>
    <LevelIcon filled={BARS[level]} />
    {t(`incident.level.${level}`)}
  </span>
)

const TONES: Record<IncidentState, Tone> = {
  open: 'soon',
  calm: 'good',
  closed: 'plain',
  dismissed: 'plain',
  merged: 'plain'
}

export const StateMark = ({ state }: { state: IncidentState }) => (
  <ToneMark tone={TONES[state]}>{t(`incident.state.${state}`)}</ToneMark>
)

const ARROWS: Record<Trend, string> = {
  rising: 'M3 11 7 6l2.500 2.500L13 4M9.500 4H13v3.500',
  steady: 'M3 8h10M10 5l3 3-3 3',
  falling: 'M3 5l4 5 2.500-2.500L13 12M13 8.500V12H9.500'
}

export const TrendMark = ({ trend }: { trend: Trend }) => (
  <span className={`${marks.plain} ${style.trend} ${trend === 'rising' ? marks.late : ''}`}>
    <svg
      aria-hidden="true"
      width="14"
      height="14"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={ARROWS[trend]} />
    </svg>
    {t(`incident.trend.${trend}`)}
  </span>
)

type More = Pick<IncidentRow, 'urgent' | 'late' | 'mutedUntil' | 'instructions'>

/** What is out of the ordinary with it; nothing where nothing is. */
export const MoreMarks = ({ row, now }: { row: More; now: number }) => (
  <>
    {row.urgent > 0 && (
      <span className={`${marks.mark} ${marks.urgent}`}>{t('incident.urgent-of', { count: row.urgent })}</span>
    )}
    {row.late > 0 && <ToneMark tone="late">{t('incident.late', { count: row.late })}</ToneMark>}
    {row.instructions !== undefined && row.instructions > 0 && (
      <ToneMark tone="soon">{t('incident.instructed', { count: row.instructions })}</ToneMark>
    )}
    {row.mutedUntil !== undefined && row.mutedUntil > now && (
      <ToneMark tone="plain">{t('incident.muted', { at: clockTime(row.mutedUntil, now) })}</ToneMark>
    )}
  </>
)
