import { classification } from '@huiyin/ports/contracts/fixtures.ts'
import type { TemplateList } from '@huiyin/schemas/api-templates.ts'
import t from 'tap'
import { HOUR, openHouse, signIn } from './house.ts'
import { does, lastOf, openOffice, type Person, viewed, writes } from './talking.ts'

const HOLDING = {
  version: 2,
  name: '已收到',
  kind: 'holding',
  text: '您好，已收到，正在联系{{department}}，{{dueDay}}前回复您。编号{{number}}。',
  effectiveFrom: 0
}

const save = async ({ put }: Person, body: object) => put('/api/templates/received', body)
const listFor = async ({ get }: Person, id: string): Promise<TemplateList> =>
  (await get(`/api/templates?ticket=${encodeURIComponent(id)}`)).json()

t.test('templates', async t => {
  t.test('are listed with the shipped ones, of which none is approved', async t => {
    const { li } = await openOffice(t)
    const { rows } = (await li.get('/api/templates')).json()
    t.equal(rows.length, 4)
    for (const row of rows) t.match(row, { shipped: true, inForce: false, mayApprove: false })
    t.same(rows.find(({ id }: { id: string }) => id === 'received').variables, ['department', 'dueDay', 'number'])
  })

  t.test('are made once a version, and approved by another than their author', async t => {
    const { li, head } = await openOffice(t)
    t.match((await save(head, { ...HOLDING, approve: true })).json(), { status: 403, code: 'SECOND_PERSON_NEEDED' })
    t.match((await save(li, HOLDING)).json(), { id: 'received', version: 2, author: '李静', mayApprove: false })
    t.equal((await save(li, HOLDING)).statusCode, 200)
    t.match((await save(li, { ...HOLDING, text: '改了' })).json(), { status: 409, code: 'VERSION_EXISTS' })
    t.match((await save(li, { ...HOLDING, approve: true })).json(), { status: 403, code: 'NOT_ALLOWED' })
    const approved = (await save(head, { ...HOLDING, approve: true })).json()
    t.match(approved, { inForce: true, approved: { by: { name: '赵宏' } } })
    t.match((await save(li, { ...HOLDING, version: 1 })).json(), { code: 'VERSION_EXISTS' })
  })

  t.test('that name what nobody knows are refused', async t => {
    const { li } = await openOffice(t)
    t.match((await save(li, { ...HOLDING, text: '{{weather}}' })).json(), { status: 422, code: 'TEMPLATE_INVALID' })
    t.match((await li.put('/api/templates/A%20B', HOLDING)).json(), { status: 400, at: 'path/id' })
  })

  t.test('end when a person says so', async t => {
    const { house, li, head } = await openOffice(t)
    await save(li, HOLDING)
    await save(head, { ...HOLDING, approve: true })
    const retiredAt = house.time.now + HOUR
    t.match((await save(li, { ...HOLDING, retiredAt })).json(), { inForce: true, retiredAt })
    house.time.now = retiredAt
    const { rows } = (await li.get('/api/templates')).json()
    t.match(
      rows.find(({ version }: { version: number }) => version === 2),
      { inForce: false }
    )
  })

  t.test('in an office of one are approved by their author', async t => {
    const admin = await signIn(await openHouse(t))
    t.match((await save(admin, { ...HOLDING, approve: true })).json(), {
      inForce: true,
      approved: { by: { id: 'admin' } }
    })
  })
})

