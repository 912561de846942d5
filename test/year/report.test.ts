import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { openSqlite } from '@huiyin/adapters/sqlite/open.ts'
import { openReportJobs } from '@huiyin/analyst/reports/jobs.ts'
import { reportProblems } from '@huiyin/domain/reports/check-report.ts'
import { reportId } from '@huiyin/domain/reports/compose.ts'
import { textOf } from '@huiyin/domain/reports/say.ts'
import { LETTERS } from '@huiyin/ports/letters.ts'
import { sendReport } from '@huiyin/ports/report-letters.ts'
import { allReports, askReport, reportJob, reportOf, revisionOf } from '@huiyin/ports/reports.ts'
import type { Letter } from '@huiyin/schemas/letter.ts'
import type { ReportFormat, ReportRevision } from '@huiyin/schemas/report.ts'
import exceljs from 'exceljs'
import t from 'tap'
import { openBrowser } from '../../dashboards/web/test/chromium.ts'
import { fillStore } from './fill.ts'
import { generateYear } from './generate.ts'
import { ABOVE, reportingOffice } from './office.ts'
import { packageProblems, partsOf } from './package.ts'
import { pdfText } from './pdf-text.ts'
import { HEAD } from './people.ts'

const opened = await openBrowser()
if ('browser' in opened) await opened.browser.close()
const noPrinter = 'impossible' in opened ? opened.impossible : false

