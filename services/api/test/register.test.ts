import type { EntryView } from '@huiyin/schemas/api-register.ts'
import t, { type Test } from 'tap'
import { formOf, PDF } from './forms.ts'
import { enter, HOUR, type House, once, openHouse, type Person, SAME_ORIGIN } from './house.ts'

const DAY = 24 * HOUR
const ACCOUNT = { platform: 'weibo', id: '1001' } as const
const WEIBO = 'weibo/1001'

/** An office: an auditor who enters, two heads who decide, an editor who answers for an account, and a department. */
async function office(t: Test) {
  const house = await openHouse(t)
  const credentials = { accessToken: 'x'.repeat(32) }
  await house.book.add({ ...ACCOUNT, name: '云溪发布', credentials, since: 0, responsible: '李敏' }, 'boss')
  const people = {
    auditor: await enter(house, { id: 'gu', name: '顾明', role: 'auditor' }),
    head: await enter(house, { id: 'zhao', name: '赵宏', role: 'head' }),
    deputy: await enter(house, { id: 'qian', name: '钱进', role: 'head' }),
    editor: await enter(house, { id: 'li', name: '李敏', role: 'editor', accounts: [WEIBO] }),
    other: await enter(house, { id: 'wu', name: '吴桐', role: 'editor', accounts: ['wechat/2002'] }),
    handler: await enter(house, { id: 'sun', name: '孙工', role: 'handler', department: '水务局' })
  }
  return { house, ...people }
}

let keys = 0
const key = () => `k${++keys}`

const VIOLATION = { kind: 'violation', subject: { kind: 'account', id: WEIBO }, title: '错别字', text: '标题有误' }

async function entered(house: House, person: Person, more: object = {}): Promise<EntryView> {
  const answer = await person.post('/api/register', { ...VIOLATION, at: house.time.now, ...more }, once(key()))
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json<EntryView>()
}

const acts = async (person: Person, { id, n }: EntryView, act: string, body: object) =>
  person.post(`/api/register/${id}/${act}`, body, once(key(), n))

async function does(person: Person, entry: EntryView, act: string, body: object): Promise<EntryView> {
  const answer = await acts(person, entry, act, body)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json<EntryView>()
}

t.test('the life of an entry', async t => {
  t.test(
    'goes from the auditor to the head, from there to who answers for the account, and to another head',
    async t => {
      const { house, auditor, head, deputy, editor } = await office(t)
      const proposed = await entered(house, auditor)
      t.match(proposed, { state: 'proposed', subject: { name: '云溪发布' }, by: { id: 'gu' } })
      const decided = await does(head, proposed, 'rule', { why: '属实' })
      t.match(decided, {
        state: 'decided',
        appealable: true,
        ruling: { nth: 1, consequence: { zh: '提醒' }, points: 1 }
      })
      const appealed = await does(editor, decided, 'appeal', { grounds: '系转载原文' })
      t.match(appealed, { state: 'appealed', overdue: false, appeals: [{ by: { id: 'li' } }] })
      t.match((await acts(head, appealed, 'answer', { outcome: 'upheld', why: '…' })).json(), {
        code: 'SECOND_PERSON_NEEDED'
      })
      const answered = await does(deputy, appealed, 'answer', { outcome: 'withdrawn', why: '原文如此' })
      t.match(answered, { state: 'withdrawn', appeals: [{ answer: { outcome: 'withdrawn' } }] })
      const told: string[] = []
      for await (const { events, commit } of house.events.read({ group: 'test', atMost: 100 })) {
        told.push(...events.map(({ type }) => type).filter(type => type.startsWith('register.')))
        await commit()
        if (told.length >= 4) break
      }
      t.same(told, ['register.entered', 'register.decided', 'register.appealed', 'register.answered'])
    }
  )

  t.test('counts the second violation of an account as its second, also when both are decided at once', async t => {
    const { house, auditor, head, deputy } = await office(t)
    const first = await entered(house, auditor)
    const second = await entered(house, auditor)
    const rulings = await Promise.all([
      does(head, first, 'rule', { why: '属实' }),
      does(deputy, second, 'rule', { why: '属实' })
    ])
    t.same(rulings.map(({ ruling }) => ruling?.nth).toSorted(), [1, 2])
    const ofOther = await entered(house, auditor, { subject: { kind: 'person', id: 'wu' } })
    t.match(await does(head, ofOther, 'rule', { why: '属实' }), { ruling: { nth: 1 } }, 'each subject by itself')
    house.time.now += 366 * DAY
    const [keeper, judge] = [
      await enter(house, { id: 'gu', name: '顾明', role: 'auditor' }),
      await enter(house, { id: 'zhao', name: '赵宏', role: 'head' })
    ]
    const later = await entered(house, keeper)
    t.match(await does(judge, later, 'rule', { why: '属实' }), { ruling: { nth: 1 } }, 'and after a year anew')
  })

  t.test('is refused once the deadline has passed', async t => {
    const { house, auditor, head } = await office(t)
    const decided = await does(head, await entered(house, auditor), 'rule', { why: '属实' })
    house.time.now = decided.appealUntil!
    const editor = await enter(house, { id: 'li', name: '李敏', role: 'editor', accounts: [WEIBO] })
    t.match((await acts(editor, decided, 'appeal', { grounds: '…' })).json(), { code: 'TOO_LATE' })
  })

  t.test('is overtaken by nobody who did not see it as it stands', async t => {
    const { house, auditor, head, deputy } = await office(t)
    const proposed = await entered(house, auditor)
    await does(deputy, proposed, 'drop', { why: '查无此事' })
    t.match((await acts(head, proposed, 'rule', { why: '属实' })).json(), { status: 409, code: 'SOMEBODY_WAS_FASTER' })
    t.equal((await head.post(`/api/register/${proposed.id}/rule`, { why: '属实' }, once(key()))).statusCode, 428)
  })

  t.test('sent twice is one entry', async t => {
    const { house, auditor } = await office(t)
    const body = { ...VIOLATION, at: house.time.now }
    const [one, two] = [
      await auditor.post('/api/register', body, once('same')),
      await auditor.post('/api/register', body, once('same'))
    ]
    t.same(one.json(), two.json())
    t.match((await auditor.post('/api/register', { ...body, title: '别的' }, once('same'))).json(), {
      code: 'KEY_REUSED'
    })
  })

  t.test('names somebody whom the house knows', async t => {
    const { house, auditor } = await office(t)
    const at = house.time.now
    const answer = await auditor.post(
      '/api/register',
      { ...VIOLATION, at, subject: { kind: 'person', id: 'x' } },
      once(key())
    )
    t.match(answer.json(), { status: 400, code: 'INVALID_REQUEST', detail: /body\/subject\/id/ })
  })
})

