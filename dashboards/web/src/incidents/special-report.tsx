import type { ReportProgress } from '@huiyin/schemas/api-reports.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { api, told } from '../data/http.ts'
import { visit } from '../data/query-string.ts'
import { slowly } from '../form/busy.ts'
import { plainly } from '../frame/plainly.ts'
import { t } from '../language.ts'
import { problemWords } from '../problem-words.ts'
import style from './sheet.module.css'

const OFTEN = 2_000 // ms

/** Has the special report of an incident made, and leads to it once it is there. */
export function SpecialReport({ incident }: { incident: string }) {
  const ask = useMutation({
    mutationFn: async () =>
      (await told(api.POST('/api/reports', { body: { kind: 'special', period: incident } }))) as ReportProgress
  })
  const asked = ask.data
  const progress = useQuery({
    queryKey: ['report-progress', asked?.report, asked?.revision],
    queryFn: async () => {
      const { report, revision } = asked!
      const params = { path: { id: report }, query: { revision } }
      return (await told(api.GET('/api/reports/{id}/progress', { params }))) as ReportProgress
    },
    enabled: asked !== undefined && asked.endedAt === undefined,
    refetchInterval: ({ state }) => (state.data?.endedAt === undefined ? OFTEN : false)
  })
  const now = progress.data ?? asked
  const busy = ask.isPending || (now !== undefined && now.endedAt === undefined)
  const error = ask.error ?? progress.error
  const href = now && `?${new URLSearchParams({ view: 'reports', open: now.report })}`
  return (
    <>
      <Button size="small" loading={slowly(busy)} disabled={busy} onClick={() => ask.mutate()}>
        {t('incident.act.report')}
      </Button>
      <span className={style.quiet} role="status">
        {error && problemWords(error)}
        {!error && busy && t('incident.report-asked')}
        {!error && now?.endedAt !== undefined && now.failed && `${t('incident.report-failed')} ${now.failed.code}`}
        {!error && now?.endedAt !== undefined && !now.failed && href && (
          <a href={href} onClick={plainly(() => visit(href))}>
            {t('incident.report-open')}
          </a>
        )}
      </span>
    </>
  )
}
