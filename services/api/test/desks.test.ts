import { setTimeout as sleep } from 'node:timers/promises'
import { classification } from '@huiyin/ports/contracts/fixtures.ts'
import type { DispatchList, DispatchRow, ReviewList } from '@huiyin/schemas/api-desks.ts'
import type { Capabilities } from '@huiyin/schemas/capabilities.ts'
import t from 'tap'
import { at, citizenWrites, enter, HOUR, once } from './house.ts'
import { does, HEAD, key, openOffice, type Person, viewed, writes } from './talking.ts'
import { written } from './written.ts'

/** Of an account that takes replies alone. */
const NONE: Capabilities = {
  ...{ inbox: false, comments: true, posts: true, counts: true, lookUp: 0, followUp: false },
  ...{ reply: true, replyAgain: false, replace: false, deleteReply: false, deleteComment: false, elect: false },
  ...{ replyLimit: 140, readBack: true }
}
const COMPLAINT = { classification: classification({ label: 'complaint' }) }
const DISPATCH = { department: '水务局', assisting: ['住建局'], request: '请今晚抽排门口积水' }

const board = async (who: Person, query = ''): Promise<DispatchList> =>
  (await who.get(`/api/dispatches${query}`)).json()

/** What happened is heard a moment later. */
async function boardUntil(who: Person, is: (rows: DispatchRow[]) => boolean): Promise<DispatchRow[]> {
  for (let tries = 0; ; tries++) {
    const { rows } = await board(who)
    if (is(rows)) return rows
    if (tries > 200) throw new Error(`The board stays ${JSON.stringify(rows)}`)
    await sleep(10)
  }
}

const stageIs = (stage: string) => (rows: DispatchRow[]) => rows.length === 1 && rows[0]!.stage === stage

t.test('the board of dispatches', async t => {
  t.test('follows a dispatch from its sending to its result', async t => {
    const { house, li, water, id } = await openOffice(t, COMPLAINT)
    t.match(await board(li), { rows: [], total: 0, cut: false })
    const [{ id: dispatch }] = (await does(li, id, '/dispatches', DISPATCH)).json().dispatches
    const [sent] = await boardUntil(li, stageIs('to-sign'))
    t.match(sent, {
      id: dispatch,
      department: '水务局',
      assisting: ['住建局'],
      by: '李静',
      request: DISPATCH.request,
      clock: { stage: 'sign', startedAt: house.time.now },
      ticket: { id, number: String, excerpt: String }
    })
    const url = (act: string) => `${at(id)}/dispatches/${dispatch}/${act}`
    await water.post(url('sign'), undefined, once(key()))
    t.match(await boardUntil(li, stageIs('handling')), [{ signedBy: '陈伟', clock: { stage: 'handle' } }])
    await does(water, id, `/dispatches/${dispatch}/return`, { text: '积水已抽干，电话 13800138000' })
    const [back] = await boardUntil(li, stageIs('returned'))
    t.match(back, { result: { by: '陈伟', text: '积水已抽干，电话 13800138000' }, may: [] })
    t.notOk(back!.clock)
  })

  t.test('says what was sent back, how often, and when only the head can go on', async t => {
    const { li, head, water, id } = await openOffice(t, COMPLAINT)
    const sendsBack = async () => {
      const { dispatches } = (await does(li, id, '/dispatches', DISPATCH)).json()
      const grounds = { grounds: '小区内部管网归物业', proposes: '住建局' }
      await does(water, id, `/dispatches/${dispatches.at(-1).id}/bounce`, grounds)
    }
    await board(li)
    await sendsBack()
    const once = await boardUntil(li, ([row]) => row?.bounces === 1)
    t.match(once, [{ stage: 'bounced', bounceFinal: false, bounce: { proposes: '住建局', by: '陈伟' } }])
    await sendsBack()
    t.match(await boardUntil(li, ([row]) => row?.bounces === 2), [{ bounceFinal: true }])
    await does(head, id, '/rule', { department: '住建局', grounds: '三定方案' })
    t.match(await boardUntil(li, stageIs('to-sign')), [{ department: '住建局', ruled: true }])
  })

  t.test('names who had it before a transfer, and what is watched', async t => {
    const { house, li, head, id } = await openOffice(t, COMPLAINT)
    await does(li, id, '/dispatches', DISPATCH)
    const watch = { text: '今晚必须办完', owner: '住建局', dueAt: house.time.now + HOUR }
    await does(head, id, '/supervisions', { ...watch, instruction: true })
    await does(li, id, '/transfer', { department: '住建局', reason: '归口变更' })
    t.match(await boardUntil(li, ([row]) => row?.department === '住建局'), [
      { from: '水务局', supervised: [{ ...watch, instruction: true }] }
    ])
  })

  t.test('shows a department its own, what it may sign, and no links; others and strangers nothing', async t => {
    const { house, li, water, id } = await openOffice(t, COMPLAINT)
    const roads = await enter(house, { id: 'lu', name: '陆川', role: 'operator', department: '交通局' })
    const [{ id: dispatch }] = (await does(li, id, '/dispatches', DISPATCH)).json().dispatches
    house.time.now += 11_000
    await li.post(`${at(id)}/dispatches/${dispatch}/links`, { to: '值班室' }, once(key()))
    t.match(await boardUntil(li, ([row]) => row?.links.length === 1), [
      { links: [{ to: '值班室', endedAt: undefined }], may: ['dispatch.sign'] }
    ])
    t.match((await board(water)).rows, [{ department: '水务局', links: [], may: ['dispatch.sign'] }])
    t.same((await board(roads)).rows, [])
    t.equal((await board(roads)).departments.length, 0)
  })

  t.test('counts every department, late ones too, and lists the one that is asked for', async t => {
    const { house, li, id } = await openOffice(t, COMPLAINT)
    const other = await citizenWrites(house, { ...COMPLAINT, comment: 'c2', root: 'c2', author: { id: 'u2' } })
    await does(li, id, '/dispatches', DISPATCH)
    await does(li, other, '/dispatches', { department: '交通局', request: '请修路灯' })
    await boardUntil(li, rows => rows.length === 2)
    house.time.now += 200 * HOUR
    const later = await enter(house, { id: 'ma', name: '马兰', role: 'editor' })
    const { rows, total, departments } = await board(later, `?department=${encodeURIComponent('交通局')}`)
    t.same([rows.map(({ department }) => department), total], [['交通局'], 1])
    t.same(
      departments.map(({ name, overdue }) => [name, overdue]).toSorted(),
      [
        ['水务局', 1],
        ['交通局', 1]
      ].toSorted()
    )
    t.match((await later.get('/api/dispatches?stage=returned')).json(), { status: 400 })
  })
})

