import { Button } from 'antd'
import { useMay } from '../data/may.ts'
import { useReports } from '../data/reports.ts'
import { Beyond } from '../frame/beyond.tsx'
import { Notice } from '../frame/notice.tsx'
import { t } from '../language.ts'
import { PagedList } from '../pane/paged-list.tsx'
import { Bar, Pane, Waiting } from '../pane/pane.tsx'
import { Choice } from '../search/choice.tsx'
import { REPORT_KINDS } from './kinds.ts'
import { goAmongReports, NEW, type ReportPlace } from './place.ts'
import { ReportCard } from './report-card.tsx'
import style from './reports.module.css'

/** The reports that were made, the latest periods first. */
export function ReportsPane({ place, now }: { place: ReportPlace; now: number }) {
  const { kind } = place
  const { rows, ...list } = useReports(kind)
  const makes = useMay()('report.make')
  const make = () => goAmongReports({ ...(kind && { kind }), open: NEW })
  const count = list.data && t(list.hasNextPage ? 'reports.more' : 'reports.total', { count: rows.length })
  const head = (
    <Bar summary={count} adding={makes ? { words: t('report.make'), onAdd: make } : undefined}>
      <span className={style.filter}>
        <Choice
          name={t('reports.all-kinds')}
          value={kind}
          of={REPORT_KINDS}
          draw={value => t(`report.kind.${value}`)}
          onChange={kind => goAmongReports({ ...place, kind }, { replace: true })}
        />
      </span>
    </Bar>
  )
  return (
    <Pane name={t('view.reports')} head={head}>
      <Beyond />
      <PagedList
        list={list}
        rows={rows}
        failed={t('reports.failed')}
        waiting={<Waiting className={style.waiting} cards={5} title="60%" lines={2} />}
        nothing={
          <Notice
            title={t(kind ? 'reports.none-of-kind' : 'reports.empty')}
            hint={t(makes ? 'reports.empty-hint' : 'reports.empty-others')}
          >
            {makes && <Button onClick={make}>{t('report.make')}</Button>}
          </Notice>
        }
        draw={row => <ReportCard key={row.id} row={row} place={place} now={now} />}
      />
    </Pane>
  )
}
