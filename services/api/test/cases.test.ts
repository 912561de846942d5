import { classification } from '@huiyin/ports/contracts/fixtures.ts'
import t from 'tap'
import { at, enter, HOUR, MINUTE, once } from './house.ts'
import { does, isPosted, key, LI, openOffice, TEXT, viewed, writes } from './talking.ts'

const COMPLAINT = { classification: classification({ label: 'complaint' }) }
const DISPATCH = { department: '水务局', assisting: ['住建局'], request: '请今晚抽排门口积水' }

t.test('a dispatch', async t => {
  t.test('is signed for by its department, which then tells the result', async t => {
    const { house, li, water, id } = await openOffice(t, COMPLAINT)
    const sent = (await does(li, id, '/dispatches', DISPATCH)).json()
    t.match(sent, {
      dispatchedTo: { department: '水务局', signed: false },
      dispatches: [{ state: 'dispatched', assisting: ['住建局'], bounceUntil: house.time.now + 24 * HOUR }]
    })
    t.match(
      sent.clocks.find(({ kind }: { kind: string }) => kind === 'leg'),
      { stage: 'sign', department: '水务局' }
    )
    const [{ id: dispatch }] = sent.dispatches
    const of = (name: string) => `/dispatches/${dispatch}/${name}`
    const [mine] = (await viewed(water, id)).dispatches
    t.same(mine?.may, ['dispatch.sign', 'dispatch.return', 'dispatch.bounce'])

    const signed = (await water.post(`${at(id)}${of('sign')}`, undefined, once(key()))).json()
    t.match(signed, { dispatchedTo: { signed: true }, dispatches: [{ signedBy: { name: '陈伟' } }] })
    t.match((await water.post(`${at(id)}${of('sign')}`, undefined, once(key()))).json(), {
      status: 409,
      code: 'DISPATCH_OVER'
    })
    const done = (await does(water, id, of('return'), { text: '积水已抽干' })).json()
    t.match(done.dispatches, [{ state: 'returned', result: { text: '积水已抽干', by: { name: '陈伟' } } }])
    t.notOk('dispatchedTo' in done)
    t.equal(done.writing.kind, 'final')
  })

  t.test('is refused to a second department, and to who has not seen the last turn', async t => {
    const { li, id } = await openOffice(t, COMPLAINT)
    t.match((await li.post(`${at(id)}/dispatches`, DISPATCH, once(key()))).json(), { status: 428 })
    t.match((await li.post(`${at(id)}/dispatches`, DISPATCH, once(key(), 99))).json(), {
      status: 409,
      code: 'SOMEBODY_WAS_FASTER'
    })
    await does(li, id, '/dispatches', DISPATCH)
    t.match((await does(li, id, '/dispatches', DISPATCH)).json(), { status: 409, code: 'DISPATCH_ACTIVE' })
    t.notOk((await viewed(li, id)).may.includes('dispatch'))
  })

  t.test('is sent back with grounds, and its owner is ruled by the office’s head', async t => {
    const { li, head, water, id } = await openOffice(t, COMPLAINT)
    const [{ id: dispatch }] = (await does(li, id, '/dispatches', DISPATCH)).json().dispatches
    const bounce = `/dispatches/${dispatch}/bounce`
    t.match((await does(water, id, bounce, { grounds: ' ', proposes: '住建局' })).json(), { code: 'GROUNDS_NEEDED' })
    t.match((await does(water, id, bounce, { proposes: '住建局' })).json(), { status: 400, at: 'body/grounds' })
    const bounced = (await does(water, id, bounce, { grounds: '小区内部管网归物业', proposes: '住建局' })).json()
    t.match(bounced.dispatches, [{ state: 'bounced', bounce: { proposes: '住建局', by: { name: '陈伟' } } }])
    const ruling = { department: '住建局', grounds: '三定方案' }
    t.match((await does(li, id, '/rule', ruling)).json(), { status: 403, code: 'NOT_ALLOWED' })
    t.ok((await viewed(head, id)).may.includes('dispatch.rule'))
    t.notOk((await viewed(li, id)).may.includes('dispatch.rule'))
    const ruled = (await does(head, id, '/rule', ruling)).json()
    t.match(ruled, { department: '住建局', dispatchedTo: { department: '住建局' } })
    t.match(ruled.dispatches[1], { ruled: { by: { name: '赵宏' } } })
  })

  t.test('is taken back by the office, not by the department', async t => {
    const { li, water, id } = await openOffice(t, COMPLAINT)
    const [{ id: dispatch }] = (await does(li, id, '/dispatches', DISPATCH)).json().dispatches
    const path = `/dispatches/${dispatch}/withdraw`
    t.match((await does(water, id, path, { reason: '不归我们' })).json(), { status: 403, code: 'NOT_ALLOWED' })
    t.match((await does(li, id, path, { reason: '派错了' })).json().dispatches, [{ state: 'withdrawn' }])
    t.match((await does(li, id, '/dispatches/none/withdraw', { reason: '无' })).json(), { status: 404 })
  })
})

t.test('a transfer gives the case to another department, once', async t => {
  const { li, id } = await openOffice(t, COMPLAINT)
  const body = { department: '住建局', reason: '属住建职责' }
  t.equal((await does(li, id, '/transfer', body)).json().department, '住建局')
  t.match((await does(li, id, '/transfer', body)).json(), { status: 409, code: 'SAME_DEPARTMENT' })
})

