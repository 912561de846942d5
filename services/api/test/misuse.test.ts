import { classification } from '@huiyin/ports/contracts/fixtures.ts'
import t from 'tap'
import { at, citizenWrites, enter, HOUR, MINUTE, once, openHouse } from './house.ts'
import { does, isPosted, key, openOffice, type Person, TEXT, viewed, writes } from './talking.ts'

const COMPLAINT = { classification: classification({ label: 'complaint' }) }
const WATER_HEAD = { id: 'wu', name: '吴局', role: 'head', department: '水务局' }
const refused = { status: 403, code: 'NOT_ALLOWED' }

t.test('who belongs to a department, and be it as its head', async t => {
  t.test('neither gives a case away nor says that it is done', async t => {
    const { house, li, id } = await openOffice(t, COMPLAINT)
    const wu = await enter(house, WATER_HEAD)
    house.time.now += MINUTE
    const younger = await citizenWrites(house, { comment: 'c2', root: 'c2', author: { id: 'u2', name: '网友' } })
    await does(li, id, '/dispatches', { department: '水务局', request: '请抽排' })
    const acts: [path: string, body: object][] = [
      ['/dispatches', { department: '住建局', request: '请处理' }],
      ['/transfer', { department: '住建局', reason: '不归我们' }],
      ['/correct', { department: '住建局' }],
      ['/correct', { label: 'inquiry' }],
      ['/correct', { level: 'blue', urgent: false }],
      ['/dismiss', { reason: '重复' }],
      ['/waive', { reason: '谢谢' }],
      ['/reopen', { reason: '再办' }],
      ['/rating', { score: 5 }],
      ['/rule', { department: '住建局', grounds: '职责' }]
    ]
    const before = await viewed(wu, id)
    for (const [path, body] of acts) t.match((await does(wu, id, path, body)).json(), refused, path)
    t.match((await does(wu, younger, '/merge', { with: id })).json(), refused)
    t.same(await viewed(wu, id), before)
    for (const name of ['dispatch', 'transfer', 'dismiss', 'reopen', 'rate', 'merge'])
      t.notOk(before.may.includes(name as 'merge'), name)
  })

  t.test('lets nothing grave leave, gives no instruction, and ends nobody else’s watch', async t => {
    const { house, li, wang, id } = await openOffice(t, COMPLAINT)
    const wu = await enter(house, WATER_HEAD)
    const dueAt = house.time.now + HOUR
    const watch = { text: '今天要有结果', owner: '水务局', dueAt }
    const [{ id: watched }] = (await does(li, id, '/supervisions', watch)).json().supervised
    t.match((await does(wu, id, `/supervisions/${watched}/end`)).json(), refused)
    t.match((await does(wu, id, '/supervisions', { ...watch, instruction: true })).json(), refused)
    const { id: reply, hash } = await writes(li, id, { important: true })
    await does(wang, id, `/replies/${reply}/review`, { hash })
    t.match((await does(wu, id, `/replies/${reply}/approve`, { hash })).json(), refused)
    t.match((await does(wu, id, '/release', {})).json(), refused)
  })

  t.test('decides nothing that a colleague asked', async t => {
    const { house, li, water, id } = await openOffice(t, COMPLAINT)
    const wu = await enter(house, WATER_HEAD)
    await does(li, id, '/dispatches', { department: '水务局', request: '请抽排' })
    const asked = (await does(water, id, '/asks', { kind: 'close-without-result', reason: '无法联系' })).json()
    const decide = `/asks/${asked.asks[0].id}/decide`
    t.match((await does(wu, id, decide, { granted: true })).json(), refused)
  })

  t.test('writes no templates', async t => {
    const { water } = await openOffice(t)
    const body = { version: 2, name: '已收到', kind: 'holding', text: '已收到', effectiveFrom: 0 }
    t.match((await water.put('/api/templates/received', body)).json(), refused)
  })
})

