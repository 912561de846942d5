import { reportId } from '@huiyin/domain/reports/compose.ts'
import { duePeriods } from '@huiyin/domain/reports/rounds.ts'
import { houseSetting } from '@huiyin/ports/house-settings.ts'
import type { Records } from '@huiyin/ports/records.ts'
import { planReport, REPORT_JOB, type ReportJob, revisionId } from '@huiyin/ports/reports.ts'
import { system } from '@huiyin/schemas/actor.ts'
import type { ReportPeriod, ReportRound } from '@huiyin/schemas/report.ts'

/** Rounds that were missed are made late, so many of a kind at most. */
const MISSED = 31

/** Asks for the reports that the plan says are due. Several instances ask for one. Answers how many it asked for. */
export async function askDue(records: Records, now: number): Promise<number> {
  const { rounds } = await houseSetting(records, 'report-plan')
  let asked = 0
  for (const round of rounds) {
    for (const { kind, name } of await unasked(records, round, now)) {
      if (await planReport(records, { period: { kind, name }, by: system('analyst'), now })) asked += 1
    }
  }
  return asked
}

/** Back to the last that the plan had made; of a kind that it never had, the latest alone. */
async function unasked(records: Records, round: ReportRound, now: number): Promise<ReportPeriod[]> {
  const due = duePeriods(round, now, MISSED)
  const found =
    due.length > 0
      ? await records.getMany<ReportJob>(
          REPORT_JOB,
          due.map(period => revisionId(reportId(period), 1))
        )
      : []
  const last = found.findIndex(entry => entry?.document.value.planned)
  return last === -1 ? due.slice(0, 1) : due.slice(0, last).reverse()
}