t.test('what waits for a second person', async t => {
  const reviews = async (who: Person): Promise<ReviewList> => (await who.get('/api/reviews')).json()

  t.test('is listed for those who may decide it, with what they may do', async t => {
    const { house, li, wang, head, water, id } = await openOffice(t)
    await house.store.tickets.refresh()
    t.same((await reviews(wang)).rows, [])
    const { id: reply } = await writes(li, id)
    await house.store.tickets.refresh()
    t.match((await reviews(wang)).rows, [
      { kind: 'reply', id: reply, by: '李静', may: ['reply.review', 'reply.return', 'reply.edit'], ticket: { id } }
    ])
    t.equal((await reviews(wang)).rows.length, 1)
    t.same((await reviews(li)).rows, [], 'not one’s own')
    t.match((await reviews(head)).rows, [{ id: reply }])
    t.same((await reviews(water)).rows, [], 'the case is not with them')
    await wang.post(`${at(id)}/replies/${reply}/return`, { reason: '请补充电话' }, once(key()))
    await house.store.tickets.refresh()
    t.same((await reviews(head)).rows, [])
  })

  t.test('holds what is asked of them, and takes it away once it is decided', async t => {
    const { house, li, wang, id } = await openOffice(t, COMPLAINT)
    await reviews(wang)
    await does(li, id, '/asks', { kind: 'close-without-result', reason: '当事人失联' })
    const decides = await enter(house, { ...HEAD, id: 'qian', name: '钱进' })
    for (let tries = 0; (await reviews(decides)).rows.length === 0; tries++) {
      if (tries > 200) throw new Error('It is never asked of them')
      await sleep(10)
    }
    const [asked] = (await reviews(decides)).rows
    t.match(asked, { kind: 'ask', by: '李静', may: ['ask.decide'], ticket: { id, undecided: 1 } })
    t.same((await reviews(li)).rows, [], 'not one’s own')
    await does(decides, id, `/asks/${asked!.id}/decide`, { granted: false })
    t.equal((await viewed(li, id)).asks[0]?.decided?.granted, false)
  })

  t.test('holds a removal that was asked on a case that is done, and lets go of it when it is decided', async t => {
    const can = { ...NONE, deleteComment: true }
    const { house, li, head, id } = await openOffice(
      t,
      {},
      { accounts: () => ({ name: '云溪发布', replyLimit: 140, can }) }
    )
    const comment = (await viewed(li, id)).turns[0]!.comment!
    const why = { ground: 'insult-or-privacy', text: '公开他人住址，依据个人信息保护法' }
    const asked = (await li.post(`${at(id)}/removals`, { comment, ...why }, once(key()))).json()
    await does(li, id, '/dismiss', { reason: '闲聊、与政务无关' })
    await written(house)
    t.match((await reviews(head)).rows, [{ kind: 'removal', ticket: { id, status: 'dismissed' } }])
    const url = `${at(id)}/removals/${asked.moderation[0].id}/refuse`
    await head.post(url, { reason: '属于批评意见' }, once(key()))
    for (let tries = 0; (await reviews(head)).rows.length > 0; tries++) {
      if (tries > 200) throw new Error('It is listed though it was decided')
      await sleep(10)
    }
  })

  t.test('counts the labels that a person looks at', async t => {
    const unsure = { classification: classification({ label: 'inquiry', confidence: 0.4 }) }
    const { house, li, water } = await openOffice(t, unsure)
    await house.store.tickets.refresh()
    const listed = (await li.get('/api/tickets?review=true&status=open&status=handling')).json().total
    t.equal((await reviews(li)).judgements, listed)
    t.equal((await reviews(water)).judgements, 0)
  })
})