t.test('a reply made of a template', async t => {
  t.test('that is approved and left as it was needs no review where it only holds', async t => {
    const { li, head, id } = await openOffice(t)
    await does(li, id, '/transfer', { department: '水务局', reason: '属水务' })
    await save(li, HOLDING)
    await save(head, { ...HOLDING, approve: true })
    const { rows, values } = await listFor(li, id)
    const { number } = await viewed(li, id)
    t.match(values, { number, department: '水务局', dueDay: '2026年11月27日', office: '云溪发布' })
    const { filled } = rows.find(row => row.id === 'received')!
    t.equal(filled, `您好，已收到，正在联系水务局，2026年11月27日前回复您。编号${number}。`)
    const template = { id: 'received', version: 2, values: {} }
    t.match(await writes(li, id, { text: filled, kind: 'holding', template }), {
      state: 'approved',
      template: 'received@2',
      reviewedBy: undefined
    })
  })

  t.test('that was changed, is not approved, or says what nobody knows, is reviewed', async t => {
    const { li, head, id } = await openOffice(t)
    await does(li, id, '/transfer', { department: '水务局', reason: '属水务' })
    await save(li, HOLDING)
    const { number } = await viewed(li, id)
    const text = (department = '水务局', dueDay = '2026年11月27日') =>
      `您好，已收到，正在联系${department}，${dueDay}前回复您。编号${number}。`
    const template = { id: 'received', version: 2, values: {} }
    const written = (body: object) => writes(li, id, { kind: 'holding', template, ...body })
    t.match(await written({ text: text() }), { state: 'drafted', template: 'received@2' })
    await save(head, { ...HOLDING, approve: true })
    t.match(await written({ text: `${text()}请放心。` }), { state: 'drafted', template: undefined })
    const own = { ...template, values: { department: '谁都不管的部门' } }
    t.match(await written({ text: text('谁都不管的部门'), template: own }), {
      state: 'drafted',
      template: 'received@2'
    })
    const promised = { ...template, values: { dueDay: '2030年1月1日' } }
    t.match(await written({ text: text('水务局', '2030年1月1日'), template: promised }), { state: 'drafted' })
    t.match(await written({ text: text(), kind: 'interim' }), { state: 'drafted' })
    const known = { ...template, values: { department: '住建局', dueDay: '2026年11月22日' } }
    t.match(await written({ text: text('住建局', '2026年11月22日'), template: known }), { state: 'approved' })
  })

  t.test('leaves nothing unsaid, and names one that is there', async t => {
    const { li, id } = await openOffice(t)
    const template = { id: 'under-way', version: 1, values: {} }
    const open = await does(li, id, '/replies', { text: '编号{{number}}已由{{department}}接手', template })
    t.match(open.json(), { status: 422, code: 'TEMPLATE_INVALID' })
    const none = await does(li, id, '/replies', {
      text: '您好，我们正在办理，请稍候。',
      template: { ...template, version: 9 }
    })
    t.match(none.json(), { status: 404, code: 'TEMPLATE_NOT_FOUND' })
    const odd = { ...template, values: { weather: '晴' } }
    t.match((await does(li, id, '/replies', { text: '您好', template: odd })).json(), { status: 400 })
  })

  t.test('is offered where the template is for such tickets', async t => {
    const { li, id } = await openOffice(t, { classification: classification({ label: 'complaint' }) })
    t.same(
      (await listFor(li, id)).rows.map(row => row.id),
      ['needs-longer', 'received', 'under-way']
    )
    t.match((await li.get('/api/templates?ticket=none')).json(), { status: 404 })
  })
})

t.test('the lists by which replies are checked', async t => {
  t.test('are the shipped ones until an administrator changes them', async t => {
    const { house, li, id } = await openOffice(t)
    const { lists, tag } = (await li.get('/api/reply-lists')).json()
    t.equal(tag, undefined)
    t.ok(lists.cold.length > 20)
    t.match((await li.put('/api/reply-lists', lists)).json(), { status: 403, code: 'NOT_ALLOWED' })

    const { put } = await signIn(house)
    const changed = { ...lists, sensitive: [...lists.sensitive, { word: '内涝', severity: 'refuse', instead: '积水' }] }
    const saved = (await put('/api/reply-lists', changed)).json()
    t.match((await does(li, id, '/replies', { text: '您好，内涝今晚抽排完毕。' })).json(), {
      code: 'REPLY_REFUSED',
      findings: [{ code: 'sensitive', replacement: '积水' }]
    })
    t.match((await put('/api/reply-lists', lists, { 'if-match': '"another"' })).json(), {
      status: 409,
      code: 'SOMEBODY_WAS_FASTER'
    })
    t.equal((await put('/api/reply-lists', lists, { 'if-match': `"${saved.tag}"` })).statusCode, 200)
    t.match(lastOf((await does(li, id, '/replies', { text: '您好，内涝今晚抽排完毕。' })).json()), { state: 'drafted' })
  })
})
