import { memoryStore } from '@huiyin/adapters/memory/store.ts'
import { openReportJobs } from '@huiyin/analyst/reports/jobs.ts'
import { makeReport } from '@huiyin/analyst/reports/make.ts'
import { askDue } from '@huiyin/analyst/reports/rounds.ts'
import { reportProblems } from '@huiyin/domain/reports/check-report.ts'
import { reportId } from '@huiyin/domain/reports/compose.ts'
import { textOf } from '@huiyin/domain/reports/say.ts'
import { SHIPPED_REPORT_PLAN } from '@huiyin/domain/settings/shipped/report-plan.ts'
import { saveHouseSetting } from '@huiyin/ports/house-settings.ts'
import { INCIDENT, INCIDENT_MEMBERS, memberRow } from '@huiyin/ports/incidents.ts'
import { askReport, REPORT_JOB, type ReportJob, reportJob, reportOf } from '@huiyin/ports/reports.ts'
import type { StoredComment } from '@huiyin/schemas/comment.ts'
import type { Incident, IncidentMember } from '@huiyin/schemas/incident.ts'
import type { ReportDocument } from '@huiyin/schemas/report.ts'
import t from 'tap'
import { fillStore } from './fill.ts'
import { generateYear } from './generate.ts'
import { ABOVE, reportingOffice } from './office.ts'
import { DESK, HEAD } from './people.ts'

const year = generateYear({
  ...{ seed: 9, comments: 300 },
  from: Date.parse('2025-05-20T00:00:00+08:00'),
  to: Date.parse('2025-07-02T00:00:00+08:00')
})
const store = memoryStore()
const complaints: StoredComment[] = []
await fillStore(store, year, ({ comments }) => {
  complaints.push(
    ...comments.filter(
      ({ ours, state, classification }) => !ours && state === 'visible' && classification?.label === 'complaint'
    )
  )
})
const members = complaints.slice(0, 20)
const now = Date.parse('2025-07-02T09:00:00+08:00')
const { ports } = reportingOffice({ store, folder: t.testdir(), now: () => now, printer: { chromium: '/none' } })

const counts = { comments: members.length, people: 20, urgent: 0 }
const levels = { blue: 20, yellow: 0, orange: 0, red: 0 }
const incident: Incident = {
  ...{
    id: 'water',
    number: 'A2B3-C4D5',
    state: 'open',
    title: '城东停水3天',
    words: ['停水'],
    places: ['城东'],
    departments: []
  },
  ...{ since: members[0]!.publishedAt, bornAt: members[5]!.publishedAt, lastAt: members.at(-1)!.publishedAt },
  ...{ subjects: [], figures: { ...counts, sentiment: { negative: 20, neutral: 0, positive: 0 }, levels, spread: [] } },
  ...{ parted: [], looked: 20, tells: {}, nature: 'livelihood', scale: 'medium', trend: 'rising', impact: 'local' },
  ...{ level: 'orange', found: 'orange', procedure: 'major', step: 10, looks: [], peak: 1, tracks: [], statements: [] },
  steps: ['a', 'b', 'c'].map(id => ({
    ...{ id, name: { zh: '核实', en: 'verify' }, owner: '值班', procedure: 'major' },
    state: id === 'a' ? 'done' : 'open'
  })),
  ...{ notes: [], owes: [], reports: [], absorbed: [], lastTurn: 0, commands: [], n: 1, unpublished: [] }
}
const falseAlarm: Incident = { ...incident, id: 'nothing', title: '误报', state: 'dismissed' }
await store.records.createEach(
  INCIDENT,
  [incident, falseAlarm].map(value => ({ id: value.id, value }))
)
await store.records.createEach(
  INCIDENT_MEMBERS,
  members.map(({ id: comment, publishedAt, platform, account, classification }) => {
    const { sentiment, risk, urgent } = classification!
    const value: IncidentMember = {
      ...{
        incident: 'water',
        comment,
        publishedAt,
        platform,
        account,
        sentiment: sentiment.name,
        level: risk.level,
        urgent
      },
      ticket: `none-${comment}`
    }
    return { id: memberRow(value, 'water'), value }
  })
)
await store.records.refresh()

const jobFor = async (period: ReportJob['period']): Promise<ReportJob> => {
  const { id } = await askReport(store.records, { period, revision: 1, by: HEAD, madeAt: now })
  return (await reportJob(store.records, id))!
}
const textsOf = ({ sections }: ReportDocument, code: string) =>
  sections
    .find(one => one.code === code)!
    .parts.flatMap(({ sentences }) => sentences.map(textOf))
    .join('')

