import { storeRefused } from '@huiyin/domain/errors.ts'
import { changeReport } from '@huiyin/ports/reports.ts'
import { entriesOf } from '@huiyin/ports/rule-records.ts'
import type { ReportRevision } from '@huiyin/schemas/report.ts'
import { printReport } from '../reports/files.ts'
import type { ReportPorts } from '../reports/ports.ts'

const REVISION = 'report-revision'
const ERASED = 'ERASED'

/** Prints the reports whose files went with an erasure, from what they say now. Answers how many. */
export async function printAnew(ports: Pick<ReportPorts, 'records' | 'files' | 'printer'>): Promise<number> {
  let printed = 0
  await ports.records.refresh()
  for await (const { id } of entriesOf<ReportRevision>(ports.records, REVISION))
    if (await printOne(ports, id)) printed += 1
  return printed
}

async function printOne(ports: Parameters<typeof printAnew>[0], id: string): Promise<boolean> {
  const found = await ports.records.get<ReportRevision>(REVISION, id)
  const { missing: before, ...revision } = found?.document.value ?? {}
  if (!found || !before?.some(({ code }) => code === ERASED)) return false
  const { document, madeAt, report } = found.document.value
  const { files, missing } = await printReport(ports, document, { id, madeAt })
  const value = { ...revision, files, ...(missing.length > 0 && { missing }) } as ReportRevision
  const put = await ports.records.putIfUnchanged(REVISION, { id, value }, found.version)
  if (put.outcome === 'refused') throw storeRefused(put.reason)
  if (put.outcome === 'conflict') return printOne(ports, id)
  await changeReport(ports.records, report, row => (row.revision === value.revision ? { ...row, files } : row))
  return true
}