t.test('a case is watched until who watches it ends that; only leaders give instructions', async t => {
  const { house, li, wang, head, id } = await openOffice(t, COMPLAINT)
  const body = { text: '今天要有结果', owner: '水务局', dueAt: house.time.now + HOUR }
  t.match((await does(li, id, '/supervisions', { ...body, instruction: true })).json(), { code: 'NOT_ALLOWED' })
  t.match((await does(li, id, '/supervisions', { ...body, dueAt: house.time.now })).json(), {
    status: 422,
    code: 'UNTIL_NOT_ALLOWED'
  })
  t.notOk((await viewed(li, id)).may.includes('supervise.instruct'))
  t.ok((await viewed(head, id)).may.includes('supervise.instruct'))
  const watched = (await does(li, id, '/supervisions', body)).json()
  t.match(watched, { watched: true, supervised: [{ text: '今天要有结果', instruction: false, by: { name: '李静' } }] })
  const end = `/supervisions/${watched.supervised[0].id}/end`
  t.match((await does(wang, id, end)).json(), { status: 403, code: 'NOT_ALLOWED' })
  t.match((await does(li, id, end)).json(), { watched: false, supervised: [{ endedAt: house.time.now }] })
})

t.test('what one asks another decides', async t => {
  t.test('longer time, after the citizen was told how it stands', async t => {
    const { house, li, wang, head, id } = await openOffice(t, COMPLAINT)
    const close = (await viewed(li, id)).clocks.find(({ kind }) => kind === 'close')!
    const until = close.dueAt + 24 * HOUR
    const body = { kind: 'extend', reason: '要等管道到货', until }
    t.match((await does(li, id, '/asks', body)).json(), { status: 409, code: 'INTERIM_REPLY_NEEDED' })
    t.notOk((await viewed(li, id)).may.includes('ask.extend'))
    const reply = await writes(li, id, { kind: 'interim' })
    await wang.post(`${at(id)}/replies/${reply.id}/review`, { hash: reply.hash }, once(key()))
    house.time.now += MINUTE
    await isPosted(house, id)
    t.ok((await viewed(li, id)).may.includes('ask.extend'))

    const asked = (await does(li, id, '/asks', body)).json()
    t.match(asked, { undecided: 1, asks: [{ kind: 'extend', until, by: { name: '李静' } }] })
    t.same(asked.asks[0].may, [])
    t.same((await viewed(head, id)).asks[0]?.may, ['ask.decide'])
    const decide = `/asks/${asked.asks[0].id}/decide`
    t.match((await does(li, id, decide, { granted: true })).json(), { status: 403, code: 'SECOND_PERSON_NEEDED' })
    const granted = (await does(head, id, decide, { granted: true })).json()
    t.match(granted, { undecided: 0, asks: [{ decided: { granted: true, by: { name: '赵宏' } } }] })
    t.match(
      granted.clocks.find(({ kind }: { kind: string }) => kind === 'close'),
      { dueAt: until, originalDueAt: close.dueAt, fixed: 'extended' }
    )
    t.match((await does(head, id, decide, { granted: true })).json(), { status: 409, code: 'ASK_DECIDED' })
  })

  t.test(
    'lower priority is refused where nothing is urgent, closing without a result where somebody waits',
    async t => {
      const { li, head, id } = await openOffice(t, COMPLAINT)
      t.match((await does(li, id, '/asks', { kind: 'lower', reason: '误判' })).json(), { code: 'NOT_URGENT' })
      const asked = (await does(li, id, '/asks', { kind: 'close-without-result', reason: '无法联系' })).json()
      const decide = `/asks/${asked.asks[0].id}/decide`
      t.match((await does(head, id, decide, { granted: true })).json(), { status: 409, code: 'ANSWER_OWED' })
      t.match((await does(head, id, decide, { granted: false })).json(), { asks: [{ decided: { granted: false } }] })
      t.match((await does(li, id, '/asks', { kind: 'praise', reason: '无' })).json(), { status: 400, at: 'body/kind' })
    }
  )
})

t.test('a case is rated once it is done', async t => {
  const { house, li, wang, id } = await openOffice(t)
  t.match((await does(li, id, '/rating', { score: 5 })).json(), { status: 409, code: 'NOT_CLOSED_YET' })
  const reply = await writes(li, id, { text: TEXT })
  await wang.post(`${at(id)}/replies/${reply.id}/review`, { hash: reply.hash }, once(key()))
  house.time.now += MINUTE
  await isPosted(house, id)
  const view = await viewed(li, id)
  t.match(view, { status: 'answered', cycles: [{ how: 'answered' }] })
  t.ok(view.may.includes('rate'))
  t.match((await does(li, id, '/rating', { score: 6 })).json(), { status: 400, at: 'body/score' })
  t.match((await does(li, id, '/rating', { score: 4 })).json().cycles, [{ satisfaction: { score: 4 } }])
})

t.test('what is being handled counts among what waits', async t => {
  const { house, li, wang, id } = await openOffice(t, COMPLAINT)
  const reply = await writes(li, id, { kind: 'interim' })
  await wang.post(`${at(id)}/replies/${reply.id}/review`, { hash: reply.hash }, once(key()))
  await isPosted(house, id)
  await house.store.tickets.refresh()
  t.equal((await viewed(li, id)).status, 'handling')
  t.match((await li.get('/api/tickets?status=handling')).json(), { total: 1, rows: [{ clock: { kind: 'close' } }] })
  house.time.now += 30 * 24 * HOUR
  const { get } = await enter(house, { ...LI, id: 'later' })
  t.match((await get('/api/counts')).json(), { status: { handling: 1 }, label: { complaint: 1 }, overdue: 1 })
  t.equal((await get('/api/tickets?overdue=true')).json().total, 1)
})
