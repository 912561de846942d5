import t from 'tap'
import { enter, openHouse } from './house.ts'

const EDITOR = { id: 'wang', name: '王敏', role: 'editor' }
const LEADER = { id: 'liu', name: '刘县长', role: 'leader' }
const WATER = { name: '停水', what: 'comments', q: '停水 OR 断水', tell: 'soon' }

t.test('a saved search', async t => {
  t.test('is its owner’s alone', async t => {
    const house = await openHouse(t)
    const editor = await enter(house, EDITOR)
    const leader = await enter(house, LEADER)
    t.match((await editor.put('/api/searches/water', WATER)).json(), { key: 'water', ...WATER, reached: false })
    t.match((await editor.get('/api/searches')).json(), { rows: [{ key: 'water', q: WATER.q }] })
    t.same((await leader.get('/api/searches')).json(), { rows: [] })
    t.match((await leader.del('/api/searches/water')).json(), { code: 'SEARCH_NOT_FOUND' })
    t.equal((await editor.del('/api/searches/water')).statusCode, 200)
    t.same((await editor.get('/api/searches')).json(), { rows: [] })
  })

  t.test('is not kept when it is not understood, and says where', async t => {
    const editor = await enter(await openHouse(t), EDITOR)
    const refused = await editor.put('/api/searches/water', { ...WATER, q: '停水 (断水' })
    t.match(refused.json(), { code: 'QUERY_INVALID', query: { from: 3 } })
    t.same((await editor.get('/api/searches')).json(), { rows: [] })
  })

  t.test('for personal data is not kept for somebody who does not read them', async t => {
    const leader = await enter(await openHouse(t), LEADER)
    const refused = await leader.put('/api/searches/phone', { ...WATER, q: '13812345678' })
    t.match(refused.json(), { code: 'NOT_ALLOWED' })
  })
})
