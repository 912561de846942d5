import { periodOf } from '@huiyin/domain/appraisal/period.ts'
import { postId } from '@huiyin/domain/ids.ts'
import { openAppraisalJobs } from '@huiyin/ports/appraisal/jobs.ts'
import { teller } from '@huiyin/ports/tell.ts'
import type { AppraisalList, AppraisalView, SampleView, SheetView } from '@huiyin/schemas/api-appraisal.ts'
import type { Post } from '@huiyin/schemas/post.ts'
import exceljs from 'exceljs'
import t, { type Test } from 'tap'
import type { Static } from 'typebox'
import { enter, HOUR, once, openHouse, type Person } from './house.ts'

const DAY = 24 * HOUR
const Q3 = periodOf(2026, 3)
const WEIBO = { platform: 'weibo', id: '1001' } as const
const SCORES = { accuracy: 5, usefulness: 4, interest: 3, originality: 2 }

/** An office with two accounts that published in the third quarter, some weeks after its end. */
async function office(t: Test) {
  const house = await openHouse(t)
  const { store, book, time } = house
  const credentials = { accessToken: 'x'.repeat(32) }
  await book.add({ ...WEIBO, name: '云溪发布', credentials, since: 0, responsible: '李敏' }, 'boss')
  const posts = Array.from({ length: 30 }, (_, n): Post => {
    const publishedAt = Q3.from + n * 3 * DAY
    return {
      ...{
        id: postId(WEIBO, `p${n}`),
        platform: 'weibo',
        account: '1001',
        post: `p${n}`,
        title: `第${n}篇`,
        publishedAt
      },
      ...{ foundAt: publishedAt, source: 'poll', looks: [], counts: { reads: 1000, at: publishedAt } }
    }
  })
  await store.records.createEach(
    'post',
    posts.map(value => ({ id: value.id, value }))
  )
  time.now = Q3.to + 20 * DAY
  const people = {
    head: await enter(house, { id: 'zhao', name: '赵宏', role: 'head' }),
    deputy: await enter(house, { id: 'qian', name: '钱进', role: 'head' }),
    leader: await enter(house, { id: 'han', name: '韩', role: 'leader' }),
    editor: await enter(house, { id: 'li', name: '李敏', role: 'editor' }),
    other: await enter(house, { id: 'wu', name: '吴桐', role: 'editor' }),
    reviewer: await enter(house, { id: 'hu', name: '胡可', role: 'reviewer' }),
    handler: await enter(house, { id: 'sun', name: '孙工', role: 'handler', department: '水务局' })
  }
  const jobs = openAppraisalJobs({
    ports: {
      ...{ records: store.records, tickets: store.tickets, clock: house.desk.clock },
      tell: teller(house.events, house.desk.clock),
      accounts: () => book.rows().map(({ account }) => account),
      departments: () => ['水务局', '住建局']
    },
    ...{ isBusy: async () => false, worker: 'test', monotonic: () => 0 }
  })
  const make = async (person: Person, body: object, key: string) => {
    const asked = await person.post('/api/appraisals', body, once(key))
    if (asked.statusCode !== 200) return asked
    await store.records.refresh()
    for (let i = 0; i < 20; i++) await jobs.tick(time.now)
    return person.get(`/api/appraisals/jobs/${asked.json<{ job: string }>().job}`)
  }
  return { house, posts, make, ...people }
}

const SHEET = '/api/appraisals/2026-q3-account/sheets/weibo%2F1001'

