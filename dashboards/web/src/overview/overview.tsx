import type { Place } from '../data/address.ts'
import { LABELS } from '../data/filter.ts'
import { useCounts, useDueFirst } from '../data/tickets.ts'
import { perform } from '../keys/use-shortcuts.ts'
import { t } from '../language.ts'
import { DueChart } from './due-chart.tsx'
import { dueHours } from './due-hours.ts'
import style from './overview.module.css'

const SAMPLE = 100 // tickets that the chart looks at: those due first

type Change = { [Name in keyof Place]?: Place[Name] | undefined }

type FigureProps = { name: string; value: number | undefined; late?: boolean; small?: boolean; onClick: () => void }

const Figure = ({ name, value, late = false, small = false, onClick }: FigureProps) => (
  <button
    type="button"
    className={[style.number, late && value ? style.late : '', small ? style.small : ''].join(' ')}
    onClick={onClick}
  >
    <span className={style.name}>{name}</span>
    <span className={style.value}>{value ?? '–'}</span>
  </button>
)

/** How the house stands, in one line; every number leads to its list. */
export function Overview({ now, onChoose }: { now: number; onChoose: (change: Change) => void }) {
  const counts = useCounts().data
  const due = useDueFirst(SAMPLE).data
  const only = { label: undefined, level: undefined, platform: undefined, q: undefined }
  return (
    <section className={style.strip} aria-label={t('overview')}>
      <Figure
        name={t('overview.open')}
        value={counts && (counts.status.open ?? 0)}
        onClick={() => onChoose({ ...only, tab: 'open' })}
      />
      <Figure
        name={t('overview.overdue')}
        value={counts?.overdue}
        late
        onClick={() => onChoose({ ...only, tab: 'overdue' })}
      />
      <Figure
        name={t('overview.urgent')}
        value={counts?.urgent}
        late
        onClick={() => onChoose({ ...only, tab: 'urgent' })}
      />
      <span className={style.rule} />
      {LABELS.map(label => (
        <Figure
          key={label}
          small
          name={t(`label.${label}`)}
          value={counts && (counts.label[label] ?? 0)}
          onClick={() => onChoose({ ...only, tab: 'open', label })}
        />
      ))}
      <span className={style.grow} />
      {due && (
        <>
          <span className={style.caption} title={t('overview.chart-hint')}>
            {t('overview.chart')}
            {due.length === SAMPLE && <br />}
            {due.length === SAMPLE && t('overview.chart-partial', { count: SAMPLE })}
          </span>
          <DueChart hours={dueHours(due, now)} />
        </>
      )}
      <button type="button" className={style.keys} title={t('keys.open')} onClick={() => perform('help')}>
        <kbd>?</kbd>
        <span>{t('keys.open')}</span>
      </button>
    </section>
  )
}