t.test('a special report of one incident', async t => {
  const { document } = await makeReport(ports, await jobFor({ kind: 'special', name: 'water' }))

  t.test('counts its members and says how it is handled', async t => {
    t.equal(document.title, '关于“城东停水3天”的舆情监测专报')
    t.same(reportProblems(document), [])
    t.match(textsOf(document, 'summary'), /收到公众评论20条/)
    t.notMatch(textsOf(document, 'summary'), /发布内容/, 'posts are not counted by incident: nothing is said of them')
    t.notOk(document.figures.now.some(({ figure }) => figure === 'posts' || figure === 'own-comments'))
    t.match(
      textsOf(document, 'incidents'),
      /“城东停水3天”为橙色等级事件，按应急预案处置，相关评论20条，处置清单事项3个、已完成1个，尚未公开发布说明，目前处置中。/
    )
  })

  t.test('quotes comments that belong to it', async t => {
    const ids = new Set(members.map(({ id }) => id))
    t.equal(document.comments.length, 3)
    t.ok(document.comments.every(({ id }) => ids.has(id)))
  })

  t.test('of an incident that is not there is not made', async t => {
    await t.rejects(makeReport(ports, await jobFor({ kind: 'special', name: 'other' })), { code: 'INCIDENT_NOT_FOUND' })
  })
})

t.test('a monthly report tells the incidents of the month, and no false alarm among them', async t => {
  const { document } = await makeReport(ports, await jobFor({ kind: 'monthly', name: '2025-06' }))
  const value = (figure: string) =>
    document.figures.now.find(one => one.figure === figure && one.by === undefined)?.value
  t.match(textsOf(document, 'incidents'), /“城东停水3天”为橙色等级事件/)
  t.notMatch(textsOf(document, 'incidents'), /误报/)
  const during = members[5]!.publishedAt >= document.period.from
  t.equal(value('incidents'), during ? 1 : 0)
  t.equal(value('false-alarms'), during ? 1 : 0)
  t.match(textsOf(document, 'advice'), /等较高等级事件仍在处置/)
  t.match(textsOf(document, 'summary'), /较上期|上期为/)
})

t.test('a report that somebody had made by hand before its round is sent as planned, once', async t => {
  const { ports } = reportingOffice({ store, folder: t.testdir(), now: () => now, printer: { chromium: '/none' } })
  const { records } = store
  const daily = { ...SHIPPED_REPORT_PLAN.rounds[0]!, on: true, to: [ABOVE] }
  await saveHouseSetting(
    { records, clock: { now: () => now }, events: { append: async () => [] } },
    { name: 'report-plan', value: { ...SHIPPED_REPORT_PLAN, rounds: [daily] } },
    { by: DESK }
  )
  const jobs = openReportJobs(ports, { worker: 'a', monotonic: () => performance.now(), isBusy: async () => false })
  const id = reportId({ kind: 'daily', name: '2025-07-01' })
  await askReport(records, { period: { kind: 'daily', name: '2025-07-01' }, revision: 1, by: HEAD, madeAt: now })
  await jobs.tick(now)
  const byHand = await reportOf(records, id)
  t.same(byHand.letters, [], 'whoever has it made by hand sends it to nobody')
  for (let i = 0; i < 2; i++) {
    await askDue(records, now)
    await jobs.tick(now)
  }
  const sent = await reportOf(records, id)
  t.equal(sent.letters.length, 1)
  t.equal(sent.madeAt, byHand.madeAt, 'it is the same report')
  t.equal(sent.by.id, HEAD.id)
})

t.test('reports fall due by the plan', async t => {
  const { records } = memoryStore()
  const of = { clock: { now: () => now }, events: { append: async () => [] } }
  const save = (rounds: typeof SHIPPED_REPORT_PLAN.rounds) =>
    saveHouseSetting(
      { records, ...of },
      { name: 'report-plan', value: { ...SHIPPED_REPORT_PLAN, rounds } },
      { by: DESK }
    )
  const daily = { ...SHIPPED_REPORT_PLAN.rounds[0]!, on: true }
  await save([daily])
  const at = (text: string) => Date.parse(`${text}:00+08:00`)
  const asked = async () => (await records.list(REPORT_JOB, { atMost: 100 })).map(({ id }) => id)
  const id = (name: string) => `${reportId({ kind: 'daily', name })}@1`

  t.equal(await askDue(records, at('2025-07-02T07:29')), 1, 'the latest that is due, none of the years before')
  t.same(await asked(), [id('2025-06-30')])
  t.equal(await askDue(records, at('2025-07-02T07:30')), 1)
  t.equal(await askDue(records, at('2025-07-02T07:31')), 0, 'once')
  t.equal(await askDue(records, at('2025-07-06T12:00')), 4, 'rounds that were missed are made late')
  t.same(
    await asked(),
    ['06-30', '07-01', '07-02', '07-03', '07-04', '07-05'].map(day => id(`2025-${day}`))
  )
})