t.test('a template that was approved and has ended goes on by a head’s word only', async t => {
  const { house, li, head } = await openOffice(t)
  const body = { version: 2, name: '已收到', kind: 'holding', text: '您好，已收到。', effectiveFrom: 0 }
  const save = ({ put }: Person, more: object) => put('/api/templates/received', { ...body, ...more })
  await save(li, {})
  await save(head, { approve: true })
  const retiredAt = house.time.now
  t.equal((await save(li, { retiredAt })).statusCode, 200)
  t.match((await save(li, {})).json(), refused)
  t.match((await save(li, { retiredAt: retiredAt + HOUR })).json(), refused)
  t.match((await save(head, {})).json(), { inForce: true })
})

t.test('rules and people', async t => {
  t.test('are changed by administrators alone, whatever the request says', async t => {
    const house = await openHouse(t)
    const people = await Promise.all(
      ['operator', 'head', 'leader', 'viewer', 'Administrator', 'system'].map(role =>
        enter(house, { id: `the-${role}`, name: role, role })
      )
    )
    const puts = ['people/p1', 'duties/d1', 'rosters/r1', 'quiet-hours', 'ladders/l1', 'reply-lists']
    const posts = ['policies', 'policies/preview', 'calendars']
    for (const { put, post } of people) {
      for (const path of puts) t.match((await put(`/api/${path}`, {})).json(), refused, path)
      for (const path of posts) t.match((await post(`/api/${path}`, {})).json(), refused, path)
    }
  })

  t.test('show to administrators alone where somebody is reached', async t => {
    const { house, li, water } = await openOffice(t)
    const boss = await enter(house, { id: 'boss', name: '钱', role: 'administrator' })
    const contacts = [{ channel: 'wecom', address: '13800138000' }]
    const person = { id: 'p1', name: '陈工', contacts, leave: [] }
    t.equal((await boss.put('/api/people/p1', person)).statusCode, 200)
    t.equal((await boss.put('/api/duties/d1', { department: 'd1', contacts })).statusCode, 200)
    for (const path of ['people', 'duties']) {
      t.match((await boss.get(`/api/${path}`)).json(), { rows: [{ contacts }] })
      for (const { get } of [li, water]) {
        const { body } = await get(`/api/${path}`)
        t.same(JSON.parse(body).rows[0].contacts, [])
        t.notOk(body.includes('13800138000'))
      }
    }
  })
})

t.test('an act that names a last turn which is not the last is refused, also where it need name none', async t => {
  const { li, head, water, id } = await openOffice(t, COMPLAINT)
  const stale = () => once(key(), 9_999)
  const faster = { status: 409, code: 'SOMEBODY_WAS_FASTER' }
  const [{ id: dispatch }] = (await does(li, id, '/dispatches', { department: '水务局', request: '请抽排' })).json()
    .dispatches
  const of = (path: string) => `${at(id)}${path}`
  const transfer = { department: '住建局', reason: '属住建' }
  t.match((await li.post(of('/transfer'), transfer, stale())).json(), faster)
  t.match((await head.post(of('/rule'), { department: '住建局', grounds: '职责' }, stale())).json(), faster)
  t.match((await water.post(of(`/dispatches/${dispatch}/return`), { text: '已办' }, stale())).json(), faster)
  const bounce = { grounds: '不归我们', proposes: '住建局' }
  t.match((await water.post(of(`/dispatches/${dispatch}/bounce`), bounce, stale())).json(), faster)
  t.match((await viewed(li, id)).dispatches, [{ state: 'dispatched' }])
  t.equal((await li.post(of('/transfer'), transfer, once(key()))).statusCode, 200)
})

