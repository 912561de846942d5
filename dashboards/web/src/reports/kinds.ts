import type { ReportKind } from '@huiyin/schemas/report-plan.ts'

/** In the order in which they are offered. */
export const REPORT_KINDS = [
  'daily',
  'weekly',
  'monthly',
  'quarterly',
  'yearly',
  'special'
] as const satisfies readonly ReportKind[]
