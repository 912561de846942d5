import { openPrinter } from '@huiyin/adapters/documents/printer.ts'
import { composeReport, reportId } from '@huiyin/domain/reports/compose.ts'
import { FIGURE_CODES } from '@huiyin/domain/reports/figures.ts'
import { openTally } from '@huiyin/domain/reports/fold.ts'
import { paperOf } from '@huiyin/domain/reports/paper-of.ts'
import { periodNamed } from '@huiyin/domain/reports/period.ts'
import { keepFile } from '@huiyin/ports/file-uses.ts'
import { deliveriesOf, getLetter } from '@huiyin/ports/letters.ts'
import { tellLateInstructions } from '@huiyin/ports/report-instructions.ts'
import { keepRevision, REPORT_JOB, type ReportJob, reportJob, revisionId } from '@huiyin/ports/reports.ts'
import { system } from '@huiyin/schemas/actor.ts'
import { MOST_INSTRUCTIONS } from '@huiyin/schemas/instruction.ts'
import type { Letter } from '@huiyin/schemas/letter.ts'
import type { ReportRevision } from '@huiyin/schemas/report.ts'
import t, { type Test } from 'tap'
import { enter, openHouse } from './house.ts'

const HEAD = { id: 'zhao', name: '赵科长', role: 'head' }
const EDITOR = { id: 'li', name: '李静', role: 'editor' }
const LEADER = { id: 'han', name: '韩县长', role: 'leader' }
const HANDLER = { id: 'chen', name: '陈工', role: 'handler', department: '水务局' }

const DAY = { kind: 'daily', name: '2026-11-01' } as const
const ID = reportId(DAY)
const path = (more = '') => `/api/reports/${encodeURIComponent(ID)}${more}`

async function openOffice(t: Test) {
  const house = await openHouse(t)
  const people = {
    head: await enter(house, HEAD),
    editor: await enter(house, EDITOR),
    leader: await enter(house, LEADER),
    handler: await enter(house, HANDLER)
  }
  return { ...people, house, records: house.store.records }
}
type Office = Awaited<ReturnType<typeof openOffice>>

/** As the analyst leaves it. */
async function made({ house, records }: Office, revision = 1, comments = 5): Promise<ReportRevision> {
  const tally = openTally({ minimumSample: 30 })
  tally.count('comments', comments)
  tally.count('minimum-sample', 30)
  const document = composeReport({
    ...{
      period: periodNamed('daily', DAY.name),
      asOf: house.time.now,
      issuer: '网信办',
      mark: '舆监',
      minimumSample: 30
    },
    ...{ figures: { now: tally.values() }, names: {}, topics: [], incidents: [], suggestions: [], comments: [] }
  })
  const html = openPrinter().html(paperOf(document, house.time.now))
  const id = revisionId(ID, revision)
  const { sha256, bytes } = await keepFile({ files: house.files, records }, [Buffer.from(html)], {
    user: id,
    atMost: 1e6
  })
  const file = {
    format: 'html',
    name: `${document.title}.html`,
    type: 'text/html; charset=utf-8',
    sha256,
    bytes
  } as const
  const value: ReportRevision = {
    ...{ id, report: ID, revision, by: HEAD, madeAt: house.time.now, document, files: [file] },
    missing: [{ format: 'pdf', code: 'PRINTER_MISSING' }]
  }
  await keepRevision(records, value)
  return value
}

const key = (id: string) => ({ 'idempotency-key': id })

