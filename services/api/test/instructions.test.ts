import { SHIPPED_INCIDENT_RULES as rules } from '@huiyin/domain/settings/shipped/incident-rules.ts'
import { actOnIncident, incidentOf } from '@huiyin/ports/incidents.ts'
import { system } from '@huiyin/schemas/actor.ts'
import t, { type Test } from 'tap'
import { enter, HOUR, once, openHouse } from './house.ts'
import { incidentIn } from './incident-in.ts'

const LEADER = { id: 'zhou', name: '周县长', role: 'leader' }
const LI = { id: 'li', name: '李静', role: 'editor' }
const AUDITOR = { id: 'wu', name: '吴静', role: 'auditor' }

async function openOffice(t: Test) {
  const house = await openHouse(t)
  const [leader, li, auditor] = [await enter(house, LEADER), await enter(house, LI), await enter(house, AUDITOR)]
  const id = await incidentIn(house, { id: 'i1', platform: 'weibo', account: '1001', phrase: '小区门口积水' })
  return { house, leader, li, auditor, path: (more = '') => `/api/incidents/${id}${more}` }
}

t.test('an instruction on an incident', async t => {
  t.test('is given by a leader, stands with the incident, and is answered by who handles it', async t => {
    const { house, leader, li, path } = await openOffice(t)
    const body = { text: '今晚抽干。', dueAt: house.time.now + HOUR, to: [{ kind: 'role', role: 'head' }] }
    const given = await leader.post(path('/instructions'), body, once('k1'))
    t.equal(given.statusCode, 200)
    t.match(given.json().instructions, [{ ...body, by: { id: 'zhou', name: '周县长' } }])
    t.equal((await leader.post(path('/instructions'), body, once('k1'))).json().instructions.length, 1, 'asked again')
    const [{ id }] = given.json().instructions
    const done = await li.post(path(`/instructions/${id}/done`), { text: '已抽干。' }, once('k2'))
    t.match(done.json().instructions, [{ done: { text: '已抽干。', by: { id: 'li' } } }])
    const none = await li.post(path('/instructions/x/done'), { text: '已抽干。' }, once('k3'))
    t.match(none.json(), { status: 404, code: 'INSTRUCTION_NOT_FOUND' })
  })

  t.test('is refused of who may not give one, and of an account that is not theirs', async t => {
    const { house, li, auditor, path } = await openOffice(t)
    const body = { text: '今晚抽干。' }
    t.equal((await li.post(path('/instructions'), body, once('k1'))).statusCode, 403)
    t.equal((await auditor.post(path('/instructions'), body, once('k2'))).statusCode, 403)
    const other = await enter(house, { ...LEADER, id: 'sun', accounts: ['wechat/2002'] } as never)
    t.equal((await other.post(path('/instructions'), body, once('k3'))).statusCode, 403)
    const outside = { text: '报。', to: [{ kind: 'address', channel: 'mail', address: 'a@b.cn', name: '外单位' }] }
    const leader = await enter(house, { ...LEADER, id: 'qian' })
    t.equal((await leader.post(path('/instructions'), outside, once('k4'))).statusCode, 400, 'nobody outside the house')
  })

  t.test('shows personal data masked to who reads none, and no word of it in its events', async t => {
    const { house, leader, auditor, path } = await openOffice(t)
    await leader.post(path('/instructions'), { text: '联系 13800138000 处理' }, once('k1'))
    t.match((await auditor.get(path())).json().instructions, [{ text: '联系 138****8000 处理' }])
    t.notMatch(JSON.stringify((await incidentOf(house.store.records, 'i1')).unpublished), '处理')
  })

  t.test('is counted in lists, with what is due first', async t => {
    const { house, leader, li, path } = await openOffice(t)
    const dueAt = house.time.now + 60_000
    const [{ id }] = (await leader.post(path('/instructions'), { text: '快', dueAt }, once('k1'))).json().instructions
    t.match((await li.get('/api/incidents')).json().rows, [
      { instructions: 1, next: { dueAt }, curve: [{ comments: 12 }] }
    ])
    await li.post(path(`/instructions/${id}/done`), { text: '已办' }, once('k2'))
    const [row] = (await li.get('/api/incidents')).json().rows
    t.equal(row.instructions, undefined)
    t.match(row.next, { name: { zh: String } })
  })

  t.test('whose deadline has passed is told of by the next look', async t => {
    const { house, leader, path } = await openOffice(t)
    await leader.post(path('/instructions'), { text: '快', dueAt: house.time.now + HOUR }, once('k1'))
    house.time.now += HOUR
    const desk = { ...house.desk, records: house.store.records, rules }
    await actOnIncident(desk, 'i1', { type: 'looked', actor: system('analyst') })
    t.match((await leader.get(path())).json().instructions, [{ lateAt: house.time.now }])
  })
})
