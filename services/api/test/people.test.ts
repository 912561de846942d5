import t from 'tap'
import { addPerson, HOUR, NOON, openHouse, signIn } from './house.ts'

const LI = { id: 'li', name: '李静', contacts: [{ channel: 'wecom', address: 'li' }], leave: [] }
const NIGHT = {
  id: 'night',
  name: '夜班',
  zone: 'Asia/Shanghai',
  weekly: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '20:00', to: '08:00', people: ['li'] }],
  dated: [],
  handOver: 0
}
const QUIET = { version: '1', zone: 'Asia/Shanghai', weekly: [{ days: [6, 7], from: '22:00', to: '08:00' }] }

t.test('a person', async t => {
  t.test('is added, and changed by who saw them as they are', async t => {
    const { get, put } = await signIn(await openHouse(t))
    t.same((await get('/api/people')).json(), { rows: [] })
    const added = await put('/api/people/li', LI)
    t.equal(added.statusCode, 200)
    const { tag, ...li } = added.json()
    t.same(li, LI)
    t.same((await get('/api/people')).json(), { rows: [{ ...LI, tag }] })

    const leave = [{ from: NOON, to: NOON + HOUR }]
    const changed = await put('/api/people/li', { ...LI, leave }, { 'if-match': `"${tag}"` })
    t.match(changed.json(), { leave })
    t.not(changed.json().tag, tag)
    const late = await put('/api/people/li', { ...LI, name: '李婧' }, { 'if-match': `"${tag}"` })
    t.match(late.json(), { status: 409, code: 'SOMEBODY_WAS_FASTER' })
    t.match((await put('/api/people/li', { ...LI, name: '李婧' })).json(), { status: 409, code: 'SOMEBODY_WAS_FASTER' })
  })

  t.test('is refused by the place of what is wrong', async t => {
    const { put } = await signIn(await openHouse(t))
    t.match((await put('/api/people/wang', LI)).json(), { status: 400, code: 'INVALID_REQUEST', at: 'body/id' })
    t.match((await put('/api/people/li', { ...LI, phone: '1' })).json(), { status: 400, at: 'body/phone' })
    const own = await put('/api/people/li', { ...LI, deputy: 'li' })
    t.match(own.json(), {
      status: 422,
      code: 'RULES_INVALID',
      problems: [{ code: 'OWN_DEPUTY', refuses: true, where: 'deputy', zh: /^“李静”不能由本人代理/, en: String }]
    })
  })
})

t.test('duties, rosters and quiet hours are kept as they are put', async t => {
  const { get, put } = await signIn(await openHouse(t))
  t.match((await put('/api/rosters/night', NIGHT)).json(), {
    status: 422,
    problems: [{ code: 'PERSON_UNKNOWN', where: 'weekly/0/people' }]
  })
  await put('/api/people/li', LI)
  t.equal((await put('/api/rosters/night', NIGHT)).statusCode, 200)
  const duty = { department: '住建局/一科', head: 'li', roster: 'night', contacts: [] }
  t.equal((await put(`/api/duties/${encodeURIComponent(duty.department)}`, duty)).statusCode, 200)
  t.same((await get('/api/quiet-hours')).json(), {})
  const { tag } = (await put('/api/quiet-hours', QUIET)).json().quietHours

  t.match((await get('/api/rosters')).json(), { rows: [NIGHT] })
  t.match((await get('/api/duties')).json(), { rows: [duty] })
  t.same((await get('/api/quiet-hours')).json(), { quietHours: { ...QUIET, tag } })
  const always = { ...QUIET, weekly: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }] }
  t.match((await put('/api/quiet-hours', always, { 'if-match': tag })).json(), {
    problems: [{ code: 'QUIET_HOURS_NEVER_END' }]
  })
})

t.test('who is no administrator reads and changes nothing', async t => {
  const house = await openHouse(t)
  const { get, put, post } = await signIn(house, await addPerson(house, 'operator'))
  for (const url of ['people', 'duties', 'rosters', 'quiet-hours', 'ladders', 'policies', 'calendars'])
    t.equal((await get(`/api/${url}`)).statusCode, 200, url)
  const refused = { status: 403, code: 'NOT_ALLOWED', detail: /"operator" may not change rules/ }
  for (const url of ['people/li', 'duties/x', 'rosters/x', 'quiet-hours', 'ladders/x'])
    t.match((await put(`/api/${url}`, LI)).json(), refused, url)
  for (const url of ['policies', 'policies/preview', 'calendars'])
    t.match((await post(`/api/${url}`, {})).json(), refused, url)
  t.same((await get('/api/people')).json(), { rows: [] })
})