t.test('a report', async t => {
  t.test('is asked for once, and tells how its making goes', async t => {
    const { head, editor, leader, records } = await openOffice(t)
    const payload = { kind: DAY.kind, period: DAY.name }
    const first = await head.post('/api/reports', payload)
    t.equal(first.statusCode, 200, first.body)
    t.match(first.json(), { report: ID, revision: 1, by: { id: 'zhao' } })
    const second = await editor.post('/api/reports', payload)
    t.match(second.json(), { by: { id: 'zhao' } }, 'who asks later finds it')
    t.equal((await leader.post('/api/reports', payload)).statusCode, 403)
    t.match((await reportJob(records, revisionId(ID, 1)))?.period, DAY)
    t.match((await leader.get(path('/progress'))).json(), { report: ID, revision: 1 })
  })

  t.test('that failed is tried again when it is asked for again', async t => {
    const { head, records } = await openOffice(t)
    const payload = { kind: DAY.kind, period: DAY.name }
    await head.post('/api/reports', payload)
    const id = revisionId(ID, 1)
    const found = (await records.get<ReportJob>(REPORT_JOB, id))!.document.value
    const failed = { code: 'REPORT_INVALID', message: 'no' }
    await records.put(REPORT_JOB, { id, value: { ...found, endedAt: 5, failed } })
    t.equal((await head.post('/api/reports', payload)).json().failed, undefined)
    await records.refresh()
    t.equal((await records.due(REPORT_JOB, Number.MAX_SAFE_INTEGER, 5)).length, 1)
  })

  t.test('of what is no period, or not over, or no incident, is refused', async t => {
    const { head } = await openOffice(t)
    const ask = async (kind: string, period: string) => (await head.post('/api/reports', { kind, period })).json()
    t.match(await ask('daily', '2026-02-30'), { code: 'REPORT_INVALID', status: 422 })
    t.match(await ask('yearly', '2098'), { code: 'REPORT_INVALID' })
    t.match(await ask('special', 'no-such'), { code: 'INCIDENT_NOT_FOUND', status: 404 })
  })

  t.test('is listed and read with the sources of its sentences', async t => {
    const office = await openOffice(t)
    await made(office)
    const { leader, handler } = office
    const list = (await leader.get('/api/reports?kind=daily')).json()
    t.match(list.rows, [{ id: ID, revision: 1, kind: 'daily', number: '舆监（日）〔2026〕第305期' }])
    t.notOk(list.rows[0].files[0].sha256)
    t.same((await leader.get('/api/reports?kind=weekly')).json().rows, [])
    const report = (await leader.get(path())).json()
    const [sentence] = report.document.sections[0].parts[0].sentences
    t.match(sentence.cites, [{ figure: 'posts' }, { figure: 'comments' }])
    t.match(report.missing, [{ format: 'pdf', code: 'PRINTER_MISSING' }])
    t.equal((await handler.get(path())).statusCode, 403)
    t.match((await leader.get('/api/reports/none')).json(), { code: 'REPORT_NOT_FOUND', status: 404 })
  })

  t.test('is saved as it was kept, and that stands in the log first', async t => {
    const office = await openOffice(t)
    const { files } = await made(office)
    const saved = await office.leader.get(path('/files/html'))
    t.equal(saved.statusCode, 200)
    t.equal(saved.rawPayload.length, files[0]!.bytes)
    t.match(saved.headers['content-disposition'], /^attachment; /)
    t.match((await office.leader.get(path('/files/pdf'))).json(), { code: 'PRINTER_MISSING' })
    t.equal((await office.leader.get(path('/files/exe'))).statusCode, 400)
  })

  t.test('is corrected on top of what was seen', async t => {
    const office = await openOffice(t)
    await made(office)
    const correct = (revision: number) => office.head.post(path('/revisions'), { revision, why: '补录评论' })
    t.match((await correct(1)).json(), { report: ID, revision: 2 })
    await made(office, 2, 9)
    t.match((await correct(1)).json(), { code: 'SOMEBODY_WAS_FASTER', status: 409 })
    t.match((await office.head.get(path())).json(), { revision: 2, newest: 2 })
    t.match((await office.head.get(path('?revision=1'))).json(), { revision: 1, newest: 2 })
  })

  t.test('is sent upward by a letter that asks for receipts, and again under another key', async t => {
    const office = await openOffice(t)
    await made(office)
    const { head, editor, records } = office
    const to = [{ kind: 'address', channel: 'wecom', address: 'duty', name: '上级值班室' }]
    const send = (id: string) => head.post(path('/letters'), { to, receipt: true, files: ['html'] }, key(id))
    const sent = (await send('k1')).json()
    t.match(sent, { recipients: 1 })
    t.equal((await send('k1')).json().letter, sent.letter)
    t.not((await send('k2')).json().letter, sent.letter)
    const letter = (await getLetter(records, sent.letter))!
    t.match(letter, { about: 'report', of: ID, receipt: true, files: [{ type: 'text/html; charset=utf-8' }] })
    t.same(await deliveriesOf(records, letter), [], 'the alerter makes its deliveries')
    t.equal((await editor.post(path('/letters'), { to }, key('k3'))).statusCode, 403)
    const listed = (await head.get(`/api/letters?about=report&of=${encodeURIComponent(ID)}`)).json()
    t.equal(listed.rows.length, 2)
  })

  t.test('nobody is named for by the plan is not sent', async t => {
    const office = await openOffice(t)
    await made(office)
    const sent = await office.head.post(path('/letters'), {}, key('k'))
    t.match(sent.json(), { code: 'REPORT_INVALID' })
  })
})

t.test('the table of figures is read by everybody who reads reports', async t => {
  const { leader } = await openOffice(t)
  const { zone, rows } = (await leader.get('/api/figures')).json()
  t.equal(zone, 'Asia/Shanghai')
  t.same(
    rows.map(({ code }: { code: string }) => code),
    FIGURE_CODES
  )
  t.match(rows[0], { name: { zh: '评论量', en: 'comments' }, how: 'sum' })
})

