import type { ArchiveView } from '@huiyin/schemas/api-archives.ts'
import { Button } from 'antd'
import { useArchives } from '../data/archives.ts'
import { useMay } from '../data/may.ts'
import { Failed } from '../frame/failed.tsx'
import { Notice } from '../frame/notice.tsx'
import { t } from '../language.ts'
import { Bar, Pane, Waiting } from '../pane/pane.tsx'
import { Choice } from '../search/choice.tsx'
import { ArchiveCard } from './archive-card.tsx'
import style from './archives.module.css'
import { type ArchivePlace, goAmongArchives, INSPECT, KINDS, NEW } from './place.ts'

type PaneProps = { place: ArchivePlace; now: number }

/** Years, the newest first, each with its archives; packs for inspections by themselves. */
export function ArchivesPane({ place, now }: PaneProps) {
  const { data, error, isPending, refetch } = useArchives()
  const makes = useMay()('archive.make')
  const { kind, year } = place
  const all = data ?? []
  const rows = all.filter(row => (kind === undefined || row.kind === kind) && (year === undefined || row.year === year))
  const years = [...new Set(all.flatMap(row => row.year ?? []))].sort((a, b) => b - a)
  const change = (to: Partial<ArchivePlace>) => goAmongArchives({ ...place, ...to }, { replace: true })
  const adding = makes ? { words: t('archive.make'), onAdd: () => goAmongArchives({ ...place, open: NEW }) } : undefined
  const head = (
    <Bar summary={data && t('archive.total', { count: rows.length })} adding={adding}>
      <div className={style.filters}>
        <Choice
          name={t('archive.kind')}
          value={kind}
          of={KINDS}
          draw={value => t(`archive.kind.${value}`)}
          onChange={kind => change({ kind })}
        />
        <Choice
          name={t('archive.year')}
          value={year === undefined ? undefined : String(year)}
          of={years.map(String)}
          draw={year => t('archive.of-year', { year })}
          onChange={year => change({ year: year === undefined ? undefined : Number(year) })}
        />
        {makes && (
          <Button size="small" onClick={() => goAmongArchives({ ...place, open: INSPECT })}>
            {t('archive.inspect')}
          </Button>
        )}
      </div>
    </Bar>
  )
  return (
    <Pane name={t('view.archives')} head={head}>
      {isPending && <Waiting className={style.waiting} cards={4} title="40%" lines={1} />}
      {error && !data && <Failed title={t('archive.failed')} error={error} onRetry={refetch} />}
      {data && rows.length === 0 && (
        <Notice
          title={t(all.length > 0 ? 'archive.nothing' : 'archive.empty')}
          hint={t(makes ? 'archive.empty-hint' : 'archive.empty-others')}
        />
      )}
      {years.map(of => (
        <Group
          key={of}
          title={t('archive.of-year', { year: of })}
          rows={rows.filter(row => row.year === of)}
          place={place}
          now={now}
        />
      ))}
      <Group
        title={t('archive.packs')}
        rows={rows.filter(row => row.year === undefined).sort((a, b) => b.askedAt - a.askedAt)}
        place={place}
        now={now}
      />
    </Pane>
  )
}

type GroupProps = { title: string; rows: readonly ArchiveView[]; place: ArchivePlace; now: number }

function Group({ title, rows, place, now }: GroupProps) {
  if (rows.length === 0) return null
  return (
    <section aria-label={title}>
      <h2 className={style.group}>{title}</h2>
      <ol>
        {rows.map(row => (
          <ArchiveCard key={row.id} row={row} place={place} now={now} />
        ))}
      </ol>
    </section>
  )
}
