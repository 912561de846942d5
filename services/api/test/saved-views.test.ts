import { logUnavailable } from '@huiyin/domain/errors.ts'
import t from 'tap'
import { citizenWrites, enter, openHouse } from './house.ts'

const LI = { id: 'li', name: '李静', role: 'editor' }
const SUN = { id: 'sun', name: '孙采', role: 'collector', accounts: ['weibo/1001'] }
const ZHAO = { id: 'zhao', name: '赵宏', role: 'head' }
const VIEW = { name: '超期', query: { status: ['open'], overdue: 'true' }, sort: 'due', columns: ['number'], order: 2 }

t.test('a saved view', async t => {
  t.test('is one’s own, or of the whole office where one may share it', async t => {
    const house = await openHouse(t)
    const [li, sun, zhao] = [await enter(house, LI), await enter(house, SUN), await enter(house, ZHAO)]
    const own = (await li.put('/api/views/late', VIEW)).json()
    t.match(own, { ...VIEW, id: 'late', key: 'own/late', shared: false, lost: [], by: '李静' })
    t.match((await li.put('/api/views/shared/late', VIEW)).json(), { status: 403, code: 'NOT_ALLOWED' })
    const shared = (await zhao.put('/api/views/shared/late', { ...VIEW, order: 1, icon: 'clock' })).json()
    t.match((await li.get('/api/views')).json().rows, [own, shared])
    t.match((await sun.get('/api/views')).json().rows, [shared])
    t.match((await li.del('/api/views/shared/late')).json(), { status: 403 })
    t.match((await sun.del('/api/views/late')).json(), { status: 404, code: 'VIEW_NOT_FOUND' })
    await zhao.del('/api/views/shared/late')
    t.same((await li.get('/api/views')).json(), { rows: [own] })
  })

  t.test('of the whole office is neither kept nor removed while the log does not take it', async t => {
    const house = await openHouse(t)
    const zhao = await enter(house, ZHAO)
    await zhao.put('/api/views/shared/late', VIEW)
    house.events.append = async () => {
      throw logUnavailable(new Error('away'))
    }
    t.match((await zhao.put('/api/views/shared/other', VIEW)).json(), { status: 503, code: 'LOG_UNAVAILABLE' })
    t.match((await zhao.del('/api/views/shared/late')).json(), { status: 503, code: 'LOG_UNAVAILABLE' })
    t.same(
      (await zhao.get('/api/views')).json().rows.map(({ key }: { key: string }) => key),
      ['shared/late']
    )
  })

  t.test('is changed only over what was seen', async t => {
    const house = await openHouse(t)
    const li = await enter(house, LI)
    const { tag } = (await li.put('/api/views/late', VIEW)).json()
    t.match((await li.put('/api/views/late', { ...VIEW, name: '晚' })).json(), { code: 'SOMEBODY_WAS_FASTER' })
    t.match((await li.put('/api/views/late', { ...VIEW, name: '晚' }, { 'if-match': tag })).json(), { name: '晚' })
    t.match((await li.put('/api/views/x', { ...VIEW, query: { colour: 'red' } })).json(), {
      code: 'INVALID_REQUEST',
      at: 'body/colour'
    })
  })

  t.test('counts what who asks may see', async t => {
    const house = await openHouse(t)
    const [li, sun, zhao] = [await enter(house, LI), await enter(house, SUN), await enter(house, ZHAO)]
    await citizenWrites(house, { comment: 'a', root: 'a' })
    await citizenWrites(house, { comment: 'b', root: 'b', platform: 'wechat', account: '2002' })
    await zhao.put('/api/views/shared/open', { name: '待办', query: { status: ['open'] } })
    await zhao.put('/api/views/shared/mine', { name: '我的', query: { assignee: ['me'] } })
    await li.put('/api/views/done', { name: '办结', query: { status: ['answered'] } })
    t.match((await li.get('/api/views/counts')).json().counts, { 'shared/open': 2, 'shared/mine': 0, 'own/done': 0 })
    t.same((await sun.get('/api/views/counts')).json().counts, { 'shared/open': 1, 'shared/mine': 0 })
    const one = (await li.get('/api/views/counts?view=shared/open&view=own/none')).json()
    t.same(one.counts, { 'shared/open': 2 })
  })

  t.test('whose search is somebody’s number is not counted for who may not read numbers', async t => {
    const house = await openHouse(t)
    const [zhao, leader] = [await enter(house, ZHAO), await enter(house, { id: 'ld', name: '领导', role: 'leader' })]
    await zhao.put('/api/views/shared/number', { name: '号码', query: { q: '13800138000' } })
    t.match((await zhao.get('/api/views/counts')).json().counts, { 'shared/number': 0 })
    t.same((await leader.get('/api/views/counts')).json().counts, {})
  })

  t.test('still loads when a field that it asks for is gone', async t => {
    const house = await openHouse(t)
    const li = await enter(house, LI)
    const { records } = house.store
    const view = { ...VIEW, theme: 'dark', query: { status: ['open'], mood: 'grim', label: ['nonsense'] } }
    await records.create('view', { id: 'own/li/old', value: { id: 'old', view, by: LI, at: 1 } })
    await records.refresh()
    t.match((await li.get('/api/views')).json(), {
      rows: [{ id: 'old', name: '超期', query: { status: ['open'] }, lost: ['mood', 'label', 'theme'] }]
    })
    t.match((await li.get('/api/views/counts')).json().counts, { 'own/old': 0 })
  })

  t.test('of one person never shows among those of another whose id begins alike', async t => {
    const house = await openHouse(t)
    const [li, lili] = [await enter(house, LI), await enter(house, { ...LI, id: 'li-li' })]
    await lili.put('/api/views/mine', VIEW)
    t.same((await li.get('/api/views')).json(), { rows: [] })
  })
})