t.test('the key of somebody else, or of another request, gives nobody an answer', async t => {
  t.test('of a reply', async t => {
    const { li, wang, id } = await openOffice(t)
    const { lastTurn } = await viewed(li, id)
    const ask = ({ post }: Person) => post(`${at(id)}/replies`, { text: TEXT }, once('k-1', lastTurn))
    t.equal((await ask(li)).statusCode, 200)
    t.match((await ask(wang)).json(), { status: 422, code: 'KEY_REUSED' })
    t.equal((await ask(li)).statusCode, 200)
  })

  t.test('of a merge', async t => {
    const { house, li, id: elder } = await openOffice(t)
    const another = async (n: number) => {
      house.time.now += MINUTE
      return citizenWrites(house, { comment: `c${n}`, root: `c${n}`, author: { id: `u${n}`, name: '网友' } })
    }
    const [second, third] = [await another(2), await another(3)]
    const named = key()
    t.match((await does(li, third, '/merge', { with: elder }, named)).json(), { status: 'merged' })
    t.match((await does(li, third, '/merge', { with: second }, named)).json(), { status: 422, code: 'KEY_REUSED' })
    t.match((await does(li, third, '/merge', { with: elder }, named)).json(), { status: 'merged' })
  })
})

t.test('times that nobody means are refused', async t => {
  const { house, li, id } = await openOffice(t, COMPLAINT)
  const watch = (dueAt: number) => does(li, id, '/supervisions', { text: '要有结果', owner: '水务局', dueAt })
  const { now } = house.time
  t.match((await watch(now + 367 * 24 * HOUR)).json(), { status: 422, code: 'UNTIL_NOT_ALLOWED' })
  t.match((await watch(8.64e15)).json(), { status: 400, at: 'body/dueAt' })
  const attested = (postedAt: number) => does(li, id, '/attested', { text: TEXT, postedAt, evidence: '截图' })
  for (const postedAt of [0, now - 30 * 24 * HOUR, now + 1])
    t.match((await attested(postedAt)).json(), { status: 422, code: 'REPLY_INVALID' })
  for (const promisedAt of [now, now + 365 * 24 * HOUR])
    t.match((await does(li, id, '/replies', { text: TEXT, promisedAt })).json(), { status: 422, code: 'REPLY_INVALID' })
  const roster = {
    id: 'r1',
    name: '值班',
    zone: 'Asia/Shanghai',
    weekly: [],
    dated: [{ from: 8.64e15, to: 1, people: [] }],
    handOver: 0
  }
  const boss = await enter(house, { id: 'boss', name: '钱', role: 'administrator' })
  t.match((await boss.put('/api/rosters/r1', roster)).json(), { status: 400, at: 'body/dated/0/from' })
})

t.test('text that is none is refused and stands nowhere', async t => {
  const { li, id } = await openOffice(t)
  for (const reason of ['半个\ud83d', '\udc00', '零\u0000']) {
    const { lastTurn } = await viewed(li, id)
    t.match((await li.post(`${at(id)}/dismiss`, { reason }, once(key(), lastTurn))).json(), {
      status: 400,
      at: 'body/reason'
    })
  }
  t.equal((await viewed(li, id)).status, 'open')
})

t.test('a reply answers what is owed on its own ticket only', async t => {
  const { house, li, wang, id } = await openOffice(t)
  const other = await citizenWrites(house, { comment: 'c2', root: 'c2', author: { id: 'u2', name: '网友' } })
  const [{ comment } = { comment: '' }] = (await viewed(li, other)).turns
  const foreign = { text: TEXT, answers: [comment] }
  t.match((await does(li, id, '/replies', foreign)).json(), { status: 422, code: 'REPLY_INVALID' })
  const { postedAt, evidence } = { postedAt: house.time.now, evidence: '截图' }
  for (const more of [{ answers: [comment] }, { to: comment }])
    t.match((await does(li, id, '/attested', { text: TEXT, postedAt, evidence, ...more })).json(), {
      status: 422,
      code: 'REPLY_INVALID'
    })
  const { id: reply, hash } = await writes(li, id)
  await does(wang, id, `/replies/${reply}/review`, { hash })
  await isPosted(house, id)
  t.equal((await viewed(li, other)).status, 'open')
})
