import type { ReportProgress } from '@huiyin/schemas/api-reports.ts'
import type { ReportKind } from '@huiyin/schemas/report-plan.ts'
import { useMemo } from 'react'
import { oneOf } from '../data/address.ts'
import { useQueryString, visit } from '../data/query-string.ts'
import { REPORT_KINDS } from './kinds.ts'

/** Where one stands among the reports: which kind is listed, which report is open, and which of its revisions. */

/** No report's id: one is asked for. */
export const NEW = 'new'

export type ReportPlace = {
  kind?: ReportKind | undefined
  open?: string
  revision?: number | undefined
  /** It is being made: how that goes is shown until it is there. */
  making?: true | undefined
  /** Of a special report that is asked for: the incident. */
  of?: string
}

export function parseReportPlace(search: string): ReportPlace {
  const query = new URLSearchParams(search)
  const kind = oneOf(REPORT_KINDS, query.get('kind'))
  const revision = Number(query.get('revision'))
  const [open, of] = [query.get('open'), query.get('of')]
  return {
    ...(kind && { kind }),
    ...(open && { open }),
    ...(Number.isInteger(revision) && revision > 0 && { revision }),
    ...(query.get('making') && { making: true as const }),
    ...(of && { of })
  }
}

export const formatReportPlace = (place: ReportPlace): string =>
  `?${new URLSearchParams([
    ['view', 'reports'],
    ...Object.entries(place).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  ] as [string, string][])}`

/** Where one that was asked for is looked at: it may be there already. */
export const placeAsked = (
  { report, revision, endedAt, failed }: ReportProgress,
  { kind }: Pick<ReportPlace, 'kind'>
): ReportPlace => ({
  ...(kind && { kind }),
  open: report,
  ...(revision > 1 && { revision }),
  ...((endedAt === undefined || failed) && { making: true as const })
})

export const goAmongReports = (place: ReportPlace, options?: { replace?: boolean }) =>
  visit(formatReportPlace(place), options)

export function useReportPlace(): ReportPlace {
  const search = useQueryString()
  return useMemo(() => parseReportPlace(search), [search])
}