/** The packaged browser, where the test of the pages has unpacked it. */
function printer() {
  if (noPrinter !== false) return {}
  const require = createRequire(new URL('../../dashboards/web/package.json', import.meta.url))
  const entry = require.resolve('@sparticuz/chromium')
  const { version } = require(join(dirname(entry), '..', 'package.json')) as { version: string }
  const folder = join(tmpdir(), `huiyin-chromium-${version}`)
  return { chromium: join(folder, 'chromium'), env: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') } }
}

const year = generateYear({
  ...{ seed: 5, comments: 3_000 },
  from: Date.parse('2025-01-01T00:00:00+08:00'),
  to: Date.parse('2026-01-03T00:00:00+08:00')
})
const folder = t.testdir({ store: {}, files: {} })
const { store, close } = await openSqlite({ folder: join(folder, 'store') })
t.teardown(close)
await fillStore(store, year)

const time = { now: Date.parse('2026-01-03T08:00:00+08:00') }
const { ports, told } = reportingOffice({
  store,
  folder: join(folder, 'files'),
  now: () => time.now,
  printer: printer()
})
const worker = (name: string) =>
  openReportJobs(ports, { worker: name, monotonic: () => performance.now(), isBusy: async () => false })
const jobs = worker('a')

async function made(kind: 'quarterly' | 'yearly' | 'daily', name: string): Promise<ReportRevision> {
  const { id } = await askReport(store.records, { period: { kind, name }, revision: 1, by: HEAD, madeAt: time.now })
  await jobs.tick(time.now)
  const job = await reportJob(store.records, id)
  t.equal(job?.failed, undefined)
  return revisionOf(store.records, reportId({ kind, name }), 1)
}

const quarter = await made('quarterly', '2025-Q3')
const fileOf = async ({ files }: ReportRevision, format: ReportFormat) =>
  buffer((await ports.files.open(files.find(file => file.format === format)!.sha256)).content)
const totalOf = ({ document }: ReportRevision, figure: string) =>
  document.figures.now.find(value => value.figure === figure && value.by === undefined)!

t.test('a quarterly report', async t => {
  const { document } = quarter
  const sentences = document.sections.flatMap(({ parts }) => parts.flatMap(({ sentences }) => sentences))

  t.test('has the sections that readers look for, its number and its period', async t => {
    t.equal(document.title, '2025年第3季度政务新媒体舆情监测报告')
    t.equal(document.number, '舆监（季）〔2025〕第3期')
    t.same(
      document.sections.map(({ code }) => code),
      [
        'summary',
        'figures',
        'trends',
        'topics',
        'incidents',
        'replies',
        'departments',
        'suggestions',
        'advice',
        'definitions'
      ]
    )
    t.ok(document.figures.before, 'the second quarter is stored too')
    t.notOk(document.figures['year-ago'], 'of the year before nothing is')
  })

  t.test('cites a source for every sentence, and holds before the checker', async t => {
    t.ok(sentences.length > 20)
    for (const sentence of sentences) t.ok(sentence.cites.length > 0, textOf(sentence))
    t.same(reportProblems(document), [])
  })

  t.test('cites stored comments, masked and without their authors', async t => {
    const cited = sentences.flatMap(({ cites }) => cites.flatMap(cite => ('comment' in cite ? [cite] : [])))
    t.ok(cited.length > 10)
    const found = await store.comments.getMany(cited.map(({ comment: id, publishedAt }) => ({ id, publishedAt })))
    t.ok(found.every(one => one?.document.state === 'visible'))
    t.notMatch(JSON.stringify(document), /网友\d/)
  })

  t.test('is refused by the checker as soon as it says more than it can show', async t => {
    const tampered = (change: (of: typeof document) => void) => {
      const copy = structuredClone(document)
      change(copy)
      return reportProblems(copy)
    }
    const first = (of: typeof document) => of.sections[0]!.parts[0]!.sentences[0]!
    const piece = (of: typeof document) => first(of).said.find(({ cites }) => cites)!
    t.match(
      tampered(of => {
        piece(of).text = '999'
      }),
      [/must read/]
    )
    t.match(
      tampered(of => {
        first(of).cites = []
      }),
      [/cites nothing/]
    )
    t.match(
      tampered(of => {
        first(of).said.push({ text: '其中7件已经办结。' })
      }),
      [/without a source/]
    )
    t.match(
      tampered(of => {
        first(of).said.push({ text: '另有三件正在办理。' })
      }),
      [/without a source/]
    )
    t.match(
      tampered(of => {
        of.comments = of.comments.slice(1)
      }),
      [/not in the report/]
    )
    t.match(
      tampered(of => {
        of.comments[0]!.text = '请打13800138000'
      }),
      [/personal data/]
    )
    t.match(
      tampered(of => {
        of.figures.now.find(({ figure }) => figure === 'comments')!.value! += 1
      }),
      [/must read/]
    )
  })

  t.test('counts a topic as often as its phrase stands in what citizens ask for', async t => {
    const asks: string[] = []
    for (const { comments } of year.stories()) {
      for (const { text, ours, publishedAt, classification } of comments) {
        const during = publishedAt >= document.period.from && publishedAt < document.period.to
        if (!ours && during && classification && classification.label !== 'other') asks.push(text)
      }
    }
    const topics = document.figures.now.filter(({ figure, by }) => figure === 'topic-comments' && by === 'topic')
    t.ok(topics.length >= 3)
    for (const { key, value } of topics) t.equal(asks.filter(text => text.includes(key!)).length, value, key ?? '')
  })

  t.test('is made once, however many ask and make', async t => {
    const asked = { period: { kind: 'quarterly', name: '2025-Q3' }, revision: 1, by: HEAD, madeAt: time.now } as const
    t.equal((await askReport(store.records, asked)).made, false)
    await Promise.all([jobs.tick(time.now), worker('b').tick(time.now)])
    t.equal(told.filter(({ type }) => type === 'report.made').length, 1)
    t.equal((await allReports(store.records, 'quarterly')).length, 1)
  })
})

t.test('its files', async t => {
  t.test('DOCX is a whole package in the layout of GB/T 9704', async t => {
    const content = await fileOf(quarter, 'docx')
    t.same(packageProblems(content), [])
    const parts = partsOf(content)
    const xml = parts.get('word/document.xml')!.toString()
    t.match(xml, /w:pgMar[^>]*w:top="2098"[^>]*w:right="1474"[^>]*w:bottom="1984"[^>]*w:left="1587"/)
    t.match(xml, /w:pgSz[^>]*w:w="11906"[^>]*w:h="16838"/)
    t.match(parts.get('word/styles.xml')!.toString(), /w:line="560"[^>]*w:lineRule="exact"/)
    const text = xml.replace(/<[^>]+>/g, '')
    for (const sentence of quarter.document.sections[0]!.parts[0]!.sentences) t.ok(text.includes(textOf(sentence)))
    t.ok(
      Array.from(parts.keys()).some(name => name.startsWith('word/charts/')),
      'curves are charts'
    )
  })

  t.test('XLSX is a whole package with numbers as numbers', async t => {
    const content = await fileOf(quarter, 'xlsx')
    t.same(packageProblems(content), [])
    const book = new exceljs.Workbook()
    await book.xlsx.load(content as unknown as ArrayBuffer)
    const sheet = book.getWorksheet('主要指标')!
    const row = (code: string) => {
      const rows = sheet.getRows(1, sheet.rowCount)!.find(one => one.getCell(1).value === code)!
      return rows.getCell(4)
    }
    t.equal(row('comments').value, totalOf(quarter, 'comments').value)
    t.equal(row('on-time-rate').value, totalOf(quarter, 'on-time-rate').value)
    t.equal(row('on-time-rate').numFmt, '0.0%')
    t.match(sheet.views[0], { state: 'frozen', ySplit: 4 })
    t.equal(sheet.pageSetup.printTitlesRow, '4:4')
    t.same(
      book.worksheets.map(({ name }) => name),
      ['主要指标', '分项数据', '引用评论', '依据']
    )
  })

  t.test('HTML asks nothing of anybody', async t => {
    const html = (await fileOf(quarter, 'html')).toString()
    t.notMatch(html.replaceAll('http://www.w3.org/2000/svg', ''), /<script|src=|href=|url\(|@import|https?:/)
    t.match(html, /<h1>2025年第3季度政务新媒体舆情监测报告<\/h1>/)
  })

  t.test('PDF says the figures', { skip: noPrinter }, async t => {
    const text = pdfText(await fileOf(quarter, 'pdf'))
    for (const code of ['comments', 'cases', 'owed', 'answered', 'dispatches'] as const)
      t.ok(text.includes(totalOf(quarter, code).value!.toLocaleString('en-US')), code)
    t.ok(text.includes(`${(totalOf(quarter, 'on-time-rate').value! * 100).toFixed(1)}%`))
    t.ok(text.includes('—1—'), 'pages are numbered')
  })

  t.test('without Chromium the others are made, and it is said that PDF is missing', async t => {
    const bare = reportingOffice({
      ...{ store, folder: join(folder, 'files'), now: () => time.now },
      printer: { chromium: join(folder, 'nothing') }
    })
    const { id } = await askReport(store.records, {
      ...{ period: { kind: 'daily', name: '2025-08-08' }, revision: 1, by: HEAD, madeAt: time.now }
    })
    const alone = { worker: 'c', monotonic: () => performance.now(), isBusy: async () => false }
    await openReportJobs(bare.ports, alone).tick(time.now)
    t.equal((await reportJob(store.records, id))?.failed, undefined)
    const day = await revisionOf(store.records, reportId({ kind: 'daily', name: '2025-08-08' }), 1)
    t.same(day.missing, [{ format: 'pdf', code: 'PRINTER_MISSING' }])
    t.same(
      day.files.map(({ format }) => format),
      ['docx', 'xlsx', 'html']
    )
    t.match(
      day.document.sections.flatMap(({ parts }) => parts.flatMap(({ sentences }) => sentences.map(textOf))).join(''),
      /数据不足，不计算按时回复率/,
      'a day has too few for a share'
    )
    t.notMatch(JSON.stringify(day.document.sections[0]), /\d%/)
  })
})

t.test('a correction is another revision that says what changed', async t => {
  const report = reportId({ kind: 'quarterly', name: '2025-Q3' })
  const [page] = (await store.tickets.search({ sort: 'newest', atMost: 1, openedTo: quarter.document.period.to })).rows
  const found = await store.tickets.get(page!.id)
  await store.tickets.putIfUnchanged({ ...found!.document, urgent: !found!.document.urgent }, found!.version)
  await askReport(store.records, {
    ...{ period: { kind: 'quarterly', name: '2025-Q3' }, revision: 2, by: HEAD, madeAt: time.now },
    why: '紧急标记更正'
  })
  await jobs.tick(time.now)
  const second = await revisionOf(store.records, report, 2)
  const was = totalOf(quarter, 'urgent').value!
  t.match(
    second.changes?.find(({ figure, by }) => figure === 'urgent' && by === undefined),
    {
      from: was,
      to: was + (page!.urgent ? -1 : 1)
    }
  )
  t.equal(second.why, '紧急标记更正')
  t.equal((await reportOf(store.records, report)).revision, 2)
  t.same((await revisionOf(store.records, report, 1)).document, quarter.document, 'the first stands as it was')
})

t.test('sent upward it is a letter with its files that asks for receipts, once', async t => {
  const sending = { to: [ABOVE], receipt: true, files: ['docx'] as const, by: HEAD, key: 'k1' }
  const id = await sendReport({ ...ports }, quarter, sending)
  t.equal(await sendReport({ ...ports }, quarter, sending), id)
  const letter = (await store.records.get<Letter>(LETTERS, id))!.document.value
  t.match(letter, { about: 'report', title: quarter.document.title, receipt: true, to: [{ name: '上级值班室' }] })
  t.same(
    letter.files?.map(({ sha256 }) => sha256),
    quarter.files.filter(({ format }) => format === 'docx').map(({ sha256 }) => sha256)
  )
  t.ok(letter.lines.some(line => line.includes('收到公众评论')))
  t.same((await reportOf(store.records, quarter.report)).letters, [id])
  await t.rejects(
    sendReport({ ...ports }, quarter, { ...sending, to: [{ kind: 'person', person: 'nobody' }], key: 'k2' }),
    {
      code: 'REPORT_INVALID'
    }
  )
})

t.test('a yearly report is drawn by month', async t => {
  const { document } = await made('yearly', '2025')
  t.equal(document.title, '2025年政务新媒体舆情监测报告')
  const [curve] = document.sections.find(({ code }) => code === 'trends')!.parts[0]!.curves!
  t.equal(curve!.at.length, 12)
  const sum = curve!.lines[0]!.values.reduce((a, b) => a + b, 0)
  t.equal(sum, document.figures.now.find(({ figure, by }) => figure === 'comments' && by === undefined)!.value)
})

t.test('a period that is not over is refused, and said so on the job', async t => {
  const { id } = await askReport(store.records, {
    ...{ period: { kind: 'quarterly', name: '2026-Q1' }, revision: 1, by: HEAD, madeAt: time.now }
  })
  await jobs.tick(time.now)
  t.match((await reportJob(store.records, id))?.failed, { code: 'REPORT_INVALID', message: /ends on 2026-03-31/ })
})
