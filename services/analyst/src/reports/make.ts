import { composeReport } from '@huiyin/domain/reports/compose.ts'
import { figureChanges } from '@huiyin/domain/reports/figure-changes.ts'
import { houseSetting } from '@huiyin/ports/house-settings.ts'
import { keepRevision, type ReportJob, revisionId, revisionMade, revisionOf } from '@huiyin/ports/reports.ts'
import { subjectOf } from '@huiyin/ports/tell.ts'
import type { ReportRevision } from '@huiyin/schemas/report.ts'
import { printReport } from './files.ts'
import { gather } from './gather.ts'
import type { ReportPorts } from './ports.ts'

/**
 * Makes a report, or a correction of it: counted, written, checked, printed, told, kept. Made before under the same
 * number it is answered as it stands. Throws REPORT_INVALID, INCIDENT_NOT_FOUND, and what the ports throw.
 */
export async function makeReport(
  ports: ReportPorts,
  job: ReportJob,
  moves?: (done: number, of: number) => Promise<void> | void
): Promise<ReportRevision> {
  const { records, clock, tell } = ports
  const { report, revision, period, by, why } = job
  const standing = await revisionMade(records, report, revision)
  if (standing) {
    await keepRevision(records, standing) // whoever made it may have been stopped before the report named it
    return standing
  }
  const plan = await houseSetting(records, 'report-plan')
  const asOf = clock.now()
  const { issuer, mark, minimumSample } = plan
  const of = { issuer, mark, minimumSample }
  const document = composeReport(await gather(ports, { period, plan: of, asOf, ...(moves && { moves }) }))
  const before = revision > 1 ? await revisionOf(records, report, revision - 1) : undefined
  const id = revisionId(report, revision)
  const { files, missing } = await printReport(ports, document, { id, madeAt: asOf })
  const made: ReportRevision = {
    ...{ id, report, revision, by, madeAt: asOf, document, files },
    ...(missing.length > 0 && { missing }),
    ...(why !== undefined && { why }),
    ...(before && { changes: figureChanges(before.document.figures, document.figures) })
  }
  const data = {
    kind: period.kind,
    period: period.name,
    revision,
    formats: files.map(({ format }) => format).join(' ')
  }
  await tell(subjectOf('report', report), { type: 'report.made', by, data })
  await keepRevision(records, made)
  return revisionOf(records, report, revision) // another may have been faster
}
