import type { PackTable } from '@huiyin/domain/archives/table.ts'
import type { ReportKind, ReportRow } from '@huiyin/schemas/report.ts'
import { filePath, isWithin, type Recipe, type Source, type SourcePorts, timeOf } from './source.ts'

const PAGE = 200
const REPORTS = 'report'

const KINDS: Record<ReportKind, string> = {
  daily: '日报',
  weekly: '周报',
  monthly: '月报',
  quarterly: '季报',
  yearly: '年报',
  special: '专报'
}

const TABLE: PackTable = {
  name: 'reports',
  title: '舆情监测报告',
  note: '报告期截止于本年的监测报告及其最新一版的文件：年报归入其所总结的年度。更正过的报告，版次大于 1。',
  columns: [
    { title: '文号' },
    { title: '标题', as: 'long' },
    { title: '类别', as: 'filter' },
    { title: '报告期起' },
    { title: '报告期止（不含）' },
    { title: '版次' },
    { title: '编制时间' },
    { title: '编制' },
    { title: '文件', as: 'file' }
  ]
}

export function reportsRecipe({ records }: SourcePorts): Recipe {
  const source: Source = async (pack, from) => {
    const page = await records.list<ReportRow>(REPORTS, { atMost: PAGE, ...(from !== undefined && { after: from }) })
    const found = page.flatMap(({ value }) => (isWithin(pack, value.period.to - 1) ? [value] : []))
    const rows = found.map(({ number, title, kind, period, revision, madeAt, by, files }) => [
      ...[number, title, KINDS[kind], timeOf(period.from), timeOf(period.to), revision, timeOf(madeAt), by.name],
      files.map(({ sha256, name }) => filePath(sha256, name)).join('\n')
    ])
    const files = found.flatMap(({ files }) =>
      files.map(({ sha256, name, bytes }) => ({ path: filePath(sha256, name), sha256, bytes }))
    )
    return { rows: { reports: rows }, files, ...(page.length === PAGE && { after: page.at(-1)!.id }) }
  }
  return { tables: [TABLE], sources: [source] }
}
