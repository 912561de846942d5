import { openSqlite } from '@huiyin/adapters/sqlite/open.ts'
import { HouseEvent } from '@huiyin/schemas/event.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import t, { type Test } from 'tap'
import { at, citizenWrites, enter, once, openHouse, type Person } from './house.ts'

const ZHAO = { id: 'zhao', name: '赵宏', role: 'head' }
const BOSS = { id: 'boss', name: '钱主任', role: 'administrator' }
const LI = { id: 'li', name: '李静', role: 'editor' }
const WANG = { id: 'wang', name: '王强', role: 'editor' }
const FANG = { id: 'fang', name: '方圆', role: 'editor', accounts: ['wechat/2002'] }

async function office(t: Test) {
  const { store, log, close } = await openSqlite({ folder: t.testdir() })
  t.teardown(close)
  const events = log('events', { parse: parser(HouseEvent, 'event') })
  const house = await openHouse(t, {}, { store, events })
  const [zhao, boss, li] = (await Promise.all([ZHAO, BOSS, LI, WANG, FANG].map(one => enter(house, one)))) as [
    Person,
    Person,
    Person
  ]
  const open = async (count: number) => {
    const ids: string[] = []
    for (let n = 0; n < count; n++) {
      const native = `c${n}`
      ids.push(await citizenWrites(house, { comment: native, root: native, author: { id: `u${n}` } }))
    }
    return ids
  }
  return { ...house, zhao, boss, li, open }
}

const RULE = { id: 'all', name: '全部', order: 1, when: {}, to: ['li', 'wang'], capacity: 2, enabled: true }

t.test('rules of fair shares are kept by the head, and shown before they count', async t => {
  const { zhao, li, open } = await office(t)
  await open(5)

  await t.test('a rule that is not saved yet is tried out, and nothing is given', async t => {
    const shown = (await zhao.post('/api/share-rules/preview', { rule: RULE })).json()
    t.same(shown, {
      rows: [
        { id: 'li', name: '李静', inHand: 0, gets: 2 },
        { id: 'wang', name: '王强', inHand: 0, gets: 2 }
      ],
      rules: [{ id: 'all', name: '全部', shares: 4 }],
      left: 1,
      looked: 5,
      total: 5
    })
    t.equal((await zhao.get('/api/tickets?unassigned=true')).json().total, 5)
    const of = { ...RULE, to: ['fang'] }
    t.match((await zhao.post('/api/share-rules/preview', { rule: of })).json(), { left: 5, rows: [{ gets: 0 }] })
  })
  await t.test('it is saved by who saw it, changed, and taken away', async t => {
    const put = await zhao.put('/api/share-rules/all', RULE)
    t.equal(put.statusCode, 200)
    const [row] = (await zhao.get('/api/share-rules')).json().rows
    t.same(row, { ...RULE, tag: put.json().tag })
    const stale = await zhao.put('/api/share-rules/all', { ...RULE, capacity: 9 })
    t.equal(stale.json().code, 'SOMEBODY_WAS_FASTER')
    const changed = await zhao.put('/api/share-rules/all', { ...RULE, capacity: 1 }, { 'if-match': row.tag })
    t.equal(changed.statusCode, 200)
    t.match((await zhao.post('/api/share-rules/preview', {})).json(), { left: 3 })
    t.equal((await zhao.del('/api/share-rules/all')).statusCode, 204)
    t.equal((await zhao.del('/api/share-rules/all')).json().code, 'SETTING_NOT_FOUND')
    t.same((await zhao.get('/api/share-rules')).json().rows, [])
  })
  await t.test('not by an editor, and not among people who do not work on tickets', async t => {
    t.equal((await li.put('/api/share-rules/all', RULE)).statusCode, 403)
    const refused = await zhao.put('/api/share-rules/all', { ...RULE, to: ['li', 'nobody'] })
    t.match([refused.statusCode, refused.json().at], [400, 'body/to/1'])
    t.equal((await zhao.put('/api/share-rules/other', RULE)).statusCode, 400)
  })
})

t.test('who leaves gives on what they have in hand', async t => {
  const { boss, zhao, open } = await office(t)
  const ids = await open(4)
  for (const [n, id] of ids.slice(0, 3).entries()) await zhao.post(`${at(id)}/assign`, { to: 'li' }, once(`a${n}`))
  const holder = async (id: string) => (await zhao.get(at(id))).json().assignedTo?.id

  await t.test('not to somebody who cannot take it', async t => {
    for (const successor of ['nobody', 'li']) {
      const refused = await boss.post('/api/users/li/leave', { why: '调离', successor })
      t.match([refused.statusCode, refused.json().at], [400, 'body/successor'], successor)
    }
    t.equal(await holder(ids[0]!), 'li')
  })
  await t.test('what a transfer takes from them goes to a successor', async t => {
    const row = (await boss.get('/api/users/li')).json()
    const body = { name: '李静', roles: ['editor'], accounts: ['wechat/2002'], successor: 'wang' }
    t.equal((await boss.put('/api/users/li', body, { 'if-match': row.tag })).statusCode, 200)
    t.same(await Promise.all(ids.map(holder)), ['wang', 'wang', 'wang', undefined])
    t.match((await zhao.get(at(ids[0]!))).json().history.at(-1), {
      type: 'ticket.assigned',
      data: { how: 'hand-over' }
    })
  })
  await t.test('who may not work on it does not get it: it is nobody’s, and seen by all', async t => {
    const left = (await boss.post('/api/users/wang/leave', { why: '退休', successor: 'fang' })).json()
    t.match(left.handOver, [{ why: ['assigned'], to: undefined }, {}, {}])
    t.equal((await zhao.get('/api/tickets?unassigned=true')).json().total, 4)
  })
  await t.test('who has left gets nothing any more', async t => {
    t.equal((await zhao.post(`${at(ids[0]!)}/assign`, { to: 'wang' }, once('late'))).statusCode, 400)
  })
})

t.test('the successor is named in what somebody leaves behind', async t => {
  const { boss, zhao, open } = await office(t)
  const [id] = await open(1)
  await zhao.post(`${at(id!)}/assign`, { to: 'li' }, once('a'))
  const { handOver } = (await boss.post('/api/users/li/leave', { why: '调离', successor: 'wang' })).json()
  t.match(handOver, [{ ticket: id, why: ['assigned'], to: { id: 'wang', name: '王强' } }])
})
