import type { ReportPlan, ReportRound } from '@huiyin/schemas/report-plan.ts'

const round = (kind: ReportRound['kind'], at: string, on = true): ReportRound => ({
  ...{ kind, on, day: 1, at, to: [], receipt: false },
  files: ['docx', 'pdf']
})

/** Made in the morning after each period; to nobody until somebody names who gets them. */
export const SHIPPED_REPORT_PLAN: ReportPlan = {
  issuer: '政务新媒体运营办公室',
  mark: '舆监',
  minimumSample: 30,
  rounds: [
    round('daily', '07:30', false),
    round('weekly', '07:40'),
    round('monthly', '07:50'),
    round('quarterly', '08:00'),
    round('yearly', '08:10')
  ]
}