t.test('an appraisal over the api', async t => {
  t.test('is made, confirmed by another head, read by whom it is about, and objected to', async t => {
    const { house, make, head, deputy, leader, editor, other } = await office(t)
    t.match((await make(head, { year: 2026, quarter: 3 }, 'one')).json(), {
      ...{ job: '2026-q3', state: 'done', by: '赵宏' },
      made: ['2026-q3-account', '2026-q3-department', '2026-q3-person']
    })
    t.match((await make(editor, { year: 2026 }, 'two')).json(), { status: 403 })

    const listed = async (one: Person) => (await one.get('/api/appraisals')).json<Static<typeof AppraisalList>>().rows
    t.equal((await listed(leader)).length, 3)
    t.same(await listed(editor), [], 'a draft is read by those who lead only')
    t.equal((await editor.get(SHEET)).statusCode, 404)

    const confirm = (one: Person, revision = 1) => one.post('/api/appraisals/2026-q3-account/confirm', { revision })
    t.match((await confirm(head)).json(), { code: 'SECOND_PERSON_NEEDED' })
    t.match((await confirm(deputy, 2)).json(), { code: 'SOMEBODY_WAS_FASTER' })
    t.match((await confirm(deputy)).json(), { appraisal: { state: 'confirmed' } })

    const { sheet, appraisal } = (await editor.get(SHEET)).json<SheetView>()
    t.match(sheet, { subject: { name: '云溪发布' }, postsTotal: 30, rank: { place: 1, of: 1 } })
    t.match((await other.get(SHEET)).json(), { status: 403, code: 'NOT_ALLOWED' })

    const objects = (one: Person, key: string) => one.post(`${SHEET}/objections`, { grounds: '阅读数有误' }, once(key))
    t.match((await objects(other, 'x')).json(), { status: 403 })
    const objected = (await objects(editor, 'y')).json<{ id: string; n: number }>()
    t.match(objected, { kind: 'objection', state: 'appealed', about: { appraisal: '2026-q3-account', revision: 1 } })
    const answer = { outcome: 'changed', why: '更正后重新编制' }
    t.match((await head.post(`/api/register/${objected.id}/answer`, answer, once('z', objected.n))).json(), {
      state: 'changed'
    })
    t.match((await make(head, { year: 2026, quarter: 3, kinds: ['account'] }, 'three')).json(), {
      state: 'failed',
      failed: { message: /why/ }
    })
    t.match((await make(head, { year: 2026, quarter: 3, kinds: ['account'], why: '异议成立' }, 'four')).json(), {
      state: 'done'
    })
    t.match((await editor.get(SHEET)).json(), { sheet: { revision: 1 } }, 'the correction is a draft again')
    t.equal((await editor.get(`${SHEET}?revision=2`)).statusCode, 404)
    t.match((await leader.get(SHEET)).json(), { sheet: { revision: 2 } })
    t.match((await objects(editor, 'early')).json(), { code: 'ENTRY_STATE' })
    await confirm(deputy, 2)
    t.match((await objects(editor, 'again')).json(), { kind: 'objection' }, 'a new confirmation begins a new deadline')
    house.time.now = appraisal.objectUntil! + 1
    const later = await enter(house, { id: 'li', name: '李敏', role: 'editor' })
    t.match((await objects(later, 'late')).json(), { code: 'TOO_LATE' })
  })

  t.test('shows a department its own, and a person theirs', async t => {
    const { make, head, deputy, leader, handler, other } = await office(t)
    await make(head, { year: 2026, quarter: 3 }, 'one')
    for (const kind of ['department', 'person'])
      await deputy.post(`/api/appraisals/2026-q3-${kind}/confirm`, { revision: 1 })
    const rows = async (one: Person, kind: string) =>
      (await one.get(`/api/appraisals/2026-q3-${kind}`)).json<AppraisalView>().rows.map(({ subject }) => subject.id)
    t.same((await rows(leader, 'department')).toSorted(), ['住建局', '水务局'])
    t.same(await rows(handler, 'department'), ['水务局'])
    t.same(await rows(handler, 'person'), ['sun'])
    t.same(await rows(other, 'person'), ['wu'])
    t.same(await rows(other, 'department'), [])
    const foreign = `/api/appraisals/2026-q3-department/sheets/${encodeURIComponent('住建局')}`
    t.equal((await handler.get(foreign)).statusCode, 403)
    t.equal((await handler.get('/api/appraisals/2026-q3-person/sheets/wu')).statusCode, 403)
  })

  t.test('is saved as a spreadsheet that reckons itself, as a document and as a page', async t => {
    const { make, head } = await office(t)
    await make(head, { year: 2026, quarter: 3 }, 'one')
    const { sheet } = (await head.get(SHEET)).json<SheetView>()
    const saved = await head.get(`${SHEET}/file?format=xlsx`)
    t.equal(saved.statusCode, 200, saved.body.slice(0, 300))
    t.match(saved.headers['content-disposition'], /filename="2026-q3-account-____.xlsx"/)
    const book = new exceljs.Workbook()
    await book.xlsx.load(saved.rawPayload as unknown as ArrayBuffer)
    const main = book.getWorksheet('考核表')!
    const found = new Map<string, unknown>()
    main.eachRow(row => void found.set(String(row.getCell(1).value), row.getCell(8).value))
    t.match(found.get('结果'), { formula: /^ROUND\(MAX\(0,MIN\(100,H/, result: sheet.result })
    t.match(found.get('基础分'), { formula: /^ROUND\(H\d+\/H\d+,2\)$/, result: sheet.base })
    t.same(
      book.worksheets.map(({ name }) => name),
      ['考核表', '评分曲线', '发布明细', '登记台账', '依据清单']
    )
    const docx = await head.get(`${SHEET}/file?format=docx`)
    t.equal(docx.rawPayload.subarray(0, 2).toString(), 'PK')
    t.match((await head.get(`${SHEET}/file?format=html`)).body, new RegExp(`${sheet.result}`))
    const overview = await head.get('/api/appraisals/2026-q3-account/file?format=xlsx')
    t.equal(overview.statusCode, 200, overview.body.slice(0, 300))
  })
})

t.test('what reviewers say of posts', async t => {
  const { house, posts, head, reviewer, editor } = await office(t)
  const sample = async (one: Person, query = 'year=2026&quarter=3') =>
    (await one.get(`/api/content/sample?${query}`)).json<Static<typeof SampleView>>()
  const url = (post: string) => `/api/content/ratings/${encodeURIComponent(post)}`

  t.test('is asked of a sample that is the same for everybody, and another each quarter', async t => {
    const [one, two] = [await sample(head), await sample(reviewer)]
    t.equal(one.rows.length, 10)
    t.same(
      one.rows.map(({ post }) => post.id),
      two.rows.map(({ post }) => post.id)
    )
    t.notSame(
      one.rows.map(({ post }) => post.id),
      posts.slice(0, 10).map(({ id }) => id),
      'it is not the first ten'
    )
    t.same((await sample(head, 'year=2026&quarter=1')).rows, [])
    t.match(one.criteria, [{ criterion: 'accuracy', zh: '准确', scale: { 1: { en: /wrong/ } } }, {}, {}, {}])
  })

  t.test('is on record for each reviewer, with what they said before', async t => {
    const { id } = posts[0]!
    t.equal((await reviewer.put(url(id), { scores: SCORES })).statusCode, 200)
    t.match((await reviewer.put(url(id), { scores: { ...SCORES, accuracy: 1 }, note: '数字有误' })).json(), {
      by: { id: 'hu' },
      scores: { accuracy: 1 },
      earlier: [{ scores: SCORES }]
    })
    await head.put(url(id), { scores: SCORES })
    t.equal((await head.get(url(id))).json<{ rows: object[] }>().rows.length, 2)
    t.same(
      (await reviewer.get(url(id))).json<{ rows: { by: { id: string } }[] }>().rows.map(({ by }) => by.id),
      ['hu']
    )
    t.equal((await reviewer.put(url(id), { scores: { ...SCORES, accuracy: 6 } })).statusCode, 400)
    t.equal((await reviewer.put(url('none'), { scores: SCORES })).statusCode, 400)
  })

  t.test('is not asked of who publishes there', async t => {
    t.equal((await editor.put(url(posts[0]!.id), { scores: SCORES })).statusCode, 403)
    const keeper = await enter(house, { id: 'min', name: '李敏', role: 'reviewer' })
    t.match((await keeper.put(url(posts[0]!.id), { scores: SCORES })).json(), { code: 'OUTSIDER_NEEDED' })
    t.notOk((await sample(keeper)).rows.some(({ rateable }) => rateable))
  })
})