t.test('who reads the register', async t => {
  const { house, auditor, head, editor, other, handler } = await office(t)
  const [account, department, person] = [
    await entered(house, auditor),
    await entered(house, auditor, { subject: { kind: 'department', id: '水务局' }, text: '电话13800138000无人接听' }),
    await entered(house, auditor, { subject: { kind: 'person', id: 'wu' } })
  ]
  const listed = async (one: Person) =>
    (await one.get('/api/register')).json<{ rows: EntryView[] }>().rows.map(({ id }) => id)
  t.same((await listed(head)).toSorted(), [account, department, person].map(({ id }) => id).toSorted())
  t.same(await listed(editor), [account.id], 'who cares for an account reads what is said of it')
  t.same(await listed(handler), [department.id])
  t.same(await listed(other), [person.id])
  for (const one of [department, person])
    t.match((await editor.get(`/api/register/${one.id}`)).json(), { status: 403, code: 'NOT_ALLOWED' })
  t.match((await auditor.get(`/api/register/${department.id}`)).json<EntryView>().text, /138\*\*\*\*8000/)
  t.match((await head.get(`/api/register/${department.id}`)).json<EntryView>().text, /13800138000/)
  const paged = (await head.get('/api/register?atMost=2')).json<{ rows: EntryView[]; total: number; after: string }>()
  t.match(paged, { total: 3 })
  const rest = (await head.get(`/api/register?atMost=2&after=${encodeURIComponent(paged.after)}`)).json<{
    rows: EntryView[]
  }>()
  t.equal(new Set([...paged.rows, ...rest.rows].map(({ id }) => id)).size, 3)
  t.equal((await head.get('/api/register?subjectKind=person')).json<{ total: number }>().total, 1)
})

t.test('evidence', async t => {
  const sends = ({ app }: House, { cookie }: Person, id: string) => {
    const { payload, headers } = formOf([{ name: '截图.pdf', file: PDF }])
    const all = { ...headers, ...SAME_ORIGIN, cookie, 'idempotency-key': key() }
    return app.inject({ method: 'POST', url: `/api/register/${id}/files`, headers: all, payload })
  }

  t.test('is ids of this house, and files that are kept', async t => {
    const { house, auditor, head } = await office(t)
    const proposed = await entered(house, auditor, { evidence: [{ kind: 'post', id: 'weibo/1001/p1' }] })
    const answer = await sends(house, auditor, proposed.id)
    t.equal(answer.statusCode, 200, answer.body)
    const [file] = answer.json<EntryView>().files
    t.match(file, { fileName: '截图.pdf', type: 'application/pdf', bytes: PDF.length })
    const saved = await head.get(`/api/register/${proposed.id}/files/${file!.id}`)
    t.same(saved.rawPayload, PDF)
    t.equal((await head.get(`/api/register/${proposed.id}/files/none`)).statusCode, 404)
  })

  t.test('is added by whom it is about as long as somebody has to decide, and by no other', async t => {
    const { house, auditor, head, editor, other } = await office(t)
    const proposed = await entered(house, auditor)
    t.equal((await sends(house, other, proposed.id)).statusCode, 403)
    t.equal((await sends(house, editor, proposed.id)).statusCode, 200)
    const decided = await does(head, { ...proposed, n: 2 }, 'rule', { why: '属实' })
    t.match((await sends(house, editor, decided.id)).json(), { code: 'ENTRY_STATE' })
  })
})