t.test('an instruction on a report', async t => {
  const body = { text: '请水务局本周内核实', to: [{ kind: 'person', person: 'li' }] }

  t.test('is given by those who lead, once for each key, and stands with the report', async t => {
    const office = await openOffice(t)
    await made(office)
    const { leader, editor } = office
    const given = await leader.post(path('/instructions'), { ...body, dueAt: office.house.time.now + 1000 }, key('k'))
    t.equal(given.statusCode, 200, given.body)
    t.match(given.json().instructions, [{ text: body.text, by: { id: 'han', name: '韩县长' } }])
    const again = await leader.post(path('/instructions'), { ...body, dueAt: office.house.time.now + 1000 }, key('k'))
    t.equal(again.json().instructions.length, 1)
    t.match((await leader.post(path('/instructions'), { text: '另一件' }, key('k'))).json(), { code: 'KEY_REUSED' })
    t.equal((await editor.post(path('/instructions'), body, key('k2'))).statusCode, 403)
    t.match((await editor.get('/api/reports')).json().rows, [{ instructed: { all: 1, open: 1 } }])
  })

  t.test('that was due before it was given is refused', async t => {
    const office = await openOffice(t)
    await made(office)
    const late = await office.leader.post(path('/instructions'), { ...body, dueAt: 1 }, key('k'))
    t.match(late.json(), { code: 'UNTIL_NOT_ALLOWED' })
    t.match((await office.leader.get(path())).json().instructions, [])
  })

  t.test('is answered by who makes reports, once, and outlives a correction', async t => {
    const office = await openOffice(t)
    await made(office)
    const { leader, editor, head } = office
    const [{ id }] = (await leader.post(path('/instructions'), body, key('k'))).json().instructions
    const done = (who: typeof head, text: string, of = id) =>
      who.post(path(`/instructions/${encodeURIComponent(of)}/done`), { text })
    t.match((await done(editor, '已核实')).json().instructions, [{ done: { text: '已核实', by: { id: 'li' } } }])
    t.equal((await done(editor, '已核实')).statusCode, 200)
    t.match((await done(head, '又核实')).json(), { code: 'SOMEBODY_WAS_FASTER' })
    t.match((await done(editor, '没有', 'none')).json(), { code: 'INSTRUCTION_NOT_FOUND', status: 404 })
    t.equal((await done(leader, '不归我')).statusCode, 403)
    await made(office, 2, 9)
    t.match((await leader.get(path())).json(), { revision: 2, instructions: [{ id, done: { text: '已核实' } }] })
    t.match((await leader.get('/api/reports')).json().rows, [{ instructed: { all: 1, open: 0 } }])
  })

  t.test('whose deadline has passed is told of once, however many look, and not when it was answered', async t => {
    const office = await openOffice(t)
    await made(office)
    const { house, leader, editor, records } = office
    const dueAt = house.time.now + 1000
    const to = [{ kind: 'channel', channel: 'wecom' }]
    const gives = async (k: string) =>
      (await leader.post(path('/instructions'), { ...body, to, dueAt }, key(k))).json().instructions.at(-1).id as string
    const [late, answered] = [await gives('k1'), await gives('k2')]
    await editor.post(path(`/instructions/${encodeURIComponent(answered)}/done`), { text: '已核实' })
    const { people } = house.rulebook
    const look = () =>
      records
        .refresh()
        .then(() => tellLateInstructions({ records, people, clock: house.desk.clock }, system('analyst')))
    t.equal(await look(), 0)
    house.time.now = dueAt
    t.equal(await look(), 1)
    t.equal(await look(), 0)
    const { instructions } = (await leader.get(path())).json()
    t.match(instructions, [
      { id: late, lateAt: dueAt },
      { id: answered, lateAt: undefined }
    ])
    const letters = await records.list<Letter>('letter', { atMost: 50 })
    t.equal(letters.filter(({ value }) => value.title.startsWith('批示办理逾期')).length, 1)
  })

  t.test('pushes no other out: the one that would be too much is refused', async t => {
    const office = await openOffice(t)
    await made(office)
    for (let i = 0; i < MOST_INSTRUCTIONS - 1; i++)
      await office.leader.post(path('/instructions'), { text: `第 ${i} 件` }, key(`k${i}`))
    const both = await Promise.all(['a', 'b'].map(k => office.leader.post(path('/instructions'), { text: k }, key(k))))
    t.same(both.map(({ statusCode }) => statusCode).sort(), [200, 409])
    const { instructions } = (await office.leader.get(path())).json()
    t.equal(instructions.length, MOST_INSTRUCTIONS)
    t.equal(instructions[0].text, '第 0 件')
  })

  t.test('tells who it is for, where they can be reached', async t => {
    const office = await openOffice(t)
    await made(office)
    const to = [{ kind: 'channel', channel: 'wecom' }]
    const [{ letter }] = (await office.leader.post(path('/instructions'), { ...body, to }, key('k'))).json()
      .instructions
    t.match(await getLetter(office.records, letter), { about: 'report', of: ID, receipt: true, title: /^批示：/ })
  })
})
